// The report of what came of visits, as a table and as CSV; and the sentences that define its columns.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/result_report.h"

#include <string>
#include <utility>
#include <vector>

namespace nextplease::cli {

// A column's key, and how it is counted.
std::vector<std::pair<std::string, std::string>> result_definitions(
    const ResultReport& report, const Words& words);
std::string result_group_name(const ResultGroup& group, const ResultReport& report,
    const Configuration& configuration, const Words& words);
std::string result_table(const ResultReport& report, const Configuration& configuration, const Words& words);
std::string result_csv(const ResultReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
