#include "kiosk/report/column_words.h"

#include "text_keys.h"

#include <algorithm>
#include <array>

namespace nextplease::report {
namespace {

struct Known {
    std::string_view key;
    Text text;
};

constexpr std::array kKnown {
    // Waits.
    Known { "limit", Text::CliDocumentTarget },
    Known { "visits", Text::CliReportColumnVisits },
    Known { "seen", Text::CliReportColumnSeen },
    Known { "within", Text::CliReportColumnWithin },
    Known { "share_seen_within", Text::CliReportColumnShareSeen },
    Known { "share_all_within", Text::CliReportColumnShareAll },
    Known { "left", Text::CliColumnLeft },
    Known { "left_early", Text::CliReportColumnLeftEarly },
    Known { "left_late", Text::CliReportColumnLeftLate },
    Known { "no_show", Text::CliReportColumnNoShow },
    Known { "unresolved", Text::CliReportColumnUnresolved },
    Known { "waiting", Text::CliReportColumnWaiting },
    Known { "wait", Text::CliReportColumnWait },
    Known { "walk", Text::CliReportColumnWalk },
    Known { "service", Text::CliReportColumnService },
    Known { "quantiles", Text::CliColumnQuantiles },
    Known { "groups", Text::CliColumnGroups },
    Known { "period", Text::CliDocumentPeriod },
    // Standards and indicators.
    Known { "standard", Text::CliColumnStandard },
    Known { "indicator", Text::CliColumnIndicator },
    Known { "count", Text::CliColumnCount },
    Known { "late", Text::CliColumnLate },
    Known { "lost", Text::CliColumnLost },
    Known { "share_within", Text::CliColumnShareWithin },
    Known { "goal_percent", Text::CliColumnGoal },
    Known { "verdict", Text::CliColumnVerdict },
    Known { "open", Text::CliColumnOpen },
    Known { "open_late", Text::CliColumnOpenLate },
    Known { "told", Text::CliColumnTold },
    Known { "left_out", Text::CliColumnLeftOut },
    // Contacts and their results.
    Known { "contacts", Text::CliColumnContacts },
    Known { "results", Text::CliColumnResults },
    Known { "share_resolved", Text::CliColumnResolved },
    Known { "share_avoidable", Text::CliColumnAvoidable },
    Known { "share_coded", Text::CliColumnCoded },
    Known { "avoidable_clarification", Text::CliColumnClarification },
    Known { "avoidable_signposting", Text::CliColumnSignposting },
    Known { "avoidable_repeat", Text::CliColumnRepeat },
    Known { "avoidable_unfinished", Text::CliColumnUnfinished },
    Known { "avoidable_chasing", Text::CliColumnChasing },
    Known { "set_aside", Text::CliColumnSetAside },
    Known { "late_visits", Text::CliColumnLate },
    Known { "share_late_apologised", Text::CliColumnApologised },
    // Feedback.
    Known { "share_satisfied", Text::CliColumnSatisfied },
    Known { "others", Text::CliFeedbackNoTicket },
    // Monitored calls.
    Known { "directorate", Text::CliDocumentGroupDirectorate },
    Known { "director", Text::CliColumnDirector },
    Known { "sampled", Text::CliColumnSampled },
    Known { "rung", Text::CliColumnRung },
    Known { "answered_within", Text::CliColumnAnsweredWithin },
    Known { "script", Text::CliColumnScript },
    Known { "name_given", Text::CliColumnNameGiven },
    Known { "right", Text::CliColumnRight },
    Known { "share_correct", Text::CliMonitorCorrect },
    // Complaints.
    Known { "complaints", Text::CliColumnComplaints },
    Known { "acknowledged_in_time", Text::CliColumnAcknowledgedInTime },
    Known { "answered_in_time", Text::CliColumnAnsweredInTime },
    Known { "answered_with_extension", Text::CliColumnAnsweredWithExtension },
    Known { "second_stage", Text::CliColumnSecondStage },
    Known { "upheld", Text::CliColumnUpheld },
    Known { "refused", Text::CliColumnRefused },
    Known { "ombudsman_upheld", Text::CliColumnOmbudsmanUpheld },
    Known { "in_time", Text::CliColumnInTime },
    Known { "in_extended_time", Text::CliColumnInExtendedTime },
    Known { "first_stage", Text::CliColumnFirstStage },
    Known { "second_stage_count", Text::CliColumnSecondStageCount },
    Known { "stage", Text::CliColumnStage },
    Known { "what", Text::CliColumnWhat },
    Known { "handler", Text::CliDocumentGroupHandler },
    // Estimates.
    Known { "waited", Text::CliEstimateWaited },
    Known { "mean_wait_seconds", Text::CliEstimateMeanWait },
    Known { "mean_error", Text::CliEstimateError },
    Known { "bias", Text::CliColumnBias },
    Known { "within_p90", Text::CliEstimateWithinP90 },
    Known { "within_range", Text::CliEstimateWithinRange },
    Known { "rivals", Text::CliColumnRivals },
    Known { "ratio_to_fixed", Text::CliEstimateToFixed },
    Known { "ratio_to_rolling10", Text::CliEstimateToRolling },
    Known { "ratio_to_les", Text::CliEstimateToLes },
    Known { "ratio_to_ql", Text::CliEstimateToQl },
};

} // namespace

std::string term_words(std::string_view key, const Words& words)
{
    const auto at =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& known) { return known.key == key; });
    return at == kKnown.end() ? std::string(key) : words.say(at->text);
}

Column column(std::string_view key, const Words& words)
{
    return { std::string(key), term_words(key, words) };
}

std::vector<Column> columns(const std::vector<std::string>& keys, const Words& words)
{
    std::vector<Column> made;
    made.reserve(keys.size());
    for (const std::string& key : keys)
        made.push_back(column(key, words));
    return made;
}

void add_definitions(Document& document, const std::vector<std::pair<std::string, std::string>>& definitions,
    const Words& words)
{
    for (const auto& [key, sentence] : definitions)
        document.definitions.push_back({ term_words(key, words), sentence });
}

} // namespace nextplease::report
