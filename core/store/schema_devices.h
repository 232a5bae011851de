// The table of the machines' devices.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

std::string schema_of_devices(const Dialect& dialect);

} // namespace nextplease
