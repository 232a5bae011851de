#include "kiosk/ui/glyphs.h"

#include "kiosk/ui/text_setter.h"

#include <glib.h>
#include <set>

namespace nextplease::ui {
namespace {

// Apart from one another, so that none is drawn as part of another.
std::string spaced(const std::set<gunichar>& characters)
{
    std::string text;
    for (const gunichar c : characters) {
        char letter[7] = {};
        g_unichar_to_utf8(c, letter);
        text += letter;
        text += ' ';
    }
    return text;
}

std::set<gunichar> distinct(std::string_view text)
{
    std::set<gunichar> characters;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const gunichar c = g_utf8_get_char_validated(at, end - at);
        if (c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2))
            break;
        if (g_unichar_isgraph(c))
            characters.insert(c);
        at = g_utf8_next_char(at);
    }
    return characters;
}

} // namespace

std::string characters_without_glyph(const Language& language, std::string_view characters)
{
    const TextSetter setter;
    const auto unknown = [&](const std::set<gunichar>& some) {
        return setter.lay({ .text = spaced(some), .language = language, .wrap = 2000 })
                   ->block()
                   .unknown_glyphs
            > 0;
    };
    const std::set<gunichar> all = distinct(characters);
    std::string missing;
    if (all.empty() || !unknown(all))
        return missing;
    for (const gunichar c : all) { // only now: one by one is slow
        if (unknown({ c }))
            missing += spaced({ c });
    }
    if (!missing.empty())
        missing.pop_back();
    return missing;
}

} // namespace nextplease::ui
