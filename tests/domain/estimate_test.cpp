// The plain estimate: people ahead x usual minutes / open desks, told in steps, and silence where it would be
// invented.
#include "core/domain/estimate.h"

#include "tests/domain/visits.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

Office office()
{
    Office made;
    for (const char* code : { "A", "B" }) {
        Service service;
        service.code = ServiceCode(code);
        service.usual = Minutes { 6 };
        made.services.push_back(service);
    }
    Desk one = desk_named("Desk 1");
    one.services = { { ServiceCode("A"), 1 }, { ServiceCode("B"), 2 } };
    Desk two = desk_named("Desk 2");
    two.services = { { ServiceCode("A"), 1 } };
    made.desks = { one, two };
    return made;
}

struct Reception {
    Office rules = office();
    std::vector<Visit> visits;
    std::vector<DeskRecord> desks;
    Room room() const { return { rules, visits, desks, at(3600) }; }
    void set(const char* desk, DeskState state)
    {
        desks.push_back({ .desk = DeskCode(desk), .state = state, .since = kNine, .actor = "test" });
    }
    void wait(const char* service, int people)
    {
        for (int i = 0; i < people; ++i)
            visits.push_back(taken(
                at(static_cast<long>(visits.size())), service, static_cast<std::int64_t>(visits.size()) + 1));
    }
    Estimate newcomer(const char* service) const
    {
        return PlainEstimator().for_newcomer(ServiceCode(service), room());
    }
};

} // namespace

TEST_CASE("With no open desk for the service only the people ahead are told")
{
    Reception reception;
    reception.wait("A", 3);
    CHECK(reception.newcomer("A") == Estimate { .people_ahead = 3, .about = {}, .up_to = {} });
    reception.set("Desk 1", DeskState::Paused);
    reception.set("Desk 2", DeskState::Closed);
    reception.set("Desk 9", DeskState::Open); // of an older configuration
    CHECK(reception.newcomer("A") == Estimate { .people_ahead = 3, .about = {}, .up_to = {} });
    reception.desks.clear();
    reception.set("Desk 2", DeskState::Open);
    CHECK_FALSE(reception.newcomer("B").about);
}

TEST_CASE("A service that kiosk.conf does not know has no time")
{
    Reception reception;
    reception.set("Desk 1", DeskState::Open);
    CHECK_FALSE(reception.newcomer("X").about);
}

TEST_CASE("The time is people ahead by usual minutes by open desks, with an upper end")
{
    Reception reception;
    reception.wait("A", 3);
    reception.set("Desk 1", DeskState::Open);
    // 18 min; 6 * (3 + 1.2816 * 0.7 * sqrt 3) = 27.3 min, told as 30.
    CHECK(reception.newcomer("A")
        == Estimate { .people_ahead = 3, .about = Minutes { 18 }, .up_to = Minutes { 30 } });
    reception.set("Desk 2", DeskState::Open);
    // 9 min; 13.7 min.
    CHECK(reception.newcomer("A")
        == Estimate { .people_ahead = 3, .about = Minutes { 9 }, .up_to = Minutes { 14 } });
}

TEST_CASE("With nobody ahead it is about a minute and no upper end")
{
    Reception reception;
    reception.set("Desk 1", DeskState::Open);
    CHECK(reception.newcomer("A") == Estimate { .people_ahead = 0, .about = Minutes { 1 }, .up_to = {} });
}

TEST_CASE("Somebody who waits is told of those ahead alone")
{
    Reception reception;
    reception.wait("A", 3);
    reception.wait("B", 4);
    reception.set("Desk 1", DeskState::Open);
    const PlainEstimator estimator;
    CHECK(estimator.for_visit(reception.visits[1], reception.room()).people_ahead == 1);
    CHECK(estimator.for_visit(reception.visits[1], reception.room()).about == Minutes { 6 });
    CHECK(estimator.for_visit(reception.visits[6], reception.room()).people_ahead == 3);
}

TEST_CASE("The upper end is always above the time, and both grow with the people ahead")
{
    Reception reception;
    reception.set("Desk 1", DeskState::Open);
    Minutes about { 0 };
    Minutes up_to { 0 };
    for (int people = 1; people <= 40; ++people) {
        reception.wait("A", 1);
        const Estimate estimate = reception.newcomer("A");
        CHECK(estimate.people_ahead == people);
        REQUIRE(estimate.about);
        CHECK(*estimate.about >= about);
        about = *estimate.about;
        if (estimate.up_to) {
            CHECK(*estimate.up_to > *estimate.about);
            CHECK(*estimate.up_to >= up_to);
            up_to = *estimate.up_to;
        }
    }
}

TEST_CASE("Minutes are told whole, never below one, and in fives above twenty")
{
    CHECK(told(0) == Minutes { 1 });
    CHECK(told(0.2) == Minutes { 1 });
    CHECK(told(1) == Minutes { 1 });
    CHECK(told(1.01) == Minutes { 2 });
    CHECK(told(19.5) == Minutes { 20 });
    CHECK(told(20) == Minutes { 20 });
    CHECK(told(20.1) == Minutes { 25 });
    CHECK(told(25) == Minutes { 25 });
    CHECK(told(25.1) == Minutes { 30 });
    CHECK(told(118) == Minutes { 120 });
}
