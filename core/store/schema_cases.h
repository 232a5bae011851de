// The tables of cases and feedback, as a part of the first schema.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

std::string schema_of_cases(const Dialect& dialect);

} // namespace nextplease
