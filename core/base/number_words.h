// A count as every face, report and document writes it.
#pragma once

#include "core/base/catalogue.h"

#include <cstdint>
#include <string>

namespace nextplease {

// "1,284" in English, "1 284" elsewhere, with a blank that does not break. So does Words::count.
std::string number_words(std::int64_t number, const Words& words);

} // namespace nextplease
