// The Charter: what the council promises, and how it kept its promises last month.
#pragma once

#include "core/domain/clocks.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <vector>

namespace nextplease {

// How a promise was kept. A promise that cannot be counted here has no figures.
struct CharterResult {
    CharterLine line;
    std::int64_t within = 0;
    std::int64_t of = 0; // the denominator
    std::optional<Pace> verdict; // against the goal: InTime met, Near just below, Past below; none: no goal,
                                 // or nothing to judge by
    // within / of; nullopt if there is nothing.
    std::optional<double> share() const;
};

struct CharterFigures {
    LocalDate first, last; // of the month, both included
    std::vector<CharterResult> lines; // as kiosk.conf has them
};

// Of the last whole calendar month before `today`. Reads the visits, the feedback and, where promises need
// them, the contacts and cases of that month; what was decided of them is the denominator (standard.h).
CharterFigures charter_figures(
    Store& store, const Configuration& configuration, LocalDate today, Instant now);

} // namespace nextplease
