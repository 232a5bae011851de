// How an estimate is told: in steps, with an upper end, and where to go when a desk is free.
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
};

} // namespace

TEST_CASE("A time is told with an upper end where that says more")
{
    CHECK(told_estimate(3, 18, 27.3)
        == Estimate { .people_ahead = 3, .about = Minutes { 18 }, .up_to = Minutes { 30 } });
    CHECK(told_estimate(1, 4.6, 4.9) == Estimate { .people_ahead = 1, .about = Minutes { 5 }, .up_to = {} });
    CHECK(told_estimate(2, 0.9, 3.2)
        == Estimate { .people_ahead = 2, .about = Minutes { 0 }, .up_to = Minutes { 4 } });
    CHECK(told_estimate(2, 0.2, 0.8) == Estimate { .people_ahead = 2, .about = Minutes { 0 }, .up_to = {} });
    for (double likely = 0; likely < 200; likely += 0.1) {
        const Estimate estimate = told_estimate(1, likely, likely * 1.3);
        CHECK((!estimate.up_to || *estimate.up_to > *estimate.about));
    }
}

TEST_CASE("Next is whoever has nobody ahead and less than a minute to go, or a free desk")
{
    CHECK(told_estimate(0, 0.5, 3).next());
    CHECK_FALSE(told_estimate(1, 0.5, 3).next());
    CHECK_FALSE(told_estimate(0, 2, 3).next());
    CHECK_FALSE(Estimate {}.next());
    Estimate at_desk = told_estimate(0, 2, 3);
    at_desk.go_to = DeskCode("Desk 1");
    CHECK(at_desk.next());
}

TEST_CASE("A desk that is open and free is the one to go to for its next visit alone")
{
    Reception reception;
    reception.wait("B", 1);
    reception.wait("A", 2);
    const auto desk_for = [&](std::size_t visit) {
        return free_desk_for(reception.visits[visit], reception.room()).text();
    };
    CHECK(desk_for(1).empty()); // none is open
    reception.set("Desk 1", DeskState::Open);
    CHECK(desk_for(1) == "Desk 1"); // it takes A before B
    CHECK(desk_for(0).empty());
    CHECK(desk_for(2).empty());
    reception.set("Desk 2", DeskState::Open);
    CHECK(desk_for(1) == "Desk 1"); // of two the first
    reception.visits.push_back(called(taken(at(0), "A", 9), at(60), "Desk 1"));
    CHECK(desk_for(1) == "Desk 2"); // the other has somebody
    reception.desks.back().state = DeskState::Paused;
    CHECK(desk_for(1).empty());
}

TEST_CASE("Who was sent to a colleague goes to that colleague's desk")
{
    Reception reception;
    reception.wait("A", 2);
    reception.set("Desk 1", DeskState::Open);
    reception.set("Desk 2", DeskState::Open);
    reception.desks.back().staff = "Amira";
    reception.visits[0].for_staff = "Amira";
    CHECK(free_desk_for(reception.visits[0], reception.room()) == DeskCode("Desk 2"));
    CHECK(free_desk_for(reception.visits[1], reception.room()) == DeskCode("Desk 1"));
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
    CHECK(told_likely(0.99) == Minutes { 0 });
    CHECK(told_likely(1) == Minutes { 1 });
    CHECK(told_likely(22) == Minutes { 20 });
}
