// What all parts of the screen are made of; the top bar, and the line that says what was done.
#include "kiosk/desk/desk_screen.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Icon;
using ui::Rect;
using ui::Type;
using ui::Weight;

const Type kBarWords { .size = 18 };
const Type kBarBold { .size = 18, .weight = Weight::Bold };

// A button of the top bar, ending at `end`; returns where it begins.
struct BarButton {
    std::string key;
    Icon icon;
    std::string label;
    std::string cap;
    bool on;
};

float paint_bar_button(Painting& painting, float end, const BarButton& button, const Intent& intent)
{
    ui::Frame& frame = painting.frame;
    const float label_width = frame.canvas.measure(button.label, kBarBold).w;
    const float cap_width = frame.canvas.measure(button.cap, kBarWords).w;
    const float width = 50 + label_width + 18 + cap_width + 14;
    const Rect rect { end - width, 8, width, 40 };
    const ui::Touch touch = frame.input.item(
        frame.canvas, button.key, rect, button.label, button.on ? ui::Enabled::Yes : ui::Enabled::No);
    const ui::Color color = button.on ? frame.theme.on_deep : frame.theme.on_deep2;
    if (touch.down)
        frame.canvas.fill(rect, frame.theme.petrol, 8);
    if (button.on)
        frame.canvas.border(rect, frame.theme.on_deep2, 2, 8);
    else
        frame.canvas.dashed_border(rect, frame.theme.on_deep2, 2, 8);
    frame.canvas.icon(button.icon, { rect.x + 11, rect.y + 6, 28, 28 }, color);
    paint_line(painting, { rect.x + 50, rect.y, label_width + 2, rect.h }, button.label, kBarBold, color);
    paint_line(painting, { rect.right() - 14 - cap_width, rect.y, cap_width + 2, rect.h }, button.cap,
        kBarWords, color);
    if (touch.focused)
        ui::focus_ring(frame, rect, 8);
    if (touch.activated)
        painting.intent = intent;
    return rect.x;
}

// Returns where it begins.
float paint_state(Painting& painting, float end)
{
    ui::Frame& frame = painting.frame;
    const BarView& bar = painting.view.bar;
    const float width = frame.canvas.measure(bar.state_words, { .size = 20, .weight = Weight::Bold }).w;
    const Rect sign { end - width - 34, 16, 24, 24 };
    switch (bar.state) {
    case DeskState::Open: // the sign of "in time", on dark (look.md, signs)
        frame.canvas.icon(Icon::Disc, sign, ui::board_theme().green);
        frame.canvas.icon(Icon::DiscTick, sign, ui::board_theme().on_green);
        break;
    case DeskState::Paused:
        frame.canvas.icon(Icon::Cup, sign, frame.theme.on_deep);
        break;
    case DeskState::Closed:
        ui::closed_sign(frame, sign, frame.theme.on_deep);
        break;
    }
    paint_line(painting, { end - width, 0, width + 2, 56 }, bar.state_words,
        { .size = 20, .weight = Weight::Bold }, frame.theme.on_deep);
    return sign.x;
}

// A machine that needs somebody, in the place of the services: a sign and words. Where there is no room for
// the words, the sign alone.
void paint_device(Painting& painting, float x, float room)
{
    ui::Frame& frame = painting.frame;
    const BarView& bar = painting.view.bar;
    const ui::Color color = bar.device_stopped ? ui::board_theme().amber : frame.theme.on_deep;
    frame.canvas.icon(Icon::Printer, { x, 12, 32, 32 }, color);
    const float width = frame.canvas.measure(bar.device, kBarBold).w;
    if (width + 44 <= room)
        paint_line(painting, { x + 44, 0, width + 2, 56 }, bar.device, kBarBold, color);
}

void paint_names(Painting& painting, float end)
{
    ui::Frame& frame = painting.frame;
    const BarView& bar = painting.view.bar;
    const ui::Color color = frame.theme.on_deep;
    const Type kProduct { .size = 20, .weight = Weight::Bold };
    const Type kDesk { .size = 24, .weight = Weight::Bold };
    frame.canvas.fill({ 24, 10, 36, 36 }, color, 7);
    frame.canvas.icon(Icon::Logo, { 24, 10, 36, 36 }, frame.theme.deep);
    float x = 72;
    const float product = frame.canvas.measure(bar.product, kProduct).w;
    paint_line(painting, { x, 0, product + 2, 56 }, bar.product, kProduct, color);
    x += product + 20;
    frame.canvas.line({ x, 14 }, { x, 42 }, frame.theme.edge, 2);
    x += 20;
    const float desk = frame.canvas.measure(bar.desk, kDesk).w;
    paint_line(painting, { x, 0, desk + 2, 56 }, bar.desk, kDesk, color);
    x += desk + 24;
    if (!bar.staff.empty()) {
        const float staff =
            std::min(frame.canvas.measure(bar.staff, kBarBold).w, std::max(0.0F, end - 32 - x));
        paint_line(painting, { x, 0, staff + 2, 56 }, bar.staff, kBarBold, color);
        x += staff + 24;
    }
    const float room = end - 32 - x;
    if (!bar.device.empty())
        return paint_device(painting, x, room);
    const bool fits = frame.canvas.measure(bar.services, kBarWords).w <= room;
    const std::string& services = fits ? bar.services : bar.services_short;
    if (frame.canvas.measure(services, kBarWords).w <= room)
        paint_line(painting, { x, 0, room, 56 }, services, kBarWords, frame.theme.on_deep2);
}

} // namespace

bool tall_script(const Painting& painting, const std::string& text)
{
    return ui::nastaliq(painting.frame.canvas.language(), text);
}

