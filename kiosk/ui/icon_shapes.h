// The drawings of the icons: paths, circles and boxes on a square grid, as the look's icons.json has them.
#pragma once

#include "kiosk/ui/icons.h"

#include <array>
#include <span>
#include <string_view>

namespace nextplease::ui {

struct Shape {
    enum class Kind { Path, Ellipse, Box };
    enum class Paint { Stroke, Fill, FillAndStroke };
    Kind kind;
    std::string_view path; // SVG, of the commands M L H V C A Z
    std::array<double, 5> numbers; // Ellipse: centre, radii; Box: x, y, w, h, corner radius
    Paint paint;
    double stroke;
};

// Whether an icon points a way, which turns in right-to-left languages.
enum class Facing { None, Way };

struct IconDrawing {
    Icon icon;
    std::string_view name; // in kiosk.conf; empty: not to be chosen there
    Facing facing;
    double grid;
    std::span<const Shape> shapes;
};

std::span<const IconDrawing> icon_drawings();
const IconDrawing& icon_drawing(Icon icon);

} // namespace nextplease::ui
