// Over clocks and verbs: the form of a transfer or hold. Over the list: the keys.
#include "kiosk/desk/desk_screen.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kPadding = 20;
constexpr float kGap = 16;
constexpr float kChoice = 48;
constexpr float kField = 52;
constexpr float kSend = 52;
const Type kTitle { .size = 24, .weight = Weight::Bold };
const Type kLabel { .size = 18 };

struct Grid {
    Rect area;
    int columns;
    int rows;
    Rect cell(std::size_t index) const
    {
        const auto column = static_cast<float>(static_cast<int>(index) % columns);
        const auto row = static_cast<float>(static_cast<int>(index) / columns);
        const float width = (area.w - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        return { area.x + column * (width + kGap), area.y + row * (kChoice + kGap), width, kChoice };
    }
    float height() const { return static_cast<float>(rows) * (kChoice + kGap) - kGap; }
};

Grid grid_of(const Rect& area, std::size_t choices, int columns)
{
    return { area, columns, (static_cast<int>(choices) + columns - 1) / columns };
}

// One of several: chosen is filled, and ticked.
void paint_choice(Painting& painting, const Choice& choice, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch = frame.input.item(frame.canvas, choice.key, rect, choice.label);
    const bool filled = choice.chosen || touch.down;
    const ui::Color color = filled ? theme.on_petrol : theme.petrol;
    frame.canvas.fill(rect, touch.down ? theme.pressed : filled ? theme.petrol : theme.surface, 8);
    frame.canvas.border(rect, theme.petrol, 2, 8);
    float x = rect.x + 12;
    if (!choice.letter.empty()) {
        const Rect tile { x - 2, rect.y + rect.h / 2 - 16, 32, 32 };
        ui::letter_tile(frame, tile, choice.letter, filled ? theme.surface : theme.petrol,
            filled ? theme.petrol : theme.on_petrol);
        x += 40;
    }
    const float end = choice.chosen ? 40.0F : 12.0F;
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
        if (!choice.letter.empty())
            painting.focus = kNoteKey;
    }
}

// Opens upwards as far as its choices need.
Rect form_rect(const Painting& painting, const Grid& choices, float rest)
{
    Rect rect = painting.layout.panel;
    const float height = std::max(rect.h, rest + choices.height());
    rect.y = rect.bottom() - height;
    rect.h = height;
    return rect;
}

} // namespace

void paint_form(Painting& painting, ui::TextDraft& words)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const PanelView& form = painting.view.form;
    constexpr float kHead = 56;
    const float until = form.until.empty() ? 0 : 32 + kChoice + kGap;
    const float below = 34 + kField + kGap + until + kSend + kPadding;
    const int columns = form.choices.size() > 8 ? 3 : 2;
    Grid choices = grid_of({}, form.choices.size(), columns);
    const Rect panel = form_rect(painting, choices, kHead + kGap + below);
    paint_card_frame(painting, panel, theme.petrol, 3);
    const Rect area { panel.x + kPadding, panel.y, panel.w - 2 * kPadding, panel.h };
    const float head = tall_script(painting, form.title) ? -6.0F : 6.0F;
    paint_line(painting, { area.x, area.y + head, area.w, kHead - 6 }, form.title, kTitle, theme.ink);
    choices.area = { area.x, area.y + kHead, area.w, 0 };
    for (std::size_t i = 0; i < form.choices.size(); ++i)
        paint_choice(painting, form.choices[i], choices.cell(i));

    float y = panel.bottom() - below;
    paint_line(painting, { area.x, y, area.w, 32 }, form.words_label, kLabel, theme.ink2);
    ui::text_field(frame, kNoteKey, { area.x, y + 34, area.w, kField }, form.words_field, words);
    y += 34 + kField + kGap;
    if (!form.until.empty()) {
        paint_line(painting, { area.x, y, area.w, 30 }, form.until_label, kLabel, theme.ink2);
        const Grid times =
            grid_of({ area.x, y + 32, area.w, 0 }, form.until.size(), static_cast<int>(form.until.size()));
        for (std::size_t i = 0; i < form.until.size(); ++i)
            paint_choice(painting, form.until[i], times.cell(i));
        y += until;
    }
    const Rect send { area.x, y, 292, kSend };
    const Rect cancel { area.right() - 292, y, 292, kSend };
    if (paint_button(painting, "form.send", send, form.send, Shape::Primary, "Enter"))
        painting.intent = [](Console& console) { console.send(); };
    if (paint_button(painting, "form.cancel", cancel, form.cancel, Shape::Plain, "Esc"))
        painting.intent = [](Console& console) { console.cancel(); };
}

void paint_help(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const HelpView& help = painting.view.help;
    const Rect& card = painting.layout.list;
    paint_card_frame(painting, card, theme.petrol, 3);
    paint_line(painting, { card.x + 24, card.y + 12, card.w - 260, 44 }, help.title,
        { .size = 26, .weight = Weight::Bold }, theme.ink);
    if (paint_button(painting, "help.close", { card.right() - 24 - 180, card.y + 12, 180, 44 }, help.close,
            Shape::Plain, "Esc"))
        painting.intent = [](Console& console) { console.cancel(); };
    const float pitch = std::min(56.0F, (card.h - 84) / static_cast<float>(help.rows.size()));
    float y = card.y + 72;
    for (const HelpView::Row& row : help.rows) {
        frame.canvas.line({ card.x + 16, y }, { card.right() - 16, y }, theme.rule, 1);
        const ui::Point cap { card.x + 24 + 136, y + (pitch - 36) / 2 };
        paint_key_cap(painting, cap, row.keys, theme.surface, theme.petrol);
        float x = card.x + 184;
        if (!row.label.empty()) {
            paint_line(
                painting, { x, y, 150, pitch }, row.label, { .size = 18, .weight = Weight::Bold }, theme.ink);
            x += 162;
        }
        paint_line(painting, { x, y, card.right() - 24 - x, pitch }, row.words, { .size = 18 }, theme.ink);
        y += pitch;
    }
}

} // namespace nextplease::desk
