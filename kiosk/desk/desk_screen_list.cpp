// The middle column: tabs, the people, those set aside, and the counts or what may be done with the one
// selected.
#include "kiosk/desk/desk_screen.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Icon;
using ui::Rect;
using ui::Type;
using ui::Weight;

// Columns, from the start of the card; the last ones keep their distance from its end.
constexpr float kPadding = 24;
constexpr float kMark = 20;
constexpr float kNumber = 56;
constexpr float kService = 152;
constexpr float kStandardFromEnd = 180;
constexpr float kSignFromEnd = 221;
constexpr float kMinutesFromEnd = 240; // they end here
constexpr float kMinutesWidth = 100;
const Type kHead { .size = 16 };
const Type kHeadEnd { .size = 16, .align = Align::End };

Rect in_row(const Rect& row, float from, float to)
{
    return { row.x + from, row.y, to - from, row.h };
}

// A ring inside of what it is about, where neighbours touch.
void inner_ring(ui::Frame& frame, const Rect& rect)
{
    ui::focus_ring(frame, rect.inset(2 * frame.theme.focus_ring), 4);
}

void paint_tabs(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const Rect& card = painting.layout.list;
    const Type kTab { .size = 18, .weight = Weight::Bold, .align = Align::Middle };
    constexpr float kSides = 36;
    const auto width_of = [&](const ListTab& tab) {
        return frame.canvas.measure(tab.label, kTab).w + kSides;
    };
    float width = 0;
    for (const ListTab& tab : painting.view.list.tabs)
        width += width_of(tab);
    const Rect all { card.right() - kPadding - width, card.y + 12, width, 44 };
    float x = all.x;
    for (const ListTab& tab : painting.view.list.tabs) {
        const Rect rect { x, all.y, width_of(tab), all.h };
        const bool chosen = painting.view.list.kind == tab.kind;
        const ui::Touch touch = frame.input.item(
            frame.canvas, "list.tab." + std::to_string(static_cast<int>(tab.kind)), rect, tab.label);
        if (touch.down)
            frame.canvas.fill(rect, theme.pressed, 8);
        else if (chosen)
            frame.canvas.fill(rect, theme.petrol, 8);
        paint_line(
            painting, rect.inset(4), tab.label, kTab, chosen || touch.down ? theme.on_petrol : theme.petrol);
        if (touch.focused)
            inner_ring(frame, rect.inset(-4));
        if (touch.activated)
            painting.intent = [kind = tab.kind](Console& console) { console.show_list(kind); };
        x += rect.w;
    }
    frame.canvas.border(all, theme.petrol, 2, 8);
    const ListView& list = painting.view.list;
    const float title = frame.canvas.measure(list.title, { .size = 26, .weight = Weight::Bold }).w;
    paint_line(painting, { card.x + kPadding, all.y, title + 2, all.h }, list.title,
        { .size = 26, .weight = Weight::Bold }, theme.ink);
    const float people = card.x + kPadding + title + 12;
    if (const float room = all.x - 12 - people; frame.canvas.measure(list.people, { .size = 20 }).w <= room)
        paint_line(painting, { people, all.y, room, all.h }, list.people, { .size = 20 }, theme.ink2);
}

void paint_heads(Painting& painting)
{
    const Rect& card = painting.layout.list;
    const ListView& list = painting.view.list;
    const ui::Theme& theme = painting.frame.theme;
    const Rect heads { card.x, card.y + 70, card.w, 30 };
    paint_line(painting, in_row(heads, kNumber, kService - 8), list.number, kHead, theme.ink2);
    paint_line(painting, in_row(heads, kService, card.w - kMinutesFromEnd - kMinutesWidth), list.service,
        kHead, theme.ink2);
    if (list.kind != ListKind::Aside) {
        paint_line(painting,
            in_row(heads, card.w - kMinutesFromEnd - kMinutesWidth, card.w - kMinutesFromEnd), list.waited,
            kHeadEnd, theme.ink2);
        paint_line(painting, in_row(heads, card.w - kStandardFromEnd, card.w - kPadding), list.standard,
            kHead, theme.ink2);
    }
    const float line = card.y + kRowsFrom - 2;
    painting.frame.canvas.line({ card.x + 1, line }, { card.right() - 1, line }, theme.rule, 2);
}

// The wait and how it stands against the standard.
void paint_wait(Painting& painting, const RowView& row, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const float end = rect.w;
    paint_line(painting, in_row(rect, end - kMinutesFromEnd - kMinutesWidth, end - kMinutesFromEnd),
        row.minutes, { .size = 20, .weight = Weight::Bold, .align = Align::End }, frame.theme.ink);
    const Rect sign { rect.x + end - kSignFromEnd, rect.y + rect.h / 2 - 13, 26, 26 };
    const Rect words = in_row(rect, end - kStandardFromEnd, end - 16);
    if (row.seen) {
        frame.canvas.icon(Icon::Transfer, sign, frame.theme.petrol);
        paint_line(painting, words, row.standard, { .size = 20 }, frame.theme.ink2);
        return;
    }
    ui::pace_sign(frame, sign, row.pace);
    const Weight weight = row.pace == Pace::InTime ? Weight::Regular : Weight::Bold;
    paint_line(painting, words, row.standard, { .size = 20, .weight = weight },
        ui::pace_color(frame.theme, row.pace));
}

