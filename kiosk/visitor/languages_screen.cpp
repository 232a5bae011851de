// Choose your language: each by its own name, in its own script.
#include "kiosk/visitor/screens.h"

#include <algorithm>
#include <optional>

namespace nextplease::visitor {
namespace {

using ui::Rect;

constexpr float kBefore = 40, kAfter = 112; // room beside the words of a card
constexpr float kNarrow = 20; // and on both sides of a name that has no arrow

// How the cards stand: where many languages share the screen, they lose the hint, then the arrow, and then
// the names become smaller, all alike. All stand on one page: who cannot read the screen cannot page it.
struct Cards {
    Grid grid;
    float name_size = 0;
    bool arrow = true;
    bool hint = true;
};

ui::Type name_type(const LanguageCard& card, float size)
{
    return { .size = size, .weight = ui::Weight::Bold, .language = card.language };
}

float widest_name(const Scene& scene, float size)
{
    float widest = 0;
    for (const LanguageCard& card : scene.wording.languages)
        widest = std::max(widest, scene.frame.canvas.measure(card.name, name_type(card, size)).w);
    return widest;
}

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

Cards arrange(const Scene& scene, const Rect& area)
{
    const bool large = scene.page.modes.large_print;
    const int count = std::max(1, static_cast<int>(scene.wording.languages.size()));
    const float size = large ? 76 : 60;
    const float widest = widest_name(scene, size);
    Cards cards;
    cards.name_size = size;
    const auto place = [&](int columns, float least, float gap) {
        cards.grid = grid(area, count, columns, least, large ? 260.0F : 224.0F, gap);
        cards.grid.order =
            cards.grid.columns > 1 && scene.page.landscape ? Grid::Order::Across : Grid::Order::Down;
    };
    place(scene.page.landscape && count > 2 ? 2 : 1, large ? 196.0F : 160.0F, 24);
    cards.hint = hints_fit(scene, cards.grid.width);
    if (widest <= cards.grid.width - kBefore - kAfter)
        return cards;
    constexpr float kLeast = 104; // T3
    place(1, kLeast, 16);
    cards.hint = false;
    cards.arrow = widest <= cards.grid.width - kBefore - kAfter;
    if (!cards.arrow)
        cards.name_size = std::min(size, size * (cards.grid.width - 2 * kNarrow) / widest);
    return cards;
}

void draw_card(const Scene& scene, const Cards& cards, const LanguageCard& card, int index)
{
    const Rect rect = cards.grid.cell(index);
    ui::Frame& frame = scene.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch =
        frame.input.item(frame.canvas, "language." + card.language.text(), rect, card.name);
    const ui::Color text = ui::card(frame, rect, touch, ui::Look::Secondary);
    const bool large = scene.page.modes.large_print;
    const ui::Type name = name_type(card, cards.name_size);
    const float x = rect.x + (cards.arrow ? kBefore : kNarrow);
    const float room = rect.w - (cards.arrow ? kBefore + kAfter : 2 * kNarrow);
    // Every card leaves the room that the tallest script needs, so that the names stand in one line of sight.
    float name_y = rect.y + rect.h * 0.44F;
    if (cards.hint)
        frame.canvas.text({ x, name_y + (large ? 78.0F : 62.0F) }, card.touch, hint_type(scene, card),
            touch.down ? text : theme.ink2, room);
    else
        name_y = baseline_in(rect.y, rect.h, name.size);
    frame.canvas.text({ x, name_y }, card.name, name, text, room);
    const ui::Color sign = touch.down ? text : theme.petrol;
    const float side = large ? 56 : 44;
    if (cards.arrow)
        frame.canvas.icon(
            ui::Icon::Chevron, { rect.right() - 28 - side, rect.y + (rect.h - side) / 2, side, side }, sign);
    if (touch.activated)
        scene.intent = Intent { .kind = Intent::Kind::ChooseLanguage, .index = index };
}

} // namespace

void draw_languages(const Scene& scene, bool can_go_back)
{
    const Page& page = scene.page;
    const float below = page.landscape ? 24 : 56;
    float heading_y = page.heading_y();
    if (page.modes.reach) // right over the cards
        heading_y = page.reach_top() - below
            - scene.frame.canvas.measure(scene.wording.question, page.heading(), page.width()).h;
    const float top = draw_heading(scene, scene.wording.question, heading_y) + below;
    const float bottom = can_go_back ? page.row().y - 32 : page.row().bottom();
    const Cards cards = arrange(scene, { page.margin(), top, page.width(), bottom - top });
    for (std::size_t i = 0; i < scene.wording.languages.size(); ++i)
        draw_card(scene, cards, scene.wording.languages[i], static_cast<int>(i));
    if (can_go_back)
        draw_row(scene,
            ButtonWords { .key = "languages.back",
                .label = scene.wording.back,
                .icon = ui::Icon::Back,
                .act = Intent::Kind::Back },
            std::nullopt);
}

} // namespace nextplease::visitor
