#include "kiosk/chart/sketch.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <cmath>

namespace nextplease::chart {
namespace {

using Segment = Strokes::Segment;

// The part of a line that lies in a rectangle (Liang and Barsky, 1984).
std::optional<Segment> clipped(Segment line, const ui::Rect& rect)
{
    const float dx = line.to.x - line.from.x, dy = line.to.y - line.from.y;
    float enter = 0, leave = 1;
    const std::array<std::pair<float, float>, 4> sides { { { -dx, line.from.x - rect.x },
        { dx, rect.right() - line.from.x }, { -dy, line.from.y - rect.y },
        { dy, rect.bottom() - line.from.y } } };
    for (const auto& [towards, room] : sides) {
        if (towards == 0) {
            if (room < 0)
                return std::nullopt;
            continue;
        }
        const float at = room / towards;
        (towards < 0 ? enter : leave) = towards < 0 ? std::max(enter, at) : std::min(leave, at);
    }
    if (enter >= leave)
        return std::nullopt;
    return Segment { { line.from.x + enter * dx, line.from.y + enter * dy },
        { line.from.x + leave * dx, line.from.y + leave * dy } };
}

// Lines `apart` from each other across a rectangle; slope 1 falls, -1 rises, 0 is level.
void add_stripes(std::vector<Segment>& segments, const ui::Rect& rect, float slope, float apart)
{
    // Counted from the drawing's corner, not the bar's: hatching of bars side by side does not jump.
    const float low = slope == 0 ? rect.y : rect.y - std::max(slope * rect.x, slope * rect.right());
    const float high =
        slope == 0 ? rect.bottom() : rect.bottom() - std::min(slope * rect.x, slope * rect.right());
    for (float at = std::ceil(low / apart) * apart; at < high; at += apart) {
        const Segment whole { { rect.x, at + slope * rect.x }, { rect.right(), at + slope * rect.right() } };
        if (const auto part = clipped(whole, rect))
            segments.push_back(*part);
    }
}

void add_dots(std::vector<Segment>& segments, const ui::Rect& rect, float apart, float width)
{
    for (float y = std::ceil((rect.y + width) / apart) * apart; y < rect.bottom() - width; y += apart)
        for (float x = std::ceil((rect.x + width) / apart) * apart; x < rect.right() - width; x += apart)
            segments.push_back({ { x - width / 2, y }, { x + width / 2, y } });
}

} // namespace

Sketch::Sketch(Frame frame, const Chart& chart, Measure measure)
    : frame_(frame)
    , measure_(std::move(measure))
{
    drawing_.size = frame.size;
    drawing_.language = chart.language;
}

float Sketch::width(const std::string& text, ui::Weight weight, float size) const
{
    return measure_(text, size > 0 ? size : em(), weight);
}

float Sketch::more_for(const std::string& text) const
{
    return ui::nastaliq(drawing_.language, text) ? em() * (kTallLineDistance - kLineDistance) : 0;
}

void Sketch::polygon(std::vector<ui::Point> points, ui::Color fill, float opacity)
{
    drawing_.items.emplace_back(Polygon { std::move(points), fill, opacity });
}

void Sketch::disc(ui::Point centre, float radius, ui::Color fill)
{
    drawing_.items.emplace_back(Disc { centre, radius, fill });
}

void Sketch::line(ui::Point from, ui::Point to, ui::Color color, float width)
{
    drawing_.items.emplace_back(Strokes { { { from, to } }, color, width });
}

void Sketch::path(const std::vector<ui::Point>& points, ui::Color color, float width, float dash, float gap)
{
    Strokes strokes { {}, color, width };
    float left = dash > 0 ? dash : 0; // of the dash or gap under way
    bool drawing = true;
    for (std::size_t i = 1; i < points.size(); ++i) {
        ui::Point at = points[i - 1];
        const ui::Point end = points[i];
        if (dash <= 0) {
            strokes.segments.push_back({ at, end });
            continue;
        }
        float rest = std::hypot(end.x - at.x, end.y - at.y);
        while (rest > 0) {
            const float piece = std::min(left, rest);
            const ui::Point next { at.x + (end.x - at.x) * piece / rest,
                at.y + (end.y - at.y) * piece / rest };
            if (drawing)
                strokes.segments.push_back({ at, next });
            at = next;
            rest -= piece;
            left -= piece;
            if (left <= 0) {
                drawing = !drawing;
                left = drawing ? dash : gap;
            }
        }
    }
    drawing_.items.emplace_back(std::move(strokes));
}

void Sketch::text(ui::Point baseline, Run::Anchor anchor, const std::string& text, ui::Color color,
    ui::Weight weight, float size)
{
    if (!text.empty())
        drawing_.items.emplace_back(Run { baseline, anchor, text, size > 0 ? size : em(), weight, color });
}

void Sketch::lines(ui::Point baseline, Run::Anchor anchor, const std::string& text, ui::Color color)
{
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        this->text(baseline, anchor, line, color);
        baseline.y += em() * kLineDistance + more_for(line);
        begin = end + 1;
    }
}

