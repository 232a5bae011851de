// How the waits of a period are distributed: how many waited how long, in steps as people count them.
#pragma once

#include "core/reception/wait_report.h"

#include <cstdint>
#include <vector>

namespace nextplease {

struct WaitDistribution {
    Seconds width { 60 }; // of each step: 1, 2, 5, 10, 15, 30 or 60 minutes
    // counts[i]: the seen who waited from i * width to less than (i + 1) * width; the last one and longer.
    std::vector<std::int64_t> counts;
};

// Of the seen of the report's period, in about thirty steps that reach well past the limit and the p90.
// Reads the visits once. `by` of the question is not used.
WaitDistribution wait_distribution(
    Store& store, const Configuration& configuration, const WaitReport& report);

} // namespace nextplease
