// The tables of what desks do beside the queue: results, apologies, notices of delay, other contacts, staff.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

std::string schema_of_desk_work(const Dialect& dialect);

} // namespace nextplease
