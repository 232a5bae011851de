// How one visit counts against a limit: the rule of WaitTally (core/domain/wait_figures.h), one at a time.
#pragma once

#include "core/domain/wait_figures.h"

namespace nextplease {

struct CountedVisit {
    Counted kind = Counted::Waiting;
    Seconds wait { 0 };
    bool late = false; // the wait is longer than the limit
};

// `now` is the moment of the report, for those who still wait.
CountedVisit count_visit(const VisitTimes& visit, Seconds limit, Instant now);

} // namespace nextplease
