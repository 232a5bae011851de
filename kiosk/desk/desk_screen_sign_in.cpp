// Who sits down: the names, the PIN as dots, and the number of the visitor who is at the desk meanwhile.
#include "kiosk/desk/desk_screen.h"

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kWidth = 720;
constexpr float kPad = 32;
constexpr float kChoice = 52;

} // namespace

void paint_sign_in(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const SignInView& view = painting.view.sign_in;
    const ChoiceGroup& names = painting.view.form.groups.front();
    const auto rows = static_cast<float>((names.choices.size() + 2) / 3);
    const ui::Size room = frame.canvas.room();
    const float height = 136 + rows * (kChoice + 8) + 48 + 64 + 24 + 60 + 56;
    const Rect card { (room.w - kWidth) / 2, std::max(72.0F, (room.h - height) / 2), kWidth, height };
    paint_card_frame(painting, card, theme.petrol, 3);
    const Rect area { card.x + kPad, card.y, card.w - 2 * kPad, card.h };
    paint_line(painting, { area.x, area.y + 20, area.w, 56 }, view.title,
        { .size = 32, .weight = Weight::Bold }, theme.ink);
    paint_line(painting, { area.x, area.y + 80, area.w, 40 }, view.hint, { .size = 20 }, theme.ink2);
    float y = area.y + 136;
    const float width = (area.w - 16) / 3;
    for (std::size_t i = 0; i < names.choices.size(); ++i)
        paint_choice(painting, names.choices[i],
            { area.x + static_cast<float>(i % 3) * (width + 8), y + static_cast<float>(i / 3) * (kChoice + 8),
                width, kChoice });
    y += rows * (kChoice + 8) + 12;
    paint_line(painting, { area.x, y, area.w, 32 }, view.pin_label, { .size = 18 }, theme.ink2);
    const Rect pin { area.x, y + 36, area.w, 64 };
    frame.canvas.fill(pin, theme.paper, 8);
    frame.canvas.border(pin, theme.petrol, 4, 8);
    paint_line(painting, { pin.x + 20, pin.y, pin.w - 40, pin.h }, view.dots,
        { .size = 32, .weight = Weight::Bold }, theme.ink);
    y = pin.bottom() + 24;
    if (paint_button(painting, "sign_in.send", { area.x, y, 292, 60 }, view.send, Shape::Primary, "Enter"))
        painting.intent = [](Console& console) { console.send(); };
    if (!view.here.empty())
        paint_line(painting, { area.x + 308, y, area.w - 308, 60 }, view.here, { .size = 20 }, theme.ink);
}

} // namespace nextplease::desk
