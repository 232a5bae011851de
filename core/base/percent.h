// A share as every face, report and document writes it: the one way, so that a figure is the same number
// wherever it is read.
#pragma once

#include <string>

namespace nextplease {

// In percent, without the sign: "94.2". Rounded half up to a tenth, for reading only: a goal is judged by the
// share itself. A share that would read as a whole percent without being exactly that has as many decimals as
// it takes: "94.96" and never "95.0", "0.04" and never "0.0". So none reads as a goal that it misses.
// REQUIRES: 0 <= share, and it is a quotient of counts below a hundred million, or a model's own.
std::string percent_text(double share);

} // namespace nextplease
