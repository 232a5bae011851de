#include "tests/support/reception_fixture.h"

#include <set>

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;

TEST_CASE("Numbers run from 1 by letter and begin again the next day")
{
    ReceptionFixture room;
    CHECK(room.take("A").number.text() == "A001");
    CHECK(room.take("A").number.text() == "A002");
    CHECK(room.take("B").number.text() == "B001");
    room.clock.advance(24h);
    CHECK(room.take("A").number.text() == "A001");
}

TEST_CASE("Services that share a letter share its numbers")
{
    Configuration configuration = testing::small_configuration();
    configuration.office.services[1].letter = "A";
    ReceptionFixture room("2026-10-13T09:00:00", configuration);
    CHECK(room.take("A").number.text() == "A001");
    CHECK(room.take("B").number.text() == "A002");
}

TEST_CASE("After 999 the numbers wrap and skip those of people who are still here")
{
    ReceptionFixture room;
    const Visit first = room.take("A");
    const Visit second = room.take("A");
    const Visit third = room.take("A");
    for (int i = 3; i < 999; ++i) {
        const Visit visit = room.take("A");
        if (i % 2 == 0)
            ReceptionFixture::done(room.reception.leave(visit.id, {}, { "test" }));
    }
    ReceptionFixture::done(room.reception.leave(first.id, {}, { "test" }));
    const Visit called = room.call("Desk 1", second);
    ReceptionFixture::done(room.reception.no_show(called.id, {}, { "test" }));
    CHECK(room.take("A").number.text() == "A001");
    // A002 may rejoin and A003 waits.
    CHECK(room.now(third).state == VisitState::Waiting);
    CHECK(room.take("A").number.text() == "A005");
}

TEST_CASE("When every number of a letter is with somebody, a ticket is refused and nobody shares one")
{
    ReceptionFixture room;
    std::set<std::string> numbers;
    for (int i = 0; i < 999; ++i)
        numbers.insert(room.take("A").number.text());
    CHECK(numbers.size() == 999);
    CHECK(ReceptionFixture::refused(room.reception.take({ ServiceCode("A") }, {}, "test"))
        == Refusal::Kind::NumbersUsedUp);
}

TEST_CASE("A request said twice is done once and answered the same")
{
    ReceptionFixture room;
    const RequestId request = new_request();
    const Reply first = room.reception.take({ ServiceCode("A") }, request, "kiosk");
    room.clock.advance(5s);
    const Reply second = room.reception.take({ ServiceCode("A") }, request, "kiosk");
    CHECK_FALSE(std::get<Done>(first).repeated);
    CHECK(std::get<Done>(second).repeated);
    CHECK(std::get<Done>(second).visit == std::get<Done>(first).visit);
    CHECK(room.take("A").number.text() == "A002");

    room.take("A");
    const RequestId call = new_request();
    const Visit called = ReceptionFixture::done(room.reception.call_next(DeskCode("Desk 1"), call, "desk"));
    CHECK(ReceptionFixture::done(room.reception.call_next(DeskCode("Desk 1"), call, "desk")).id == called.id);
}

TEST_CASE("Request ids are unique and grow with time")
{
    std::set<std::string> seen;
    std::string last;
    for (int i = 0; i < 1000; ++i)
        CHECK(seen.insert(new_request().text()).second);
}

TEST_CASE("Hours bind the visitor at the kiosk and not the staff")
{
    ReceptionFixture room("2026-10-13T18:00:00");
    TicketWish wish { ServiceCode("A") };
    wish.hours = TicketWish::Hours::Bind;
    const Reply reply = room.reception.take(wish, {}, "kiosk");
    CHECK(ReceptionFixture::refused(reply) == Refusal::Kind::ServiceClosed);
    CHECK(to_iso(*std::get<Refusal>(reply).opens) == "2026-10-14T09:00:00");
    CHECK(room.take("A").number.text() == "A001");
}

