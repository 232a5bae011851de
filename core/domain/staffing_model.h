// What a day at a reception is made of, for rehearsing it with other desks: who comes when, how long each
// keeps a desk, how soon a desk calls again, how long visitors have patience. Mostly what really happened:
// durations and mixtures are drawn from visits as they were, not from a fitted shape, because the shape of
// the tail decides who waits too long, and the sample of a year has it right. Pure.
//
// Arrivals are a Poisson process whose rate changes from step to step, times the load of the day: a gamma
// variable of mean 1, so that busy days are busy all day. Counts of whole days scatter more than Poisson's by
// just that (G. Jongbloed and G. Koole, "Managing uncertainty in call centres using Poisson mixtures", 2001).
#pragma once

#include "core/base/ids.h"
#include "core/domain/hazard_table.h"
#include "core/domain/hours.h"
#include "core/domain/office.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nextplease {

// One visitor at a desk, as it was. Seconds from the call.
struct Handling {
    std::int32_t at_desk = 0; // until the desk was done
    std::int32_t walk = 0; // until the visitor was there
    bool seen = true; // false: called, and did not come
    std::int16_t next = -1; // service to which the visitor was sent on; -1: none
    friend bool operator==(const Handling&, const Handling&) = default;
};

struct PlannedService {
    ServiceCode code;
    Seconds limit { 0 }; // seen within this long of arriving
    std::vector<Handling> handlings; // all equally likely; empty: nobody ever came for it
};

// Who comes. Small numbers stand for services.
struct Coming {
    std::int16_t service = 0;
    std::int32_t ahead = 0; // seconds by which the place in the queue is before the arrival
    friend bool operator==(const Coming&, const Coming&) = default;
};

struct PlannedStep {
    OpenSpan time; // of day
    double visitors = 0; // expected
    std::vector<Coming> coming; // all equally likely; not empty where visitors are expected
};

struct PlannedDesk {
    DeskCode code; // empty: a desk that the reception does not have yet
    // By service: 0 where it does not serve it, else the rank (core/domain/queue.h).
    std::vector<int> rank;
};

struct StaffingModel {
    std::vector<PlannedStep> steps; // in order
    std::vector<PlannedService> services;
    std::vector<PlannedDesk> desks;
    double load_spread = 0; // of the days' loads around 1: standard deviation
    // Of the expected visitors: standard error, as a share. It is the same for all days of a month.
    double level_error = 0;
    // From a desk's end with a visitor to its next call, pauses apart; none: at once.
    std::optional<HazardTable> turnaround {};
    double pause_chance = 0; // that it pauses instead
    std::optional<HazardTable> pause {}; // none: never
    std::optional<HazardTable> patience {}; // none: nobody gives up

    std::vector<OpenSpan> times() const;
    double visitors() const; // on an average day
    // Mean seconds that a visitor of the service takes of a desk, and until it can call again.
    double mean_at_desk(std::size_t service) const;
    double mean_gap() const;
};

// One visitor by chance. All that may happen to it is drawn beforehand, whatever desks are open, so that two
// rotas are compared on the very same days ("common random numbers") and what differs is due to the desks.
struct DrawnVisitor {
    std::int32_t arrived = 0; // seconds of the day
    std::int32_t key = 0; // the place in the queue
    std::int32_t patience_ends = 0; // kEndlessPatience
    std::int32_t gap = 0; // after it, until the desk can call again
    Handling handling;
    std::int16_t service = 0;
    std::int16_t step = 0; // of the arrival
    std::int32_t next = -1; // place in DrawnDay::visitors of the same person's next stay; -1: none
};
inline constexpr std::int32_t kEndlessPatience = std::numeric_limits<std::int32_t>::max();

struct DrawnDay {
    std::vector<DrawnVisitor> visitors; // those who come, by arrival, and after them their further stays
    std::size_t came = 0;
};

inline constexpr int kDaysOfMonth = 20; // working days

// Days 0 to 19 are a month, 20 to 39 the next. The same model, number and seed give the same days; a day is
// the same however many there are.
std::vector<DrawnDay> draw_days(const StaffingModel& model, int count, std::uint64_t seed);

} // namespace nextplease
