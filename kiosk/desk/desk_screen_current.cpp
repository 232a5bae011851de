// The visitor at the desk: what is owed to them, who they are, and their clocks.
#include "kiosk/desk/desk_screen.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Icon;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kPad = 24;

void paint_number(Painting& painting, float top)
{
    ui::Frame& frame = painting.frame;
    const Rect& rect = painting.layout.card;
    const CardView& card = painting.view.card;
    const Type kNumber { .size = 128, .weight = Weight::Bold };
    // The ink stands at the margin, not the box: a letter begins 0.09 of its size after the pen.
    const float x = rect.x + kPad - (frame.canvas.right_to_left() ? 4.0F : 10.0F);
    const float width = frame.canvas.text({ x, top + 96 }, card.number, kNumber, frame.theme.ink, 380);
    const float side = std::max(rect.x + 372, x + width + 24);
    const float room = rect.right() - kPad - side;
    paint_line(painting, { side, top, room, 44 }, card.service, { .size = 30, .weight = Weight::Bold },
        frame.theme.ink);
    float y = top + (tall_script(painting, card.service) ? 58.0F : 48.0F);
    const auto detail = [&](Icon icon, const std::string& words) {
        if (words.empty())
            return;
        frame.canvas.icon(icon, { side, y, 28, 28 }, frame.theme.petrol);
        paint_line(painting, { side + 36, y, room - 36, 28 }, words, { .size = 20 }, frame.theme.ink);
        y += 34;
    };
    detail(Icon::Bubble, card.language);
    detail(Icon::Person, card.priority);
}

void paint_note(Painting& painting, float top)
{
    const CardView& card = painting.view.card;
    if (card.note.empty())
        return;
    ui::Frame& frame = painting.frame;
    const Rect& card_rect = painting.layout.card;
    const Rect area { card_rect.x + kPad, top, card_rect.w - 2 * kPad, card_rect.bottom() - 20 - top };
    constexpr float kLeast = 84; // the title and a line
    if (area.h < kLeast)
        return;
    const Type kNote { .size = 20, .line = 30 };
    const float width = area.w - 32;
    const float needed = frame.canvas.measure(card.note, kNote, width).h;
    const Rect box { area.x, area.y, area.w, std::min(area.h, needed + 64) };
    frame.canvas.fill(box, frame.theme.paper, 8);
    frame.canvas.icon(Icon::Pencil, { box.x + 16, box.y + 14, 26, 26 }, frame.theme.petrol);
    paint_line(painting, { box.x + 52, box.y + 10, width - 36, 34 }, card.note_title,
        { .size = 16, .weight = Weight::Bold }, frame.theme.ink2);
    frame.canvas.paragraph({ box.x + 16, box.y + 48, width, box.h - 54 }, card.note, kNote, frame.theme.ink);
}

void paint_visitor(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const CardView& card = painting.view.card;
    const Rect& rect = painting.layout.card;
    paint_card_frame(painting, rect, frame.theme.edge);
    const bool called = card.kind == CardView::Kind::Called;
    frame.canvas.icon(
        called ? Icon::Now : Icon::Person, { rect.x + 26, rect.y + 20, 24, 24 }, frame.theme.petrol);
    const Type kTaken { .size = 18, .align = Align::End };
    const float taken = frame.canvas.measure(card.taken, kTaken).w;
    paint_line(painting, { rect.x + 56, rect.y + 14, rect.w - 56 - kPad - taken - 16, 36 }, card.title,
        { .size = 18, .weight = Weight::Bold }, frame.theme.petrol);
    paint_line(painting, { rect.right() - kPad - taken - 2, rect.y + 14, taken + 2, 36 }, card.taken, kTaken,
        frame.theme.ink2);
    paint_number(painting, rect.y + 62);
    paint_note(painting, rect.y + 190);
}

