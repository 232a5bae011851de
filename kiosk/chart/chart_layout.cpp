#include "kiosk/chart/chart_layout.h"

#include "kiosk/chart/plot.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/text_setter.h"

#include <algorithm>
#include <map>
#include <memory>

namespace nextplease::chart {
namespace {

bool none(const std::vector<Series>& series)
{
    return std::none_of(series.begin(), series.end(), [](const Series& one) {
        return std::any_of(
            one.values.begin(), one.values.end(), [](const Value& value) { return value.at.has_value(); });
    });
}

bool none(const Lines& lines)
{
    return none(lines.series);
}
bool none(const Bars& bars)
{
    return none(bars.series);
}
bool none(const Heat& heat)
{
    return heat.steps.empty() || std::none_of(heat.cells.begin(), heat.cells.end(), [](const auto& row) {
        return std::any_of(row.begin(), row.end(), [](const Value& value) { return value.at.has_value(); });
    });
}
bool none(const Histogram& histogram)
{
    return std::all_of(
        histogram.counts.begin(), histogram.counts.end(), [](std::int64_t count) { return count == 0; });
}

} // namespace

bool is_empty(const Chart& chart)
{
    return std::visit([](const auto& body) { return none(body); }, chart.body);
}

const Area* Drawing::area_at(ui::Point at) const
{
    const auto found =
        std::find_if(areas.rbegin(), areas.rend(), [&](const Area& area) { return area.rect.contains(at); });
    return found == areas.rend() ? nullptr : &*found;
}

Drawing lay_out(const Chart& chart, const Frame& frame, const Measure& measure)
{
    Sketch sketch(frame, chart, measure);
    if (is_empty(chart)) {
        sketch.box({ { 0, 0, frame.size.w, frame.size.h }, 0.5F * sketch.em(), std::nullopt, kRule,
            sketch.line_width() });
        sketch.text({ frame.size.w / 2, frame.size.h / 2 + 0.36F * sketch.em() }, Run::Anchor::Middle,
            chart.nothing, kInk2);
        return sketch.finish();
    }
    std::visit([&](const auto& body) { draw(sketch, chart, body); }, chart.body);
    return sketch.finish();
}

float wanted_height(const Chart& chart, const Frame& frame)
{
    const float em = frame.text;
    if (is_empty(chart))
        return 5 * em;
    if (const auto* heat = std::get_if<Heat>(&chart.body))
        return em * (7.5F + 3.0F * static_cast<float>(heat->rows.size()));
    if (const auto* bars = std::get_if<Bars>(&chart.body);
        bars && bars->direction == Bars::Direction::Level) {
        const bool beside = bars->arrangement == Bars::Arrangement::Beside;
        const std::size_t abreast = beside ? std::max<std::size_t>(1, bars->series.size()) : 1;
        const bool tall = std::any_of(bars->categories.begin(), bars->categories.end(),
            [&](const std::string& name) { return ui::nastaliq(chart.language, name); });
        // Of several, each as thick as the line of its number: BarDrawing leaves a quarter between the rows.
        const float row = abreast > 1 ? 1.65F * static_cast<float>(abreast) : 2.1F;
        return em
            * (8 + std::max(row, tall ? kTallLineDistance : 0) * static_cast<float>(bars->categories.size()));
    }
    return std::clamp(frame.size.w * 0.45F, 15 * em, 22 * em);
}

Measure font_measure(const Language& language)
{
    struct Known {
        ui::TextSetter setter;
        std::map<std::pair<std::string, std::pair<float, ui::Weight>>, float> widths;
    };
    return [known = std::make_shared<Known>(), language](
               const std::string& text, float size, ui::Weight weight) {
        const auto [at, unknown] = known->widths.try_emplace({ text, { size, weight } }, 0.0F);
        if (unknown)
            at->second =
                known->setter.lay({ .text = text, .language = language, .px = size, .weight = weight })
                    ->block()
                    .width;
        return at->second;
    };
}

} // namespace nextplease::chart
