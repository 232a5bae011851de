// [board] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// REQUIRES: languages and services of `configuration` are read already.
BoardSettings read_board(const TomlTable& root, const Configuration& configuration);

} // namespace nextplease
