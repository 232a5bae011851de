// A share as every face, report and document writes it: the one way, so that a figure is the same number
// wherever it is read.
#pragma once

#include "core/base/catalogue.h"

#include <string>

namespace nextplease {

// In percent, without the sign: "94.2". Rounded half up to a tenth, for reading only: a goal is judged by the
// share itself. Councils set goals of 5, 10, 15 ... 100 %: a share that would read as one of these, or as
// none at all, without being exactly that has as many decimals as it takes: "94.96" and never "95.0", "0.04"
// and never "0.0". So none reads as such a goal that it misses.
// REQUIRES: 0 <= share, and it is a quotient of counts below a hundred million, or a model's own.
std::string percent_text(double share);
// The same with the decimal mark of the reader's language: "94,2" in Polish.
std::string percent_text(double share, const Words& words);

// A goal as kiosk.conf sets it, in percent, without the sign: "95"; "97,5" in Polish.
std::string goal_text(double percent, const Words& words);

// A number with a point, as written for a reader of that language.
std::string with_decimal_mark(std::string number, const Words& words);

} // namespace nextplease
