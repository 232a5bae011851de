// Seen within target, and the waits behind it, from visits. The definitions that every report prints.
#pragma once

#include "core/base/time.h"
#include "core/domain/duration_count.h"
#include "core/domain/visit.h"

#include <cstdint>
#include <optional>

namespace nextplease {

// How one visit counts. Every visit counts in exactly one of these.
enum class Counted {
    Seen,
    LeftEarly, // gave up within the limit: counted apart, in neither share
    LeftLate, // gave up after the limit
    NoShow, // called, did not come, never seen
    Unresolved, // never seen when the business day closed
    Waiting, // not seen yet: waiting, called or held at the moment of the report
};

// What a report needs of a visit.
struct VisitTimes {
    VisitState state = VisitState::Waiting;
    Instant arrived;
    std::optional<Instant> called; // the call that led to being seen; or the one that nobody answered
    std::optional<Instant> seen;
    std::optional<Instant> ended;
    Seconds held { 0 };
    Seconds served { 0 };
    std::optional<Instant> held_since {}; // on hold now
};

// Distribution of one duration. Quantiles are nearest-rank: the smallest value that at least that share of
// the visits do not exceed. So each is the duration of an actual visit, and never an average of averages.
struct Spread {
    std::int64_t count = 0;
    std::int64_t sum_seconds = 0;
    std::int64_t median_seconds = 0;
    std::int64_t p90_seconds = 0;
    std::int64_t max_seconds = 0;
    std::optional<double> mean_seconds() const;
    friend bool operator==(const Spread&, const Spread&) = default;
};

struct WaitFigures {
    std::int64_t visits = 0; // = seen + left_early + left_late + no_show + unresolved + waiting
    std::int64_t seen = 0;
    std::int64_t within = 0; // seen, and waited at most the limit
    std::int64_t left_early = 0;
    std::int64_t left_late = 0;
    std::int64_t no_show = 0;
    std::int64_t no_show_late = 0; // of no_show: called only after the limit
    std::int64_t unresolved = 0;
    std::int64_t unresolved_late = 0; // of unresolved: past the limit when the day closed
    std::int64_t waiting = 0;
    std::int64_t waiting_late = 0; // of waiting: past the limit already
    std::int64_t served = 0; // service finished
    Spread wait; // of the seen: arrived -> seen, held time taken out
    Spread walk; // of the seen: called -> seen
    Spread service; // of the served: seen -> finished, summed over legs

    // within / seen; nullopt if nobody was seen. The denominator is `seen`.
    std::optional<double> share_seen_within() const;
    // The strict one: within / (seen + everybody whom we failed after the limit).
    std::optional<double> share_all_within() const;
    std::int64_t share_all_of() const
    {
        return seen + left_late + no_show_late + unresolved_late + waiting_late;
    }
    friend bool operator==(const WaitFigures&, const WaitFigures&) = default;
};

// Sums visits up. One thread. However many they are, it takes less than half a megabyte.
class WaitTally {
public:
    // REQUIRES: limit >= 0. `now` is the moment of the report, for those who still wait.
    WaitTally(Seconds limit, Instant now)
        : limit_(limit)
        , now_(now)
    {
    }

    Counted add(const VisitTimes& visit);
    // For groups with limits of their own (each service's standard).
    Counted add(const VisitTimes& visit, Seconds limit);

    // May be called again after more were added.
    WaitFigures figures() const;

private:
    Seconds limit_;
    Instant now_;
    WaitFigures counts_;
    DurationCount waits_;
    DurationCount walks_;
    DurationCount services_;
};

VisitTimes times_of(const Visit& visit);

} // namespace nextplease
