#include "core/reception/snapshot.h"
#include "kiosk/demo/sample_morning.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

using namespace nextplease;

namespace {

struct Morning {
    testing::TempFolder folder;
    Configuration configuration = read_configuration(NEXTPLEASE_CONF);
    ManualClock clock { sample_instant(configuration, std::chrono::hours { 9 }) };
    std::unique_ptr<Store> store = open_store("sqlite:" + (folder / "store.db").string(), Opening::Create);
    Reception reception { *store, configuration, clock };

    Snapshot play(Seconds until)
    {
        play_sample_morning(reception, clock, sample_instant(configuration, until));
        return read_snapshot(*store, configuration, PlainEstimator {}, clock.now());
    }
};

int waiting(const Snapshot& room, const std::string& service)
{
    const ServiceNow* now = room.service(ServiceCode(service));
    return now ? now->waiting : -1;
}

} // namespace

TEST_CASE("At 10:24 the kiosk shows a room in which B042 is the next Housing ticket")
{
    Morning morning;
    const Snapshot room = morning.play(kSampleKiosk);
    CHECK(clock_face(room.local.since_midnight) == "10:24");
    CHECK(waiting(room, "A") == 3);
    CHECK(waiting(room, "B") == 4);
    CHECK(waiting(room, "C") == 2);
    CHECK(waiting(room, "D") == 1);
    CHECK(waiting(room, "G") == 0);
    CHECK_FALSE(room.service(ServiceCode("F"))->open);
    for (const DeskNow& desk : room.desks)
        CHECK(desk.current);
    const Reply next = morning.reception.take({ .service = ServiceCode("B") }, {}, "test");
    REQUIRE(std::holds_alternative<Done>(next));
    CHECK(std::get<Done>(next).visit.number.text() == "B042");
}

TEST_CASE("At 10:37 the desk has B042 on the way, with a note, past the standard")
{
    Morning morning;
    const Snapshot room = morning.play(kSampleDesk);
    const DeskNow* desk = room.desk(DeskCode("Desk 3"));
    REQUIRE(desk);
    REQUIRE(desk->current);
    CHECK(desk->current->visit.number.text() == "B042");
    CHECK(desk->current->visit.state == VisitState::Called);
    CHECK(desk->current->wait == Minutes { 12 } + Seconds { 4 });
    CHECK(desk->current->pace == Pace::Past);
    CHECK(desk->current->visit.note.find("rent arrears") != std::string::npos);
    CHECK(room.calls.front().number.text() == "B042");
    CHECK(room.waiting.size() == 15);
    REQUIRE(room.held.size() == 1);
    CHECK(room.held.front().visit.number.text() == "C027");
    REQUIRE(room.no_shows.size() == 1);
    CHECK(room.no_shows.front().visit.number.text() == "D009");
    CHECK(room.desk(DeskCode("Desk 2"))->state == DeskState::Paused);
    CHECK(room.today.left_early == 1);
    CHECK(room.today.left_late == 1);
    CHECK(*room.today.share_seen_within() > 0.9);
    CHECK(*room.today.share_seen_within() < 0.95);
}

TEST_CASE("The morning has needs, a family, a further service and appointments for a newcomer to see")
{
    Morning morning;
    const Snapshot room = morning.play(kSampleDesk);
    int needs = 0;
    int families = 0;
    int further = 0;
    int appointments = 0;
    for (const VisitNow& one : room.waiting) {
        needs += one.visit.needs.empty() ? 0 : 1;
        families += one.visit.party > 1 ? 1 : 0;
        further += one.visit.matters.empty() ? 0 : 1;
        appointments += one.visit.appointment_at ? 1 : 0;
    }
    CHECK(needs >= 2);
    CHECK(families == 1);
    CHECK(further == 1);
    CHECK(appointments == 1);
    CHECK(room.appointments_due == 3);
}

TEST_CASE("The morning is the same each time")
{
    Morning one;
    Morning two;
    const Snapshot a = one.play(kSampleDesk);
    const Snapshot b = two.play(kSampleDesk);
    CHECK(a.waiting == b.waiting);
    CHECK(a.calls == b.calls);
    CHECK(a.desks == b.desks);
}