void Sketch::filled(const ui::Rect& rect, const SeriesStyle& style)
{
    const bool plain = style.hatch == Hatch::None;
    box({ rect, 0, style.fill, std::nullopt, 0 });
    hatching(rect, style.hatch, kEdge);
    if (!plain)
        box({ rect, 0, std::nullopt, kEdge, line_width() });
}

void Sketch::hatching(const ui::Rect& rect, Hatch hatch, ui::Color color)
{
    Strokes strokes { {}, color, line_width() };
    const float apart = em() * 0.45F;
    switch (hatch) {
    case Hatch::None:
        return;
    case Hatch::Rising:
        add_stripes(strokes.segments, rect, -1, apart);
        break;
    case Hatch::Falling:
        add_stripes(strokes.segments, rect, 1, apart);
        break;
    case Hatch::Level:
        add_stripes(strokes.segments, rect, 0, apart * 0.8F);
        break;
    case Hatch::Crossed:
        add_stripes(strokes.segments, rect, 1, apart);
        add_stripes(strokes.segments, rect, -1, apart);
        break;
    case Hatch::Dots:
        strokes.width = 2 * line_width();
        add_dots(strokes.segments, rect, apart, strokes.width);
        break;
    }
    if (!strokes.segments.empty())
        drawing_.items.emplace_back(std::move(strokes));
}

void Sketch::marker(ui::Point c, const SeriesStyle& style, float r)
{
    // A white rim parts it from the line behind.
    const float rim = r + 1.5F * line_width();
    switch (style.marker) {
    case Marker::Disc:
        disc(c, rim, kWhite);
        return disc(c, r, style.line);
    case Marker::Ring:
        disc(c, rim, kWhite);
        disc(c, r, style.line);
        return disc(c, r * 0.5F, kWhite);
    case Marker::Square:
        return box({ { c.x - r, c.y - r, 2 * r, 2 * r }, 0, style.line, std::nullopt, 0 });
    case Marker::TriangleUp:
        return polygon(
            { { c.x, c.y - 1.2F * r }, { c.x + 1.15F * r, c.y + r }, { c.x - 1.15F * r, c.y + r } },
            style.line);
    case Marker::Diamond:
        return polygon({ { c.x, c.y - 1.3F * r }, { c.x + 1.3F * r, c.y }, { c.x, c.y + 1.3F * r },
                           { c.x - 1.3F * r, c.y } },
            style.line);
    }
}

void Sketch::sign(ui::Point centre, float radius, Mark mark)
{
    if (mark == Mark::Near) {
        sign(centre, radius * 1.18F, mark, kAmberInk, kWhite);
        return sign(centre, radius, mark, kAmber, kInk);
    }
    sign(centre, radius, mark, kRed, kWhite);
}

void Sketch::sign(ui::Point c, float r, Mark mark, ui::Color ink, ui::Color ground)
{
    const float stroke = r * 0.24F;
    if (mark == Mark::Near) {
        const ui::Point middle { c.x, c.y + 0.12F * r };
        polygon({ { c.x, c.y - 1.05F * r }, { c.x + 1.15F * r, c.y + 0.95F * r },
                    { c.x - 1.15F * r, c.y + 0.95F * r } },
            ink);
        line({ middle.x, middle.y - 0.5F * r }, { middle.x, middle.y + 0.2F * r }, ground, stroke);
        disc({ middle.x, middle.y + 0.55F * r }, stroke * 0.6F, ground);
    } else if (mark == Mark::Missed) {
        const float d = 0.36F * r;
        polygon({ { c.x, c.y - 1.15F * r }, { c.x + 1.15F * r, c.y }, { c.x, c.y + 1.15F * r },
                    { c.x - 1.15F * r, c.y } },
            ink);
        line({ c.x - d, c.y - d }, { c.x + d, c.y + d }, ground, stroke);
        line({ c.x - d, c.y + d }, { c.x + d, c.y - d }, ground, stroke);
    }
}

void Sketch::area(const ui::Rect& rect, std::size_t series, std::size_t index)
{
    drawing_.areas.push_back({ rect, static_cast<int>(series), static_cast<int>(index) });
}

} // namespace nextplease::chart
