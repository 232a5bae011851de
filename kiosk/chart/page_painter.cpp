#include "kiosk/chart/page_painter.h"

namespace nextplease::chart {
namespace {

class PagePainter {
public:
    PagePainter(ui::PdfPages& pages, ui::Point at)
        : pages_(pages)
        , at_(at)
    {
    }

    void operator()(const Box& box) const
    {
        const ui::Rect rect { at_.x + box.rect.x, at_.y + box.rect.y, box.rect.w, box.rect.h };
        if (box.fill)
            pages_.fill(rect, *box.fill, box.radius);
        if (box.border)
            pages_.border(rect, *box.border, box.border_width, box.radius);
    }

    void operator()(const Polygon& polygon) const
    {
        std::vector<ui::Point> points;
        points.reserve(polygon.points.size());
        for (const ui::Point& point : polygon.points)
            points.push_back(place(point));
        pages_.polygon(points, polygon.fill, polygon.opacity);
    }

    void operator()(const Disc& disc) const { pages_.disc(place(disc.centre), disc.radius, disc.fill); }

    void operator()(const Strokes& strokes) const
    {
        std::vector<std::pair<ui::Point, ui::Point>> segments;
        segments.reserve(strokes.segments.size());
        for (const Strokes::Segment& segment : strokes.segments)
            segments.emplace_back(place(segment.from), place(segment.to));
        pages_.lines(segments, strokes.color, strokes.width);
    }

    void operator()(const Run& run) const
    {
        using Anchor = ui::PdfPages::Anchor;
        const Anchor anchor = run.anchor == Run::Anchor::Middle ? Anchor::Middle
            : run.anchor == Run::Anchor::Right                  ? Anchor::Right
                                                                : Anchor::Left;
        pages_.text(
            place(run.at), anchor, run.text, { .size = run.size, .weight = run.weight, .color = run.color });
    }

private:
    ui::Point place(ui::Point drawn) const { return { at_.x + drawn.x, at_.y + drawn.y }; }

    ui::PdfPages& pages_;
    ui::Point at_;
};

} // namespace

void paint(ui::PdfPages& pages, const Drawing& drawing, ui::Point at)
{
    const PagePainter painter(pages, at);
    for (const Item& item : drawing.items)
        std::visit(painter, item);
}

} // namespace nextplease::chart
