// The sections [queue], [[priority]], [[service]] and [[desk]] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// REQUIRES: `configuration` has its languages, hours and standard already.
Office read_office(const TomlTable& root, const Configuration& configuration);

} // namespace nextplease
