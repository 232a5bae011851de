// The SQLite driver: one database file in WAL mode, every commit synced to the disk. The only code that sees
// sqlite3.h.
#pragma once

#include "core/store/connection.h"
#include "core/store/store.h"

#include <filesystem>

namespace nextplease {

// Throws Failure if it cannot be opened as `opening` says. Does not look at the schema.
std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& path, Opening opening);

} // namespace nextplease
