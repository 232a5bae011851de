// The sections [late], [outcome] and [console] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// Each may be left out. REQUIRES: `configuration` has its languages already.
DeskSettings read_desks(const TomlTable& root, const Configuration& configuration);

// "required", "optional" or "none".
ResultRule read_result_rule(const TomlValue& value);

} // namespace nextplease
