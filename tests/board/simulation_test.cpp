#include "core/reception/snapshot.h"
#include "kiosk/demo/simulation.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace nextplease;
using namespace std::chrono_literals;

namespace {

struct Day {
    testing::TempFolder folder;
    Configuration configuration = read_configuration(NEXTPLEASE_CONF);
    LocalDate date { std::chrono::year { 2026 }, std::chrono::October, std::chrono::day { 13 } };
    ManualClock clock { at(9h) };
    std::unique_ptr<Store> store = open_store("sqlite:" + (folder / "store.db").string(), Opening::Create);
    Reception reception { *store, configuration, clock };

    Instant at(Seconds time) const { return *configuration.zone.instant({ date, time }); }

    void run(Simulation& simulation, Instant until, Seconds step = 5s)
    {
        for (; clock.now() < until && !simulation.day_is_over(); clock.advance(step))
            simulation.step(clock.now());
    }
    std::vector<Visit> visits()
    {
        std::vector<Visit> all;
        store->read([&](Records& records) { all = records.visits_of(date); });
        return all;
    }
};

SimulationSettings settings(unsigned seed, double per_hour = 0)
{
    return {
        .seed = seed, .visitors_per_hour = per_hour, .transfer_note = "a note", .hold_reason = "a reason"
    };
}

} // namespace

TEST_CASE("A simulated day of 300 visitors closes with every visit accounted for")
{
    Day day;
    Simulation simulation(day.reception, settings(4, 38), day.clock.now());
    day.run(simulation, day.at(21h));
    CHECK(simulation.day_is_over());
    const std::vector<Visit> visits = day.visits();
    MESSAGE("visits: ", visits.size());
    CHECK(visits.size() > 250);
    CHECK(visits.size() < 350);
    std::map<VisitState, int> ended;
    std::set<std::string> numbers;
    for (const Visit& visit : visits) {
        ++ended[visit.state];
        numbers.insert(visit.number.text());
        CHECK_FALSE(is_open(visit.state));
        CHECK(visit.arrived < day.at(17h));
        if (visit.seen)
            CHECK(*visit.seen >= visit.arrived);
    }
    CHECK(numbers.size() == visits.size());
    CHECK(ended[VisitState::Left] > 0);
    CHECK(ended[VisitState::NoShow] > 0);
    CHECK(ended[VisitState::Served] > 200);
    CHECK(ended[VisitState::Unresolved] == 0);
    for (const DeskNow& desk :
        read_snapshot(*day.store, day.configuration, PlainEstimator {}, day.clock.now()).desks)
        CHECK(desk.state == DeskState::Closed);
}

TEST_CASE("The same seed gives the same day, another seed another")
{
    const auto morning = [](unsigned seed) {
        Day day;
        Simulation simulation(day.reception, settings(seed), day.clock.now());
        day.run(simulation, day.at(10h));
        return day.visits();
    };
    const std::vector<Visit> one = morning(7);
    CHECK(one.size() > 10);
    CHECK(one == morning(7));
    CHECK(one != morning(8));
}

TEST_CASE("At every moment each desk has one visitor at most, and nobody is at two")
{
    Day day;
    Simulation simulation(day.reception, settings(3), day.clock.now());
    while (day.clock.now() < day.at(10h)) {
        day.run(simulation, day.clock.now() + 60s);
        std::map<DeskCode, int> at;
        for (const Visit& visit : day.visits()) {
            if (visit.state == VisitState::Called || visit.state == VisitState::Serving)
                ++at[*visit.desk];
        }
        for (const auto& [desk, count] : at)
            CHECK(count == 1);
    }
}

TEST_CASE("A desk for people is left alone")
{
    Day day;
    SimulationSettings with = settings(5);
    with.for_people = { DeskCode("Desk 3") };
    Simulation simulation(day.reception, with, day.clock.now());
    day.run(simulation, day.at(11h));
    for (const Visit& visit : day.visits()) {
        CHECK(visit.desk != DeskCode("Desk 3"));
        CHECK(visit.seen_desk != DeskCode("Desk 3"));
    }
    const Snapshot room = read_snapshot(*day.store, day.configuration, PlainEstimator {}, day.clock.now());
    CHECK(room.desk(DeskCode("Desk 3"))->state == DeskState::Closed);
}

TEST_CASE("What people do with its visitors and desks does not stop it")
{
    Day day;
    Simulation simulation(day.reception, settings(6), day.clock.now());
    Chance chance(99);
    while (day.clock.now() < day.at(11h)) {
        day.run(simulation, day.clock.now() + 60s);
        const std::vector<Visit> visits = day.visits();
        if (visits.empty())
            continue;
        const Visit& visit = visits[chance.pick(visits.size())];
        const Actor person { "person" };
        (void)day.reception.finish(visit.id, ContactResult {}, {}, person);
        (void)day.reception.leave(visit.id, {}, person);
        (void)day.reception.no_show(visit.id, {}, person);
        (void)day.reception.set_desk(
            DeskCode("Desk 1"), chance.happens(0.5) ? DeskState::Paused : DeskState::Open, person.name);
    }
    CHECK(day.visits().size() > 20);
}

TEST_CASE("Chance keeps its promises")
{
    Chance chance(1);
    double sum = 0;
    constexpr int kMany = 20'000;
    for (int i = 0; i < kMany; ++i) {
        const Seconds time = chance.lognormal(300s, 0.7);
        CHECK(time >= 0s);
        sum += static_cast<double>(time.count());
    }
    CHECK(sum / kMany == doctest::Approx(300).epsilon(0.02));
    for (int i = 0; i < 1000; ++i) {
        const Seconds time = chance.between(5s, 8s);
        CHECK(time >= 5s);
        CHECK(time < 8s);
        CHECK(chance.pick(3) < 3);
    }
}
