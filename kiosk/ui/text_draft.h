// A text that somebody is typing, and its caret.
#pragma once

#include "kiosk/ui/interaction.h"

#include <string>

namespace nextplease::ui {

// caret <= text.size() always; a caller that replaces `text` sets `caret` too.
struct TextDraft {
    std::u32string text;
    std::size_t caret = 0; // between characters, 0..size
    std::size_t limit = 200;
    // At the caret. Nothing at the limit, nor for control characters.
    void insert(char32_t c);
    void apply(KeyCode key); // Backspace, Delete, arrows, Home, End; Left and Right in writing order
    std::string utf8() const;
    std::string utf8_until(std::size_t letters) const; // the beginning
};

} // namespace nextplease::ui
