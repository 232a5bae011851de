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

namespace {

// Where the parts of a header stand, in the three forms of screen.
struct HeaderForm {
    float margin, logo, logo_y;
    Type name, clock, date;
    float name_x, name_y, name_y_of_two; // first baselines
    float clock_y;
};

HeaderForm header_form(const Frame& frame, Print print)
{
    const auto type = [](float size, float line, Weight weight, Align align) {
        return Type { .size = size, .line = line, .weight = weight, .align = align };
    };
    const bool large = print == Print::Large;
    const Size room = frame.canvas.room();
    const bool wide = room.w > room.h;
    if (frame.theme.kind == Theme::Kind::Board && wide)
        return { 56, 56, 16, type(40, 48, Weight::Bold, Align::Start), type(72, 80, Weight::Bold, Align::End),
            type(40, 48, Weight::Regular, Align::End), 132, 59, 0, 69 };
    if (frame.theme.kind == Theme::Kind::Board)
        return { 56, 56, 16, type(28, 32, Weight::Bold, Align::Start), type(72, 80, Weight::Bold, Align::End),
            type(32, 40, Weight::Regular, Align::End), 132, 54, 39, 69 };
    if (wide)
        return { 40, 56, 20, type(24, 28, Weight::Bold, Align::Start),
            type(large ? 60.0F : 56.0F, 64, Weight::Bold, Align::End),
            type(large ? 32.0F : 28.0F, 36, Weight::Regular, Align::End), 112, 58, 43, 68 };
    if (large)
        return { 48, 64, 32, type(36, 40, Weight::Bold, Align::Start), type(64, 72, Weight::Bold, Align::End),
            type(36, 40, Weight::Regular, Align::End), 128, 78, 58, 86 };
    return { 48, 64, 32, type(28, 32, Weight::Bold, Align::Start), type(56, 64, Weight::Bold, Align::End),
        type(28, 32, Weight::Regular, Align::End), 128, 76, 59, 84 };
}

// The council's name, on one line or two of about the same width.
void site_name(Frame& frame, const HeaderForm& form, const std::string& site, float room)
{
    const float whole = frame.canvas.measure(site, form.name).w;
    if (form.name_y_of_two == 0 || whole <= std::min(room, 260.0F)) {
        frame.canvas.text({ form.name_x, form.name_y }, site, form.name, frame.theme.ink, room);
        return;
    }
    const float first = form.name_y_of_two - form.name.line / 2 - 0.388F * form.name.size;
    const float balanced = std::min(room, whole * 0.62F);
    const bool two = frame.canvas.measure(site, form.name, balanced).h <= 2.5F * form.name.line;
    frame.canvas.paragraph(
        { form.name_x, first, two ? balanced : room, 0 }, site, form.name, frame.theme.ink);
}

} // namespace

void header(
    Frame& frame, const std::string& site, const std::string& date, const std::string& clock, Print print)
{
    const HeaderForm form = header_form(frame, print);
    const Rect logo { form.margin, form.logo_y, form.logo, form.logo };
    frame.canvas.fill(logo, frame.theme.petrol, form.logo * 12 / 64);
    frame.canvas.icon(Icon::Logo, logo, frame.theme.on_petrol);
    float end = frame.canvas.room().w - form.margin;
    const bool board = frame.theme.kind == Theme::Kind::Board;
    if (!clock.empty())
        end -=
            frame.canvas.text({ end, form.clock_y }, clock, form.clock, frame.theme.ink) + (board ? 32 : 24);
    if (!date.empty())
        end -= frame.canvas.text({ end, form.clock_y }, date, form.date, frame.theme.ink2) + 24;
    site_name(frame, form, site, end - form.name_x);
}

namespace {

struct FieldForm {
    Rect inner;
    Type type;
    bool several_lines;
};

FieldForm field_form(const Rect& rect)
{
    const bool large = rect.h >= 88;
    const float size = large ? 36 : std::clamp(std::round(rect.h * 0.42F), 16.0F, 32.0F);
    const float line = std::round(size * 1.45F);
    const float side = large ? 28 : 14;
    const float above = std::min(large ? 24.0F : 10.0F, (rect.h - line) / 2);
    const bool several = rect.h - 2 * above >= 2 * line;
    const Rect inner = several ? Rect { rect.x + side, rect.y + above, rect.w - 2 * side, rect.h - 2 * above }
                               : Rect { rect.x + side, rect.y + 4, rect.w - 2 * side, rect.h - 8 };
    return { inner, { .size = size, .line = line }, several };
}

void paint_caret(Frame& frame, float x, float baseline, float size)
{
    const float width = size >= 28 ? 4.0F : 2.0F;
    frame.canvas.fill({ x - width / 2, baseline - size, width, 1.28F * size }, frame.theme.focus);
}

enum class Caret { Hidden, Shown };

// The text moves under its frame so that the caret is always seen.
void paint_draft(Frame& frame, const FieldForm& form, const TextDraft& draft, Caret shown)
{
    const std::string text = draft.utf8();
    const std::size_t index = shown == Caret::Shown ? draft.utf8_until(draft.caret).size() : 0;
    const Rect& inner = form.inner;
    const float wrap = form.several_lines ? inner.w : 0;
    const TextCaret caret = frame.canvas.caret({ 0, 0, wrap, 0 }, text, form.type, index);
    const float width = form.several_lines ? inner.w : frame.canvas.measure(text, form.type).w;
    const float from_start = frame.canvas.right_to_left() ? width - caret.x : caret.x;
    float left = inner.x, baseline = inner.y + inner.h / 2 + 0.388F * form.type.size,
          caret_baseline = baseline;
    if (form.several_lines) {
        const float down = std::max(0.0F, caret.baseline + 0.4F * form.type.size - inner.h);
        frame.canvas.paragraph({ inner.x, inner.y - down, inner.w, 0 }, text, form.type, frame.theme.ink);
        caret_baseline = inner.y - down + caret.baseline;
    } else {
        left -= std::max(0.0F, from_start + 4 - inner.w);
        frame.canvas.text({ left, baseline }, text, form.type, frame.theme.ink);
    }
    if (shown == Caret::Shown)
        paint_caret(frame, left + from_start, caret_baseline, form.type.size);
}

} // namespace

void text_field(
    Frame& frame, const std::string& key, const Rect& rect, const std::string& label, TextDraft& draft)
{
    const Touch touch = frame.input.item(frame.canvas, key, rect, label);
    if (touch.activated)
        frame.input.set_focus(key);
    const bool open = frame.input.focus() == key;
    if (open) {
        frame.input.typing();
        for (const char32_t c : frame.input.characters())
            draft.insert(c);
        for (const KeyCode code : frame.input.keys())
            draft.apply(code);
    }
    if (touch.focused)
        focus_ring(frame, rect, 12);
    const Theme& theme = frame.theme;
    frame.canvas.fill(rect, theme.surface, 12);
    frame.canvas.border(rect, open ? theme.petrol : theme.edge, open ? 4 : theme.border, 12);
    const FieldForm form = field_form(rect);
    const Clip clip(frame.canvas, form.inner.inset(-4));
    if (!draft.text.empty()) {
        paint_draft(frame, form, draft, open ? Caret::Shown : Caret::Hidden);
        return;
    }
    const float middle = form.several_lines ? form.inner.y + form.type.line / 2 : rect.y + rect.h / 2;
    const float baseline = middle + 0.388F * form.type.size;
    frame.canvas.text({ form.inner.x, baseline }, label, form.type, theme.ink2, form.inner.w);
    if (open)
        paint_caret(frame, form.inner.x, baseline, form.type.size);
}

} // namespace nextplease::ui
