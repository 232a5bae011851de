// What was forgotten, in a sentence.
#pragma once

#include "core/base/catalogue.h"
#include "core/store/forgetting.h"

#include <string>

namespace nextplease::cli {

// `text` has the numbers of Forgotten as its parameters.
std::string forgotten_words(const Forgotten& done, Text text, const Words& words);

} // namespace nextplease::cli
