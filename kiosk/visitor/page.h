// Where things stand on a visitor screen, in reference pixels: the numbers of the look for portrait and
// landscape, normal and large print, low controls, and for scripts that need taller lines.
#pragma once

#include "kiosk/ui/canvas.h"
#include "kiosk/visitor/visitor_face.h"

#include <initializer_list>
#include <vector>

namespace nextplease::visitor {

struct Page {
    ui::Size room;
    bool landscape = false;
    bool tall = false; // Nastaliq
    Modes modes;

    float margin() const { return landscape ? 40 : 48; }
    float width() const { return room.w - 2 * margin(); }
    // A size of the look, in the print that was chosen.
    float size(float normal) const;
    ui::Type type(
        float normal, ui::Weight weight = ui::Weight::Regular, ui::Align align = ui::Align::Start) const;
    // How high a line of that size stands in this script; `normal` as for size().
    float line(float normal) const;

    // Room above a paragraph of that size in a box, and between two paragraphs of which the lower has it:
    // Nastaliq stands high over its line.
    float above(float normal, float usual) const;
    float between(float normal, float usual) const;

    ui::Rect bar() const;
    ui::Rect row() const; // back and next
    float back_width() const { return landscape ? 392 : 312; } // of Back, the same on every screen
    // From here down everything is within reach of somebody who sits.
    float reach_top() const { return landscape ? 486 : 864; }

    ui::Type heading() const;
    float heading_y() const;
    // The same where the question may take several lines: tall letters of the first stay clear of the top.
    float question_y() const { return heading_y() + (tall ? 28.0F : 0.0F); }
    float below_heading() const { return landscape ? 16 : 24; }
};

Page page_for(const ui::Canvas& canvas, Modes modes);

// First baselines of lines of these effective sizes, one under another in the middle of a box of that height,
// as far apart as the script needs.
std::vector<float> baselines(const Page& page, float height, std::initializer_list<float> sizes);

// Where a text of this size stands in the middle of a line box.
float baseline_in(float y, float height, float size);

// `count` equal boxes in an area, filled down first or row by row, as many columns as it takes for none to be
// lower than `least`; none higher than `most`.
struct Grid {
    int columns = 1;
    int rows = 1;
    float width = 0, height = 0;
    float gap_x = 24, gap_y = 16;
    enum class Order { Down, Across };
    Order order = Order::Down;
    ui::Rect area;
    ui::Rect cell(int index) const;
    float bottom() const { return area.y + static_cast<float>(rows) * (height + gap_y) - gap_y; }
};
Grid grid(const ui::Rect& area, int count, int columns, float least, float most, float gap_y = 16);

} // namespace nextplease::visitor
