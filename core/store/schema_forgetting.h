// How far the store has forgotten, and the indexes by which what is left to forget is found.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

// After all other tables.
std::string schema_of_forgetting(const Dialect& dialect);

} // namespace nextplease
