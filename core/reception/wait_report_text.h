// A wait report in words and as CSV: what every figure means, what a group is called, and the figures with
// both.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/wait_report.h"

#include <string>
#include <vector>

namespace nextplease {

struct Definition {
    std::string key; // of the figures that it explains, such as "share_seen_within"
    std::string sentence;
};

// What the figures of this report mean, in the order in which it prints them.
std::vector<Definition> wait_definitions(const WaitReport& report, const Words& words);

// What people call a group: the name of the service or desk, "Monday", "09:00"; the key where there is no
// other.
std::string group_name(
    const WaitGroup& group, Grouping by, const Configuration& configuration, const Words& words);

// One row a group and the total last, under a row of column names, under lines that begin with "#" and say
// what was asked and what each figure means. Durations in seconds, shares as fractions, empty where there is
// nothing to divide by. No cell can be taken for a formula.
std::string wait_report_csv(const WaitReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease
