// The signs of widgets.h: shape and symbol, never colour alone.
#include "kiosk/ui/widgets.h"

namespace nextplease::ui {

void letter_tile(Frame& frame, const Rect& square, const std::string& letter, Color fill, Color text)
{
    const bool large = square.w >= 72;
    const float radius = large ? 12.0F : square.w >= 48 ? 8.0F : 6.0F;
    const float size = square.w * (large ? 0.59F : 0.7F);
    frame.canvas.fill(square, fill, radius);
    if (fill == frame.theme.paper && text == frame.theme.ink2)
        frame.canvas.border(
            square, frame.theme.off_edge, frame.theme.kind == Theme::Kind::Contrast ? 3 : 2, radius);
    const Point at { square.x + square.w / 2, square.y + square.h / 2 + 0.388F * size };
    const Type type { .size = size, .weight = Weight::Bold, .align = Align::Middle };
    frame.canvas.text(at, letter, type, text, square.w - 4);
}

void pace_sign(Frame& frame, const Rect& square, Pace pace)
{
    const Theme& theme = frame.theme;
    switch (pace) {
    case Pace::InTime:
        frame.canvas.icon(Icon::Disc, square, theme.green);
        frame.canvas.icon(Icon::DiscTick, square, theme.on_green);
        return;
    case Pace::Near:
        frame.canvas.icon(Icon::Warning, square, theme.amber);
        frame.canvas.icon(Icon::WarningEdge, square, theme.amber_ink);
        frame.canvas.icon(Icon::WarningMark, square, theme.on_amber);
        return;
    case Pace::Past:
        frame.canvas.icon(Icon::Diamond, square, theme.red);
        frame.canvas.icon(Icon::DiamondCross, square, theme.on_red);
        return;
    }
}

Color pace_color(const Theme& theme, Pace pace)
{
    switch (pace) {
    case Pace::InTime:
        return theme.green;
    case Pace::Near:
        return theme.amber_ink;
    case Pace::Past:
        return theme.red;
    }
    return theme.ink;
}

void closed_sign(Frame& frame, const Rect& square, Color color)
{
    frame.canvas.icon(Icon::Closed, square, color);
}

} // namespace nextplease::ui
