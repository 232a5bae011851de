// A report of feedback as a table for a terminal and as CSV: counts by score, the share satisfied with its
// denominator, and what the figures mean.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/feedback_report.h"
#include "kiosk/report/figure_words.h"

#include <string>

namespace nextplease::cli {

using report::feedback_definitions;

// As report::feedback_group_name; a directorate by its name too.
std::string feedback_group_name(const FeedbackGroup& group, const FeedbackReport& report,
    const Configuration& configuration, const Words& words);

std::string feedback_table(
    const FeedbackReport& report, const Configuration& configuration, const Words& words);
std::string feedback_csv(
    const FeedbackReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
