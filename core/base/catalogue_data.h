// The compiled catalogues inside the program, as assets/lang/compile.py put them there.
#pragma once

#include <string_view>
#include <vector>

namespace nextplease {

struct CompiledCatalogue {
    std::string_view language;
    std::string_view mo; // a gettext .mo file
    std::string_view characters; // that visitors may read, each once
};

// English first.
const std::vector<CompiledCatalogue>& compiled_catalogues();

} // namespace nextplease
