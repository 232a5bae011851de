// The simulated reception: the same for the same seed, and like the council that it is made after.
#include "core/domain/simulated_reception.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>

using namespace nextplease;

namespace {

const Instant kMidnight = std::chrono::sys_days { std::chrono::year { 2026 } / 1 / 6 };

SimulatedDay day(std::uint64_t seed, int number, const SimulationRules& rules = simulated_council())
{
    return simulate_day(rules, seed, number, kMidnight,
        { kMidnight + kCouncilOpens, kMidnight + kCouncilCloses }, council_plan(kMidnight, Lunches::Known));
}

} // namespace

TEST_CASE("The same seed gives the same day, another seed another")
{
    CHECK(day(1, 3).visits == day(1, 3).visits);
    CHECK(day(1, 3).desks == day(1, 3).desks);
    CHECK_FALSE(day(1, 3).visits == day(2, 3).visits);
    CHECK_FALSE(day(1, 3).visits == day(1, 4).visits);
}

TEST_CASE("Everybody is served, nobody by a desk that may not, and no desk serves two at once")
{
    const SimulationRules rules = simulated_council();
    const SimulatedDay simulated = day(1, 0);
    std::map<DeskCode, Instant> busy_until;
    std::vector<SimulatedVisit> visits = simulated.visits;
    std::sort(visits.begin(), visits.end(), [](const auto& a, const auto& b) { return a.called < b.called; });
    for (const SimulatedVisit& visit : visits) {
        REQUIRE(visit.called);
        REQUIRE(visit.finished);
        CHECK(visit.arrived <= *visit.called);
        CHECK(*visit.called < *visit.finished);
        const Desk* desk = rules.office.find(visit.desk);
        REQUIRE(desk);
        CHECK(std::any_of(desk->services.begin(), desk->services.end(),
            [&](const DeskService& offered) { return offered.service == visit.service; }));
        CHECK(busy_until[visit.desk] <= *visit.called);
        busy_until[visit.desk] = *visit.finished;
    }
}

TEST_CASE("Nobody is called past somebody who should go first")
{
    const SimulationRules rules = simulated_council();
    const SimulatedDay simulated = day(3, 1);
    const auto key = [&](const SimulatedVisit& visit) {
        return visit.arrived - head_start_of(visit.priority, visit.service, rules.office);
    };
    for (const SimulatedVisit& called : simulated.visits) {
        const Desk* desk = rules.office.find(called.desk);
        for (const SimulatedVisit& other : simulated.visits) {
            const bool waits = other.arrived < *called.called && *called.called < *other.called;
            const bool served = std::any_of(desk->services.begin(), desk->services.end(),
                [&](const DeskService& offered) { return offered.service == other.service; });
            if (waits && served)
                CHECK(key(called) <= key(other));
        }
    }
}

TEST_CASE("The council has the load that it is made after")
{
    double visitors = 0;
    double waited = 0;
    double waits = 0;
    double priorities = 0;
    double no_shows = 0;
    constexpr int kDays = 60;
    for (int number = 0; number < kDays; ++number) {
        for (const SimulatedVisit& visit : day(1, number).visits) {
            const auto wait = static_cast<double>((*visit.called - visit.arrived).count());
            visitors += 1;
            waited += wait > 0 ? 1 : 0;
            waits += wait;
            priorities += visit.priority.empty() ? 0 : 1;
            no_shows += visit.no_show ? 1 : 0;
        }
    }
    CHECK(visitors / kDays == doctest::Approx(134).epsilon(0.06));
    CHECK(waited / visitors == doctest::Approx(0.60).epsilon(0.1));
    CHECK(waits / waited / 60 == doctest::Approx(10).epsilon(0.25)); // minutes
    CHECK(priorities / visitors == doctest::Approx(0.05).epsilon(0.2));
    CHECK(no_shows / visitors == doctest::Approx(0.08).epsilon(0.15));
}

TEST_CASE("Lunches are taken one after another")
{
    const SimulatedDay simulated = day(1, 0);
    for (const char* desk : { "Desk 1", "Desk 2", "Desk 3" }) {
        const auto long_pause = [&](const SimulatedDeskEvent& event) {
            if (event.desk != DeskCode(desk) || event.kind != EventKind::DeskPaused)
                return false;
            const auto back =
                std::find_if(simulated.desks.begin(), simulated.desks.end(), [&](const auto& one) {
                    return one.desk == event.desk && one.kind == EventKind::DeskOpened && one.at > event.at;
                });
            return back != simulated.desks.end() && back->at - event.at == Minutes { 45 };
        };
        CAPTURE(desk);
        CHECK(std::count_if(simulated.desks.begin(), simulated.desks.end(), long_pause) == 1);
    }
}

TEST_CASE("Where visitors give up, they are in the log as having left")
{
    SimulationRules rules = simulated_council();
    rules.leave_share = 1;
    const SimulatedDay simulated = day(1, 0, rules);
    const auto left = std::count_if(simulated.visits.begin(), simulated.visits.end(),
        [](const auto& one) { return one.left.has_value(); });
    CHECK(left > 5);
    for (const SimulatedVisit& visit : simulated.visits)
        CHECK(visit.left.has_value() != visit.called.has_value());
}
