#include "kiosk/visitor/service_card.h"

#include <algorithm>
#include <cmath>

namespace nextplease::visitor {
namespace {

using ui::Color;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kName = 40;
constexpr float kSmall = 28;
constexpr float kWithChevron = 68; // room at the end of a wide card
constexpr float kWithoutChevron = 20;

// The colours of a card as it stands: pressed, everything on it is of one colour.
struct Ink {
    Color name, second, icon, time, tile, on_tile;
};

Ink ink_of(const ui::Theme& theme, const ui::Touch& touch, bool open, Color on_card)
{
    if (touch.down)
        return { on_card, on_card, on_card, on_card, on_card, theme.pressed };
    if (!open)
        return { theme.ink2, theme.ink2, theme.ink2, theme.ink, theme.paper, theme.ink2 };
    const bool contrast = theme.kind == ui::Theme::Kind::Contrast;
    return { theme.ink, theme.ink2, theme.petrol, contrast ? theme.petrol : theme.ink, theme.petrol,
        theme.on_petrol };
}

// What the parts of a card have in common.
struct Painter {
    const Scene& scene;
    const Rect& rect;
    const ServiceCard& card;
    Ink ink;

    ui::Canvas& canvas() const { return scene.frame.canvas; }
    void tile(float side, float inset) const
    {
        const Rect square { rect.x + inset, rect.y + (rect.h - side) / 2, side, side };
        ui::letter_tile(scene.frame, square, card.letter, ink.tile, ink.on_tile);
    }
    void icon(ui::Icon icon, float x, float baseline, float side) const
    {
        canvas().icon(icon, { x, baseline - 0.36F * side - side / 2, side, side }, ink.icon);
    }
    float text(float x, float baseline, const std::string& words, Type type, Color color, float room) const
    {
        type.line = 0;
        return canvas().text({ x, rect.y + baseline }, words, type, color, room);
    }
};

Type small(float size, Weight weight = Weight::Regular)
{
    return { .size = size, .weight = weight, .markup = false };
}

Type timed(float size)
{
    Type type = small(size);
    type.markup = true;
    return type;
}

void draw_wide(const Painter& on, float column)
{
    const Rect& rect = on.rect;
    const ServiceCard& card = on.card;
    const bool tall = on.scene.page.tall;
    const bool chevron = !on.scene.page.landscape;
    on.tile(88, 24);
    const float middle = rect.h / 2;
    const float name = tall ? middle - 4 : middle - 7;
    const float hint = tall ? middle + 55 : middle + 38;
    const float time = tall ? middle - 9 : middle - 12;
    const float people = tall ? middle + 47 : middle + 34;
    const float left = column - 136 - 20;
    // A low card has no room for a second line of tall letters.
    const bool with_hint = !card.hint.empty() && !(tall && rect.h < 136);
    if (!with_hint)
        on.text(rect.x + 136, baseline_in(0, rect.h, kName), card.name, small(kName, Weight::Bold),
            on.ink.name, left);
    else
        on.text(rect.x + 136, name, card.name, small(kName, Weight::Bold), on.ink.name, left);
    if (with_hint)
        on.text(rect.x + 136, hint, card.hint, small(kSmall), on.ink.second, left);

    const float x = rect.x + column;
    const float room = rect.w - column - 44 - (chevron ? kWithChevron : kWithoutChevron);
    const auto line = [&](ui::Icon icon, float baseline, const std::string& words, Color color) {
        on.icon(icon, x, rect.y + baseline, 32);
        on.text(x + 44, baseline, words, timed(kSmall), color, room);
    };
    if (card.open) {
        line(ui::Icon::Clock, time, card.time, on.ink.time);
        line(ui::Icon::People, people, card.waiting, on.ink.second);
        if (chevron)
            on.canvas().icon(
                ui::Icon::Chevron, { rect.right() - 52, rect.y + middle - 16, 32, 32 }, on.ink.icon);
    } else {
        line(ui::Icon::Closed, time, card.waiting, on.ink.second);
        if (!card.time.empty())
            line(ui::Icon::Clock, people, card.time, on.ink.time);
    }
}

void draw_large(const Painter& on, CardForm form)
{
    const Rect& rect = on.rect;
    const ServiceCard& card = on.card;
    const bool with_hint = form == CardForm::Large && !card.hint.empty();
    const float side = rect.h >= 200 ? 112 : 96;
    on.tile(side, 26);
    const float x = rect.x + 26 + side + 34;
    const float end = rect.right() - (card.open ? 84.0F : 28.0F);
    const float name_size = form == CardForm::Large ? 56.0F : 48.0F;
    const std::vector<float> at = with_hint ? baselines(on.scene.page, rect.h, { name_size, 40, 38 })
                                            : baselines(on.scene.page, rect.h, { name_size, 38 });
    on.text(x, at[0], card.name, small(name_size, Weight::Bold), on.ink.name, end - x);
    if (with_hint)
        on.text(x, at[1], card.hint, small(40), on.ink.second, end - x);

    const float last = at.back();
    const std::string& first = card.open ? card.time : card.waiting_short;
    const std::string& second = card.open ? card.waiting_short : card.time;
    on.icon(card.open ? ui::Icon::Clock : ui::Icon::Closed, x - 2, rect.y + last, 44);
    // The second part stands as far right as it can: its words differ in width from language to language.
    const float second_width = on.canvas().measure(second, timed(38)).w;
    const float first_width = on.text(x + 54, last, first, timed(38), card.open ? on.ink.time : on.ink.second,
        end - x - 54 - (second.empty() ? 0 : second_width + 56 + 24));
    if (second.empty())
        return;
    const float second_x = std::max(x + 54 + first_width + 24, std::min(x + 520, end - second_width - 56));
    on.icon(card.open ? ui::Icon::People : ui::Icon::Clock, second_x, rect.y + last, 44);
    on.text(
        second_x + 56, last, second, timed(38), card.open ? on.ink.second : on.ink.time, end - second_x - 40);
    if (card.open)
        on.canvas().icon(
            ui::Icon::Chevron, { rect.right() - 60, rect.y + rect.h / 2 - 22, 44, 44 }, on.ink.icon);
}

// Two on one line: the second at its end, in its short form. Left out where even small letters have no room:
// it is said on the next screen.
void draw_two_on_a_line(const Painter& on, const Rect& line, float size, const std::string& second)
{
    const ServiceCard& card = on.card;
    const std::string& first = card.open ? card.time : card.waiting;
    constexpr float kSmallest = 0.81F, kIcon = 44, kGap = 24;
    const float width = on.canvas().measure(second, timed(size)).w;
    const float left = line.w - width - (card.open ? kIcon : 0) - kGap;
    const bool both = !second.empty() && on.canvas().measure(first, timed(size)).w * kSmallest <= left;
    on.text(
        line.x, line.y, first, timed(size), card.open ? on.ink.time : on.ink.second, both ? left : line.w);
    if (!both)
        return;
    const float x = line.right() - width;
    if (card.open)
        on.icon(ui::Icon::People, x - kIcon, on.rect.y + line.y, 36);
    on.text(x, line.y, second, timed(size), card.open ? on.ink.second : on.ink.time, width + 1);
}

void draw_compact(const Painter& on)
{
    const Rect& rect = on.rect;
    const ServiceCard& card = on.card;
    const bool large = on.scene.page.modes.large_print;
    const bool tall = on.scene.page.tall;
    const float side = large ? 96 : 72;
    on.tile(side, 20);
    const float x = rect.x + 20 + side + 20;
    const float room = rect.right() - 16 - x;
    const float name = large ? (tall ? 44.0F : 50.0F) : 36.0F;
    const float small_size = large ? 38 : kSmall;
    auto at = baselines(on.scene.page, rect.h, { name, small_size, small_size });
    // Where three lines are too high the last two share one.
    const bool three = at[2] + (tall ? 0.6F : 0.28F) * small_size <= rect.h - 2;
    if (!three)
        at = baselines(on.scene.page, rect.h, { name, small_size });
    on.text(x, at[0], card.name, small(name, Weight::Bold), on.ink.name, room);
    if (!three)
        return draw_two_on_a_line(
            on, { x, at[1], room, small_size }, small_size, card.open ? card.waiting_short : card.time);
    on.text(x, at[1], card.open ? card.time : card.waiting, timed(small_size),
        card.open ? on.ink.time : on.ink.second, room);
    on.text(x, at[2], card.open ? card.waiting : card.time, timed(small_size),
        card.open ? on.ink.second : on.ink.time, room);
}

} // namespace

float time_column(const Scene& scene, const std::vector<ServiceCard>& cards, float width)
{
    constexpr float kUsual = 568;
    ui::Canvas& canvas = scene.frame.canvas;
    const float at_the_end = scene.page.landscape ? kWithoutChevron : kWithChevron;
    float left = 0, right = 0;
    for (const ServiceCard& card : cards) {
        left = std::max({ left, canvas.measure(card.name, small(kName, Weight::Bold)).w,
            canvas.measure(card.hint, small(kSmall)).w });
        right = std::max({ right, canvas.measure(card.time, timed(kSmall)).w,
            canvas.measure(card.waiting, timed(kSmall)).w });
    }
    const float least = 136 + left + 24;
    const float most = width - right - 44 - at_the_end;
    return std::round(std::min(std::max(least, std::min(kUsual, most)), most));
}

bool draw_service_card(
    const Scene& scene, const Rect& rect, CardForm form, const ServiceCard& card, float time_column)
{
    ui::Frame& frame = scene.frame;
    const ui::Touch touch = frame.input.item(frame.canvas, "service." + card.code.text(), rect, card.spoken,
        card.open ? ui::Enabled::Yes : ui::Enabled::No);
    const Color on_card = ui::card(frame, rect, touch, card.open ? ui::Look::Secondary : ui::Look::Off);
    const Painter on { scene, rect, card, ink_of(frame.theme, touch, card.open, on_card) };
    switch (form) {
    case CardForm::Wide:
        draw_wide(on, time_column);
        break;
    case CardForm::Large:
    case CardForm::LargeShort:
        draw_large(on, form);
        break;
    case CardForm::Compact:
        draw_compact(on);
        break;
    }
    return touch.activated;
}

} // namespace nextplease::visitor
