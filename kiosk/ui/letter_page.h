// A letter on A4, as PDF, by the same text path as the screens: any script, right to left where it is.
// One thread.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace nextplease::ui {

struct LetterPage {
    Language language;
    bool large_print = false; // 18 points instead of 12
    std::string council, date, subject;
    std::vector<std::string> paragraphs;
    std::string closing, signed_by;
};

// The bytes of the PDF.
std::string pdf_of(const LetterPage& letter);

} // namespace nextplease::ui
