// What was confided in a case, or the passphrase that opens it, as dots.
#include "kiosk/desk/desk_screen.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kPadding = 24;
constexpr float kHead = 72;
constexpr float kButton = 52;
constexpr float kGap = 16;
const Type kTitle { .size = 24, .weight = Weight::Bold };
const Type kLabel { .size = 18, .weight = Weight::Bold };
const Type kText { .size = 20 };

// Long words are moved up under the title; never further than to their end.
void paint_confided(Painting& painting, const Rect& area)
{
    ui::Frame& frame = painting.frame;
    const PanelView& form = painting.view.form;
    float height = 0;
    for (const PanelView::Confided& part : form.confided)
        height += 32 + frame.canvas.measure(part.words.text(), kText, area.w).h + 2 * kGap;
    const ui::Clip clip(frame.canvas, area);
    float y = area.y - std::clamp(form.scroll, 0.0F, std::max(0.0F, height - area.h));
    for (const PanelView::Confided& part : form.confided) {
        paint_line(painting, { area.x, y, area.w, 28 }, part.title, kLabel, frame.theme.ink2);
        y += 32;
        y += frame.canvas.paragraph({ area.x, y, area.w, 0 }, part.words.text(), kText, frame.theme.ink);
        y += 2 * kGap;
    }
}

void paint_passphrase(Painting& painting, const Rect& area)
{
    ui::Frame& frame = painting.frame;
    const PanelView& form = painting.view.form;
    paint_line(painting, { area.x, area.y, area.w, 32 }, form.words_label, { .size = 20 }, frame.theme.ink2);
    const Rect field { area.x, area.y + 40, std::min(area.w, 720.0F), 64 };
    frame.canvas.fill(field, frame.theme.paper, 8);
    frame.canvas.border(field, frame.theme.petrol, 4, 8);
    const ui::Clip clip(frame.canvas, field.inset(8));
    paint_line(painting, { field.x + 20, field.y, field.w - 40, field.h }, *form.dots,
        { .size = 32, .weight = Weight::Bold }, frame.theme.ink);
}

} // namespace

void paint_words(Painting& painting)
{
    const PanelView& form = painting.view.form;
    const ui::Theme& theme = painting.frame.theme;
    const Rect panel = painting.layout.panel;
    paint_card_frame(painting, panel, theme.petrol, 3);
    Rect area { panel.x + kPadding, panel.y, panel.w - 2 * kPadding, panel.h };
    paint_line(painting, { area.x, area.y + 12, area.w, kHead - 24 }, form.title, kTitle, theme.ink);
    area.y += kHead;
    area.h -= kHead + kButton + kPadding + kGap;
    for (const std::string& line : form.lines) {
        const float height =
            painting.frame.canvas.paragraph({ area.x, area.y, area.w, 0 }, line, { .size = 18 }, theme.ink2)
            + kGap;
        area.y += height;
        area.h -= height;
    }
    if (form.dots)
        paint_passphrase(painting, area);
    else
        paint_confided(painting, area);
    const float y = panel.bottom() - kButton - kPadding;
    const auto cancel = [](Console& console) { console.cancel(); };
    if (!form.send.empty()
        && paint_button(painting, kSendKey, { area.x, y, 292, kButton }, form.send, Shape::Primary, "Enter"))
        painting.intent = [](Console& console) { console.send(); };
    if (paint_button(painting, "form.cancel", { area.right() - 292, y, 292, kButton }, form.cancel,
            Shape::Plain, "Esc"))
        painting.intent = cancel;
}

} // namespace nextplease::desk
