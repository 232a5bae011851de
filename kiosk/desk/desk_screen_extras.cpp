// The strip under the list: further verbs, each with its key.
#include "kiosk/desk/desk_screen.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Rect;

constexpr int kColumns = 4;
constexpr float kGap = 8;

void paint_extra(Painting& painting, const ExtraView& extra, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const bool on = extra.may == May::Yes;
    const ui::Touch touch =
        frame.input.item(frame.canvas, extra.key, rect, extra.label, on ? ui::Enabled::Yes : ui::Enabled::No);
    ui::Color fill = theme.surface;
    ui::Color color = theme.petrol;
    if (touch.down) {
        fill = theme.pressed;
        color = theme.on_pressed;
    } else if (!on) {
        fill = theme.paper;
        color = theme.ink2;
    } else if (extra.on) {
        fill = theme.tint;
    }
    frame.canvas.fill(rect, fill, 8);
    if (!on && !touch.down)
        frame.canvas.dashed_border(rect, theme.off_edge, 2, 8);
    else
        frame.canvas.border(rect, theme.petrol, extra.on ? 3.0F : 2.0F, 8);
    const Rect cap =
        paint_key_cap(painting, { rect.right() - 6, rect.y + (rect.h - 26) / 2 }, extra.cap, fill, color, 26);
    paint_line(painting, { rect.x + 10, rect.y, cap.x - 6 - rect.x - 10, rect.h }, extra.label,
        { .size = 18, .weight = ui::Weight::Bold }, color);
    if (touch.focused)
        ui::focus_ring(frame, rect, 8);
    if (touch.activated)
        painting.intent = [pressed = extra.extra](Console& console) { console.press(pressed); };
}

} // namespace

void paint_extras(Painting& painting)
{
    const Rect& area = painting.layout.extras;
    const auto& extras = painting.view.extras;
    const int rows = (static_cast<int>(extras.size()) + kColumns - 1) / kColumns;
    const float width = (area.w - kGap * (kColumns - 1)) / kColumns;
    const float height = (area.h - kGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (std::size_t i = 0; i < extras.size(); ++i) {
        const auto column = static_cast<float>(i % kColumns);
        const auto row = static_cast<float>(i / kColumns);
        paint_extra(painting, extras[i],
            { area.x + column * (width + kGap), area.y + row * (height + kGap), width, height });
    }
}

} // namespace nextplease::desk
