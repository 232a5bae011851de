// The estimate's own error, published: every estimate that was given with a ticket, against when its visitor
// was called, by service, hour or month, and beside what the rules of others would have said.
#pragma once

#include "core/reception/configuration.h"
#include "core/reception/estimate_scores.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

enum class EstimateGrouping { None, Service, Hour, Month };
std::string_view word(EstimateGrouping grouping); // "", "service", "hour", "month"
std::optional<EstimateGrouping> estimate_grouping(std::string_view word);

struct EstimateQuestion {
    std::optional<LocalDate> from {}; // local day on which it was given; none: since the first
    std::optional<LocalDate> to {}; // included; none: until the last
    EstimateGrouping by = EstimateGrouping::None;
};

struct EstimateGroup {
    std::string key; // service code, "09" for the hour, "2026-10"; empty in total
    EstimateScores scores;
};

struct EstimateReport {
    EstimateQuestion question;
    std::string zone;
    std::int64_t given = 0; // with tickets, in the period
    std::int64_t without_time = 0; // of them: only the people ahead were told
    EstimateGroup total;
    std::vector<EstimateGroup> groups; // only those with visits; services as kiosk.conf has them
};

EstimateReport estimate_report(
    Store& store, const Configuration& configuration, const EstimateQuestion& question);

} // namespace nextplease