// What goes with the visit, before the minutes: as many as leave the service its room. Returns where they
// begin.
float paint_facts(Painting& painting, const RowView& row, const Rect& rect)
{
    constexpr std::size_t kMost = 4;
    constexpr float kPitch = 30;
    const std::size_t count = std::min(kMost, row.facts.size());
    float x = rect.w - kMinutesFromEnd - kMinutesWidth + 24;
    for (std::size_t i = count; i > 0; --i) {
        x -= kPitch;
        painting.frame.canvas.icon(
            row.facts[i - 1], { rect.x + x, rect.y + 16, 24, 24 }, painting.frame.theme.petrol);
    }
    return x - 8;
}

// Back to whoever pressed: the row is selected, or called if it was.
void press_row(Painting& painting, const RowView& row)
{
    painting.intent = [id = row.id](Console& console) { console.select(id); };
}

void paint_row(Painting& painting, const RowView& row, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch = frame.input.item(frame.canvas, row.key(), rect, row.spoken);
    const Rect inside { rect.x + 2, rect.y, rect.w - 4, rect.h };
    if (row.turn == 1 || touch.down)
        frame.canvas.fill(inside, theme.tint);
    if (row.selected)
        frame.canvas.border(inside.inset(1), theme.petrol, 3, 8);
    if (row.turn == 1)
        frame.canvas.icon(Icon::Now, { rect.x + kMark, rect.y + 18, 20, 20 }, theme.petrol);
    else if (row.turn > 1)
        paint_line(painting, in_row(rect, kMark, kNumber - 4), std::to_string(row.turn) + ".",
            { .size = 20, .weight = Weight::Bold }, theme.petrol);
    else if (row.kind == RowView::Kind::Held)
        frame.canvas.icon(Icon::Hold, { rect.x + kMark, rect.y + 16, 24, 24 }, theme.petrol);
    else if (row.kind == RowView::Kind::NoShow)
        frame.canvas.icon(Icon::NoShow, { rect.x + kMark, rect.y + 16, 24, 24 }, theme.petrol);
    const ui::Color color = row.mine ? theme.ink : theme.ink2;
    paint_line(painting, in_row(rect, kNumber, kService - 8), row.number,
        { .size = 24, .weight = Weight::Bold }, color);
    if (row.kind == RowView::Kind::Waiting) {
        const float facts = row.facts.empty() ? rect.w - kMinutesFromEnd - kMinutesWidth - 8
                                              : paint_facts(painting, row, rect);
        paint_line(painting, in_row(rect, kService, facts), row.service, { .size = 20 }, color);
        paint_wait(painting, row, rect);
    } else {
        const float words = kService + 176;
        paint_line(painting, in_row(rect, kService, words - 12), row.service, { .size = 20 }, color);
        paint_line(painting, in_row(rect, words, rect.w - 16), row.words, { .size = 20 }, theme.ink);
    }
    if (touch.focused)
        inner_ring(frame, inside);
    if (touch.activated)
        press_row(painting, row);
}

void paint_rows(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const Rect& card = painting.layout.list;
    const ListView& list = painting.view.list;
    float y = card.y + kRowsFrom;
    for (const RowView& row : list.rows) {
        paint_row(painting, row, { card.x, y, card.w, kRowHeight });
        y += kRowHeight;
        frame.canvas.line({ card.x + 16, y }, { card.right() - 16, y }, frame.theme.rule, 1);
    }
    if (!list.nobody.empty())
        paint_line(painting, { card.x + kPadding, y + 60, card.w - 2 * kPadding, 56 }, list.nobody,
            { .size = 24, .align = Align::Middle }, frame.theme.ink2);
}

// Which part of a long list is shown; returns the top.
float paint_pages(Painting& painting, float bottom)
{
    const ListView& list = painting.view.list;
    if (list.range.empty())
        return bottom;
    const Rect& card = painting.layout.list;
    const Rect rect { card.x, bottom - kLineHeight, card.w, kLineHeight };
    paint_line(
        painting, in_row(rect, kNumber, card.w - 340), list.range, { .size = 18 }, painting.frame.theme.ink2);
    const Rect up { card.right() - kPadding - 312, rect.y + 4, 150, 40 };
    const Rect down { card.right() - kPadding - 150, rect.y + 4, 150, 40 };
    if (paint_button(painting, "list.up", up, list.up, list.can_go_up ? Shape::Plain : Shape::Off))
        painting.intent = [](Console& console) { console.page(-1); };
    if (paint_button(painting, "list.down", down, list.down, list.can_go_down ? Shape::Plain : Shape::Off))
        painting.intent = [](Console& console) { console.page(1); };
    return rect.y;
}

