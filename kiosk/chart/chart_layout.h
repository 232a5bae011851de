// Where everything of a chart stands: pure, and the same for all painters.
#pragma once

#include "kiosk/chart/chart.h"
#include "kiosk/chart/drawing.h"

#include <functional>

namespace nextplease::chart {

// How wide a text of that size and weight is.
using Measure = std::function<float(const std::string&, float size, ui::Weight)>;

struct Frame {
    ui::Size size;
    float text = 16; // of labels; everything else is in proportion
};

// The title is not in it: it stands above, as a heading of the page. REQUIRES: every series has a value for
// each category, and every row of a field one for each column.
Drawing lay_out(const Chart& chart, const Frame& frame, const Measure& measure);

// How high a chart should be to be that wide: its rows of bars or cells stay readable.
float wanted_height(const Chart& chart, const Frame& frame);

// Widths as the fonts of the screens and pages have them. One thread.
Measure font_measure(const Language& language);

} // namespace nextplease::chart
