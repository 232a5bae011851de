// Choose your language: each by its own name, in its own script.
#include "kiosk/visitor/screens.h"

#include <algorithm>
#include <optional>

namespace nextplease::visitor {
namespace {

using ui::Rect;

constexpr float kBefore = 40, kAfter = 112; // room beside the words of a card

ui::Type hint_type(const Scene& scene, const LanguageCard& card)
{
    return { .size = scene.page.modes.large_print ? 42.0F : 32.0F, .language = card.language };
}

// Hints stand on all cards or on none: in narrow ones the name says enough.
bool hints_fit(const Scene& scene, float width)
{
    for (const LanguageCard& card : scene.wording.languages) {
        const float hint = scene.frame.canvas.measure(card.touch, hint_type(scene, card)).w;
        if (hint > (width - kBefore - kAfter) * 1.2F)
            return false;
    }
    return true;
}

void draw_card(const Scene& scene, const Rect& rect, const LanguageCard& card, bool with_hint, int index)
{
    ui::Frame& frame = scene.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch =
        frame.input.item(frame.canvas, "language." + card.language.text(), rect, card.name);
    const ui::Color text = ui::card(frame, rect, touch, ui::Look::Secondary);
    const bool large = scene.page.modes.large_print;
    const ui::Type name {
        .size = large ? 76.0F : 60.0F, .weight = ui::Weight::Bold, .language = card.language
    };
    const float x = rect.x + kBefore;
    const float room = rect.w - kBefore - kAfter;
    // Every card leaves the room that the tallest script needs, so that the names stand in one line of sight.
    float name_y = rect.y + rect.h * 0.44F;
    if (with_hint)
        frame.canvas.text({ x, name_y + (large ? 78.0F : 62.0F) }, card.touch, hint_type(scene, card),
            touch.down ? text : theme.ink2, room);
    else
        name_y = baseline_in(rect.y, rect.h, name.size);
    frame.canvas.text({ x, name_y }, card.name, name, text, room);
    const ui::Color sign = touch.down ? text : theme.petrol;
    const float side = large ? 56 : 44;
    frame.canvas.icon(
        ui::Icon::Chevron, { rect.right() - 28 - side, rect.y + (rect.h - side) / 2, side, side }, sign);
    if (touch.activated)
        scene.intent = Intent { .kind = Intent::Kind::ChooseLanguage, .index = index };
}

} // namespace

void draw_languages(const Scene& scene, bool can_go_back)
{
    const Page& page = scene.page;
    const bool large = page.modes.large_print;
    const int count = static_cast<int>(scene.wording.languages.size());
    const float below = page.landscape ? 24 : 56;
    float heading_y = page.heading_y();
    if (page.modes.reach) // right over the cards
        heading_y = page.reach_top() - below
            - scene.frame.canvas.measure(scene.wording.question, page.heading(), page.width()).h;
    const float top = draw_heading(scene, scene.wording.question, heading_y) + below;
    const float bottom = can_go_back ? page.row().y - 32 : page.row().bottom();
    const float least = large ? 196 : 160;
    const int columns = page.landscape && count > 2 ? 2 : 1;
    Grid cards = grid({ page.margin(), top, page.width(), bottom - top }, std::max(1, count), columns, least,
        large ? 260.0F : 224.0F, 24);
    cards.order = columns > 1 ? Grid::Order::Across : Grid::Order::Down;
    const bool with_hints = hints_fit(scene, cards.width);
    for (int i = 0; i < count; ++i)
        draw_card(scene, cards.cell(i), scene.wording.languages[static_cast<std::size_t>(i)], with_hints, i);
    if (can_go_back)
        draw_row(scene,
            ButtonWords { .key = "languages.back",
                .label = scene.wording.back,
                .icon = ui::Icon::Back,
                .act = Intent::Kind::Back },
            std::nullopt);
}

} // namespace nextplease::visitor
