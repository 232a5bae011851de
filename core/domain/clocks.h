// The clocks of a visit, and whether it is in time. One definition for screens, reports and exports.
#pragma once

#include "core/domain/office.h"
#include "core/domain/visit.h"

#include <optional>

namespace nextplease {

struct Clocks {
    Seconds wait { 0 }; // arrived -> seen, held time taken out; until seen it runs, unless the visit ended
    std::optional<Seconds> walk; // the call that led to being seen -> seen
    Seconds service { 0 }; // seen -> finished, summed over legs; runs while Serving
    Seconds total { 0 }; // arrived -> ended, or now
};

// REQUIRES: `now` is not before the visit's latest time. For a visit that was called and never seen (no-show,
// or gone after a call) the wait ends at that call: from then on it was not we who kept them waiting.
Clocks clocks_of(const Visit& visit, Instant now);

// From when on the hold under way counts: time before an appointment is taken out of the wait already.
// REQUIRES: visit.held_since.
Instant held_from(const Visit& visit);

// Against the standard.
enum class Pace {
    InTime,
    Near, // two minutes or less before the limit
    Past, // longer than the limit: an apology and an explanation are owed (C-visit)
};
constexpr Seconds kNear { 120 };
Pace pace_of(Seconds wait, Seconds limit);

} // namespace nextplease
