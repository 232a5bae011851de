// Call monitoring: every month some telephone numbers of each directorate are rung, chosen by chance, to see
// whether they are answered rightly; the results go to the director concerned (C). The choice is made anew to
// the same numbers and times by whoever has the seed, and nobody can pick. Plain values.
#pragma once

#include "core/domain/office.h"
#include "core/domain/reporting_period.h"
#include "core/domain/working_days.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

// What was heard.
struct CallHeard {
    Instant at; // when the result was recorded
    bool within = false; // in the time that is promised; true where none is
    bool script = false; // greeted as the council's script has it
    bool name = false; // who answered gave their name
    bool right = false; // the right answer, or properly transferred: told to whom and why
    std::string words; // of the one who rang; may be empty
    std::string actor;
    bool correct() const { return within && script && name && right; }
    friend bool operator==(const CallHeard&, const CallHeard&) = default;
};

struct MonitoredCall {
    MonitoredCallId id;
    std::string month; // "2026-10"
    DirectorateCode directorate;
    std::string number; // to ring
    Instant at; // when to ring it
    std::uint64_t seed = 0; // that it was chosen by
    std::optional<CallHeard> heard {}; // none: not rung yet
    friend bool operator==(const MonitoredCall&, const MonitoredCall&) = default;
};

// `count` numbers of a directorate without replacement, so at most all it has, each at a random opening
// minute of a random working day of the month; in order of time. Every day and every minute of it is as
// likely as any other. Empty where it has no numbers, or the month no open working day. REQUIRES: month.kind
// is Month.
std::vector<MonitoredCall> sample_calls(const Directorate& directorate, const ReportingPeriod& month,
    int count, std::uint64_t seed, const WorkingDays& days, const OpeningHours& hours, const Zone& zone);

struct CallFigures {
    std::int64_t sampled = 0;
    std::int64_t rung = 0; // the denominator of all below
    std::int64_t within = 0, script = 0, name = 0, right = 0;
    std::int64_t correct = 0; // all four

    void add(const MonitoredCall& call);
    // correct / rung; nullopt if none was rung.
    std::optional<double> share() const;
    friend bool operator==(const CallFigures&, const CallFigures&) = default;
};

} // namespace nextplease
