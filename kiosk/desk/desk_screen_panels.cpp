// Over clocks and verbs: the form of a transfer or hold. Over the list: the keys.
#include "kiosk/desk/desk_screen.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <array>

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kPadding = 20;
constexpr float kGap = 16;
constexpr float kChoice = 48;
constexpr float kTight = 10; // between choices
constexpr float kField = 52;
constexpr float kSend = 52;
constexpr float kDayWidth = 320;
const Type kTitle { .size = 24, .weight = Weight::Bold };
const Type kLabel { .size = 18 };
const Type kLine { .size = 18 };

struct Grid {
    Rect area;
    int columns;
    int rows;
    Rect cell(std::size_t index) const
    {
        const auto column = static_cast<float>(static_cast<int>(index) % columns);
        const auto row = static_cast<float>(static_cast<int>(index) / columns);
        const float width = (area.w - kTight * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        return { area.x + column * (width + kTight), area.y + row * (kChoice + kTight), width, kChoice };
    }
    float height() const { return static_cast<float>(rows) * (kChoice + kTight) - kTight; }
};

Grid grid_of(const Rect& area, std::size_t choices, int columns)
{
    return { area, columns, (static_cast<int>(choices) + columns - 1) / columns };
}

constexpr float kLabelHeight = 32;

int columns_of(const ChoiceGroup& group)
{
    if (group.columns > 0)
        return group.columns;
    return group.choices.size() > 6 ? 3 : 2;
}

float height_of(const ChoiceGroup& group)
{
    if (group.choices.empty())
        return 0;
    const Grid grid = grid_of({}, group.choices.size(), columns_of(group));
    return (group.label.empty() ? 0 : kLabelHeight) + grid.height() + kGap;
}

constexpr float kHead = 56;
constexpr float kNumberHeight = 190; // of a card: the number and the service
constexpr float kNobodyHeight = 330;

// A title in Nastaliq hangs deep into what stands below it.
float room_for_tails(const Painting& painting, const PanelView& form)
{
    constexpr float kTails = 14;
    return !form.lines.empty() && tall_script(painting, form.title) ? kTails : 0;
}

// Of the paragraphs over the choices.
float lines_height(Painting& painting, const PanelView& form)
{
    float height = 0;
    for (const std::string& line : form.lines)
        height +=
            painting.frame.canvas.measure(line, kLine, painting.layout.panel.w - 2 * kPadding).h + kTight;
    return form.lines.empty() ? 0 : height + kGap + room_for_tails(painting, form);
}

// Of the line and the buttons.
float height_below(const PanelView& form)
{
    return (form.words_label.empty() ? 0 : 34 + kField + kGap) + kSend + kPadding;
}

// Where a second column begins among the groups; all are in the first where there is none.
std::size_t first_column(const PanelView& form)
{
    return form.second_column > 0 ? form.second_column : form.groups.size();
}

float form_height(Painting& painting)
{
    const PanelView& form = painting.view.form;
    std::array<float, 2> columns {};
    for (std::size_t i = 0; i < form.groups.size(); ++i)
        columns.at(i < first_column(form) ? 0 : 1) += height_of(form.groups[i]);
    return kHead + height_below(form) + lines_height(painting, form) + std::max(columns[0], columns[1]);
}

// Below the paragraphs, in one column or two.
void paint_groups(Painting& painting, const PanelView& form, const Rect& area)
{
    const std::size_t second = first_column(form);
    const bool two = second < form.groups.size();
    const float width = two ? (area.w - 2 * kGap) / 2 : area.w;
    float y = area.y;
    for (std::size_t i = 0; i < form.groups.size(); ++i) {
        if (i == second)
            y = area.y;
        const float x = i < second ? area.x : area.x + width + 2 * kGap;
        y = paint_group(painting, form.groups[i], { x, y, width, 0 });
    }
}

// Opens upwards as far as its choices need.
Rect form_rect(const Painting& painting, float needed)
{
    Rect rect = painting.layout.panel;
    const float height = std::max(rect.h, needed);
    rect.y = rect.bottom() - height;
    rect.h = height;
    return rect;
}

} // namespace

