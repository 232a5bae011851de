#include "kiosk/chart/svg_painter.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::chart {
namespace {

std::string color_words(ui::Color color)
{
    return fmt::format("#{:06X}", color.rgb);
}

// Short, and without the noise of binary fractions.
std::string number(float value)
{
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text == "-0" ? "0" : text;
}

class SvgPainter {
public:
    explicit SvgPainter(const Drawing& drawing)
        : drawing_(drawing)
    {
    }

    void operator()(const Box& box)
    {
        const float inset = box.border ? box.border_width / 2 : 0;
        const ui::Rect rect = box.rect.inset(inset);
        text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(rect.x),
            number(rect.y), number(std::max(0.0F, rect.w)), number(std::max(0.0F, rect.h)));
        if (box.radius > 0)
            text_ += fmt::format(" rx=\"{}\"", number(box.radius));
        text_ += fmt::format(" fill=\"{}\"", box.fill ? color_words(*box.fill) : "none");
        if (box.border)
            text_ += fmt::format(
                " stroke=\"{}\" stroke-width=\"{}\"", color_words(*box.border), number(box.border_width));
        text_ += "/>\n";
    }

    void operator()(const Polygon& polygon)
    {
        text_ += "<polygon points=\"";
        for (const ui::Point& point : polygon.points)
            text_ += fmt::format(
                "{}{},{}", &point == &polygon.points.front() ? "" : " ", number(point.x), number(point.y));
        text_ += fmt::format("\" fill=\"{}\"", color_words(polygon.fill));
        if (polygon.opacity < 1)
            text_ += fmt::format(" fill-opacity=\"{}\"", number(polygon.opacity));
        text_ += "/>\n";
    }

    void operator()(const Disc& disc)
    {
        text_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>\n", number(disc.centre.x),
            number(disc.centre.y), number(disc.radius), color_words(disc.fill));
    }

    void operator()(const Strokes& strokes)
    {
        text_ += "<path d=\"";
        const ui::Point* at = nullptr;
        for (const Strokes::Segment& segment : strokes.segments) {
            const bool joined = at && at->x == segment.from.x && at->y == segment.from.y;
            if (!joined)
                text_ += fmt::format("M{} {}", number(segment.from.x), number(segment.from.y));
            text_ += fmt::format("L{} {}", number(segment.to.x), number(segment.to.y));
            at = &segment.to;
        }
        text_ +=
            fmt::format("\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"/>\n",
                color_words(strokes.color), number(strokes.width));
    }

    void operator()(const Run& run)
    {
        const char* anchor = run.anchor == Run::Anchor::Middle ? "middle"
            : run.anchor == Run::Anchor::Right                 ? "end"
                                                               : "start";
        text_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\" fill=\"{}\"",
            number(run.at.x), number(run.at.y), anchor, number(run.size), color_words(run.color));
        if (run.weight == ui::Weight::Bold)
            text_ += " font-weight=\"700\"";
        text_ += '>' + isolated(xml_escaped(run.text)) + "</text>\n";
    }

    std::string text() && { return std::move(text_); }

private:
    // The drawing runs left to right, so that an anchor is the same end everywhere; words of a language that
    // does not are set apart (Unicode isolates).
    std::string isolated(const std::string& text) const
    {
        const bool apart = ui::right_to_left(drawing_.language) && ui::has_arabic(text);
        return apart ? "\u2067" + text + "\u2069" : text;
    }

    const Drawing& drawing_;
    std::string text_;
};

} // namespace

std::string xml_escaped(const std::string& text)
{
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            // Control characters are not allowed in XML, however they are written.
            safe += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return safe;
}

std::string svg_of(const Drawing& drawing, const Chart& chart, const std::string& id)
{
    SvgPainter painter(drawing);
    for (const Item& item : drawing.items)
        std::visit(painter, item);
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-t {0}-d\" "
               "viewBox=\"0 0 {1} {2}\" direction=\"ltr\">\n<title id=\"{0}-t\">{3}</title>\n<desc "
               "id=\"{0}-d\">{4}</desc>\n",
               id, number(drawing.size.w), number(drawing.size.h), xml_escaped(chart.title),
               xml_escaped(chart.description))
        + std::move(painter).text() + "</svg>\n";
}

} // namespace nextplease::chart
