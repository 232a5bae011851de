// A text that somebody is typing: its caret, what can be undone, and how the keyboard on the screen stands.
// All of it is overwritten in memory when it is cleared or its life ends.
#pragma once

#include "kiosk/ui/interaction.h"

#include <cstddef>
#include <deque>
#include <string>

namespace nextplease::ui {

// What can be taken back, by words.
class DraftHistory {
public:
    DraftHistory() = default;
    DraftHistory(const DraftHistory&) = default;
    DraftHistory& operator=(const DraftHistory&) = default;
    ~DraftHistory() { wipe(); }

    void typed(std::size_t at, char32_t c);
    enum class Towards { Start, End };
    void removed(std::size_t at, char32_t c, Towards towards);

    bool can_undo() const { return !done_.empty(); }
    bool can_redo() const { return !undone_.empty(); }
    // Changes `text` and `caret`; nothing, and all is forgotten, if the text was replaced meanwhile.
    void undo(std::u32string& text, std::size_t& caret);
    void redo(std::u32string& text, std::size_t& caret);
    void wipe();

private:
    // `removed` stood at `at`, and `typed` stands there instead.
    struct Edit {
        std::size_t at = 0;
        std::u32string removed, typed;
    };
    static bool swap(std::u32string& text, std::size_t& caret, std::size_t at, const std::u32string& out,
        const std::u32string& in);
    static void forget(std::deque<Edit>& edits);
    void begin_edit(Edit edit);

    std::deque<Edit> done_, undone_;
};

// What the keyboard on the screen shows while this text is typed.
struct KeyboardState {
    enum class Page { Letters, Signs };
    Page page = Page::Letters;
    bool shifted = false; // for the next letter
    bool latin = false; // Latin letters instead of those of the language
};

// caret <= text.size() always; a caller that replaces `text` sets `caret` too.
struct TextDraft {
    std::u32string text;
    std::size_t caret = 0; // between characters, 0..size
    std::size_t limit = 200;
    bool lines = false; // may hold line breaks
    KeyboardState keyboard {};
    DraftHistory history {};

    ~TextDraft() { clear(); }
    // At the caret. Nothing at the limit, nor for control characters but line breaks where there may be some.
    void insert(char32_t c);
    // Backspace, Delete, arrows, Home, End, Undo; Left and Right in writing order. The caret does not stand
    // between a letter and its marks.
    void apply(KeyCode key);
    void undo();
    void redo();
    // Overwrites what was typed and every trace of it that is kept here.
    void clear();
    std::string utf8() const;
    std::string utf8_until(std::size_t letters) const; // the beginning
    std::size_t letters_in(std::size_t bytes) const; // how many letters the first `bytes` of utf8() are
};

// A vowel sign, an accent or the like, which belongs to the letter before.
bool is_mark(char32_t c);

// Overwrites all that the text has room for, and empties it.
void wipe(std::u32string& text);

} // namespace nextplease::ui