float paint_group(Painting& painting, const ChoiceGroup& group, const Rect& area)
{
    if (group.choices.empty())
        return area.y;
    float y = area.y;
    if (!group.label.empty()) {
        paint_line(painting, { area.x, y, area.w, 30 }, group.label, kLabel, painting.frame.theme.ink2);
        y += kLabelHeight;
    }
    const Grid grid = grid_of({ area.x, y, area.w, 0 }, group.choices.size(), columns_of(group));
    for (std::size_t i = 0; i < group.choices.size(); ++i)
        paint_choice(painting, group.choices[i], grid.cell(i));
    return area.y + height_of(group);
}

namespace {

std::string spoken(const Choice& choice)
{
    return choice.end.empty() ? choice.label : choice.label + ", " + choice.end;
}

// When it is due, at the end of its row; returns how much room that takes.
float paint_due(Painting& painting, const Choice& choice, const Rect& rect, ui::Color plain)
{
    ui::Frame& frame = painting.frame;
    constexpr float kSign = 26;
    const bool filled = plain == frame.theme.on_petrol;
    const Type kDue { .size = 18, .weight = Weight::Bold };
    const float width = std::min(frame.canvas.measure(choice.end, kDue).w, rect.w / 2);
    const float x = rect.right() - 16 - width;
    const ui::Color color = choice.pace && !filled ? ui::pace_color(frame.theme, *choice.pace) : plain;
    paint_line(painting, { x, rect.y, width + 2, rect.h }, choice.end, kDue, color);
    if (choice.pace)
        ui::pace_sign(frame, { x - kSign - 10, rect.y + (rect.h - kSign) / 2, kSign, kSign }, *choice.pace);
    return width + kSign + 48;
}

} // namespace

void paint_choice(Painting& painting, const Choice& choice, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch = frame.input.item(frame.canvas, choice.key, rect, spoken(choice));
    const bool filled = choice.chosen || touch.down;
    const ui::Color color = filled ? theme.on_petrol : choice.off ? theme.ink2 : theme.petrol;
    frame.canvas.fill(rect, touch.down ? theme.pressed : filled ? theme.petrol : theme.surface, 8);
    if (choice.off)
        frame.canvas.dashed_border(rect, theme.edge, 2, 8);
    else
        frame.canvas.border(rect, theme.petrol, 2, 8);
    float x = rect.x + 12;
    if (!choice.letter.empty()) {
        const Rect tile { x - 2, rect.y + rect.h / 2 - 16, 32, 32 };
        ui::letter_tile(frame, tile, choice.letter, filled ? theme.surface : theme.petrol,
            filled ? theme.petrol : theme.on_petrol);
        x += 40;
    }
    float end = choice.chosen ? 40.0F : 12.0F;
    if (!choice.end.empty())
        end = paint_due(painting, choice, rect, color);
    const Align align = choice.letter.empty() ? Align::Middle : Align::Start;
    const float room = rect.right() - (choice.letter.empty() ? 8 : end) - x;
    paint_line(painting,
        { choice.letter.empty() ? rect.x + 8 : x, rect.y, choice.letter.empty() ? rect.w - 16 : room,
            rect.h },
        choice.label, { .size = 18, .weight = Weight::Bold, .align = align }, color);
    if (choice.chosen && !choice.letter.empty())
        frame.canvas.icon(ui::Icon::Tick, { rect.right() - 36, rect.y + rect.h / 2 - 12, 24, 24 }, color);
    if (touch.focused)
        ui::focus_ring(frame, rect.inset(4), 4);
    if (touch.activated) {
        painting.intent = [key = choice.key](Console& console) { console.choose(key); };
        const bool to_line = !choice.letter.empty() && !painting.view.form.words_label.empty();
        painting.focus = to_line ? kNoteKey : kSendKey;
    }
}

void paint_card_above_form(Painting& painting)
{
    const Layout& layout = painting.layout;
    const float top = form_rect(painting, form_height(painting)).y;
    if (top > layout.card.bottom())
        return paint_card(painting);
    Layout shorter = layout;
    shorter.card.h = top - 12 - layout.card.y;
    const CardView::Kind kind = painting.view.card.kind;
    const bool visitor = kind == CardView::Kind::Called || kind == CardView::Kind::Serving;
    if (shorter.card.h < (visitor ? kNumberHeight : kNobodyHeight))
        return;
    Painting part { painting.frame, shorter, painting.view };
    paint_card(part);
    painting.intent = part.intent;
}

