// A reception that does not exist, played event by event: visitors come, desks call them by the rule of who
// is next, serve, turn round, pause and go to lunch, all by chance but the same for the same seed. For tests
// of the wait estimate, for demonstrations and for asking "what if". Pure: what it returns is a log.
#pragma once

#include "core/domain/hall.h"
#include "core/domain/office.h"

#include <cstdint>
#include <vector>

namespace nextplease {

// How visitors of one service behave.
struct SimulatedService {
    double share = 1; // of all visitors, relative to the other services
    double mean_minutes = 5; // at the desk, with an average clerk
    double variation = 0.55; // standard deviation / mean
};

// A stretch of the day in which a desk is open.
struct SimulatedShift {
    DeskCode desk;
    OpenSpan open; // times of day
};

struct SimulationRules {
    Office office; // services, desks and head starts
    std::vector<SimulatedService> services; // one for each of the office's
    double visitors_a_day = 134;
    std::vector<double> peaks_at { 11, 15 }; // hours of the day at which most come
    double peak_height = 1.0; // above the rest of the day, as a share of it
    double peak_width = 0.6; // hours
    double load_spread = 0.10; // from day to day, as a share
    double mondays = 0.12; // more than on other days
    double clerk_spread = 0.13; // how clerks differ in speed, as a share
    double priority_share = 0.05; // in the office's first priority class, if it has one
    double no_show_share = 0.08;
    double leave_share = 0; // of those who wait longer than their patience, 10 minutes on average
    double hours_between_pauses = 2.5; // at each desk
    bool take_breaks = true; // as planned for the day
    // By desk in order. A desk finishes with its visitor when its shift ends; where that is with the
    // reception's closing, it stays until all are seen. Empty: desks open as the day is planned, and stay.
    std::vector<SimulatedShift> shifts {};
    // From this day on services take so much longer than before.
    int slower_from_day = -1; // none
    double slower_by = 1.3;
};

struct SimulatedVisit {
    ServiceCode service;
    PriorityCode priority;
    Instant arrived;
    std::optional<Instant> called;
    std::optional<Instant> finished; // a no-show too: the desk gave up waiting for it
    std::optional<Instant> left; // gave up before it was called
    bool no_show = false;
    DeskCode desk;
    friend bool operator==(const SimulatedVisit&, const SimulatedVisit&) = default;
};

struct SimulatedDeskEvent {
    DeskCode desk;
    EventKind kind = EventKind::DeskOpened; // DeskOpened, DeskPaused or DeskClosed
    Instant at;
    friend bool operator==(const SimulatedDeskEvent&, const SimulatedDeskEvent&) = default;
};

struct SimulatedDay {
    std::vector<SimulatedVisit> visits; // by arrival
    std::vector<SimulatedDeskEvent> desks; // by time
};

// One day. `number` counts the days of the simulation from 0, `open` is when visitors come, `midnight` begins
// the day, and `plan` has the desks' openings and breaks. The same rules, seed and day give the same log.
SimulatedDay simulate_day(const SimulationRules& rules, std::uint64_t seed, int number, Instant midnight,
    Period open, const DayPlan& plan);

// The reception of a middling council: three desks, four services of 4 to 12 minutes, 134 visitors a day with
// peaks at 11 and 15, a third desk from 9:00, and lunches one after another from 12:00.
SimulationRules simulated_council();
inline constexpr Seconds kCouncilOpens { 8 * 3600 + 1800 };
inline constexpr Seconds kCouncilCloses { 17 * 3600 };
enum class Lunches { Known, NotKnown }; // to the plan; they are taken all the same
DayPlan council_plan(Instant midnight, Lunches lunches);

} // namespace nextplease