void paint_aside_line(Painting& painting, const RowView& row, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const ListView& list = painting.view.list;
    const bool held = row.kind == RowView::Kind::Held;
    const ui::Touch touch = frame.input.item(frame.canvas, row.key(), rect, row.spoken);
    const Rect inside { rect.x + 2, rect.y + 1, rect.w - 4, rect.h - 1 };
    if (touch.down)
        frame.canvas.fill(inside, theme.tint);
    if (row.selected)
        frame.canvas.border(inside, theme.petrol, 3, 8);
    frame.canvas.icon(
        held ? Icon::Hold : Icon::NoShow, { rect.x + kPadding, rect.y + 11, 26, 26 }, theme.petrol);
    const Type kTitle { .size = 18, .weight = Weight::Bold };
    const std::string& title = held ? list.held_title : list.no_show_title;
    const float x = 60;
    const float width = frame.canvas.measure(title, kTitle).w;
    paint_line(painting, in_row(rect, x, x + width + 2), title, kTitle, theme.ink);
    const float number = x + width + 16;
    const float number_width = frame.canvas.measure(row.number, kTitle).w;
    paint_line(painting, in_row(rect, number, number + number_width + 2), row.number, kTitle, theme.petrol);
    paint_line(painting, in_row(rect, number + number_width + 16, rect.w - 16), row.words, { .size = 18 },
        theme.ink);
    if (touch.focused)
        inner_ring(frame, inside);
    if (touch.activated)
        press_row(painting, row);
}

void paint_aside(Painting& painting, float bottom)
{
    const ListView& list = painting.view.list;
    const Rect& card = painting.layout.list;
    ui::Canvas& canvas = painting.frame.canvas;
    const ui::Color rule = painting.frame.theme.rule;
    float y = bottom - kLineHeight * static_cast<float>(list.aside.size());
    paint_pages(painting, y);
    canvas.line({ card.x + 1, y }, { card.right() - 1, y }, rule, 2);
    for (const RowView& row : list.aside) {
        paint_aside_line(painting, row, { card.x, y, card.w, kLineHeight });
        y += kLineHeight;
        canvas.line({ card.x + 16, y }, { card.right() - 16, y }, rule, 1);
    }
}

void paint_counts(Painting& painting, const Rect& rect)
{
    const ListView& list = painting.view.list;
    if (list.in_time.empty())
        return;
    ui::Frame& frame = painting.frame;
    const Type kCount { .size = 18 };
    const std::array<const std::string*, 3> words { &list.in_time, &list.near, &list.past };
    constexpr std::array kPaces { Pace::InTime, Pace::Near, Pace::Past };
    float taken = 0;
    for (const std::string* count : words)
        taken += 34 + frame.canvas.measure(*count, kCount).w;
    const float gap = std::min(48.0F, (rect.w - 2 * kPadding - taken) / 2);
    float x = rect.x + kPadding + 2;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const float width = frame.canvas.measure(*words[i], kCount).w;
        ui::pace_sign(frame, { x, rect.y + 12, 24, 24 }, kPaces[i]);
        paint_line(painting, { x + 34, rect.y, width + 2, rect.h }, *words[i], kCount, frame.theme.ink);
        x += 34 + width + gap;
    }
}

// Buttons from the end, words in what is left.
void paint_action(Painting& painting, const ActionView& action, const Rect& rect)
{
    constexpr float kGap = 12;
    float end = rect.right() - 12;
    const auto place = [&](float width) {
        end -= width;
        const Rect at { end, rect.y + 4, width, 40 };
        end -= kGap;
        return at;
    };
    const Rect cancel = place(150);
    const Rect put_back = action.put_back.empty() ? Rect {} : place(150);
    const Rect call = place(196);
    if (paint_button(painting, "row.call", call, action.call,
            action.may_call == May::Yes ? Shape::Primary : Shape::Off,
            action.put_back.empty() ? "Enter" : ""))
        painting.intent = [](Console& console) { console.call_selected(); };
    if (!action.put_back.empty()
        && paint_button(painting, "row.put_back", put_back, action.put_back,
            action.may_put_back == May::Yes ? Shape::Plain : Shape::Off))
        painting.intent = [](Console& console) { console.put_back_selected(); };
    if (paint_button(painting, "row.cancel", cancel, action.cancel, Shape::Plain, "Esc"))
        painting.intent = [](Console& console) { console.deselect(); };
    paint_line(painting, { rect.x + kPadding, rect.y, end - rect.x - kPadding, rect.h }, action.words,
        { .size = 18, .weight = Weight::Bold }, painting.frame.theme.ink);
}

} // namespace

void paint_list(Painting& painting)
{
    const Rect& card = painting.layout.list;
    const ListView& list = painting.view.list;
    paint_card_frame(painting, card, painting.frame.theme.rule);
    if (list.kind == ListKind::Room) {
        paint_tabs(painting);
        return;
    }
    const Rect footer { card.x, card.bottom() - kLineHeight, card.w, kLineHeight };
    paint_heads(painting);
    paint_rows(painting);
    paint_aside(painting, footer.y);
    if (painting.view.action)
        paint_action(painting, *painting.view.action, footer);
    else
        paint_counts(painting, footer);
    paint_tabs(painting);
}

} // namespace nextplease::desk
