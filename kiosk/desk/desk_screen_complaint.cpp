// A new complaint: choices in two columns, and what is typed beside them.
#include "kiosk/desk/desk_screen.h"

namespace nextplease::desk {
namespace {

using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kPadding = 20;
constexpr float kGap = 16;
constexpr float kHead = 56;
constexpr float kButton = 52;
constexpr float kLabelHeight = 32;
constexpr float kField = 52;
constexpr float kWords = 132; // four lines
const Type kTitle { .size = 24, .weight = Weight::Bold };
const Type kLabel { .size = 18 };

// Returns where it ends.
float paint_field(Painting& painting, const Rect& area, const char* key, const std::string& label,
    const std::string& hint, ui::TextDraft& draft)
{
    paint_line(painting, { area.x, area.y, area.w, 30 }, label, kLabel, painting.frame.theme.ink2);
    const Rect field { area.x, area.y + kLabelHeight, area.w, area.h };
    ui::text_field(painting.frame, key, field, hint, draft);
    return field.bottom() + kGap;
}

void paint_typed(Painting& painting, const Rect& area, FormDraft& draft)
{
    const PanelView& form = painting.view.form;
    float y = paint_field(painting, { area.x, area.y, area.w, kWords }, kNoteKey, form.words_label,
        form.words_field, draft.line);
    for (std::size_t i = form.second_column; i < form.groups.size(); ++i)
        y = paint_group(painting, form.groups[i], { area.x, y, area.w, 0 });
    const float half = (area.w - kGap) / 2;
    paint_field(painting, { area.x, y, half, kField }, kDayKey, form.day.label, form.day.field, draft.day);
    if (!form.contact.label.empty())
        paint_field(painting, { area.x + half + kGap, y, half, kField }, kContactKey, form.contact.label,
            form.contact.field, draft.contact);
}

} // namespace

void paint_complaint(Painting& painting, FormDraft& draft)
{
    const PanelView& form = painting.view.form;
    if (form.second_column == 0) // what was recorded
        return paint_form(painting, draft.line);
    const ui::Theme& theme = painting.frame.theme;
    const Rect panel = painting.layout.panel;
    paint_card_frame(painting, panel, theme.petrol, 3);
    paint_line(painting, { panel.x + kPadding, panel.y + 4, panel.w - 2 * kPadding, kHead - 4 }, form.title,
        kTitle, theme.ink);
    const float width = (panel.w - 2 * kPadding - 2 * kGap) / 2;
    float y = panel.y + kHead;
    for (std::size_t i = 0; i < form.second_column; ++i)
        y = paint_group(painting, form.groups[i], { panel.x + kPadding, y, width, 0 });
    const float right = panel.x + kPadding + width + 2 * kGap;
    paint_typed(painting, { right, panel.y + kHead, width, 0 }, draft);
    const float bottom = panel.bottom() - kButton - kPadding;
    if (paint_button(painting, kSendKey, { panel.x + kPadding, bottom, 292, kButton }, form.send,
            Shape::Primary, "Enter"))
        painting.intent = [](Console& console) { console.send(); };
    if (paint_button(painting, "form.cancel", { panel.right() - kPadding - 292, bottom, 292, kButton },
            form.cancel, Shape::Plain, "Esc"))
        painting.intent = [](Console& console) { console.cancel(); };
}

} // namespace nextplease::desk
