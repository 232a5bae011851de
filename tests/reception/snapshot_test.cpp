#include "core/reception/snapshot.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;

namespace {

Snapshot look(ReceptionFixture& room)
{
    return read_snapshot(*room.store, room.configuration, PlainEstimator {}, room.clock.now());
}

} // namespace

TEST_CASE("The waiting stand in the order in which they would be called")
{
    ReceptionFixture room;
    room.take("A");
    room.clock.advance(1min);
    room.take("N");
    room.clock.advance(1min);
    room.take("B");
    room.clock.advance(1min);
    room.take("B", "P");
    const Snapshot seen = look(room);
    REQUIRE(seen.waiting.size() == 4);
    CHECK(seen.waiting[0].visit.number.text() == "B002"); // ten minutes of head start
    CHECK(seen.waiting[1].visit.number.text() == "A001");
    CHECK(seen.waiting[2].visit.number.text() == "B001");
    CHECK(seen.waiting[3].visit.number.text() == "N001"); // ninety seconds behind
    CHECK(seen.desk(DeskCode("Desk 1"))->next == seen.waiting[0].visit.id);
}

TEST_CASE("A desk ranks its services")
{
    ReceptionFixture room;
    room.take("A");
    room.clock.advance(1min);
    const Visit second = room.take("B");
    CHECK(look(room).desk(DeskCode("Desk 2"))->next == second.id);
}

TEST_CASE("Waits stand against the standard of each service")
{
    ReceptionFixture room;
    room.take("A");
    room.take("B");
    room.clock.advance(8min);
    CHECK(look(room).waiting[0].pace == Pace::Near);
    CHECK(look(room).waiting[1].pace == Pace::InTime);
    room.clock.advance(2min + 1s);
    CHECK(look(room).waiting[0].pace == Pace::Past);
    CHECK(look(room).waiting[0].wait == 601s);
}

TEST_CASE("No estimate is invented while no desk is open for a service")
{
    ReceptionFixture room;
    room.take("A");
    CHECK_FALSE(look(room).services[0].newcomer.about);
    CHECK(look(room).services[0].newcomer.people_ahead == 1);
    room.reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "test");
    CHECK(look(room).services[0].newcomer.about == 10min);
    room.reception.set_desk(DeskCode("Desk 2"), DeskState::Open, "test");
    CHECK(look(room).services[0].newcomer.about == 5min);
}

TEST_CASE("A closed service says when it opens")
{
    ReceptionFixture room("2026-10-16T17:30:00");
    const Snapshot seen = look(room);
    CHECK_FALSE(seen.open);
    CHECK_FALSE(seen.services[0].open);
    CHECK(to_iso(*seen.services[0].opens) == "2026-10-19T09:00:00");
}

TEST_CASE("Calls stand newest first, and a recall brings one to the front")
{
    ReceptionFixture room;
    room.take("A");
    room.take("B");
    const Visit first = room.call_next("Desk 1");
    room.clock.advance(10s);
    room.call_next("Desk 2");
    CHECK(look(room).calls[0].number.text() == "B001");
    room.clock.advance(10s);
    ReceptionFixture::done(room.reception.recall(first.id, {}, { "test" }));
    const Snapshot seen = look(room);
    CHECK(seen.calls[0].number.text() == "A001");
    CHECK(seen.calls[0].recalls == 1);
    CHECK(seen.calls[0].standing);
}

TEST_CASE("Today's figures hold each visit to its own service's limit")
{
    ReceptionFixture room;
    room.take("A");
    room.take("B");
    room.clock.advance(12min);
    room.serve_next("Desk 1", 0s, 3min); // A, 12 minutes: past 10
    room.start(room.call_next("Desk 2")); // B, 15 minutes: within 15
    const WaitFigures today = look(room).today;
    CHECK(today.visits == 2);
    CHECK(today.seen == 2);
    CHECK(today.within == 1);
    CHECK(look(room).served_by_desk[0].second.count == 1);
    CHECK(look(room).served_by_desk[0].second.median_seconds == 180);
}

TEST_CASE("Held visits and no-shows within their grace can be found")
{
    ReceptionFixture room;
    const Visit held = room.take("A");
    ReceptionFixture::done(room.reception.hold(held.id, "fetching a letter", {}, {}, { "test" }));
    room.take("B");
    const Visit missed = room.call_next("Desk 1");
    ReceptionFixture::done(room.reception.no_show(missed.id, {}, { "test" }));
    CHECK(look(room).held.size() == 1);
    CHECK(look(room).no_shows.size() == 1);
    CHECK(look(room).visit(held.id)->visit.note == "fetching a letter");
    room.clock.advance(21min);
    CHECK(look(room).no_shows.empty());
}

TEST_CASE("Within a minute nothing looks different, unless seconds are shown or something happened")
{
    ReceptionFixture room("2026-10-13T10:00:05");
    room.take("A");
    const Snapshot before = look(room);
    room.clock.advance(20s);
    CHECK(looks_the_same(before, look(room), false));
    CHECK_FALSE(looks_the_same(before, look(room), true));
    room.take("B");
    CHECK_FALSE(looks_the_same(before, look(room), false));
}
