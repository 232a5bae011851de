#include "kiosk/chart/plot.h"

#include <algorithm>

namespace nextplease::chart {
namespace {

constexpr float kMiddle = 0.36F;

double highest(const Bars& bars)
{
    constexpr double kWhole = 100; // shares are seen against the whole
    double most = std::max(bars.target ? bars.target->value : 0, bars.unit == Unit::Percent ? kWhole : 0.0);
    for (std::size_t i = 0; i < bars.categories.size(); ++i) {
        double sum = 0;
        for (const Series& series : bars.series) {
            const Value& value = series.values.at(i);
            sum += value.at.value_or(0);
            const bool stacked = bars.arrangement == Bars::Arrangement::Stacked;
            most = std::max({ most, stacked ? sum : value.at.value_or(0), value.high.value_or(0) });
        }
    }
    return most;
}

// Where the bars of one category stand: side by side, or one on the other.
class BarDrawing {
public:
    BarDrawing(Sketch& sketch, const Bars& bars, const ui::Rect& rect, const Axis& axis)
        : sketch_(sketch)
        , bars_(bars)
        , rect_(rect)
        , axis_(axis)
        , level_(bars.direction == Bars::Direction::Level)
        , pitch_((level_ ? rect.h : rect.w)
              / static_cast<float>(std::max<std::size_t>(1, bars.categories.size())))
    {
        const std::size_t abreast = stacked() ? 1 : std::max<std::size_t>(1, bars.series.size());
        thick_ = std::min(pitch_ * 0.74F / static_cast<float>(abreast), 4 * sketch.em());
        first_ = (pitch_ - thick_ * static_cast<float>(abreast)) / 2;
    }

    float pitch() const { return pitch_; }

    void draw()
    {
        for (std::size_t i = 0; i < bars_.categories.size(); ++i) {
            double base = 0;
            for (std::size_t s = 0; s < bars_.series.size(); ++s) {
                const Value& value = bars_.series[s].values.at(i);
                if (!value.at)
                    continue;
                bar(s, i, base, base + *value.at);
                if (stacked())
                    base += *value.at;
            }
        }
    }

    // After whatever they stand on.
    void labels()
    {
        for (const auto& [value, rect] : labelled_)
            label(*value, rect);
    }

private:
    bool stacked() const { return bars_.arrangement == Bars::Arrangement::Stacked; }
    float along(double value) const
    {
        const auto share = static_cast<float>(axis_.share(value));
        return level_ ? rect_.x + rect_.w * share : rect_.bottom() - rect_.h * share;
    }

    void bar(std::size_t s, std::size_t i, double from, double to)
    {
        const Value& value = bars_.series[s].values.at(i);
        const float side = (level_ ? rect_.y : rect_.x) + pitch_ * static_cast<float>(i) + first_
            + (stacked() ? 0 : thick_ * static_cast<float>(s));
        const float a = along(from), b = along(to);
        const ui::Rect rect =
            level_ ? ui::Rect { a, side, b - a, thick_ } : ui::Rect { side, b, thick_, a - b };
        sketch_.filled(rect, style_of(s));
        sketch_.area(stacked() ? rect
                : level_       ? ui::Rect { rect_.x, side, rect_.w, thick_ }
                               : ui::Rect { side, rect_.y, thick_, rect_.h },
            s, i);
        whisker(value, side + thick_ / 2);
        labelled_.emplace_back(&value, rect);
    }

    void whisker(const Value& value, float middle)
    {
        if (!value.low || !value.high || stacked())
            return;
        const float a = along(*value.low), b = along(*value.high), half = thick_ * 0.2F;
        const float unit = 2 * sketch_.line_width();
        const auto line = [&](float x, float y, float to_x, float to_y) {
            level_ ? sketch_.line({ x, y }, { to_x, to_y }, kInk, unit)
                   : sketch_.line({ y, x }, { to_y, to_x }, kInk, unit);
        };
        line(a, middle, b, middle);
        line(a, middle - half, a, middle + half);
        line(b, middle - half, b, middle + half);
    }

