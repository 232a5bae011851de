// The band across the board in which the newest call stands.
#pragma once

#include "kiosk/board/layout.h"
#include "kiosk/board/screen.h"

#include <functional>
#include <string>
#include <vector>

namespace nextplease::board {

// How a call is set: as large as the band allows, the place in two lines where that keeps it larger.
struct BandFit {
    float number_size = 272;
    float place_size = 272;
    std::vector<std::string> place_lines;
};

// `measure` gives a bold text's width at size 1.
BandFit fit_band(const Areas& areas, const CallShown& call, bool tall,
    const std::function<float(const std::string&)>& measure);

void paint_band(ui::Frame& frame, const Areas& areas, const View& view, bool tall);

} // namespace nextplease::board
