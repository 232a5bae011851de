// The wait estimate: what it is asked, what it answers and how that is told. Who answers is
// core/reception/live_estimates.h.
#pragma once

#include "core/domain/office.h"
#include "core/domain/visit.h"

#include <optional>
#include <span>

namespace nextplease {

// What is known of the room at one moment.
struct Room {
    const Office& office;
    std::span<const Visit> visits; // all that are open
    std::span<const DeskRecord> desks;
    Instant now;
};

struct Estimate {
    int people_ahead = 0;
    // How long until the call. Nothing where it would be invented: no desk is open that may serve the visit.
    std::optional<Minutes> about; // 0: under a minute
    std::optional<Minutes> up_to; // nine in ten wait no longer; above `about` and 1, or nothing
    // A desk that is free and whose next call is this visit's; empty: none. Never for a newcomer.
    DeskCode go_to {};

    // "You are next": the call is due, and nobody's comes before it.
    bool next() const { return !go_to.empty() || (people_ahead == 0 && about == Minutes { 0 }); }
    friend bool operator==(const Estimate&, const Estimate&) = default;
};

// Pure: the same room gives the same answer. One thread at a time.
class WaitEstimator {
public:
    virtual ~WaitEstimator() = default;
    // For somebody who waits. REQUIRES: visit.state is Waiting.
    virtual Estimate for_visit(const Visit& visit, const Room& room) const = 0;
    // For an ordinary visitor who would take a ticket for `service` now.
    virtual Estimate for_newcomer(const ServiceCode& service, const Room& room) const = 0;
};

// Whole minutes as people are told them: rounded up, above 20 in steps of five, never below 1.
Minutes told(double minutes);
// The same to the nearest, for the likely time; 0 for less than one.
Minutes told_likely(double minutes);
// Both, with people ahead. REQUIRES: likely_minutes <= most_minutes.
Estimate told_estimate(int people_ahead, double likely_minutes, double most_minutes);

// The desk that is open and free, and whose turn it is with `visit` by the rule of who is next: of several
// the first of the office. Empty: none.
DeskCode free_desk_for(const Visit& visit, const Room& room);

} // namespace nextplease