    void label(const Value& value, const ui::Rect& rect)
    {
        if (value.label.empty())
            return;
        const float em = sketch_.em();
        const float wide = sketch_.width(value.label, ui::Weight::Bold);
        if (stacked()) {
            // Inside, on a ground of its own, where it fits.
            if (wide + 0.6F * em > rect.w || em * 1.3F > rect.h)
                return;
            const ui::Point middle { rect.x + rect.w / 2, rect.y + rect.h / 2 };
            sketch_.box(
                { { middle.x - wide / 2 - 0.2F * em, middle.y - 0.62F * em, wide + 0.4F * em, 1.24F * em },
                    0.2F * em, kWhite, std::nullopt, 0 });
            return sketch_.text({ middle.x, middle.y + kMiddle * em }, Run::Anchor::Middle, value.label, kInk,
                ui::Weight::Bold);
        }
        if (level_) {
            // In a column of their own, where no line crosses them.
            const float middle = rect.y + rect.h / 2, at = rect_.right() + 0.7F * em;
            if (value.mark == Mark::Near || value.mark == Mark::Missed)
                sketch_.sign({ at + 0.45F * em, middle }, 0.45F * em, value.mark);
            return sketch_.text({ sketch_.frame().size.w, middle + kMiddle * em }, Run::Anchor::Right,
                value.label, kInk, ui::Weight::Bold);
        }
        if (wide > pitch_ / static_cast<float>(std::max<std::size_t>(1, bars_.series.size())))
            return;
        const float baseline = std::min(rect.y, value.high ? along(*value.high) : rect.y) - 0.35F * em;
        const float middle = rect.x + rect.w / 2;
        // On a ground of its own: a target may run behind it.
        sketch_.box(
            { { middle - wide / 2, baseline - 0.8F * em, wide, 0.95F * em }, 0, kWhite, std::nullopt, 0 });
        sketch_.text({ middle, baseline }, Run::Anchor::Middle, value.label, kInk, ui::Weight::Bold);
    }

