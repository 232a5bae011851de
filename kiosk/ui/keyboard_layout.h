// Which characters are on the keys of the keyboard on the screen, for each language. Data only.
//
// Every letter of a language has a key of its own, plain or with the shift key: nothing has to be held down.
#pragma once

#include "core/base/ids.h"

#include <array>
#include <string_view>

namespace nextplease::ui {

// One row, from left to right as on a real keyboard, also in languages that run from right to left. `shifted`
// holds as many characters; empty: the same.
struct KeyRow {
    std::u32string_view plain, shifted {};
};

struct KeyboardLayout {
    std::string_view language; // BCP 47: whose letters these are
    std::string_view name; // its first letters, for the key that leads here
    std::array<KeyRow, 4>
        rows; // at most ten keys each; of the last one eight, and shift and delete beside it
    std::u32string_view before_space, after_space; // one and two
    std::u32string_view signs; // of this language alone; at most nine, for the page with signs
    bool latin = true; // its letters, or some of them, are Latin
};

// The layout of a language; the English one if there is none. Chinese is typed in Latin letters (pinyin).
const KeyboardLayout& layout_for(const Language& language);
// The letters a to z.
const KeyboardLayout& latin_layout();
// Digits and signs; the last row is that of `language`.
struct SignRows {
    std::array<std::u32string_view, 3> rows;
    std::u32string_view last; // delete stands beside it
};
SignRows sign_rows(const KeyboardLayout& layout);

// Capital letters and digits, for codes; four rows of nine.
constexpr std::array<std::u32string_view, 4> kCodeRows { U"123456789", U"0ABCDEFGH", U"IJKLMNOPQ",
    U"RSTUVWXYZ" };

} // namespace nextplease::ui
