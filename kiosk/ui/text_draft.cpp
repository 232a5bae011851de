#include "kiosk/ui/text_draft.h"

namespace nextplease::ui {

namespace {

void append_utf8(std::string& to, char32_t c)
{
    const auto byte = [&to](char32_t bits) { to += static_cast<char>(bits); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

bool is_text(char32_t c)
{
    const bool control = c < 0x20 || (0x7F <= c && c < 0xA0);
    const bool half_of_pair = 0xD800 <= c && c < 0xE000;
    return !control && !half_of_pair && c <= 0x10FFFF;
}

} // namespace

void TextDraft::insert(char32_t c)
{
    if (!is_text(c) || text.size() >= limit)
        return;
    text.insert(caret, 1, c);
    ++caret;
}

void TextDraft::apply(KeyCode key)
{
    switch (key) {
    case KeyCode::Backspace:
        if (caret > 0)
            text.erase(--caret, 1);
        break;
    case KeyCode::Delete:
        if (caret < text.size())
            text.erase(caret, 1);
        break;
    case KeyCode::Left:
        caret -= caret > 0 ? 1 : 0;
        break;
    case KeyCode::Right:
        caret += caret < text.size() ? 1 : 0;
        break;
    case KeyCode::Home:
        caret = 0;
        break;
    case KeyCode::End:
        caret = text.size();
        break;
    default:
        break;
    }
}

std::string TextDraft::utf8() const
{
    return utf8_until(text.size());
}

std::string TextDraft::utf8_until(std::size_t letters) const
{
    std::string bytes;
    for (std::size_t i = 0; i < letters && i < text.size(); ++i)
        append_utf8(bytes, text[i]);
    return bytes;
}

} // namespace nextplease::ui
