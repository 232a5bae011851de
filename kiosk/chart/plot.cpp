#include "kiosk/chart/plot.h"

#include <algorithm>
#include <cmath>

namespace nextplease::chart {
namespace {

constexpr float kMiddle = 0.36F; // of a size: from the middle of figures down to their baseline

float widest_line(const Sketch& sketch, const std::string& text)
{
    float widest = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        widest = std::max(widest, sketch.width(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return widest;
}

} // namespace

float value_axis_width(const Sketch& sketch, const Axis& axis, Unit unit)
{
    float widest = 0;
    for (const double tick : axis.ticks())
        widest = std::max(widest, sketch.width(tick_words(tick, axis, unit)));
    return widest + sketch.em() * 0.6F;
}

void draw_value_axis(Sketch& sketch, const Plot& plot)
{
    for (const double tick : plot.axis.ticks()) {
        const float y = plot.y(tick);
        const bool base = tick == plot.axis.from;
        sketch.line({ plot.rect.x, y }, { plot.rect.right(), y }, base ? kInk2 : kRule, sketch.line_width());
        sketch.text({ plot.rect.x - sketch.em() * 0.6F, y + kMiddle * sketch.em() }, Run::Anchor::Right,
            tick_words(tick, plot.axis, plot.unit), kInk2);
    }
}

float category_height(const Sketch& sketch, const std::vector<std::string>& categories)
{
    std::ptrdiff_t breaks = 0;
    float more = 0;
    for (const std::string& category : categories) {
        breaks = std::max(breaks, std::count(category.begin(), category.end(), '\n'));
        more = std::max(more, sketch.more_for(category));
    }
    return (sketch.em() * kLineDistance + more) * static_cast<float>(breaks + 1);
}

void draw_categories(
    Sketch& sketch, const Plot& plot, const std::vector<std::string>& categories, float pitch)
{
    float widest = 0;
    for (const std::string& category : categories)
        widest = std::max(widest, widest_line(sketch, category));
    const float needed = widest + sketch.em() * 0.7F;
    const auto every = static_cast<std::size_t>(std::max(1.0F, std::ceil(needed / pitch)));
    for (std::size_t i = 0; i < categories.size(); ++i) {
        // The last one is always said: it is the one that people look for.
        const bool last = i + 1 == categories.size();
        const bool near_last = categories.size() - 1 - i < every;
        if (!last && (i % every != 0 || near_last))
            continue;
        const float below = 1.4F * sketch.em() + 0.6F * sketch.more_for(categories[i]);
        sketch.lines({ plot.rect.x + pitch * (static_cast<float>(i) + 0.5F), plot.rect.bottom() + below },
            Run::Anchor::Middle, categories[i], kInk2);
    }
}

float draw_unit(Sketch& sketch, const std::string& unit)
{
    if (unit.empty())
        return sketch.em() * 0.6F;
    sketch.text({ 0, sketch.em() }, Run::Anchor::Left, unit, kInk2);
    return sketch.em() * 2.0F;
}

float draw_legend(Sketch& sketch, const std::vector<Series>& series, Swatch swatch, float top)
{
    if (series.size() < 2)
        return 0;
    const float em = sketch.em();
    const float side = em * 1.9F;
    const float row = em * 1.7F;
    float x = 0, y = top;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const float wide = side + em * 0.5F + sketch.width(series[i].name);
        if (x > 0 && x + wide > sketch.frame().size.w) {
            x = 0;
            y += row;
        }
        const SeriesStyle& style = style_of(i);
        if (swatch == Swatch::Fill) {
            sketch.filled({ x, y + 0.1F * em, side, em }, style);
        } else {
            const float middle = y + 0.6F * em;
            sketch.path({ { x, middle }, { x + side, middle } }, style.line, 2.5F * sketch.line_width(),
                style.dash * sketch.line_width(), style.gap * sketch.line_width());
            sketch.marker({ x + side / 2, middle }, style, 0.28F * em);
        }
        sketch.text({ x + side + em * 0.5F, y + em }, Run::Anchor::Left, series[i].name);
        x += wide + em * 1.5F;
    }
    return y + row - top;
}

void draw_target(Sketch& sketch, const Plot& plot, const Target& target, std::optional<ui::Color> rim)
{
    const float y = plot.y(target.value);
    const float unit = sketch.line_width();
    if (rim)
        sketch.line({ plot.rect.x, y }, { plot.rect.right(), y }, *rim, 5 * unit);
    sketch.path({ { plot.rect.x, y }, { plot.rect.right(), y } }, kInk, 2 * unit, 10 * unit, 6 * unit);
}

void draw_end_labels(Sketch& sketch, const Plot& plot, std::vector<EndLabel> labels)
{
    std::stable_sort(
        labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
    float apart = sketch.em() * kLineDistance;
    for (const EndLabel& label : labels)
        apart = std::max(apart, sketch.em() * kLineDistance + sketch.more_for(label.text));
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + apart);
    // Not below the plot: from the last one back up.
    float lowest = plot.rect.bottom();
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, lowest);
        lowest = label->y - apart;
    }
    for (const EndLabel& label : labels)
        sketch.text({ plot.rect.right() + sketch.em() * 0.6F, label.y + kMiddle * sketch.em() },
            Run::Anchor::Left, label.text, label.color, label.weight);
}

} // namespace nextplease::chart
