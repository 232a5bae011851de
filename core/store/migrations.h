// The schema of the store, as numbered steps from an empty database to the present one.
#pragma once

#include "core/store/connection.h"
#include "core/store/store.h"

namespace nextplease {

// What this program reads and writes. The number of steps in migrations.cpp.
int schema_version();

// Brings the schema up to schema_version(), in one transaction; several processes may do so at once. Where
// `opening` is ReadOnly nothing is written. Throws InputError if the schema is newer than this program,
// Failure if what is there is not a store, or is too old and may not be brought up to date.
void migrate(Connection& connection, Opening opening);

} // namespace nextplease