TEST_CASE("Unknown services, desks, priorities and visits are refused")
{
    ReceptionFixture room;
    using Kind = Refusal::Kind;
    CHECK(ReceptionFixture::refused(room.reception.take({ ServiceCode("Q") }, {}, "test"))
        == Kind::UnknownService);
    CHECK(ReceptionFixture::refused(room.reception.take({ ServiceCode("A"), PriorityCode("X") }, {}, "test"))
        == Kind::UnknownPriority);
    CHECK(ReceptionFixture::refused(room.reception.call_next(DeskCode("Desk 9"), {}, "test"))
        == Kind::UnknownDesk);
    CHECK(ReceptionFixture::refused(room.reception.start(VisitId { 77 }, {}, { "test" }))
        == Kind::UnknownNumber);
    CHECK_FALSE(room.reception.find("A001"));
}

TEST_CASE("A desk opens with its first call, and only then")
{
    ReceptionFixture room;
    const DeskCode desk("Desk 1");
    CHECK(
        ReceptionFixture::refused(room.reception.call_next(desk, {}, "test")) == Refusal::Kind::NobodyWaits);
    room.store->read([](Records& records) { CHECK(records.desks().empty()); });
    room.take("A");
    room.call_next("Desk 1");
    room.store->read([](Records& records) {
        REQUIRE(records.desks().size() == 1);
        CHECK(records.desks()[0].state == DeskState::Open);
    });
}

TEST_CASE("A desk that was closed or paused calls nobody until it is opened")
{
    ReceptionFixture room;
    room.take("A");
    const DeskCode desk("Desk 1");
    room.reception.set_desk(desk, DeskState::Open, "test");
    room.clock.advance(1s);
    room.reception.set_desk(desk, DeskState::Closed, "test");
    CHECK(ReceptionFixture::refused(room.reception.call_next(desk, {}, "test")) == Refusal::Kind::DeskClosed);
    room.reception.set_desk(desk, DeskState::Paused, "test");
    CHECK(ReceptionFixture::refused(room.reception.call_next(desk, {}, "test")) == Refusal::Kind::DeskPaused);
    room.reception.set_desk(desk, DeskState::Open, "test");
    CHECK(room.call_next("Desk 1").number.text() == "A001");
}

TEST_CASE("A desk with a visitor calls nobody else and cannot be closed")
{
    ReceptionFixture room;
    room.take("A");
    room.take("A");
    const Visit called = room.call_next("Desk 1");
    const Reply second = room.reception.call_next(DeskCode("Desk 1"), {}, "test");
    CHECK(ReceptionFixture::refused(second) == Refusal::Kind::DeskBusy);
    CHECK(std::get<Refusal>(second).number == called.number);
    const DeskReply closed = room.reception.set_desk(DeskCode("Desk 1"), DeskState::Closed, "test");
    REQUIRE(std::holds_alternative<Refusal>(closed));
    CHECK(std::get<Refusal>(closed).kind == Refusal::Kind::DeskBusy);
}

TEST_CASE("The loser of two desks is told who has the visitor")
{
    ReceptionFixture room;
    const Visit visit = room.take("A");
    room.call("Desk 1", visit);
    const Reply loser = room.reception.call(DeskCode("Desk 2"), visit.id, {}, "test");
    CHECK(ReceptionFixture::refused(loser) == Refusal::Kind::AlreadyCalled);
    CHECK(std::get<Refusal>(loser).desk == DeskCode("Desk 1"));
}

TEST_CASE("A desk calls only what it serves")
{
    ReceptionFixture room;
    const Visit visit = room.take("N");
    CHECK(ReceptionFixture::refused(room.reception.call(DeskCode("Desk 2"), visit.id, {}, "test"))
        == Refusal::Kind::DeskServesNot);
    CHECK(ReceptionFixture::refused(room.reception.call_next(DeskCode("Desk 2"), {}, "test"))
        == Refusal::Kind::NobodyWaits);
}

