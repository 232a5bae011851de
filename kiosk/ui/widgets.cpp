#include "kiosk/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace nextplease::ui {

namespace {

enum class Edge { None, Solid, Dashed };

// How a button or card is painted.
struct Style {
    Color fill;
    Color text;
    Edge edge = Edge::None;
    Color border {};
    float width = 0;
};

Style pressed_style(const Theme& theme, Look look)
{
    // In the contrast theme a primary button is as yellow as a pressed one: it turns white.
    if (theme.kind == Theme::Kind::Contrast && look == Look::Primary)
        return { theme.ink, theme.paper };
    return { theme.pressed, theme.on_pressed };
}

Style button_style(const Theme& theme, Look look)
{
    const bool contrast = theme.kind == Theme::Kind::Contrast;
    switch (look) {
    case Look::Primary:
        return { theme.petrol, theme.on_petrol };
    case Look::Secondary:
        return { theme.surface, theme.petrol, Edge::Solid, theme.petrol, contrast ? theme.border : 3 };
    case Look::Quiet: {
        const Color color = contrast ? theme.ink : theme.petrol;
        return { theme.tint, color, Edge::Solid, color, theme.border };
    }
    case Look::Off:
        return { theme.paper, theme.ink2, Edge::Dashed, theme.off_edge, contrast ? theme.border : 3 };
    }
    return {};
}

Style card_style(const Theme& theme, Look look)
{
    switch (look) {
    case Look::Primary:
        return { theme.petrol, theme.on_petrol };
    case Look::Secondary:
        return { theme.surface, theme.ink, Edge::Solid, theme.edge, theme.border };
    case Look::Quiet:
        return { theme.tint, theme.ink, Edge::Solid, theme.petrol, theme.border };
    case Look::Off:
        return { theme.paper, theme.ink2, Edge::Dashed, theme.off_edge, theme.border };
    }
    return {};
}

void paint_style(Frame& frame, const Rect& rect, const Style& style, float radius)
{
    frame.canvas.fill(rect, style.fill, radius);
    if (style.edge == Edge::Solid)
        frame.canvas.border(rect, style.border, style.width, radius);
    else if (style.edge == Edge::Dashed)
        frame.canvas.dashed_border(rect, style.border, style.width, radius);
}

float button_radius(const Rect& rect)
{
    return rect.h >= 100 ? 16.0F : rect.h >= 86 ? 12.0F : 10.0F;
}

// Icon and label of a button, together in its middle or at its start.
void button_label(Frame& frame, const Rect& rect, const ButtonText& text, Color color)
{
    const bool large = rect.h >= 100;
    const float padding = large ? 24 : 14;
    const float gap = large ? 16 : 10;
    const float side = large ? std::min(52.0F, std::round(rect.h * 0.4F)) : std::round(text.type.size * 1.4F);
    const float icon = text.icon ? std::min(side, rect.h - 16) : 0;
    const float before = text.icon ? icon + gap : 0;
    const Size room { rect.w - 2 * padding - before, rect.h - 8 };
    const Type type = frame.canvas.fitted(text.label, text.type, room);
    const Size size = frame.canvas.measure(text.label, type, room.w);
    const float spare = std::max(0.0F, room.w - size.w);
    float start = rect.x + padding;
    if (text.type.align == Align::Middle)
        start += spare / 2;
    else if (text.type.align == Align::End)
        start += spare;
    if (text.icon)
        frame.canvas.icon(*text.icon, { start, rect.y + (rect.h - icon) / 2, icon, icon }, color);
    Type set = type;
    // Lines stand in the middle of each other only where nothing stands before them.
    set.align = text.icon ? Align::Start : text.type.align;
    const Rect lines = text.icon ? Rect { start + before, 0, room.w - (start - rect.x - padding), 0 }
                                 : Rect { rect.x + padding, 0, room.w, 0 };
    frame.canvas.paragraph(
        { lines.x, rect.y + (rect.h - size.h) / 2, lines.w, room.h + 1 }, text.label, set, color);
}

} // namespace

bool button(Frame& frame, const std::string& key, const Rect& rect, const ButtonText& text, Look look)
{
    const Enabled enabled = look == Look::Off ? Enabled::No : Enabled::Yes;
    const Touch touch = frame.input.item(frame.canvas, key, rect, text.label, enabled);
    const float radius = button_radius(rect);
    if (touch.focused)
        focus_ring(frame, rect, radius);
    const Style style = touch.down ? pressed_style(frame.theme, look) : button_style(frame.theme, look);
    paint_style(frame, rect, style, radius);
    button_label(frame, rect, text, style.text);
    return touch.activated;
}

Color card(Frame& frame, const Rect& rect, const Touch& touch, Look look, float radius)
{
    if (touch.focused)
        focus_ring(frame, rect, radius);
    const Style style = touch.down ? pressed_style(frame.theme, look) : card_style(frame.theme, look);
    paint_style(frame, rect, style, radius);
    return style.text;
}

void focus_ring(Frame& frame, const Rect& rect, float radius)
{
    constexpr float kGap = 6;
    const float ring = frame.theme.focus_ring;
    frame.canvas.border(rect.inset(-kGap), frame.theme.focus_gap, kGap, radius + kGap);
    frame.canvas.border(rect.inset(-kGap - ring), frame.theme.focus, ring, radius + kGap + ring);
}

} // namespace nextplease::ui
