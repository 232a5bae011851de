#include "kiosk/chart/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nextplease::chart {
namespace {

struct Span {
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    void take(const std::optional<double>& value)
    {
        if (value) {
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
    }
};

Span span_of(const Lines& lines)
{
    Span span;
    for (const Series& series : lines.series) {
        for (const Value& value : series.values) {
            span.take(value.at);
            span.take(value.low);
            span.take(value.high);
        }
    }
    if (lines.target)
        span.take(lines.target->value);
    if (lines.begin == Lines::Begin::AtZero)
        span.take(0);
    return span;
}

std::vector<EndLabel> end_labels(const Lines& lines, const Plot& plot)
{
    std::vector<EndLabel> labels;
    if (lines.target)
        labels.push_back({ plot.y(lines.target->value), lines.target->label, kInk });
    for (std::size_t s = 0; lines.series.size() > 1 && s < lines.series.size(); ++s) {
        const auto& values = lines.series[s].values;
        const auto last = std::find_if(
            values.rbegin(), values.rend(), [](const Value& value) { return value.at.has_value(); });
        if (last != values.rend())
            labels.push_back({ plot.y(*last->at), lines.series[s].name, kInk });
    }
    return labels;
}

class LineDrawing {
public:
    LineDrawing(Sketch& sketch, const Lines& lines, const Plot& plot)
        : sketch_(sketch)
        , lines_(lines)
        , plot_(plot)
        , pitch_(plot.rect.w / static_cast<float>(std::max<std::size_t>(1, lines.categories.size())))
    {
    }

    float pitch() const { return pitch_; }

    void draw()
    {
        for (std::size_t s = 0; s < lines_.series.size(); ++s)
            band(lines_.series[s], style_of(s));
        if (lines_.target)
            draw_target(sketch_, plot_, *lines_.target);
        for (std::size_t s = lines_.series.size(); s-- > 0;)
            stroke(lines_.series[s], style_of(s));
        for (std::size_t s = lines_.series.size(); s-- > 0;)
            points(lines_.series[s], s);
        const bool crowded = pitch_ < sketch_.em() * 0.9F;
        for (std::size_t s = 0; !crowded && lines_.series.size() <= 2 && s < lines_.series.size(); ++s)
            labels(lines_.series[s], s);
    }

private:
    float x(std::size_t index) const { return plot_.rect.x + pitch_ * (static_cast<float>(index) + 0.5F); }
    ui::Point at(std::size_t index, double value) const { return { x(index), plot_.y(value) }; }

    // Uncertainty, from value to value.
    void band(const Series& series, const SeriesStyle& style)
    {
        constexpr float kFaint = 0.16F;
        for (std::size_t i = 0; i + 1 < series.values.size(); ++i) {
            const Value &a = series.values[i], &b = series.values[i + 1];
            if (a.low && a.high && b.low && b.high)
                sketch_.polygon({ at(i, *a.high), at(i + 1, *b.high), at(i + 1, *b.low), at(i, *a.low) },
                    style.line, kFaint);
        }
    }

    void stroke(const Series& series, const SeriesStyle& style)
    {
        const float unit = sketch_.line_width();
        std::vector<ui::Point> run;
        const auto flush = [&](float dash, float gap) {
            if (run.size() > 1)
                sketch_.path(run, style.line, 2.8F * unit, dash * unit, gap * unit);
            run.clear();
        };
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const Value& value = series.values[i];
            if (!value.at) {
                flush(style.dash, style.gap);
                continue;
            }
            const bool so_far = lines_.last == Lines::Last::SoFar && i + 1 == series.values.size();
            if (so_far && !run.empty()) {
                const ui::Point before = run.back();
                flush(style.dash, style.gap);
                run = { before, at(i, *value.at) };
                flush(3, 5);
                return;
            }
            run.push_back(at(i, *value.at));
        }
        flush(style.dash, style.gap);
    }

