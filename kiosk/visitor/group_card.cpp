// A group of services as a card that takes a touch: see service_card.h.
#include "kiosk/visitor/service_card.h"

#include <algorithm>

namespace nextplease::visitor {

bool draw_group_card(const Scene& scene, const ui::Rect& rect, CardForm form, const GroupCard& card)
{
    ui::Frame& frame = scene.frame;
    ui::Canvas& canvas = frame.canvas;
    const ui::Theme& theme = frame.theme;
    const Page& page = scene.page;
    const bool large = page.modes.large_print;
    const ui::Touch touch = frame.input.item(
        canvas, "group." + card.code, rect, card.name + ", " + card.hint + ", " + card.services);
    const ui::Color on_card = ui::card(frame, rect, touch, ui::Look::Secondary);
    const ui::Color sign = touch.down ? on_card : theme.petrol;
    const bool compact = form == CardForm::Compact;
    const float side = compact ? (large ? 96.0F : 72.0F) : large ? 104.0F : 88.0F;
    const float inset = compact ? 20.0F : 24.0F;
    const ui::Rect tile { rect.x + inset, rect.y + (rect.h - side) / 2, side, side };
    canvas.fill(tile, sign, 12);
    if (card.icon)
        canvas.icon(*card.icon, tile.inset(side * 0.16F), touch.down ? theme.pressed : theme.on_petrol);

    const float chevron = compact ? 0 : large ? 44 : 32;
    if (!compact)
        canvas.icon(ui::Icon::Chevron,
            { rect.right() - 20 - chevron, rect.y + (rect.h - chevron) / 2, chevron, chevron }, sign);
    const float x = tile.right() + (compact ? 20.0F : 28.0F);
    const float room = rect.right() - 20 - chevron - 16 - x;
    const float name = large ? (form == CardForm::Large ? 56.0F : 48.0F) : compact ? 36.0F : 40.0F;
    const float small = large ? 38 : 28;
    const ui::Color second = touch.down ? on_card : theme.ink2;
    const ui::Type name_type { .size = name, .weight = ui::Weight::Bold };
    const std::string& below = card.hint.empty() || compact ? card.services : card.hint;
    const auto at = baselines(page, rect.h, { name, small });
    canvas.text({ x, rect.y + at[0] }, card.name, name_type, touch.down ? on_card : theme.ink, room);
    canvas.text({ x, rect.y + at[1] }, below, { .size = small }, second, room);
    return touch.activated;
}

} // namespace nextplease::visitor
