// The sections [calendar], [complaints], [privacy] and [[charter]] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// Each may be left out. REQUIRES: `configuration` has its languages, standard and office already.
void read_cases(const TomlTable& root, Configuration& configuration);

} // namespace nextplease
