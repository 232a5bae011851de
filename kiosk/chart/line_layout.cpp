#include "kiosk/chart/plot.h"

#include <algorithm>
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
            labels.push_back({ plot.y(*last->at), lines.series[s].name, style_of(s).line });
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
            label(series, s, i, centre);
        }
    }

    static bool lonely(const Series& series, std::size_t i)
    {
        const bool left = i > 0 && series.values[i - 1].at;
        const bool right = i + 1 < series.values.size() && series.values[i + 1].at;
        return !left && !right;
    }

    // Above, where the line does not come down from there; below where a sign says that it is low.
    void label(const Series& series, std::size_t s, std::size_t i, ui::Point centre)
    {
        const Value& value = series.values[i];
        if (value.label.empty() || lines_.series.size() > 2
            || sketch_.width(value.label, ui::Weight::Bold) + 0.4F * sketch_.em() > pitch_)
            return;
        const bool low = value.mark == Mark::Near || value.mark == Mark::Missed || s == 1;
        float baseline = centre.y + (low ? 1.75F : -0.85F) * sketch_.em();
        if (low && baseline > plot_.rect.bottom() - 0.5F * sketch_.em())
            baseline = centre.y - 0.85F * sketch_.em();
        else if (!low && baseline - 0.75F * sketch_.em() < plot_.rect.y - sketch_.em())
            baseline = centre.y + 1.75F * sketch_.em();
        sketch_.text({ centre.x, baseline }, Run::Anchor::Middle, value.label, kInk, ui::Weight::Bold);
    }

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

} // namespace

void draw(Sketch& sketch, const Chart& chart, const Lines& lines)
{
    const float em = sketch.em();
    const ui::Size size = sketch.frame().size;
    float top = draw_unit(sketch, chart.unit);
    top += draw_legend(sketch, lines.series, Swatch::Line, top) + 0.6F * em;
    const float bottom = size.h - em * 0.9F - category_height(sketch, lines.categories);
    const Span span = span_of(lines);
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
    if (plot.axis.from > 0 && !lines.begins_at.empty()) {
        std::string said = lines.begins_at;
        if (const std::size_t at = said.find("{}"); at != std::string::npos)
            said.replace(at, 2, tick_words(plot.axis.from, plot.axis, lines.unit));
        sketch.text({ size.w, em }, Run::Anchor::Right, said, kInk2);
    }
}

} // namespace nextplease::chart
