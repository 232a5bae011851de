// A drawing on a page of a PDF.
#pragma once

#include "kiosk/chart/drawing.h"
#include "kiosk/ui/pdf_pages.h"

namespace nextplease::chart {

// With its top left at `at`, one unit of the drawing being one point.
void paint(ui::PdfPages& pages, const Drawing& drawing, ui::Point at);

} // namespace nextplease::chart
