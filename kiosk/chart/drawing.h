// A drawing as primitives: what every painter can paint. Coordinates from the top left of the drawing, left
// to right whatever the language: time axes are not mirrored. Hatching and dashes are lines already, so that
// painters need to know of neither.
#pragma once

#include "core/base/ids.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/text_painter.h"
#include "kiosk/ui/theme.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nextplease::chart {

struct Box {
    ui::Rect rect;
    float radius = 0;
    std::optional<ui::Color> fill {};
    std::optional<ui::Color> border {}; // inside the rectangle
    float border_width = 1;
};

struct Polygon { // convex
    std::vector<ui::Point> points;
    ui::Color fill;
    float opacity = 1;
};

struct Disc {
    ui::Point centre;
    float radius = 4;
    ui::Color fill;
};

// Lines that are not joined, all alike.
struct Strokes {
    struct Segment {
        ui::Point from, to;
    };
    std::vector<Segment> segments;
    ui::Color color;
    float width = 1;
};

struct Run {
    enum class Anchor { Left, Middle, Right }; // which end of the text `at` is
    ui::Point at; // on the baseline
    Anchor anchor = Anchor::Left;
    std::string text;
    float size = 16;
    ui::Weight weight = ui::Weight::Regular;
    ui::Color color;
};

using Item = std::variant<Box, Polygon, Disc, Strokes, Run>;

// What lies somewhere, for whoever points at it.
struct Area {
    ui::Rect rect;
    int series = 0; // of Heat: the row
    int index = 0; // of the category, bin or, of Heat, the column
};

struct Drawing {
    ui::Size size;
    Language language;
    std::vector<Item> items; // in the order of painting
    std::vector<Area> areas;

    // The one that is on top there; nullptr: none.
    const Area* area_at(ui::Point at) const;
};

} // namespace nextplease::chart
