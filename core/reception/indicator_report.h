// The figures that managers publish, monthly (C) or quarterly (M): every promise, avoidable contact (NI 14),
// satisfaction (CS 6.5.1), monitored calls, complaints by directorate and those that the Ombudsman upheld.
// Each with numerator, denominator and goal, beside the period before and the same one a year before.
#pragma once

#include "core/domain/reporting_period.h"
#include "core/domain/standard.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct IndicatorValue {
    std::int64_t numerator = 0;
    std::optional<std::int64_t> denominator {}; // none: a number, no share
    // nullopt for a number, and where there is nothing to divide by.
    std::optional<double> share() const;
    friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

struct Indicator {
    enum class Kind {
        Standard,
        Avoidable,
        Resolved,
        Satisfaction,
        MonitoredCalls,
        Checked, // week days on which social media were looked at
        Complaints, // received
        ComplaintsOf, // a directorate: `id` ends with its code
        Upheld, // by the Ombudsman, of those decided
    };
    Kind kind = Kind::Standard;
    std::string id; // "C-visit", "NI14", "CS-6.5.1", "calls", "checked.social", "complaints",
                    // "complaints.people", "upheld"
    Worded title {}; // of a promise; else empty, and the catalogue's words stand
    std::string directorate {}; // its name, of ComplaintsOf
    std::optional<Limit> limit {}; // of a promise
    std::optional<double> goal_percent {};
    enum class Better { More, Less };
    Better better = Better::More; // which way the goal is
    IndicatorValue now, before, year_before;

    Verdict verdict() const;
};

struct IndicatorReport {
    ReportingPeriod period;
    std::string zone;
    std::vector<Indicator> indicators;
};

// `at` is the moment of the report.
IndicatorReport indicator_report(
    Store& store, const Configuration& configuration, const ReportingPeriod& period, Instant at);

// The last whole month or quarter before `today`, as [reports] every has it.
ReportingPeriod last_period(const Configuration& configuration, LocalDate today);

} // namespace nextplease
