// What broke a promise, and the telephones behind it, in sentences: the same on the terminal, in CSV files
// and in documents.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/standard_report.h"

#include <string>
#include <utility>
#include <vector>

namespace nextplease::report {

// The days and hours that broke it, most first.
std::string broken_words(const StandardFigures& figures, const Words& words);

// "B014, Housing, 2026-10-13T10:02:11, due ..., +14 min"
std::string worst_words(const BrokenPromise& broken, const Configuration& configuration, const Words& words);

// Telephones, by every denominator that is in use.
std::string call_words(const PhoneFigures& calls, const Standard& standard, const Words& words);

// Id of the promise and sentence: of each that was broken its days and hours, then its worst cases.
std::vector<std::pair<std::string, std::string>> broken_lines(
    const StandardReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::report
