// Which fonts set which language, and which way it runs. Only fonts.cpp names fonts.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <string_view>

typedef struct _PangoFontMap PangoFontMap;

namespace nextplease::ui {

// Families in the order in which they are asked for a letter: the Latin one first, so that digits and ticket
// codes look the same in every language.
std::string font_families(const Language& language);

bool right_to_left(const Language& language);

// True if `text` holds letters of the Arabic script.
bool has_arabic(std::string_view text);

// True if `text` in that language is set in Nastaliq, which stands taller than Latin of the same size and
// needs room above and below its line.
bool nastaliq(const Language& language, std::string_view text);

// A map of the fonts of this machine, read through a configuration of our own: what a user or a distribution
// set for other programs does not change our screens. 72 pixels per inch. The caller has it alone until
// free_font_map, on whichever thread; both may be called on any.
PangoFontMap* new_font_map();
void free_font_map(PangoFontMap* map);

} // namespace nextplease::ui
