#include "kiosk/chart/plot.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>

namespace nextplease::chart {
namespace {

constexpr float kMiddle = 0.36F;

std::size_t step_of(const Heat& heat, double value)
{
    for (std::size_t i = 0; i < heat.steps.size(); ++i) {
        if (value >= heat.steps[i].from)
            return i;
    }
    return heat.steps.size() - 1;
}

// The steps spread over the five tones, the bad end dark.
const HeatTone& tone_of(const Heat& heat, std::size_t step)
{
    const std::size_t last = std::max<std::size_t>(1, heat.steps.size() - 1);
    const std::size_t place = heat.good == Heat::Good::High ? step : heat.steps.size() - 1 - step;
    return kHeatTones.at(place * (kHeatTones.size() - 1) / last);
}

void draw_cell(Sketch& sketch, const Heat& heat, const Value& value, const ui::Rect& rect)
{
    const float em = sketch.em();
    const float radius = std::min(0.25F * em, rect.h / 4);
    if (!value.at) {
        sketch.box({ rect, radius, std::nullopt, kRule, sketch.line_width() });
        return;
    }
    const std::size_t step = step_of(heat, *value.at);
    const HeatTone& tone = tone_of(heat, step);
    sketch.box({ rect, radius, tone.fill, std::nullopt, 0 });
    const Mark mark = heat.steps[step].mark;
    const bool signed_cell = (mark == Mark::Near || mark == Mark::Missed) && rect.h > 1.2F * em;
    const float wide = sketch.width(value.label, ui::Weight::Bold);
    const bool words = wide + 0.2F * em < rect.w && rect.h > 1.1F * em;
    const bool below = signed_cell && words && rect.h > 2.6F * em;
    const bool beside = signed_cell && words && !below && wide + 1.6F * em < rect.w;
    const ui::Point middle { rect.x + rect.w / 2, rect.y + rect.h / 2 };
    if (words)
        sketch.text(
            { middle.x - (beside ? 0.55F * em : 0), middle.y + kMiddle * em - (below ? 0.5F * em : 0) },
            Run::Anchor::Middle, value.label, tone.ink, ui::Weight::Bold);
    if (below)
        sketch.sign({ middle.x, middle.y + 0.85F * em }, 0.38F * em, mark, tone.ink, tone.fill);
    else if (beside)
        sketch.sign({ middle.x + wide / 2 + 0.2F * em, middle.y }, 0.36F * em, mark, tone.ink, tone.fill);
    else if (signed_cell && !words)
        sketch.sign(middle, std::min(0.42F * em, rect.w * 0.3F), mark, tone.ink, tone.fill);
}

constexpr float kStepLine =
    1.9F; // of the legend, from baseline to baseline, in sizes of text: Urdu hangs low
constexpr float kStepGap = 0.8F;

float draw_steps(Sketch& sketch, const Heat& heat, float baseline)
{
    const float em = sketch.em();
    float x = 0;
    for (std::size_t i = 0; i < heat.steps.size(); ++i) {
        const HeatStep& step = heat.steps[i];
        const HeatTone& tone = tone_of(heat, i);
        const float wide = 1.7F * em + sketch.width(step.label);
        if (x > 0 && x + wide > sketch.frame().size.w) {
            x = 0;
            baseline += kStepLine * em;
        }
        const ui::Rect swatch { x, baseline - 0.95F * em, 1.2F * em, 1.2F * em };
        sketch.box({ swatch, 0.2F * em, tone.fill, kInk2, sketch.line_width() });
        if (step.mark == Mark::Near || step.mark == Mark::Missed)
            sketch.sign({ swatch.x + swatch.w / 2, swatch.y + swatch.h / 2 }, 0.36F * em, step.mark, tone.ink,
                tone.fill);
        sketch.text({ x + 1.6F * em, baseline }, Run::Anchor::Left, step.label);
        x += wide + kStepGap * em;
    }
    return baseline;
}

// How many rows the legend takes.
int step_rows(const Sketch& sketch, const Heat& heat)
{
    const float em = sketch.em();
    float x = 0;
    int rows = 1;
    for (const HeatStep& step : heat.steps) {
        const float wide = 1.7F * em + sketch.width(step.label);
        if (x > 0 && x + wide > sketch.frame().size.w) {
            x = 0;
            ++rows;
        }
        x += wide + kStepGap * em;
    }
    return rows;
}

} // namespace

void draw(Sketch& sketch, const Chart& chart, const Heat& heat)
{
    const float em = sketch.em();
    const ui::Size size = sketch.frame().size;
    float names = 0;
    for (const std::string& row : heat.rows)
        names = std::max(names, sketch.width(row, ui::Weight::Bold));
    names += 0.8F * em;
    const bool at_right = ui::right_to_left(chart.language);
    const float top = draw_unit(sketch, chart.unit) + 1.5F * em;
    const float bottom = size.h - kStepLine * em * static_cast<float>(step_rows(sketch, heat)) - 0.6F * em;
    const ui::Rect field { at_right ? 0 : names, top, size.w - names, bottom - top };
    const float w = field.w / static_cast<float>(std::max<std::size_t>(1, heat.columns.size()));
    const float h = field.h / static_cast<float>(std::max<std::size_t>(1, heat.rows.size()));
    const float gap = std::min(0.2F * em, h * 0.12F);
    for (std::size_t c = 0; c < heat.columns.size(); ++c)
        if (sketch.width(heat.columns[c]) < w || c % 2 == 0)
            sketch.text({ field.x + w * (static_cast<float>(c) + 0.5F), top - 0.5F * em },
                Run::Anchor::Middle, heat.columns[c], kInk2);
    for (std::size_t r = 0; r < heat.rows.size(); ++r) {
        const float y = top + h * static_cast<float>(r);
        sketch.text({ at_right ? size.w - names + 0.8F * em : 0, y + h / 2 + kMiddle * em },
            Run::Anchor::Left, heat.rows[r], kInk, ui::Weight::Bold);
        for (std::size_t c = 0; c < heat.columns.size(); ++c) {
            const ui::Rect cell { field.x + w * static_cast<float>(c), y, w, h };
            draw_cell(sketch, heat, heat.cells.at(r).at(c), cell.inset(gap / 2));
            sketch.area(cell, r, c);
        }
    }
    draw_steps(sketch, heat, bottom + 1.7F * em);
}

} // namespace nextplease::chart
