// A wait report for a terminal: aligned columns, the total last, every share with its denominator, and below
// what the figures mean.
#pragma once

#include "core/reception/wait_report_text.h"

#include <string>

namespace nextplease::cli {

std::string wait_table(const WaitReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
