// One chart of each kind, with the figures of an October that never was.
#pragma once

#include "kiosk/chart/chart.h"

#include <vector>

namespace nextplease::chart {

Chart sample_lines();
Chart sample_two_lines();
Chart sample_bars();
Chart sample_level_bars();
Chart sample_compared_bars(); // three side by side, with long names
Chart sample_stacked_bars();
Chart sample_heat();
Chart sample_histogram();
std::vector<Chart> sample_charts(); // all of them

// The same with the words of a reader of Urdu.
Chart sample_urdu_histogram();
Chart sample_urdu_bars();
Chart sample_urdu_lines();

} // namespace nextplease::chart