TEST_CASE("Calling a held visit resumes it first, calling a no-show rejoins it first")
{
    ReceptionFixture room;
    Visit visit = room.take("A");
    visit = ReceptionFixture::done(room.reception.hold(visit.id, "filling in a form", {}, {}, { "test" }));
    room.clock.advance(5min);
    visit = room.call("Desk 1", visit);
    CHECK(visit.held == 5min);
    ReceptionFixture::done(room.reception.no_show(visit.id, {}, { "test" }));
    room.clock.advance(1min);
    visit = room.call("Desk 1", visit);
    CHECK(visit.state == VisitState::Called);
    CHECK(visit.calls == 2);
    std::vector<Event> events;
    room.store->read([&](Records& records) { events = records.events_of(visit.id); });
    REQUIRE(events.size() == 7);
    CHECK(events[2].kind == EventKind::Resumed);
    CHECK(events[5].kind == EventKind::Rejoined);
    CHECK(events[6].kind == EventKind::Called);
}

TEST_CASE("A transfer is a new leg of the same visit with a note, and its arrival is kept")
{
    ReceptionFixture room;
    const Visit visit = room.take("A");
    room.clock.advance(4min);
    room.start(room.call_next("Desk 1"));
    room.clock.advance(3min);
    using Kind = Refusal::Kind;
    CHECK(
        ReceptionFixture::refused(room.reception.transfer(visit.id, ServiceCode("Q"), "rent", {}, { "test" }))
        == Kind::UnknownService);
    CHECK(ReceptionFixture::refused(room.reception.transfer(visit.id, ServiceCode("B"), "", {}, { "test" }))
        == Kind::NoteMissing);
    const Visit moved = ReceptionFixture::done(
        room.reception.transfer(visit.id, ServiceCode("B"), "rent arrears, has the letter", {}, { "test" }));
    CHECK(moved.number == visit.number);
    CHECK(moved.arrived == visit.arrived);
    CHECK(moved.leg == 2);
    room.store->read([&](Records& records) {
        const auto legs = records.legs_of(visit.id);
        REQUIRE(legs.size() == 1);
        CHECK(legs[0].service == ServiceCode("A"));
        CHECK(legs[0].served == 3min);
    });
    CHECK(room.call_next("Desk 2").note == "rent arrears, has the letter");
}

TEST_CASE("What is open when the business day closes is unresolved, and desks left open are closed")
{
    ReceptionFixture room("2026-10-13T16:55:00");
    const Visit waiting = room.take("A");
    const Visit other = room.take("B");
    room.call("Desk 1", other);
    room.clock.advance(16h);
    CHECK(room.take("A").number.text() == "A001");
    CHECK(room.now(waiting).state == VisitState::Unresolved);
    CHECK(room.now(other).state == VisitState::Unresolved);
    CHECK(room.now(waiting).ended == room.configuration.zone.instant(*parse_iso_time("2026-10-14T00:00")));
    room.store->read([](Records& records) { CHECK(records.desks()[0].state == DeskState::Closed); });
    // The desk opens by itself on the new day.
    CHECK(room.call_next("Desk 1").number.text() == "A001");
    CHECK(room.reception.close_past_days() == 0);
}

TEST_CASE("The business day closes at local midnight when the clocks change")
{
    ReceptionFixture room("2026-10-24T23:30:00");
    const Visit visit = room.take("A");
    room.clock.set(*room.configuration.zone.instant(*parse_iso_time("2026-10-25T00:10:00")));
    CHECK(room.reception.close_past_days() == 1);
    CHECK(*room.now(visit).ended - visit.arrived == 30min);
    // A day of 25 hours: a ticket of its first hour is closed 24 hours later, not before.
    const Visit sunday = room.take("A");
    room.clock.advance(24h);
    CHECK(room.reception.close_past_days() == 0);
    room.clock.advance(1h);
    CHECK(room.reception.close_past_days() == 1);
    CHECK(room.now(sunday).state == VisitState::Unresolved);
}

TEST_CASE("A number is found as people type it")
{
    ReceptionFixture room;
    const Visit visit = room.take("B");
    CHECK(room.reception.find("b1")->id == visit.id);
    CHECK(room.reception.find("B 001")->id == visit.id);
    CHECK_FALSE(room.reception.find("B002"));
}
