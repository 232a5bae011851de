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
