// The keyboard on the screen: keys that type into a draft. Nothing is held down and nothing is pressed twice:
// one touch is one letter, also a long one; shift counts for the next letter.
//
// UI thread, inside a frame.
#pragma once

#include "kiosk/ui/keyboard_layout.h"
#include "kiosk/ui/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::ui {

enum class KeyboardKind {
    Words,
    Code, // capital letters and digits
    Digits,
    Email
};

enum class KeyAct {
    Letter,
    Space,
    Shift,
    Signs, // to the page with digits and signs
    Letters, // and back
    Script, // Latin letters, or those of the language
    Remove, // the letter before the caret
    NewLine,
    Undo,
    Redo,
    Left, // as seen
    Right,
    Up,
    Down
};

struct PlacedKey {
    KeyAct act;
    char32_t letter = 0; // of a Letter
    Rect at {};
};

struct KeyboardForm {
    KeyboardKind kind = KeyboardKind::Words;
    Language language {};
    bool lines = false; // the text may have several lines
    enum class Shape {
        Stacked, // ten columns, all rows under each other
        Wide // sixteen columns, four rows: digits and the keys that mend stand beside the letters
    };
    Shape shape = Shape::Stacked;
    Rect area {}; // of the keys
};

constexpr float kKeyGap = 8;

// How many rows the keys stand in.
int keyboard_rows(const KeyboardForm& form);
// The place beside the letters of a Wide keyboard that is left for two buttons, at the bottom.
Rect beside_keys(const KeyboardForm& form);

// The keys, in the order in which they are focused, each where it stands in a left-to-right language. No two
// that are shown together have the same name.
std::vector<PlacedKey> place_keys(const KeyboardForm& form, const KeyboardState& state);

// "key.a", "key.shift": of the touch item.
std::string key_name(const PlacedKey& key);

// What keys without a letter say.
struct KeyboardWords {
    std::string space, shift, signs, letters, script, remove, new_line, undo, redo, left, right, up, down;
};

// Draws the keys and does what was pressed, but for the four that move the caret as seen: those are returned.
struct KeyboardTouch {
    bool typed = false; // the draft has changed
    std::optional<KeyAct> move {};
};
KeyboardTouch draw_keyboard(
    Frame& frame, const KeyboardForm& form, const KeyboardWords& words, float letter_size, TextDraft& draft);

// The layout whose letters are shown now.
const KeyboardLayout& shown_layout(const KeyboardForm& form, const KeyboardState& state);

} // namespace nextplease::ui