    void points(const Series& series, std::size_t s)
    {
        const bool crowded = pitch_ < sketch_.em() * 0.9F;
        const float radius = sketch_.em() * (crowded ? 0.2F : 0.42F);
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const Value& value = series.values[i];
            if (!value.at)
                continue;
            const ui::Point centre = at(i, *value.at);
            sketch_.area({ x(i) - pitch_ / 2, plot_.rect.y, pitch_, plot_.rect.h }, s, i);
            if (value.mark == Mark::Near || value.mark == Mark::Missed)
                sketch_.sign(centre, radius * 1.25F, value.mark);
            else if (!crowded || lonely(series, i))
                sketch_.marker(centre, style_of(s), radius);
        }
    }

    static bool lonely(const Series& series, std::size_t i)
    {
        const bool left = i > 0 && series.values[i - 1].at;
        const bool right = i + 1 < series.values.size() && series.values[i + 1].at;
        return !left && !right;
    }

    // As many as there is room for, counted from the last one: each where it lies on no marker and, if it can
    // be, on no line; else it is parted from the line by a rim, or left out.
    void labels(const Series& series, std::size_t s)
    {
        float widest = 0;
        for (const Value& value : series.values)
            widest = std::max(widest, sketch_.width(value.label, ui::Weight::Bold));
        const auto every =
            static_cast<std::size_t>(std::max(1.0F, std::ceil((widest + 0.4F * sketch_.em()) / pitch_)));
        const std::size_t count = series.values.size();
        for (std::size_t back = 0; back < count; back += every) {
            const std::size_t i = count - 1 - back;
            if (series.values[i].at && !series.values[i].label.empty())
                label(series.values[i], s, at(i, *series.values[i].at));
        }
    }

    // Above the value, or below where a sign says that it is low; the other side, or further off, where
    // something is in the way.
    void label(const Value& value, std::size_t s, ui::Point centre)
    {
        const float em = sketch_.em();
        const float wide = sketch_.width(value.label, ui::Weight::Bold);
        const bool low = value.mark == Mark::Near || value.mark == Mark::Missed || s == 1;
        constexpr std::array kAbove { -0.85F, 1.75F, -1.6F, 2.5F };
        constexpr std::array kBelow { 1.75F, -0.85F, 2.5F, -1.6F };
        std::optional<float> best;
        int least = kBlocked;
        for (const float off : low ? kBelow : kAbove) {
            const float baseline = centre.y + off * em;
            if (baseline > plot_.rect.bottom() - 0.5F * em || baseline - 0.75F * em < plot_.rect.y - em)
                continue;
            const int cost = in_the_way(label_box(centre.x, baseline, wide));
            if (cost < least) {
                least = cost;
                best = baseline;
            }
        }
        if (!best)
            return;
        const ui::Rect box = label_box(centre.x, *best, wide);
        if (least > 0)
            sketch_.box({ box.inset(-0.2F * em), 0, kWhite, std::nullopt, 0 });
        sketch_.text({ centre.x, *best }, Run::Anchor::Middle, value.label, kInk, ui::Weight::Bold);
        labelled_.push_back(box);
    }

    ui::Rect label_box(float middle, float baseline, float wide) const
    {
        return { middle - wide / 2, baseline - 0.75F * sketch_.em(), wide, 0.78F * sketch_.em() };
    }

    // kBlocked for markers and other labels, 1 for each line.
    int in_the_way(const ui::Rect& box) const
    {
        for (const ui::Rect& other : labelled_) {
            if (other.inset(-0.15F * sketch_.em()).overlaps(box))
                return kBlocked;
        }
        const float reach = 0.65F * sketch_.em(); // of a marker or sign, with some air
        int lines = lines_.target
                && crosses(box, { plot_.rect.x, plot_.y(lines_.target->value) },
                    { plot_.rect.right(), plot_.y(lines_.target->value) })
            ? 1
            : 0;
        for (const Series& series : lines_.series) {
            for (std::size_t i = 0; i < series.values.size(); ++i) {
                if (!series.values[i].at)
                    continue;
                const ui::Point here = at(i, *series.values[i].at);
                if (ui::Rect { here.x - reach, here.y - reach, 2 * reach, 2 * reach }.overlaps(box))
                    return kBlocked;
                if (i > 0 && series.values[i - 1].at
                    && crosses(box, at(i - 1, *series.values[i - 1].at), here))
                    ++lines;
            }
        }
        return lines;
    }

