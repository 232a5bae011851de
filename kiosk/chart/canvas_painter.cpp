#include "kiosk/chart/canvas_painter.h"

namespace nextplease::chart {
namespace {

class CanvasPainter {
public:
    CanvasPainter(ui::Canvas& canvas, const Drawing& drawing, ui::Point at)
        : canvas_(canvas)
        , drawing_(drawing)
        , at_(at)
    {
    }

    void operator()(const Box& box) const
    {
        const ui::Rect rect { x(mirrored() ? box.rect.right() : box.rect.x), at_.y + box.rect.y, box.rect.w,
            box.rect.h };
        if (box.fill)
            canvas_.fill(rect, *box.fill, box.radius);
        if (box.border)
            canvas_.border(rect, *box.border, box.border_width, box.radius);
    }

    void operator()(const Polygon& polygon) const
    {
        std::vector<ui::Point> points;
        points.reserve(polygon.points.size());
        for (const ui::Point& point : polygon.points)
            points.push_back(place(point));
        canvas_.polygon(points, polygon.fill, polygon.opacity);
    }

    void operator()(const Disc& disc) const { canvas_.circle(place(disc.centre), disc.radius, disc.fill); }

    void operator()(const Strokes& strokes) const
    {
        for (const Strokes::Segment& segment : strokes.segments)
            canvas_.line(place(segment.from), place(segment.to), strokes.color, strokes.width);
    }

    void operator()(const Run& run) const
    {
        const bool at_end = (run.anchor == Run::Anchor::Right) != mirrored();
        const ui::Align align = run.anchor == Run::Anchor::Middle ? ui::Align::Middle
            : at_end                                              ? ui::Align::End
                                                                  : ui::Align::Start;
        canvas_.text(place(run.at), run.text,
            { .size = run.size, .weight = run.weight, .align = align, .language = drawing_.language },
            run.color);
    }

private:
    bool mirrored() const { return canvas_.right_to_left(); }
    // The canvas mirrors what it is given: it is given it mirrored.
    float x(float drawn) const { return at_.x + (mirrored() ? drawing_.size.w - drawn : drawn); }
    ui::Point place(ui::Point drawn) const { return { x(drawn.x), at_.y + drawn.y }; }

    ui::Canvas& canvas_;
    const Drawing& drawing_;
    ui::Point at_;
};

} // namespace

void paint(ui::Canvas& canvas, const Drawing& drawing, ui::Point at)
{
    const CanvasPainter painter(canvas, drawing, at);
    for (const Item& item : drawing.items)
        std::visit(painter, item);
}

ui::Point point_of(const ui::Canvas& canvas, const Drawing& drawing, ui::Point at, ui::Point pointed)
{
    const float x = pointed.x - at.x;
    return { canvas.right_to_left() ? drawing.size.w - x : x, pointed.y - at.y };
}

} // namespace nextplease::chart