void paint_form(Painting& painting, ui::TextDraft& words, ui::TextDraft* day)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const PanelView& form = painting.view.form;
    const bool line = !form.words_label.empty();
    const float below = height_below(form);
    const Rect panel = form_rect(painting, form_height(painting));
    paint_card_frame(painting, panel, theme.petrol, 3);
    const Rect area { panel.x + kPadding, panel.y, panel.w - 2 * kPadding, panel.h };
    const float head = tall_script(painting, form.title) ? 2.0F : 6.0F;
    paint_line(painting, { area.x, area.y + head, area.w, kHead - 6 }, form.title, kTitle, theme.ink);
    float y = area.y + kHead + room_for_tails(painting, form);
    for (const std::string& text : form.lines)
        y += frame.canvas.paragraph({ area.x, y, area.w, 0 }, text, kLine, theme.ink) + kTight;
    y += form.lines.empty() ? 0 : kGap;
    paint_groups(painting, form, { area.x, y, area.w, 0 });
    y = panel.bottom() - below;
    if (line) {
        const bool dated = day && !form.day.label.empty();
        const float day_width = form.second_column > 0 ? (area.w - kGap) / 2 : kDayWidth;
        const float end = dated ? area.w - day_width - kGap : area.w;
        paint_line(painting, { area.x, y, end, 32 }, form.words_label, kLabel, theme.ink2);
        ui::text_field(frame, kNoteKey, { area.x, y + 34, end, kField }, form.words_field, words);
        if (dated) {
            const Rect last { area.x + end + kGap, y, day_width, 32 };
            paint_line(painting, last, form.day.label, kLabel, theme.ink2);
            ui::text_field(frame, kDayKey, { last.x, y + 34, last.w, kField }, form.day.field, *day);
        }
        y += 34 + kField + kGap;
    }
    const Rect send { area.x, y, 292, kSend };
    const Rect cancel { area.right() - 292, y, 292, kSend };
    if (!form.send.empty() && paint_button(painting, kSendKey, send, form.send, Shape::Primary, "Enter"))
        painting.intent = [](Console& console) { console.send(); };
    if (paint_button(painting, "form.cancel", cancel, form.cancel, Shape::Plain, "Esc"))
        painting.intent = [](Console& console) { console.cancel(); };
}

void paint_help(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const HelpView& help = painting.view.help;
    const ui::Size room = frame.canvas.room();
    const Rect card { 24, 72, room.w - 48, painting.layout.message.y - 88 };
    paint_card_frame(painting, card, theme.petrol, 3);
    paint_line(painting, { card.x + 24, card.y + 12, card.w - 260, 44 }, help.title,
        { .size = 26, .weight = Weight::Bold }, theme.ink);
    if (paint_button(painting, "help.close", { card.right() - 24 - 180, card.y + 12, 180, 44 }, help.close,
            Shape::Plain, "Esc"))
        painting.intent = [](Console& console) { console.cancel(); };
    // Two columns, the first one first.
    const std::size_t rows = (help.rows.size() + 1) / 2;
    const float width = (card.w - 48 - 32) / 2;
    const float pitch = std::min(56.0F, (card.h - 84) / static_cast<float>(rows));
    for (std::size_t i = 0; i < help.rows.size(); ++i) {
        const HelpView::Row& row = help.rows[i];
        const float left = card.x + 24 + (i < rows ? 0 : width + 32);
        const float y = card.y + 72 + pitch * static_cast<float>(i % rows);
        frame.canvas.line({ left, y }, { left + width, y }, theme.rule, 1);
        paint_key_cap(painting, { left + 120, y + (pitch - 36) / 2 }, row.keys, theme.surface, theme.petrol);
        float x = left + 136;
        if (!row.label.empty()) {
            paint_line(
                painting, { x, y, 140, pitch }, row.label, { .size = 18, .weight = Weight::Bold }, theme.ink);
            x += 152;
        }
        paint_line(painting, { x, y, left + width - x, pitch }, row.words, { .size = 18 }, theme.ink);
    }
}

} // namespace nextplease::desk
