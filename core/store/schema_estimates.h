// The table of the estimates that were given, as a part of the first schema.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

std::string schema_of_estimates(const Dialect& dialect);

} // namespace nextplease
