#include "kiosk/sound/spelling.h"

#include <algorithm>
#include <array>

namespace nextplease::sound {
namespace {

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_word(char c)
{
    return is_capital(c) || is_digit(c) || (c >= 'a' && c <= 'z')
        || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// How long a ticket number or reference is that begins here: one to three capitals, perhaps a dash, two
// digits or more. 0: none.
std::size_t code_at(std::string_view text, std::size_t at)
{
    if (at > 0 && is_word(text[at - 1]))
        return 0;
    std::size_t end = at;
    while (end < text.size() && is_capital(text[end]))
        ++end;
    const std::size_t letters = end - at;
    if (letters < 1 || letters > 3)
        return 0;
    if (end < text.size() && text[end] == '-')
        ++end;
    const std::size_t first_digit = end;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    if (end - first_digit < 2 || (end < text.size() && is_word(text[end])))
        return 0;
    return end - at;
}

// Of a mark of U+2066..2069 or U+200E, 200F that begins here; 0: none.
std::size_t direction_mark_at(std::string_view text, std::size_t at)
{
    constexpr std::array<std::string_view, 6> kMarks { "\u2066", "\u2067", "\u2068", "\u2069", "\u200E",
        "\u200F" };
    for (const std::string_view mark : kMarks) {
        if (text.substr(at).starts_with(mark))
            return mark.size();
    }
    return 0;
}

std::size_t markup_at(std::string_view text, std::size_t at)
{
    for (const std::string_view mark : { "<b>", "</b>" }) {
        if (text.substr(at).starts_with(mark))
            return mark.size();
    }
    return 0;
}

std::string without_marks(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t skip = std::max(direction_mark_at(text, at), markup_at(text, at));
        if (skip == 0)
            plain += text[at];
        at += std::max<std::size_t>(1, skip);
    }
    return plain;
}

} // namespace

std::string as_spoken(std::string_view shown)
{
    const std::string text = without_marks(shown);
    std::string spoken;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t code = code_at(text, at);
        if (code == 0) {
            spoken += text[at++];
            continue;
        }
        for (std::size_t i = 0; i < code; ++i) {
            if (text[at + i] == '-')
                continue;
            if (i > 0)
                spoken += ' ';
            spoken += text[at + i];
        }
        at += code;
    }
    return spoken;
}

} // namespace nextplease::sound
