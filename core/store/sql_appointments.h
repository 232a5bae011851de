// Appointments in SQL: their part of the first schema. What is read and written is in SqlRecords.
#pragma once

#include "core/store/connection.h"

#include <string>

namespace nextplease {

std::string appointments_schema(const Dialect& dialect);

} // namespace nextplease
