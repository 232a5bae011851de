// Whether the fonts of this machine have what a language needs. A screen with holes in its words helps
// nobody, so a face asks before it shows itself.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <string_view>

namespace nextplease::ui {

// Those of `characters` (UTF-8) that no font has for that language, each once; empty if none.
std::string characters_without_glyph(const Language& language, std::string_view characters);

} // namespace nextplease::ui