float middle_line(const Painting& painting, float top, float height, const std::string& text, float size)
{
    // look.md: a Latin baseline stands 0.388 of the size below the middle. Nastaliq reaches much further up
    // than down.
    return top + height / 2 + (tall_script(painting, text) ? 0.58F : 0.388F) * size;
}

void paint_line(
    Painting& painting, const Rect& rect, const std::string& text, const Type& type, ui::Color color)
{
    float x = rect.x;
    if (type.align == Align::Middle)
        x = rect.x + rect.w / 2;
    else if (type.align == Align::End)
        x = rect.right();
    painting.frame.canvas.text(
        { x, middle_line(painting, rect.y, rect.h, text, type.size) }, text, type, color, rect.w);
}

void paint_card_frame(Painting& painting, const Rect& rect, ui::Color border, float width)
{
    painting.frame.canvas.fill(rect, painting.frame.theme.surface, 12);
    painting.frame.canvas.border(rect, border, width, 12);
}

Rect paint_key_cap(
    Painting& painting, ui::Point end, const std::string& cap, ui::Color fill, ui::Color color, float height)
{
    ui::Canvas& canvas = painting.frame.canvas;
    const Type kCap { .size = 18, .weight = Weight::Bold, .align = Align::Middle };
    const float width = std::max(44.0F, canvas.measure(cap, kCap).w + 20);
    const Rect rect { end.x - width, end.y, width, height };
    canvas.fill(rect, fill, 6);
    canvas.border(rect, color, 2, 6);
    paint_line(painting, rect, cap, kCap, color);
    return rect;
}

bool paint_button(Painting& painting, const std::string& key, const Rect& rect, const std::string& label,
    Shape shape, const std::string& cap)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch = frame.input.item(
        frame.canvas, key, rect, label, shape == Shape::Off ? ui::Enabled::No : ui::Enabled::Yes);
    ui::Color fill = theme.surface;
    ui::Color color = theme.petrol;
    if (touch.down || shape == Shape::Pressed) {
        fill = theme.pressed;
        color = theme.on_pressed;
    } else if (shape == Shape::Primary) {
        fill = theme.petrol;
        color = theme.on_petrol;
    } else if (shape == Shape::Off) {
        fill = theme.paper;
        color = theme.ink2;
    }
    frame.canvas.fill(rect, fill, 8);
    if (shape == Shape::Off && !touch.down)
        frame.canvas.dashed_border(rect, theme.off_edge, 2, 8);
    else
        frame.canvas.border(rect, color == theme.petrol ? theme.petrol : fill, 2, 8);
    Rect words { rect.x + 12, rect.y, rect.w - 24, rect.h };
    if (!cap.empty()) {
        const float height = std::min(36.0F, rect.h - 12);
        const ui::Point end { rect.right() - 8, rect.y + (rect.h - height) / 2 };
        const Rect at = paint_key_cap(painting, end, cap, fill, color, height);
        words.w = at.x - 8 - words.x;
    }
    const Align align = cap.empty() ? Align::Middle : Align::Start;
    paint_line(painting, words, label, { .size = 18, .weight = Weight::Bold, .align = align }, color);
    if (touch.focused)
        ui::focus_ring(frame, rect, 8);
    return touch.activated;
}

void paint_bar(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const BarView& bar = painting.view.bar;
    const Rect& rect = painting.layout.bar;
    frame.canvas.fill(rect, frame.theme.deep);
    constexpr float kGap = 16;
    float x = rect.w - 24;
    frame.canvas.text({ x, 40.5F }, bar.clock, { .size = 32, .weight = Weight::Bold, .align = Align::End },
        frame.theme.on_deep);
    x -= 144;
    x = paint_bar_button(painting, x, { "desk.help", Icon::Help, bar.help, "F1", true },
            [](Console& console) { console.toggle_help(); })
        - kGap;
    x = paint_bar_button(painting, x,
            { "desk.close", Icon::Closed, bar.close, bar.close_key, bar.may_stop == May::Yes },
            [](Console& console) { console.close_desk(); })
        - kGap;
    const bool on = bar.goes ? bar.may_stop != May::CutOff : bar.may_stop == May::Yes;
    x = paint_bar_button(painting, x,
            { bar.goes ? "desk.open" : "desk.break", bar.goes ? Icon::Play : Icon::Cup, bar.stop_or_go,
                bar.stop_key, on },
            [](Console& console) { console.press_stop_or_go(); })
        - 32;
    x = paint_state(painting, x);
    paint_names(painting, x);
}

void paint_message(Painting& painting)
{
    if (!painting.view.message)
        return;
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const MessageView& message = *painting.view.message;
    const Rect& rect = painting.layout.message;
    const bool refused = message.kind == MessageView::Kind::Refused;
    frame.canvas.fill(rect, refused ? theme.amber_tint : theme.tint, 12);
    frame.canvas.border(rect, refused ? theme.amber_ink : theme.petrol, 2, 12);
    const Rect sign { rect.x + 20, rect.y + rect.h / 2 - 18, 36, 36 };
    if (refused) {
        ui::pace_sign(frame, sign, Pace::Near);
    } else {
        frame.canvas.icon(Icon::Disc, sign, theme.petrol);
        frame.canvas.icon(Icon::DiscTick, sign, theme.on_petrol);
    }
    const Type kWords { .size = 20, .line = 27, .weight = Weight::Bold };
    const float width = rect.w - 76 - 20;
    const float height = std::min(frame.canvas.measure(message.words, kWords, width).h, rect.h - 8);
    frame.canvas.paragraph(
        { rect.x + 76, rect.y + (rect.h - height) / 2, width, height + 1 }, message.words, kWords, theme.ink);
}

} // namespace nextplease::desk
