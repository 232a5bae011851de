#include "kiosk/ui/fonts.h"

#include <array>
#include <fontconfig/fontconfig.h>
#include <mutex>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <vector>

namespace nextplease::ui {

namespace {

// No hinting and no substitution rules: glyphs stand where the layout puts them, at any size.
constexpr const char* kFontConfiguration = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont><rejectfont><pattern>
    <patelt name="scalable"><bool>false</bool></patelt>
  </pattern></rejectfont></selectfont>
</fontconfig>)";

struct Script {
    std::string_view language; // BCP 47, or its beginning up to a hyphen
    std::string_view family;
};

// The longest match counts.
constexpr std::array kScripts {
    Script { "ur", "Noto Nastaliq Urdu" },
    Script { "ks", "Noto Nastaliq Urdu" },
    Script { "pa-Arab", "Noto Nastaliq Urdu" },
    Script { "ar", "Noto Sans Arabic" },
    Script { "fa", "Noto Sans Arabic" },
    Script { "ps", "Noto Sans Arabic" },
    Script { "ckb", "Noto Sans Arabic" },
    Script { "sd", "Noto Sans Arabic" },
    Script { "ug", "Noto Sans Arabic" },
    Script { "he", "Noto Sans Hebrew" },
    Script { "yi", "Noto Sans Hebrew" },
    Script { "bn", "Noto Sans Bengali" },
    Script { "as", "Noto Sans Bengali" },
    Script { "gu", "Noto Sans Gujarati" },
    Script { "pa", "Noto Sans Gurmukhi" },
    Script { "hi", "Noto Sans Devanagari" },
    Script { "mr", "Noto Sans Devanagari" },
    Script { "ne", "Noto Sans Devanagari" },
    Script { "ta", "Noto Sans Tamil" },
    Script { "te", "Noto Sans Telugu" },
    Script { "kn", "Noto Sans Kannada" },
    Script { "ml", "Noto Sans Malayalam" },
    Script { "si", "Noto Sans Sinhala" },
    Script { "th", "Noto Sans Thai" },
    Script { "am", "Noto Sans Ethiopic" },
    Script { "ti", "Noto Sans Ethiopic" },
    Script { "hy", "Noto Sans Armenian" },
    Script { "ka", "Noto Sans Georgian" },
    Script { "zh", "Noto Sans CJK SC" },
    Script { "zh-Hant", "Noto Sans CJK TC" },
    Script { "zh-TW", "Noto Sans CJK TC" },
    Script { "zh-HK", "Noto Sans CJK HK" },
    Script { "ja", "Noto Sans CJK JP" },
    Script { "ko", "Noto Sans CJK KR" },
};

bool is_or_begins(std::string_view language, std::string_view begin)
{
    return language.starts_with(begin) && (language.size() == begin.size() || language[begin.size()] == '-');
}

std::string_view script_family(const Language& language)
{
    Script best {};
    for (const Script& script : kScripts)
        if (is_or_begins(language.text(), script.language) && script.language.size() > best.language.size())
            best = script;
    return best.family;
}

// Those that nobody uses now, for the next who asks. None is ever taken apart: Pango 1.50 sorts fonts on a
// thread of its own, which still reads of a map that was let go right after its first use, and that ended
// programs. So there are as many as were ever in use at once.
struct FontMaps {
    std::mutex mutex;
    std::vector<PangoFontMap*> idle;
};
FontMaps& font_maps()
{
    static auto* const maps = new FontMaps;
    return *maps;
}

bool arabic_letter(gunichar c)
{
    return (0x0600 <= c && c <= 0x06FF) || (0x0750 <= c && c <= 0x077F) || (0x08A0 <= c && c <= 0x08FF)
        || (0xFB50 <= c && c <= 0xFDFF) || (0xFE70 <= c && c <= 0xFEFE);
}

} // namespace

std::string font_families(const Language& language)
{
    std::string families = "Noto Sans";
    if (const auto family = script_family(language); !family.empty())
        families += "," + std::string(family);
    return families;
}

bool right_to_left(const Language& language)
{
    const auto family = script_family(language);
    return family == "Noto Nastaliq Urdu" || family == "Noto Sans Arabic" || family == "Noto Sans Hebrew";
}

bool has_arabic(std::string_view text)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const gunichar c = g_utf8_get_char_validated(at, end - at);
        if (c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2))
            return false;
        if (arabic_letter(c))
            return true;
        at = g_utf8_next_char(at);
    }
    return false;
}

bool nastaliq(const Language& language, std::string_view text)
{
    return script_family(language) == "Noto Nastaliq Urdu" && has_arabic(text);
}

PangoFontMap* new_font_map()
{
    {
        FontMaps& maps = font_maps();
        const std::scoped_lock lock(maps.mutex);
        if (!maps.idle.empty()) {
            PangoFontMap* const map = maps.idle.back();
            maps.idle.pop_back();
            return map;
        }
    }
    PangoFontMap* const map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    FcConfig* const config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(kFontConfiguration), FcTrue);
    FcConfigBuildFonts(config);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config); // the map keeps its own reference
    return map;
}

void free_font_map(PangoFontMap* map)
{
    FontMaps& maps = font_maps();
    const std::scoped_lock lock(maps.mutex);
    maps.idle.push_back(map);
}

} // namespace nextplease::ui
