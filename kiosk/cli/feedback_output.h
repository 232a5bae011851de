// A report of feedback as a table for a terminal and as CSV: counts by score, the share satisfied with its
// denominator, and what the figures mean.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/feedback_report.h"

#include <string>
#include <vector>

namespace nextplease::cli {

struct FeedbackDefinition {
    std::string key; // of the figures that it explains
    std::string sentence;
};
std::vector<FeedbackDefinition> feedback_definitions(const FeedbackReport& report, const Words& words);

// What people call a group: the name of the service, the month.
std::string group_name(const FeedbackGroup& group, const FeedbackReport& report,
    const Configuration& configuration, const Words& words);

std::string feedback_table(
    const FeedbackReport& report, const Configuration& configuration, const Words& words);
std::string feedback_csv(
    const FeedbackReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
