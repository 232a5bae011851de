#include "kiosk/visitor/steps.h"

#include "kiosk/visitor/typing_step.h"

#include <algorithm>
#include <variant>

namespace nextplease::visitor {
namespace {

using ui::Rect;

ui::Type hint_type(const Page& page)
{
    return page.type(32);
}

} // namespace

void draw_step(const Scene& scene, const Step& step)
{
    std::visit([&scene](const auto& one) { draw_step(scene, one); }, step);
}

Standing standing_of(const Page& page)
{
    return page.modes.reach ? Standing::Low : Standing::Top;
}

float draw_question(
    const Scene& scene, const std::string& question, const std::string& hint, Standing standing)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const float above_hint = hint.empty() ? 0 : page.between(44, 8);
    const float hint_height = canvas.measure(hint, hint_type(page), page.width()).h;
    const float below = hint.empty() ? page.below_heading() : page.landscape ? 16.0F : 28.0F;
    float y = page.question_y();
    if (standing == Standing::Low) {
        const float all = canvas.measure(question, page.heading(), page.width()).h + above_hint + hint_height;
        y = std::max(y, page.reach_top() - below - all);
    }
    y = draw_heading(scene, question, y) + above_hint;
    y += canvas.paragraph(
        { page.margin(), y, page.width(), 0 }, hint, hint_type(page), scene.frame.theme.ink2);
    return standing == Standing::Low ? std::max(page.reach_top(), y + 8) : y + below;
}

void draw_step_row(const Scene& scene, const StepRow& row)
{
    const ButtonWords back {
        .key = "step.back", .label = scene.wording.back, .icon = ui::Icon::Back, .act = Intent::Kind::Back
    };
    std::optional<ButtonWords> next = row.next;
    if (next)
        next->act = Intent::Kind::StepNext;
    if (row.pages > 1)
        draw_pager(scene, pager_row(scene.page), row.page, row.pages,
            { .keys = "step",
                .more = row.more.empty() ? scene.wording.more : row.more,
                .first = back,
                .last = next });
    else
        draw_row(scene, back, next);
}

ui::Rect answer_area(const Page& page, float top)
{
    return { page.margin(), top, page.width(), page.row().y - 24 - top };
}

std::vector<std::size_t> page_starts(const std::vector<float>& heights, float room, float gap)
{
    std::vector<std::size_t> starts { 0 };
    float used = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const bool first = i == starts.back();
        if (!first && used + gap + heights[i] > room) {
            starts.push_back(i);
            used = heights[i];
        } else {
            used += (first ? 0 : gap) + heights[i];
        }
    }
    return starts;
}

} // namespace nextplease::visitor
