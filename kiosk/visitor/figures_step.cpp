// Promises and how they were kept: each with its figure, and a sign and a word for it.
#include "kiosk/visitor/steps.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

constexpr float kPadding = 32;
constexpr float kGap = 24; // between columns
constexpr float kSign = 44;

struct FigureForm {
    ui::Type promise, result, verdict;
    float above, between, width;
    float room() const { return width - 2 * kPadding; }
};

FigureForm form_of(const Page& page, float width)
{
    return { .promise = page.type(34, Weight::Bold),
        .result = page.type(30),
        .verdict = page.type(30, Weight::Bold),
        .above = page.above(34, 20),
        .between = page.between(30, 6),
        .width = width };
}

float verdict_height(const Scene& scene, const FigureForm& form, const FigureRow& row)
{
    if (row.verdict.empty())
        return 0;
    return std::max(kSign, scene.frame.canvas.measure(row.verdict, form.verdict, form.room() - kSign - 16).h);
}

float row_height(const Scene& scene, const FigureForm& form, const FigureRow& row)
{
    ui::Canvas& canvas = scene.frame.canvas;
    float height = canvas.measure(row.promise, form.promise, form.room()).h;
    for (const float part :
        { canvas.measure(row.result, form.result, form.room()).h, verdict_height(scene, form, row) })
        height += part > 0 ? form.between + part : 0;
    return height + 2 * form.above;
}

void draw_row(const Scene& scene, const Rect& rect, const FigureForm& form, const FigureRow& row)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float x = rect.x + kPadding;
    float y = rect.y + form.above;
    y += canvas.paragraph({ x, y, form.room(), 0 }, row.promise, form.promise, theme.ink) + form.between;
    if (!row.result.empty())
        y += canvas.paragraph({ x, y, form.room(), 0 }, row.result, form.result, theme.ink2) + form.between;
    if (row.verdict.empty())
        return;
    const float high = verdict_height(scene, form, row);
    const float text_x = row.sign ? x + kSign + 16 : x;
    if (row.sign)
        ui::pace_sign(scene.frame, { x, y + (high - kSign) / 2, kSign, kSign }, *row.sign);
    const float room = form.room() - kSign - 16;
    const float words = canvas.measure(row.verdict, form.verdict, room).h;
    canvas.paragraph({ text_x, y + (high - words) / 2, room, 0 }, row.verdict, form.verdict,
        row.sign ? ui::pace_color(theme, *row.sign) : theme.ink);
}

} // namespace

void draw_step(const Scene& scene, const FiguresStep& step)
{
    const Page& page = scene.page;
    const Rect area = answer_area(page, draw_question(scene, step.question, step.hint, Standing::Top));
    const std::size_t beside = page.landscape ? 2 : 1;
    const FigureForm form =
        form_of(page, (area.w - kGap * static_cast<float>(beside - 1)) / static_cast<float>(beside));
    std::vector<float> heights;
    for (const FigureRow& row : step.rows)
        heights.push_back(row_height(scene, form, row));
    const std::vector<std::size_t> starts = page_starts(heights, area.h, 0);
    const auto pages = static_cast<int>((starts.size() + beside - 1) / beside);
    const int shown = std::clamp(scene.wording.page, 0, pages - 1);
    for (std::size_t column = 0; column < beside; ++column) {
        const std::size_t at = static_cast<std::size_t>(shown) * beside + column;
        if (at >= starts.size() || step.rows.empty())
            break;
        const std::size_t end = at + 1 < starts.size() ? starts[at + 1] : step.rows.size();
        const float x = area.x + static_cast<float>(column) * (form.width + kGap);
        float height = 0;
        for (std::size_t i = starts[at]; i < end; ++i)
            height += heights[i];
        draw_panel(scene, { x, area.y, form.width, height });
        float y = area.y;
        for (std::size_t i = starts[at]; i < end; ++i) {
            if (i > starts[at])
                scene.frame.canvas.fill({ x + kPadding, y - 1, form.room(), 2 }, scene.frame.theme.rule);
            draw_row(scene, { x, y, form.width, heights[i] }, form, step.rows[i]);
            y += heights[i];
        }
    }
    draw_step_row(scene, { .next = step.next, .page = shown, .pages = pages, .more = step.more });
}

} // namespace nextplease::visitor
