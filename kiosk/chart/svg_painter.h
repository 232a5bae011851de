// A drawing as SVG inside of an HTML page: real text, a title and a description for whoever does not see it,
// nothing from elsewhere and no script.
#pragma once

#include "kiosk/chart/chart.h"
#include "kiosk/chart/drawing.h"

#include <string>

namespace nextplease::chart {

// `id` is unique in the page: names within it begin with it.
std::string svg_of(const Drawing& drawing, const Chart& chart, const std::string& id);

// "<", ">", "&" and quotes made harmless for HTML and XML.
std::string xml_escaped(const std::string& text);

} // namespace nextplease::chart
