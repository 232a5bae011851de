// What reports say of their figures: how each is counted, and what people call its groups. The same on the
// terminal, in files and in documents.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/contact_report.h"
#include "core/reception/estimate_report.h"
#include "core/reception/feedback_report.h"
#include "core/reception/indicator_report.h"
#include "core/reception/result_report.h"
#include "core/reception/standard_report.h"

#include <string>
#include <utility>
#include <vector>

namespace nextplease::report {

// Key and sentence of what a report's figures mean.
using Definitions = std::vector<std::pair<std::string, std::string>>;

Definitions standard_definitions(
    const StandardReport& report, const Configuration& configuration, const Words& words);
std::string standard_group_name(
    const std::string& key, StandardGrouping by, const Configuration& configuration, const Words& words);
// "10 minutes"; of visits without a limit of their own, whose it is. With the latest date that may be told.
std::string limit_words(const Standard& standard, const Words& words);
// "2 working days"
std::string limit_words(const Limit& limit, const Words& words);
// "E-mail"
std::string channel_words(StandardChannel channel, const Words& words);
// "E-mail, Text message"
std::string channel_words(const Standard& standard, const Words& words);

std::string indicator_title(
    const Indicator& indicator, const Configuration& configuration, const Words& words);
// "≥ 95 %", which does not break; a dash where it has no goal.
std::string goal_words(const Indicator& indicator, const Words& words);
// What is counted, of what.
std::string indicator_definition(const Indicator& indicator, const Words& words);

Definitions contact_definitions(const ContactReport& report, const Words& words);
std::string contact_group_name(
    const std::string& key, ContactGrouping by, const Configuration& configuration, const Words& words);

Definitions result_definitions(const ResultReport& report, const Words& words);
std::string result_group_name(const ResultGroup& group, const ResultReport& report,
    const Configuration& configuration, const Words& words);

Definitions feedback_definitions(const FeedbackReport& report, const Words& words);
std::string feedback_group_name(const FeedbackGroup& group, const FeedbackReport& report,
    const Configuration& configuration, const Words& words);

Definitions estimate_definitions(const Words& words);
std::string estimate_group_name(const EstimateGroup& group, const EstimateReport& report,
    const Configuration& configuration, const Words& words);

} // namespace nextplease::report