    // Whether any of the way from one to the other lies in the box.
    static bool crosses(const ui::Rect& box, ui::Point from, ui::Point to)
    {
        float begin = 0, end = 1;
        const auto cut = [&](float start, float way, float low, float high) {
            if (way == 0)
                return low <= start && start <= high;
            const float a = (low - start) / way, b = (high - start) / way;
            begin = std::max(begin, std::min(a, b));
            end = std::min(end, std::max(a, b));
            return begin <= end;
        };
        return cut(from.x, to.x - from.x, box.x, box.right())
            && cut(from.y, to.y - from.y, box.y, box.bottom());
    }

    static constexpr int kBlocked = 1000;
    std::vector<ui::Rect> labelled_; // where words of values stand already
    Sketch& sketch_;
    const Lines& lines_;
    const Plot& plot_;
    float pitch_;
};

float end_label_width(const Sketch& sketch, const Lines& lines)
{
    float widest = 0;
    const auto take = [&](const std::string& text) {
        widest = std::max(widest, sketch.width(text, ui::Weight::Bold) + 0.8F * sketch.em());
    };
    if (lines.target)
        take(lines.target->label);
    for (const Series& series : lines.series) {
        if (lines.series.size() > 1)
            take(series.name);
    }
    return widest;
}

// "Scale starts at 50 %."
std::string scale_words(const Lines& lines, const Axis& axis)
{
    std::string said = lines.begins_at;
    if (const std::size_t at = said.find("{}"); at != std::string::npos)
        said.replace(at, 2, tick_words(axis.from, axis, lines.unit));
    return said;
}

// How far above the plot the words of the scale stand: beside the unit, or in a row of their own.
struct ScaleNote {
    float baseline = 0;
    float more = 0; // room that they need over the plot
};
ScaleNote place_scale_words(const Sketch& sketch, const Chart& chart, const Lines& lines, const Span& span)
{
    const float em = sketch.em();
    ScaleNote note { em, 0 };
    if (lines.begins_at.empty() || span.low <= 0)
        return note;
    const float wide = sketch.width(scale_words(lines, { 100, 100, 1 })) + em;
    const float row = 1.4F * em + sketch.more_for(lines.begins_at);
    if (chart.unit.empty())
        note.more = row;
    else if (wide + sketch.width(chart.unit) > sketch.frame().size.w) {
        note.baseline += row;
        note.more = row;
    }
    return note;
}

} // namespace

void draw(Sketch& sketch, const Chart& chart, const Lines& lines)
{
    const float em = sketch.em();
    const ui::Size size = sketch.frame().size;
    const Span span = span_of(lines);
    const ScaleNote note = place_scale_words(sketch, chart, lines, span);
    float top = draw_unit(sketch, chart.unit) + note.more;
    top += draw_legend(sketch, lines.series, Swatch::Line, top) + 0.6F * em;
    const float bottom = size.h - em * 0.9F - category_height(sketch, lines.categories);
    Plot plot;
    plot.unit = lines.unit;
    plot.axis = nice_axis(
        span.low, span.high, lines.unit, std::max(2, static_cast<int>((bottom - top) / (3.2F * em))));
    const float left = value_axis_width(sketch, plot.axis, lines.unit);
    plot.rect = { left, top, size.w - left - std::max(em, end_label_width(sketch, lines)), bottom - top };
    draw_value_axis(sketch, plot);
    LineDrawing drawing(sketch, lines, plot);
    draw_categories(sketch, plot, lines.categories, drawing.pitch());
    drawing.draw();
    draw_end_labels(sketch, plot, end_labels(lines, plot));
    if (plot.axis.from > 0 && !lines.begins_at.empty())
        sketch.text({ size.w, note.baseline }, Run::Anchor::Right, scale_words(lines, plot.axis), kInk2);
}

} // namespace nextplease::chart
