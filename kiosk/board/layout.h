// Where things stand on the board, in reference pixels. Pure; the sizes of texts come in as measured.
#pragma once

#include "kiosk/ui/geometry.h"

#include <cstddef>
#include <vector>

namespace nextplease::board {

constexpr ui::Size kLandscape { 1920, 1080 };
constexpr ui::Size kPortrait { 1080, 1920 };
constexpr float kMargin = 56;
constexpr float kHeader = 88;
constexpr float kSmallest = 32; // of any text but the letters in the tiles

enum class Shape { Landscape, Portrait };
enum class WithNotice { No, Yes };

// The parts of a board of that room.
struct Areas {
    Shape shape = Shape::Landscape;
    ui::Rect band;
    ui::Rect before; // the tiles or rows of the calls before, without their heading
    ui::Rect services; // below the column heads
    ui::Rect notice; // no height: there is none
};
// `tall`: a script whose lines need much height, as Nastaliq does.
Areas areas_of(ui::Size room, WithNotice with_notice, bool tall);

// A line about a service, as wide as measured at size 1.
struct LineWidths {
    float name = 0;
    float waiting = 0; // 0: none
    float time = 0;
    bool sign = false; // stands before the time
    bool two_letters = false; // on its tile
};

// How the lines about services are set.
struct Table {
    std::size_t columns = 1;
    std::size_t rows = 1; // in each column
    std::size_t pages = 1;
    float column_width = 0;
    float pitch = 58;
    float size = 42; // of the text
    ui::Size tile { 40, 40 }; // of the letter
    float name_x = 60; // from the column's start
    float waiting_end = 520;
    std::size_t per_page() const { return columns * rows; }
    ui::Rect row(const ui::Rect& area, std::size_t place) const; // place on the page
};
constexpr float kColumnGap = 48;

// Chooses the largest text that fits all lines, and pages only if they do not stand one below the other.
// `head_waiting` and `head_time` are the widths of the column heads as painted.
Table table_of(
    const Areas& areas, const std::vector<LineWidths>& lines, float head_waiting, float head_time, bool tall);

// The sign before a slow time, for a text of that size.
float sign_size(float size);
constexpr float kSignGap = 16;

} // namespace nextplease::board
