// Letting others go first, and several matters in one visit.
#include "core/domain/queue.h"
#include "tests/domain/visits.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

// Five people of service B, a minute apart, and one of C among them.
std::vector<Visit> five()
{
    std::vector<Visit> visits;
    for (int i = 1; i <= 5; ++i)
        visits.push_back(taken(kNine + Minutes { i }, "B", i));
    visits.push_back(taken(kNine + Minutes { 2 }, "C", 6));
    return visits;
}

Outcome more_time(const Visit& visit, const std::vector<Visit>& visits, int behind = 3,
    const Office& office = {}, Instant now = at(900))
{
    return need_more_time(visit, queue_from_behind(visit, visits, office, behind), 1, now, somebody());
}

// The ids of service B in queue order, with `changed` in place of the one of its id.
std::vector<std::int64_t> order(std::vector<Visit> visits, const Visit& changed, const Office& office = {})
{
    std::vector<std::int64_t> ids;
    for (Visit& visit : visits) {
        if (visit.id == changed.id)
            visit = changed;
    }
    for (const Visit& visit : in_queue_order(visits, office)) {
        if (visit.service == changed.service)
            ids.push_back(visit.id.value());
    }
    return ids;
}

} // namespace

TEST_CASE("Who needs more time goes behind the next three of the same service")
{
    const std::vector<Visit> visits = five();
    const Visit after = done(more_time(visits[0], visits)).visit;
    CHECK(order(visits, after) == std::vector<std::int64_t> { 2, 3, 4, 1, 5 });
    CHECK(order(visits, done(more_time(visits[1], visits, 1)).visit)
        == std::vector<std::int64_t> { 1, 3, 2, 4, 5 });
    CHECK(after.arrived == visits[0].arrived);
    CHECK(after.more_time == 1);
    CHECK(after.state == VisitState::Waiting);
}

TEST_CASE("Where fewer are behind, more time goes to the end; where nobody is, it is refused and not used up")
{
    const std::vector<Visit> visits = five();
    CHECK(order(visits, done(more_time(visits[3], visits)).visit)
        == std::vector<std::int64_t> { 1, 2, 3, 5, 4 });
    CHECK(refused(more_time(visits[4], visits)).kind == Refusal::Kind::NobodyBehind);
    CHECK(refused(more_time(visits[5], visits)).kind == Refusal::Kind::NobodyBehind);
}

TEST_CASE("More time is had once in a visit, or as often as the rules say")
{
    const std::vector<Visit> visits = five();
    const Visit after = done(more_time(visits[0], visits)).visit;
    CHECK(refused(more_time(after, visits)).kind == Refusal::Kind::NoMoreTime);
    CHECK(
        done(need_more_time(after, after.queue_from + Minutes { 1 }, 2, at(900), somebody())).visit.more_time
        == 2);
    CHECK(refused(need_more_time(visits[0], visits[1].queue_from, 0, at(900), somebody())).kind
        == Refusal::Kind::NoMoreTime);
}

TEST_CASE("More time is for those who wait: one who was called is told so")
{
    const std::vector<Visit> visits = five();
    CHECK(refused(more_time(called(visits[0], at(800)), visits)).kind == Refusal::Kind::NotWaiting);
    CHECK(refused(more_time(held(visits[0], at(800)), visits)).kind == Refusal::Kind::NotWaiting);
    CHECK(refused(more_time(gone(visits[0], at(800)), visits)).kind == Refusal::Kind::Ended);
}

TEST_CASE("Head starts are kept by more time, and counted in who is behind")
{
    Office office;
    office.rules.priorities = { { PriorityCode("P"), {}, Minutes { 10 } } };
    std::vector<Visit> visits = five();
    visits[4].priority = PriorityCode("P");
    // 5 is first of all now.
    const Visit after = done(more_time(visits[4], visits, 2, office)).visit;
    CHECK(order(visits, after, office) == std::vector<std::int64_t> { 1, 2, 5, 3, 4 });
    CHECK(refused(more_time(visits[3], visits, 3, office)).kind == Refusal::Kind::NobodyBehind);
}

TEST_CASE("People of one second are passed together, and nobody else")
{
    std::vector<Visit> visits;
    for (int i = 1; i <= 4; ++i)
        visits.push_back(taken(kNine, "B", i));
    visits.push_back(taken(at(1), "B", 5));
    CHECK(order(visits, done(more_time(visits[0], visits, 1)).visit)
        == std::vector<std::int64_t> { 2, 3, 4, 1, 5 });
}

TEST_CASE("More time is told in an event")
{
    const std::vector<Visit> visits = five();
    const Change change = done(more_time(visits[0], visits));
    REQUIRE(change.events.size() == 1);
    CHECK(change.events[0].kind == EventKind::MoreTime);
    CHECK_FALSE(change.ended);
}

TEST_CASE("A finished matter goes on to the next as a new leg, with arrival, wait and place kept")
{
    Visit visit = taken();
    visit.matters = { ServiceCode("D"), ServiceCode("A") };
    visit = started(called(visit, at(300)), at(320));
    const Desk desk = desk_named("Desk 3");
    const Change first = done(finish(visit, at(500), &desk, somebody()));
    REQUIRE(first.events.size() == 1);
    CHECK(first.events[0].kind == EventKind::WentOn);
    CHECK(first.events[0].service == ServiceCode("D"));
    CHECK(first.events[0].desk == DeskCode("Desk 3"));
    REQUIRE(first.ended);
    CHECK(first.ended->service == ServiceCode("B"));
    CHECK(first.ended->served == Seconds { 180 });
    CHECK(first.ended->how == VisitState::Served);
    const Visit& next = first.visit;
    CHECK(next.state == VisitState::Waiting);
    CHECK(next.service == ServiceCode("D"));
    CHECK(next.matters == std::vector { ServiceCode("A") });
    CHECK(next.leg == 2);
    CHECK(next.leg_since == at(500));
    CHECK(next.arrived == kNine);
    CHECK(next.queue_from == kNine);
    CHECK(next.seen == at(320));
    check_invariants(next);

    const Visit second = finished(started(called(next, at(600)), at(610)), at(700));
    CHECK(second.service == ServiceCode("A"));
    CHECK(second.matters.empty());
    const Visit over = finished(started(called(second, at(800)), at(810)), at(900));
    CHECK(over.state == VisitState::Served);
    CHECK(over.leg == 3);
    CHECK(over.served == Seconds { 180 + 90 + 90 });
}

TEST_CASE("Who is sent on to a service that was still to come does not come to it again")
{
    Visit visit = taken();
    visit.matters = { ServiceCode("D"), ServiceCode("A") };
    visit = transferred(called(visit, at(300)), at(330), "A");
    CHECK(visit.service == ServiceCode("A"));
    CHECK(visit.matters == std::vector { ServiceCode("D") });
}
