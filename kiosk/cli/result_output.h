// The report of what came of visits, as a table and as CSV; and the sentences that define its columns.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/result_report.h"
#include "kiosk/report/figure_words.h"

#include <string>

namespace nextplease::cli {

using report::result_definitions;
using report::result_group_name;

std::string result_table(const ResultReport& report, const Configuration& configuration, const Words& words);
std::string result_csv(const ResultReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
