// The rows of another system's log as the visits that they tell of. The format, and what becomes of a row, is
// told in log_import.h.
#pragma once

#include "core/reception/log_import.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace nextplease {

struct LogRow {
    int line = 0; // of the file
    Visit visit; // in its final state, not stored yet
};

// Reads and checks the whole file and tells its rows in order, in constant memory but for the references.
// `found` are the services that earlier imports found; those that nobody knew are returned. Throws as
// import_log does.
std::vector<ServiceCode> read_log(const std::filesystem::path& file, const Configuration& configuration,
    const std::vector<ServiceCode>& found, UnknownNames unknown,
    const std::function<void(const LogRow&)>& tell);

} // namespace nextplease
