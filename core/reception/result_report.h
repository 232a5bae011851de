// What came of the visits of a period: resolved at the first contact, avoidable or not (NI 14), and whether
// those who waited past the standard were given an apology and an explanation. The rules of counting are
// core/domain/contact_result.h and core/domain/apology.h.
#pragma once

#include "core/domain/apology.h"
#include "core/domain/contact_result.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

enum class ResultGrouping {
    None,
    Service, // results: that was waited for; late visits: where they were first seen
    Desk,
    Month, // local
};
std::string_view word(ResultGrouping grouping); // as --by takes them; "" for None
std::optional<ResultGrouping> result_grouping(std::string_view word);

struct ResultQuestion {
    std::optional<LocalDate> from {}; // local day of arrival (late) and of the result; none: since the first
    std::optional<LocalDate> to {}; // included; none: until the last
    ResultGrouping by = ResultGrouping::None;
};

struct ResultGroup {
    std::string key; // service or desk code, "2026-10"; empty in total
    ResultFigures results;
    ApologyFigures apologies;
};

struct ResultReport {
    ResultQuestion question;
    std::string zone;
    ResultGroup total;
    // Only groups with something to count. Services and desks as kiosk.conf has them, then others by code;
    // months from the earliest to the latest.
    std::vector<ResultGroup> groups;
};

// Each late visit is held against the standard of the service where it was seen. REQUIRES: from <= to.
ResultReport result_report(Store& store, const Configuration& configuration, const ResultQuestion& question);

} // namespace nextplease
