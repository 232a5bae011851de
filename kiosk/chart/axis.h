// Round numbers for an axis: steps of 1, 2 or 5 (P. Heckbert, Nice Numbers for Graph Labels, Graphics Gems,
// 1990), and for times those by which people count minutes and hours.
#pragma once

#include "kiosk/chart/chart.h"

#include <string>
#include <vector>

namespace nextplease::chart {

struct Axis {
    double from = 0; // both are ticks
    double to = 1;
    double step = 1;
    std::vector<double> ticks() const;
    // 0 at `from`, 1 at `to`.
    double share(double value) const { return (value - from) / (to - from); }
};

// Around the values, with about `ticks` steps. A percentage never leaves 0 to 100, and a number is counted in
// whole steps. REQUIRES: low <= high.
Axis nice_axis(double low, double high, Unit unit, int ticks);

// A tick's words: "95 %", "15" (minutes), "09:30".
std::string tick_words(double value, const Axis& axis, Unit unit);

} // namespace nextplease::chart
