// Points and rectangles in reference pixels (look.md: 1080x1920 or 1920x1080), left to right. The canvas
// scales them to the real window, rounds edges to whole pixels and mirrors them for right-to-left languages.
#pragma once

namespace nextplease::ui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Size {
    float w = 0;
    float h = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Rect inset(float by) const { return { x + by, y + by, w - 2 * by, h - 2 * by }; }
    bool contains(Point p) const { return x <= p.x && p.x < right() && y <= p.y && p.y < bottom(); }
    bool overlaps(const Rect& o) const
    {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
};

} // namespace nextplease::ui
