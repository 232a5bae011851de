// One chart of each kind, with the figures of an October that never was.
#pragma once

#include "kiosk/chart/chart.h"

#include <vector>

namespace nextplease::chart {

Chart sample_lines();
Chart sample_two_lines();
Chart sample_bars();
Chart sample_level_bars();
Chart sample_stacked_bars();
Chart sample_heat();
Chart sample_histogram();
std::vector<Chart> sample_charts(); // all of them

} // namespace nextplease::chart
