// Buttons and signs of the look, drawn the same on every face. Each returns true in the frame in which it is
// pressed. Labels are ready words.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/clocks.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/interaction.h"
#include "kiosk/ui/text_draft.h"
#include "kiosk/ui/theme.h"

#include <optional>
#include <string>

namespace nextplease::ui {

// What a screen draws with, in one frame.
struct Frame {
    Canvas& canvas;
    Interaction& input;
    const Theme& theme;
    const Words& words;
    Moment now;
};

enum class Look {
    Primary, // one a screen
    Secondary,
    Quiet, // tinted
    Off
};

struct ButtonText {
    std::string label; // may wrap to two lines
    std::optional<Icon> icon {}; // before the label; with Align::Start both stand at the start side
    Type type { .size = 40, .line = 48, .weight = Weight::Bold, .align = Align::Middle };
};
// An Off button is drawn dashed and still reports the press, so that the screen can say why not.
bool button(Frame& frame, const std::string& key, const Rect& rect, const ButtonText& text, Look look);

// The frame of a card, pressed or focused as `touch` says. Returns the colour for text on it.
Color card(Frame& frame, const Rect& rect, const Touch& touch, Look look, float radius = 16);

// The ring around what the keys are on.
void focus_ring(Frame& frame, const Rect& rect, float radius);

// A letter in a filled square, as on tickets and the board. In paper with ink2 it gets a border: off.
void letter_tile(Frame& frame, const Rect& square, const std::string& letter, Color fill, Color text);

// Circle and tick, triangle and !, diamond and x: never colour alone.
void pace_sign(Frame& frame, const Rect& square, Pace pace);
// Colour for the words beside it.
Color pace_color(const Theme& theme, Pace pace);

// A hollow square with a bar: closed or off.
void closed_sign(Frame& frame, const Rect& square, Color color);

// Logo, name of the council, date and clock: the top of kiosk and board. `date` and `clock` are ready words.
// In large print the date should be a short one.
enum class Print { Normal, Large };
void header(Frame& frame, const std::string& site, const std::string& date, const std::string& clock,
    Print print = Print::Normal);

// Typed text with its caret: one line, or several where the rectangle has room for them. Takes characters
// while it is open, which it is while the focus is on it: touching it opens it, and so does
// Interaction::set_focus. Enter and Escape are left to the screen. While it is empty it shows `label`.
void text_field(
    Frame& frame, const std::string& key, const Rect& rect, const std::string& label, TextDraft& draft);

} // namespace nextplease::ui
