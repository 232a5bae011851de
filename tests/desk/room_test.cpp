// The right column: today's figures with their denominators, and the other desks.
#include "tests/desk/desk_room.h"

namespace nextplease::desk {
namespace {

using namespace std::chrono_literals;

// A visit that waited so long and was served for `served` at `desk`.
void serve(Room& room, Seconds waited, const std::string& desk, Seconds served = 5min)
{
    const Instant now = room.now;
    Visit& visit = room.take("A", waited + served + 1min);
    room.now = now - served - 1min;
    room.call(visit, desk);
    room.start(visit);
    Room::become(visit, finish(visit, now - 1min, nullptr, { "test" }));
    room.now = now;
}

TodayView today(int within, int late)
{
    Room room;
    for (int i = 0; i < within; ++i)
        serve(room, 3min, "Desk 1");
    for (int i = 0; i < late; ++i)
        serve(room, 11min, "Desk 1");
    return room.show().today;
}

} // namespace

TEST_CASE("The share seen within the standard comes with its denominator and the goal")
{
    const TodayView view = today(38, 3);
    CHECK(view.percent == "93\u00a0%");
    CHECK(view.seen_within == "38 of 41 people seen within the standard");
    CHECK(view.goal == "2 points below the goal of 95\u00a0%");
    CHECK(view.pace == Pace::Near);
    CHECK(view.since == "since 09:00");
}

TEST_CASE("The goal is met, missed by a little, or missed")
{
    CHECK(today(19, 1).pace == Pace::InTime);
    CHECK(today(19, 1).goal == "The goal of 95\u00a0% is met");
    CHECK(today(18, 2).pace == Pace::Near);
    CHECK(today(17, 3).pace == Pace::Past);
    CHECK(today(17, 3).goal == "10 points below the goal of 95\u00a0%");
}

TEST_CASE("A share is never rounded up to a goal that was missed")
{
    const TodayView view = today(53, 3); // 94.64 %
    CHECK(view.percent == "94.6\u00a0%");
    CHECK(view.goal == "Just below the goal of 95\u00a0%");
    CHECK(view.pace == Pace::Near);
}

TEST_CASE("Before anybody was seen there is no share")
{
    Room room;
    const TodayView& view = room.show().today;
    CHECK(view.percent.empty());
    CHECK(view.goal == "Nobody was seen yet. The goal is 95\u00a0%.");
    CHECK(view.rows.at(0).value == "–");
    CHECK(view.rows.at(3).value == "nobody yet");
}

TEST_CASE("Waits, those who left, and the desk's own service are told")
{
    Room room;
    serve(room, 7min, "Desk 1", 10min);
    serve(room, 6min, "Desk 1", 12min);
    serve(room, 13min + 1s, "Desk 2", 20min);
    Visit& gone = room.take("A", 9min);
    Room::become(gone, leave(gone, room.now, { "test" }));
    const TodayView& view = room.show().today;
    CHECK(view.rows.at(0).value == "7 min");
    CHECK(view.rows.at(1).value == "14 min");
    CHECK(view.rows.at(2).value == "1");
    CHECK(view.rows.at(3).value == "2 seen, 11 min each");
}

TEST_CASE("Other desks tell whom they serve, or that they are free, on a break or closed")
{
    Room room;
    Visit& visit = room.take("B", 9min);
    room.call(visit, "Desk 2", 7min);
    room.start(visit, 6min + 12s);
    room.set_desk("Desk 3", DeskState::Paused);
    room.show();
    const std::vector<OtherDesk>& desks = room.console.view().desks.desks;
    REQUIRE(desks.size() == 2);
    CHECK(desks[0].name == "Desk 2");
    CHECK(desks[0].words == "Service B");
    CHECK(desks[0].number == "B001");
    CHECK(desks[0].minutes == "6 min");
    CHECK(desks[1].words == "Break since 09:30");
    room.set_desk("Desk 3", DeskState::Open);
    CHECK(room.show().desks.desks[1].words == "Free");
    room.set_desk("Desk 3", DeskState::Closed);
    CHECK(room.show().desks.desks[1].words == "Closed");
}

TEST_CASE("Desks for which there is no place are counted")
{
    Room room;
    room.console.fit(900, 1, false);
    CHECK(room.show().desks.desks.empty());
    CHECK(room.console.view().desks.more == "and 2 more desks");
}

} // namespace nextplease::desk
