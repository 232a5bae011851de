// Cells as people read them.
#pragma once

#include "core/base/catalogue.h"
#include "core/base/number_words.h"
#include "kiosk/report/document.h"

#include <string>

namespace nextplease::report {

// "94.2 %", as core/base/percent.h has it; a dash where there is nothing to divide by.
std::string percent_words(const Share& share, const Words& words);
// "6:24", "1:02:03"
std::string duration_words(double seconds);
// "✓ met": the sign stands for itself.
std::string verdict_words(Verdict verdict, const Words& words);

struct CellWords {
    std::string text;
    std::string small {}; // beside it, smaller: "of 1,284"
};
CellWords words_of(const Cell& cell, const Words& words);
// Numbers stand at the end of their column, words at its start.
bool is_number(const Cell& cell);

} // namespace nextplease::report