    Sketch& sketch_;
    const Bars& bars_;
    ui::Rect rect_;
    Axis axis_;
    bool level_;
    float pitch_;
    float thick_ = 1;
    float first_ = 0;
    std::vector<std::pair<const Value*, ui::Rect>> labelled_;
};

void draw_upright(Sketch& sketch, const Bars& bars, float top)
{
    const float em = sketch.em();
    const ui::Size size = sketch.frame().size;
    const float bottom = size.h - em * 0.9F - category_height(sketch, bars.categories);
    Plot plot;
    plot.unit = bars.unit;
    plot.axis =
        nice_axis(0, highest(bars), bars.unit, std::max(2, static_cast<int>((bottom - top) / (3.2F * em))));
    const float left = value_axis_width(sketch, plot.axis, bars.unit);
    const float right = bars.target ? sketch.width(bars.target->label, ui::Weight::Bold) + 0.8F * em : em;
    plot.rect = { left, top, size.w - left - right, bottom - top };
    draw_value_axis(sketch, plot);
    BarDrawing drawing(sketch, bars, plot.rect, plot.axis);
    draw_categories(sketch, plot, bars.categories, drawing.pitch());
    drawing.draw();
    if (bars.target) {
        draw_target(sketch, plot, *bars.target, kWhite);
        draw_end_labels(sketch, plot, { { plot.y(bars.target->value), bars.target->label, kInk } });
    }
    drawing.labels();
}

// In as few lines as fit, broken at its blanks; at most `lines`, the last of which may be wider.
std::vector<std::string> broken(const Sketch& sketch, const std::string& name, float wide, std::size_t lines)
{
    std::vector<std::string> all { {} };
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        const std::string word = name.substr(at, end - at);
        std::string& line = all.back();
        const std::string longer = line.empty() ? word : line + ' ' + word;
        if (line.empty() || sketch.width(longer) <= wide || all.size() == lines)
            line = longer;
        else
            all.push_back(word);
        at = end + 1;
    }
    return all;
}

constexpr float kNameLine = 1.25F; // em
constexpr float kNames = 0.36F; // of the width, at most, where they can be broken

// The names of the rows, each in its lines.
std::vector<std::vector<std::string>> names_of(const Sketch& sketch, const Bars& bars, float height)
{
    const float pitch = height / static_cast<float>(std::max<std::size_t>(1, bars.categories.size()));
    const auto lines = static_cast<std::size_t>(std::max(1.0F, pitch / (kNameLine * sketch.em())));
    std::vector<std::vector<std::string>> names;
    for (const std::string& category : bars.categories)
        names.push_back(broken(sketch, category, sketch.frame().size.w * kNames, lines));
    return names;
}

float widest_name(const Sketch& sketch, const std::vector<std::vector<std::string>>& names)
{
    float widest = 0;
    for (const std::vector<std::string>& lines : names) {
        for (const std::string& line : lines)
            widest = std::max(widest, sketch.width(line));
    }
    return widest;
}

float widest_label(const Sketch& sketch, const Bars& bars)
{
    float widest = 0;
    for (const Series& series : bars.series) {
        for (const Value& value : series.values)
            widest = std::max(widest, sketch.width(value.label, ui::Weight::Bold));
    }
    return widest;
}

void draw_level(Sketch& sketch, const Bars& bars, float top)
{
    const float em = sketch.em();
    const ui::Size size = sketch.frame().size;
    const float high = size.h - top - 2.2F * em;
    const std::vector<std::vector<std::string>> names = names_of(sketch, bars, high);
    const float left = widest_name(sketch, names) + 0.8F * em;
    const bool stacked = bars.arrangement == Bars::Arrangement::Stacked;
    const float right = stacked ? em : widest_label(sketch, bars) + 2.1F * em;
    const ui::Rect rect { left, top, size.w - left - right, high };
    const Axis axis =
        nice_axis(0, highest(bars), bars.unit, std::max(2, static_cast<int>(rect.w / (6 * em))));
    for (const double tick : axis.ticks()) {
        const float x = rect.x + rect.w * static_cast<float>(axis.share(tick));
        sketch.line(
            { x, rect.y }, { x, rect.bottom() }, tick == axis.from ? kInk2 : kRule, sketch.line_width());
        sketch.text(
            { x, rect.bottom() + 1.5F * em }, Run::Anchor::Middle, tick_words(tick, axis, bars.unit), kInk2);
    }
    BarDrawing drawing(sketch, bars, rect, axis);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto more = static_cast<float>(names[i].size() - 1);
        float y = rect.y + drawing.pitch() * (static_cast<float>(i) + 0.5F) + kMiddle * em
            - more * kNameLine * em / 2;
        for (const std::string& line : names[i]) {
            sketch.text({ left - 0.8F * em, y }, Run::Anchor::Right, line);
            y += kNameLine * em;
        }
    }
    drawing.draw();
    if (bars.target) {
        const float x = rect.x + rect.w * static_cast<float>(axis.share(bars.target->value));
        const float unit = sketch.line_width();
        sketch.line({ x, rect.y - 0.3F * em }, { x, rect.bottom() }, kWhite, 5 * unit);
        sketch.path({ { x, rect.y - 0.3F * em }, { x, rect.bottom() } }, kInk, 2 * unit, 10 * unit, 6 * unit);
        const float half = sketch.width(bars.target->label, ui::Weight::Bold) / 2;
        const float above = 0.6F * em + 0.6F * sketch.more_for(bars.target->label);
        sketch.text({ std::min(x, size.w - half), rect.y - above }, Run::Anchor::Middle, bars.target->label,
            kInk, ui::Weight::Bold);
    }
    drawing.labels();
}

} // namespace

void draw(Sketch& sketch, const Chart& chart, const Bars& bars)
{
    float top = draw_unit(sketch, chart.unit);
    top += draw_legend(sketch, bars.series, Swatch::Fill, top) + 0.9F * sketch.em();
    if (bars.direction == Bars::Direction::Level)
        draw_level(sketch, bars, top + (bars.target ? sketch.em() + sketch.more_for(bars.target->label) : 0));
    else
        draw_upright(sketch, bars, top);
}

} // namespace nextplease::chart
