// Every visit of a period, one row each: what the figures of waiting are counted from. Written as it is read,
// so that a million take no more memory than one. Rows are in the order of days; times are local. A row has
// nothing that a visitor said.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"
#include "kiosk/report/document.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::report {

struct VisitQuestion {
    std::optional<LocalDate> from {},
        to {}; // local days of arrival, both included; none: the first, the last
    std::optional<Seconds> limit {}; // none: each service's own
};

// The names of the columns: day, ticket, arrived, called, seen_at, ended, state, service, desk, wait_seconds,
// held_seconds, walk_seconds, service_seconds, limit_seconds, within.
const std::vector<std::string>& visit_columns();

// Each returns how many rows it wrote, and throws Failure if the file cannot be written. An empty file name:
// standard output.
std::int64_t write_visits_csv(Store& store, const Configuration& configuration, const VisitQuestion& question,
    const std::filesystem::path& file);
// One object: what is said of the file, and "visits", with the same names and null where nothing is.
std::int64_t write_visits_json(Store& store, const Configuration& configuration,
    const VisitQuestion& question, const Document& about, const std::filesystem::path& file);
// What does not fit on a sheet of Excel, 1,048,576 rows, goes on on the next. `about` becomes a sheet too.
std::int64_t write_visits_workbook(Store& store, const Configuration& configuration,
    const VisitQuestion& question, const Document& about, const Words& words,
    const std::filesystem::path& file);

} // namespace nextplease::report
