// The clocks of a visit, told as stories.
#include "core/domain/clocks.h"

#include "tests/domain/visits.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

Clocks clocks(const Visit& visit, long now)
{
    return clocks_of(visit, at(now));
}

} // namespace

TEST_CASE("The wait runs until the visitor is seen, and then stands")
{
    const Visit waiting = taken();
    CHECK(clocks(waiting, 90).wait == Seconds { 90 });
    const Visit one_called = called(waiting, at(100));
    CHECK(clocks(one_called, 120).wait == Seconds { 120 });
    CHECK_FALSE(clocks(one_called, 120).walk);
    const Visit serving = started(one_called, at(130));
    CHECK(clocks(serving, 900).wait == Seconds { 130 });
    CHECK(clocks(serving, 900).walk == Seconds { 30 });
    CHECK(clocks(finished(serving, at(1000)), 5000).wait == Seconds { 130 });
}

TEST_CASE("Time on hold is taken out of the wait, but not once they were seen")
{
    const Visit on_hold = held(taken(), at(60));
    CHECK(clocks(on_hold, 60).wait == Seconds { 60 });
    CHECK(clocks(on_hold, 600).wait == Seconds { 60 });
    const Visit back = resumed(on_hold, at(600));
    CHECK(clocks(back, 660).wait == Seconds { 120 });
    const Visit twice = resumed(held(back, at(660)), at(700));
    CHECK(clocks(twice, 700).wait == Seconds { 120 });

    const Visit seen = started(called(taken(), at(60)), at(90));
    const Visit parked = held(seen, at(120));
    CHECK(clocks(parked, 900).wait == Seconds { 90 });
    CHECK(clocks(started(called(resumed(parked, at(900)), at(950)), at(960)), 999).wait == Seconds { 90 });
}

TEST_CASE("Service is summed over legs and stretches, and runs while it goes on")
{
    Visit visit = started(called(taken(), at(100)), at(130));
    CHECK(clocks(visit, 190).service == Seconds { 60 });
    visit = transferred(visit, at(230), "C");
    CHECK(clocks(visit, 500).service == Seconds { 100 });
    visit = started(called(visit, at(600)), at(610));
    CHECK(clocks(visit, 660).service == Seconds { 150 });
    visit = resumed(held(visit, at(660)), at(700));
    visit = finished(started(called(visit, at(710)), at(720)), at(730));
    CHECK(clocks(visit, 9999).service == Seconds { 160 });
    CHECK(clocks(visit, 9999).total == Seconds { 730 });
}

TEST_CASE("For a no-show, and one who leaves after it, the wait ends at the call")
{
    const Visit visit = absent(called(taken(), at(300)), at(400));
    CHECK(clocks(visit, 2000).wait == Seconds { 300 });
    CHECK(clocks(visit, 2000).total == Seconds { 400 });
    CHECK(clocks(gone(visit, at(700)), 2000).wait == Seconds { 300 });
    CHECK(clocks(gone(visit, at(700)), 2000).total == Seconds { 700 });
    CHECK_FALSE(clocks(visit, 2000).walk);
}

TEST_CASE("A no-show that rejoins waits on from the arrival")
{
    const Visit back = rejoined(absent(called(taken(), at(300)), at(400)), at(500));
    CHECK(clocks(back, 600).wait == Seconds { 600 });
    CHECK(clocks(gone(back, at(650)), 2000).wait == Seconds { 650 });
    const Visit seen = started(called(back, at(700)), at(720));
    CHECK(clocks(seen, 800).wait == Seconds { 720 });
    CHECK(clocks(seen, 800).walk == Seconds { 20 });
}

TEST_CASE("Who gives up or is left over waited until then")
{
    CHECK(clocks(gone(taken(), at(200)), 9999).wait == Seconds { 200 });
    CHECK(clocks(gone(held(taken(), at(50)), at(200)), 9999).wait == Seconds { 50 });
    CHECK(clocks(close_of_day(taken(), at(200), somebody()).visit, 9999).wait == Seconds { 200 });
    CHECK(clocks(close_of_day(called(taken(), at(100)), at(200), somebody()).visit, 9999).wait
        == Seconds { 100 });
}

TEST_CASE("The pace is near in the last two minutes and past only after the limit")
{
    const Seconds limit { 600 };
    CHECK(pace_of(Seconds { 0 }, limit) == Pace::InTime);
    CHECK(pace_of(Seconds { 479 }, limit) == Pace::InTime);
    CHECK(pace_of(Seconds { 480 }, limit) == Pace::Near);
    CHECK(pace_of(Seconds { 600 }, limit) == Pace::Near);
    CHECK(pace_of(Seconds { 601 }, limit) == Pace::Past);
    CHECK(pace_of(Seconds { 0 }, Seconds { 60 }) == Pace::Near);
}
