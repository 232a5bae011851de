// Everything that a manager sees of seen-within-target at once: the share with its denominators, by days,
// weeks or months beside the year before, by hour and weekday, how long people waited, by service and by
// desk, beside another period. From visits in memory, in one pass.
#pragma once

#include "core/reception/visit_table.h"

#include <array>
#include <optional>
#include <vector>

namespace nextplease {

// What is counted. Days are local and included.
struct SeenQuestion {
    LocalDate from, to;
    std::optional<std::uint8_t> service {}, desk {}; // places in the table; none: all
    std::optional<int> weekday {}; // ISO; none: all
    std::optional<bool> booked {}; // those with an appointment, or those without; none: both
    // The days it is compared with; none: nothing.
    struct Days {
        LocalDate from, to;
        friend bool operator==(const Days&, const Days&) = default;
    };
    std::optional<Days> beside {};
    // What the trend is told by; it ends with the day, week or month of `to`.
    enum class Trend { Days, Weeks, Months };
    Trend trend = Trend::Weeks;
    friend bool operator==(const SeenQuestion&, const SeenQuestion&) = default;
};

// As WaitFigures has them: share = within / seen, the strict one = within / strict_of.
struct SeenFigures {
    std::int64_t visits = 0, seen = 0, within = 0, strict_of = 0, left = 0, no_show = 0, unresolved = 0,
                 waiting = 0;
    std::int64_t median = 0, p90 = 0, longest = 0; // seconds, of the seen; nearest rank
    std::optional<double> share() const;
    std::optional<double> strict() const;
    friend bool operator==(const SeenFigures&, const SeenFigures&) = default;
};

struct SeenShare {
    std::int64_t within = 0, seen = 0;
    std::optional<double> share() const;
    friend bool operator==(const SeenShare&, const SeenShare&) = default;
};

struct SeenReport {
    SeenQuestion question;
    SeenFigures total, beside;
    // With the same filters but the period. Weeks are from Monday on. A year before is 364 days before for
    // days and weeks, so that weekdays meet their like, and the same month for months; what of the last one
    // is still to come is left out there too.
    struct Stretch {
        SeenQuestion::Days days; // the last one ends with question.to
        SeenShare share, year_before;
    };
    std::vector<Stretch> trend; // stretches_of(question.trend) of them
    std::array<std::array<SeenShare, 24>, 7> by_hour {}; // [0] is Monday
    std::vector<std::int64_t> waits; // of the seen, by whole minutes; the last one is all that is longer
    std::int64_t waited_past = 0; // seen, but after the limit
    struct Group {
        std::uint8_t place = 0; // in the table; an hour or weekday itself
        SeenFigures figures;
    };
    std::vector<Group> services, desks; // only those with visits; who was never at a desk stands last
    std::vector<Group> hours, weekdays; // the same by local hour and ISO weekday of the arrival
    std::optional<std::size_t> longest; // visit of the table: of the seen, the one that waited longest
};
constexpr int stretches_of(SeenQuestion::Trend trend)
{
    return trend == SeenQuestion::Trend::Days ? 28 : 13;
}
constexpr std::size_t kMinutesShown = 60;
constexpr std::size_t kVisitsAtOnce = 50;

SeenReport seen_report(const VisitTable& table, const SeenQuestion& question);

// The visits behind a figure: those of the question that also are of that kind, the longest waits first. Who
// was left over when the day closed comes after all others: nobody knows how long they waited.
struct Behind {
    std::optional<std::uint8_t> service {}, desk {};
    std::optional<int> weekday {}, hour {};
    std::optional<SeenQuestion::Days> days {}; // these, whatever the question's period
    std::optional<std::int64_t> from_seconds {}, to_seconds {}; // waited so long: half-open
    // Strict: of whom strict_of counts. Left: before they were called.
    enum class Which { All, Seen, PastLimit, Strict, Left };
    Which which = Which::All;
    friend bool operator==(const Behind&, const Behind&) = default;
};
struct VisitsBehind {
    std::int64_t count = 0;
    std::vector<std::size_t> visits; // of the table
};
VisitsBehind visits_behind(const VisitTable& table, const SeenQuestion& question, const Behind& behind,
    std::size_t at_most = kVisitsAtOnce);

} // namespace nextplease
