// The table of monitored calls.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

std::string schema_of_monitoring(const Dialect& dialect);

} // namespace nextplease
