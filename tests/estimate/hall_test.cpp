// Who waits and what desks do, as the events tell it; and what each event teaches.
#include "tests/estimate/hall_story.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::testing;

TEST_CASE("A turnaround counts only if somebody waits who could be called")
{
    HallStory story(office_of("AB", { "A", "B" }));
    story.open_all();
    const VisitId first = story.serve(0, "A", "1");
    story.take(10, "B"); // not for desk 1
    story.finish(100, first);
    const VisitId second = story.take(150, "A");
    CHECK(story.tell(EventKind::Called, 160, second, "1").turnarounds.empty());
    story.take(170, "A");
    story.finish(200, second);
    const Taught& taught = story.tell(EventKind::Called, 230, VisitId { 4 }, "1");
    REQUIRE(taught.turnarounds.size() == 1);
    CHECK(taught.turnarounds[0].duration == 30);
    CHECK(taught.turnarounds[0].ended);
}

TEST_CASE("Whom others have been called before three times has gone away: nobody turns round for that ticket")
{
    // A is forgotten: the desk calls B, C and D before it, and has nothing to do after each.
    HallStory story(office_of("A", { "A" }));
    story.tell(EventKind::DeskOpened, 0, {}, "1");
    story.take(10, "A");
    std::vector<std::size_t> learnt;
    for (const long at : { 100L, 300L, 500L, 700L, 900L }) {
        const VisitId later = story.take(at, "A");
        learnt.push_back(story.tell(EventKind::Called, at + 10, later, "1").turnarounds.size());
        story.tell(EventKind::Finished, at + 60, later);
    }
    // After the first, second and third call somebody seems to wait until the next one; after that nobody
    // does.
    CHECK(learnt == std::vector<std::size_t> { 0, 1, 1, 0, 0 });
}

TEST_CASE("A turnaround is cut short when the queue empties, the desk pauses or closes")
{
    HallStory story(office_of("A", { "A", "A" }));
    story.open_all();
    const VisitId first = story.serve(0, "A", "1");
    const VisitId waits = story.take(10, "A");
    story.finish(100, first);
    SUBCASE("the queue empties")
    {
        const Taught& taught = story.tell(EventKind::Called, 140, waits, "2");
        REQUIRE(taught.turnarounds.size() == 1);
        CHECK(taught.turnarounds[0].duration == 40);
        CHECK_FALSE(taught.turnarounds[0].ended);
    }
    SUBCASE("the desk pauses")
    {
        const Taught& taught = story.desk(EventKind::DeskPaused, 120, "1");
        REQUIRE(taught.turnarounds.size() == 1);
        CHECK_FALSE(taught.turnarounds[0].ended);
        CHECK(taught.pause);
    }
    SUBCASE("the desk closes")
    {
        const Taught& taught = story.desk(EventKind::DeskClosed, 120, "1");
        REQUIRE(taught.turnarounds.size() == 1);
        CHECK_FALSE(taught.turnarounds[0].ended);
        CHECK_FALSE(taught.pause);
    }
}

TEST_CASE("A service lasts from the call to the end, a no-show too")
{
    HallStory story(office_of("A", { "A" }));
    story.open_all();
    const VisitId visit = story.serve(0, "A", "1");
    const Taught& taught = story.tell(EventKind::NoShow, 70, visit);
    REQUIRE(taught.served);
    CHECK(taught.served->duration == 70);
    CHECK(taught.finish);
}

TEST_CASE("A planned break is not learnt as a pause, and is over when it was taken")
{
    DayPlan plan;
    plan.desks = { { DeskCode("1"), after_nine(0), { { after_nine(3600), after_nine(6300) } } } };
    HallStory story(office_of("A", { "A" }), DeskStates::Told, plan);
    story.open_all();
    CHECK_FALSE(story.desk(EventKind::DeskPaused, 3700, "1").pause);
    CHECK(story.desk(EventKind::DeskOpened, 6400, "1").pauses.empty());
    CHECK(story.forecaster.hall().desks()[0].breaks.empty());
    CHECK(story.desk(EventKind::DeskPaused, 9000, "1").pause);
    const Taught& taught = story.desk(EventKind::DeskOpened, 9600, "1");
    REQUIRE(taught.pauses.size() == 1);
    CHECK(taught.pauses[0].duration == 600);
}

TEST_CASE("A call that is undone leaves the hall as it was")
{
    HallStory story(office_of("A", { "A" }));
    story.open_all();
    const VisitId first = story.take(0, "A");
    const VisitId second = story.take(5, "A");
    story.tell(EventKind::Called, 10, first, "1");
    story.tell(EventKind::CallUndone, 20, first, "1");
    const Hall& hall = story.forecaster.hall();
    REQUIRE(hall.waiting().size() == 2);
    CHECK(hall.waiting()[0].visit == first);
    CHECK(hall.waiting()[1].visit == second);
    CHECK(hall.desks()[0].doing == HallDesk::Doing::Free);
}

TEST_CASE("Head starts order the hall as they order the desk's queue")
{
    Office office = office_of("AN", { "AN" });
    office.services[1].head_start = Seconds { -90 };
    office.rules.priorities = { { .code = PriorityCode("P"), .name = {}, .head_start = Seconds { 600 } } };
    HallStory story(office);
    story.open_all();
    const VisitId late_service = story.take(0, "N");
    const VisitId ordinary = story.take(60, "A");
    const VisitId priority = story.take(300, "A", "P");
    const auto& waiting = story.forecaster.hall().waiting();
    REQUIRE(waiting.size() == 3);
    CHECK(waiting[0].visit == priority);
    CHECK(waiting[1].visit == ordinary);
    CHECK(waiting[2].visit == late_service);
}

TEST_CASE("More time puts a visitor behind the next few of the same service")
{
    Office office = office_of("A", { "A" });
    office.rules.more_time_behind = 2;
    HallStory story(office);
    story.open_all();
    const VisitId first = story.take(0, "A");
    for (int i = 1; i <= 3; ++i)
        story.take(i, "A");
    story.tell(EventKind::MoreTime, 10, first);
    const auto& waiting = story.forecaster.hall().waiting();
    REQUIRE(waiting.size() == 4);
    CHECK(waiting[2].visit == first);
    CHECK(waiting[2].joined == after_nine(0));
}

TEST_CASE("A new day begins with nobody in the hall")
{
    HallStory story(office_of("A", { "A" }));
    story.open_all();
    story.take(0, "A");
    story.forecaster.begin_day({});
    CHECK(story.forecaster.hall().waiting().empty());
    CHECK(story.forecaster.hall().desks()[0].doing == HallDesk::Doing::Closed);
}
