#include "kiosk/ui/text_draft.h"

#include <doctest/doctest.h>

using namespace nextplease::ui;

namespace {

TextDraft typed(const std::u32string& text)
{
    TextDraft draft;
    for (const char32_t c : text)
        draft.insert(c);
    return draft;
}

} // namespace

TEST_CASE("What is typed is kept as UTF-8, in any script")
{
    CHECK(typed(U"B042").utf8() == "B042");
    CHECK(typed(U"Zażółć").utf8() == "Zażółć");
    CHECK(typed(U"زبان").utf8() == "زبان");
    CHECK(typed(U"𝄞").utf8() == "𝄞");
    CHECK(typed(U"żó").utf8_until(1) == "ż");
}

TEST_CASE("The caret goes by letters, not by bytes")
{
    TextDraft draft = typed(U"żółw");
    draft.apply(KeyCode::Left);
    draft.apply(KeyCode::Left);
    draft.apply(KeyCode::Backspace);
    CHECK(draft.utf8() == "żłw");
    draft.apply(KeyCode::Delete);
    CHECK(draft.utf8() == "żw");
    draft.insert(U'ó');
    CHECK(draft.utf8() == "żów");
    draft.apply(KeyCode::Home);
    draft.insert(U'x');
    draft.apply(KeyCode::End);
    draft.insert(U'y');
    CHECK(draft.utf8() == "xżówy");
}

TEST_CASE("At its ends a draft stays as it is")
{
    TextDraft draft;
    for (const KeyCode key : { KeyCode::Backspace, KeyCode::Delete, KeyCode::Left, KeyCode::Right })
        draft.apply(key);
    CHECK(draft.text.empty());
    CHECK(draft.caret == 0);
    draft = typed(U"ab");
    draft.apply(KeyCode::Right);
    draft.apply(KeyCode::Delete);
    CHECK(draft.utf8() == "ab");
    CHECK(draft.caret == 2);
}

TEST_CASE("No more is typed than the limit, and no control characters")
{
    TextDraft draft;
    draft.limit = 3;
    for (const char32_t c : std::u32string(U"a\tb\nc\u0007d"))
        draft.insert(c);
    draft.insert(0xD800); // half of a pair
    CHECK(draft.utf8() == "abc");
}

TEST_CASE("Undo takes back a word at a time, and redo brings it again")
{
    TextDraft draft = typed(U"damp in my bedroom");
    draft.undo();
    CHECK(draft.utf8() == "damp in my ");
    draft.apply(KeyCode::Undo);
    CHECK(draft.utf8() == "damp in ");
    CHECK(draft.caret == draft.text.size());
    draft.redo();
    CHECK(draft.utf8() == "damp in my ");
    draft.insert(U'k');
    draft.redo(); // what was typed since stands
    CHECK(draft.utf8() == "damp in my k");
    for (int i = 0; i < 10; ++i)
        draft.undo();
    CHECK(draft.utf8().empty());
    CHECK(!draft.history.can_undo());
    for (int i = 0; i < 10; ++i)
        draft.redo();
    CHECK(draft.utf8() == "damp in my k");
}

TEST_CASE("Undo brings back what was deleted, wherever the caret is by now")
{
    TextDraft draft = typed(U"one two");
    for (int i = 0; i < 5; ++i)
        draft.apply(KeyCode::Backspace);
    CHECK(draft.utf8() == "on");
    draft.apply(KeyCode::Home);
    draft.undo();
    draft.undo();
    CHECK(draft.utf8() == "one two");
    draft.caret = 4;
    draft.apply(KeyCode::Delete);
    draft.apply(KeyCode::Delete);
    CHECK(draft.utf8() == "one o");
    draft.undo();
    CHECK(draft.utf8() == "one two");
    draft.text = U"another text";
    draft.caret = 0;
    draft.undo(); // of a text that is gone
    CHECK(draft.utf8() == "another text");
}

TEST_CASE("A draft with several lines takes line breaks")
{
    TextDraft draft;
    draft.lines = true;
    for (const char32_t c : std::u32string(U"one\ntwo"))
        draft.insert(c);
    CHECK(draft.utf8() == "one\ntwo");
    draft.undo();
    CHECK(draft.utf8() == "one\n");
}

TEST_CASE("The caret does not stand between a letter and its vowel sign")
{
    TextDraft draft = typed(U"\u0A15\u0A3F\u0A24\u0A3E\u0A2C"); // three letters, two of them with a sign
    draft.apply(KeyCode::Left);
    CHECK(draft.caret == 4);
    draft.apply(KeyCode::Left);
    CHECK(draft.caret == 2);
    draft.apply(KeyCode::Left);
    CHECK(draft.caret == 0);
    draft.apply(KeyCode::Right);
    CHECK(draft.caret == 2);
    draft.apply(KeyCode::Delete); // the letter goes with its sign
    CHECK(draft.utf8() == typed(U"\u0A15\u0A3F\u0A2C").utf8());
}

TEST_CASE("What was typed is overwritten when the draft is cleared, the word deleted last too")
{
    TextDraft draft;
    draft.limit = 1'000;
    for (const char32_t c : std::u32string(U"a secret that nobody else may read, and some more"))
        draft.insert(c);
    for (int i = 0; i < 5; ++i)
        draft.apply(KeyCode::Backspace);
    const char32_t* const letters = draft.text.data();
    const std::size_t room = draft.text.capacity();
    for (std::size_t i = draft.text.size(); i < draft.text.size() + 5; ++i)
        CHECK(letters[i] == 0);
    draft.clear();
    CHECK(draft.text.data() == letters); // still its own
    bool zero = true;
    for (std::size_t i = 0; i < room; ++i)
        zero = zero && letters[i] == 0;
    CHECK(zero);
    CHECK(!draft.history.can_undo());
    CHECK(!draft.history.can_redo());
    CHECK(draft.caret == 0);
}
