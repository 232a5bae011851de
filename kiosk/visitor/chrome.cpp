#include "kiosk/visitor/chrome.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;

} // namespace

void draw_top(const Scene& scene)
{
    const FrameWords& words = scene.wording.frame;
    const bool large = scene.page.modes.large_print;
    ui::header(scene.frame, words.site, large ? words.short_date : words.date, words.clock,
        large ? ui::Print::Large : ui::Print::Normal);
}

float draw_heading(const Scene& scene, const std::string& text)
{
    return draw_heading(scene, text, scene.page.heading_y());
}

float draw_heading(const Scene& scene, const std::string& text, float y)
{
    const Page& page = scene.page;
    const ui::Type type = page.heading();
    return y
        + scene.frame.canvas.paragraph(
            { page.margin(), y, page.width(), 3 * type.line }, text, type, scene.frame.theme.ink);
}

void draw_button(const Scene& scene, const Rect& rect, const ButtonWords& words, ui::Look look)
{
    const bool large = scene.page.modes.large_print;
    const ui::Type type { .size = large ? 44.0F
            : look == ui::Look::Primary ? 40.0F
                                        : 36.0F,
        .line = large ? 52.0F : 44.0F,
        .weight = ui::Weight::Bold,
        .align = ui::Align::Middle };
    if (ui::button(
            scene.frame, words.key, rect, { .label = words.label, .icon = words.icon, .type = type }, look))
        scene.intent = Intent { .kind = words.act, .index = words.index };
}

void draw_row(
    const Scene& scene, const std::optional<ButtonWords>& first, const std::optional<ButtonWords>& main)
{
    const Rect row = scene.page.row();
    constexpr float kGap = 24;
    // The start side is as wide as its words need, within the look's measures.
    float start = 0;
    if (first) {
        const float least = scene.page.modes.large_print ? 460 : scene.page.landscape ? 392.0F : 360.0F;
        start = main ? least : std::max(least, row.w * 0.4F);
        if (first->label == scene.wording.back)
            start = scene.page.back_width();
        draw_button(scene, { row.x, row.y, start, row.h }, *first, ui::Look::Secondary);
        start += kGap;
    }
    if (main)
        draw_button(scene, { row.x + start, row.y, row.w - start, row.h }, *main, ui::Look::Primary);
}

void draw_panel(const Scene& scene, const Rect& rect)
{
    const ui::Theme& theme = scene.frame.theme;
    scene.frame.canvas.fill(rect, theme.surface, 16);
    scene.frame.canvas.border(rect, theme.edge, theme.border, 16);
}

} // namespace nextplease::visitor
