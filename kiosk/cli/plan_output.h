// A day's plan of desks as a table with its chart for a terminal, as CSV and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/planning.h"

#include <string>

namespace nextplease::cli {

std::string plan_table(const StaffingPlan& plan, const Configuration& configuration, const Words& words);
std::string plan_csv(const StaffingPlan& plan, const Configuration& configuration, const Words& words);
std::string plan_json(const StaffingPlan& plan, const Configuration& configuration, const Words& words);

// Shares on one line, from `from` of 100 at its left end to 100 at its right: a range as "=", the expected
// one as "o", the goal as "|".
std::string share_line(const StretchForecast& forecast, double goal, int from);
inline constexpr int kShareLineWidth = 31; // letters

} // namespace nextplease::cli
