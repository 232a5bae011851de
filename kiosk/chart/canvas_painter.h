// A drawing on the screen.
#pragma once

#include "kiosk/chart/drawing.h"
#include "kiosk/ui/canvas.h"

namespace nextplease::chart {

// With its top left at `at`, in the canvas's reference pixels. Where the screen runs right to left the
// drawing itself is not mirrored, only its place on the screen: `at` is then the corner that the screen
// begins with. Inside a frame.
void paint(ui::Canvas& canvas, const Drawing& drawing, ui::Point at);

// The point of the drawing that lies under a point of the canvas (reference pixels, from the screen's start).
ui::Point point_of(const ui::Canvas& canvas, const Drawing& drawing, ui::Point at, ui::Point pointed);

} // namespace nextplease::chart