void paint_nobody(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const CardView& card = painting.view.card;
    const Rect& rect = painting.layout.card;
    paint_card_frame(painting, rect, frame.theme.edge);
    const float middle = rect.y + rect.h / 2;
    const Rect sign { rect.x + rect.w / 2 - 28, middle - 130, 56, 56 };
    switch (card.kind) {
    case CardView::Kind::Closed:
        ui::closed_sign(frame, sign, frame.theme.ink2);
        break;
    case CardView::Kind::Paused:
        frame.canvas.icon(Icon::Cup, sign, frame.theme.petrol);
        break;
    case CardView::Kind::Free:
    case CardView::Kind::Called:
    case CardView::Kind::Serving:
        ui::pace_sign(frame, sign, Pace::InTime);
        break;
    }
    const float width = rect.w - 2 * kPad;
    paint_line(painting, { rect.x + kPad, middle - 62, width, 56 }, card.title,
        { .size = 32, .weight = Weight::Bold, .align = Align::Middle }, frame.theme.ink);
    frame.canvas.paragraph({ rect.x + kPad, middle + 4, width, 80 }, card.hint,
        { .size = 20, .line = 30, .align = Align::Middle }, frame.theme.ink2);
    if (card.open.empty())
        return;
    const Rect button { rect.x + rect.w / 2 - 140, middle + 96, 280, 60 };
    if (paint_button(painting, "card.open", button, card.open,
            painting.view.bar.may_stop == May::CutOff ? Shape::Off : Shape::Primary,
            painting.view.bar.stop_key))
        painting.intent = [](Console& console) { console.press_stop_or_go(); };
}

} // namespace

void paint_banner(Painting& painting)
{
    if (!painting.view.banner)
        return;
    ui::Frame& frame = painting.frame;
    const Rect& rect = painting.layout.banner;
    frame.canvas.fill(rect, frame.theme.red_tint, 10);
    frame.canvas.border(rect, frame.theme.red, 3, 10);
    ui::pace_sign(frame, { rect.x + 20, rect.y + 16, 44, 44 }, Pace::Past);
    const Type kWords { .size = 20, .line = 28, .weight = Weight::Bold };
    const float width = rect.w - 84 - 16;
    const std::string& words = painting.view.banner->words;
    const float height = std::min(frame.canvas.measure(words, kWords, width).h, rect.h - 6);
    frame.canvas.paragraph(
        { rect.x + 84, rect.y + (rect.h - height) / 2, width, height + 1 }, words, kWords, frame.theme.ink);
}

void paint_card(Painting& painting)
{
    const CardView::Kind kind = painting.view.card.kind;
    if (kind == CardView::Kind::Called || kind == CardView::Kind::Serving)
        paint_visitor(painting);
    else
        paint_nobody(painting);
}

void paint_clocks(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    constexpr float kGap = 16;
    const Rect& area = painting.layout.clocks;
    const float width = (area.w - 2 * kGap) / 3;
    for (std::size_t i = 0; i < painting.view.clocks.size(); ++i) {
        const ClockView& clock = painting.view.clocks[i];
        const Rect rect { area.x + (width + kGap) * static_cast<float>(i), area.y, width, area.h };
        const bool late = clock.pace == Pace::Past;
        frame.canvas.fill(rect, late ? theme.red_tint : theme.surface, 10);
        frame.canvas.border(rect, late ? theme.red : theme.rule, 2, 10);
        const float room = rect.w - 40 - (clock.pace ? 44 : 0);
        paint_line(painting, { rect.x + 20, rect.y + 6, room, 30 }, clock.label, { .size = 18 },
            late ? theme.ink : theme.ink2);
        paint_line(painting, { rect.x + 20, rect.y + 33, room, 46 }, clock.value,
            { .size = clock.runs ? 36.0F : 26.0F, .weight = Weight::Bold },
            clock.runs ? theme.ink : theme.ink2);
        if (clock.pace)
            ui::pace_sign(frame, { rect.right() - 52, rect.y + 28, 32, 32 }, *clock.pace);
    }
}

} // namespace nextplease::desk
