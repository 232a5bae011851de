// Two consoles on two connections that press as fast as they can: one wins, and the other is told who has it.
#include "core/reception/result_report.h"
#include "kiosk/desk/console.h"
#include "tests/desk/desk_story.h"
#include "tests/support/plain_estimator.h"

#include <latch>
#include <thread>

namespace nextplease::desk {
namespace {

// A console as its own process would have it: its own connection to the store.
class Station {
public:
    Station(const std::string& url, const Configuration& configuration, const Clock& clock, const char* desk)
        : configuration_(configuration)
        , clock_(clock)
        , store_(open_store(url, Opening::Existing))
        , reception_(*store_, configuration, clock)
        , commands_(reception_)
        , console_(configuration, commands_, DeskCode(desk), Language("en"))
        , desk_(desk)
    {
    }
    void look()
    {
        console_.show(std::make_shared<const Snapshot>(
            read_snapshot(*store_, configuration_, PlainEstimator(), clock_.now())));
    }
    // Calls that visitor whoever's turn it is, twice at once; returns what is said.
    std::string grab(VisitId visit)
    {
        console_.select(visit);
        console_.call_selected();
        console_.call_selected();
        return console_.view().message ? console_.view().message->words : "";
    }
    bool has(VisitId visit)
    {
        look();
        const Snapshot room = seen();
        const DeskNow* desk = room.desk(desk_);
        return desk->current && desk->current->visit.id == visit;
    }
    void finish()
    {
        look();
        console_.press(Verb::Start);
        look();
        console_.press(Verb::Finish);
        console_.press(Verb::Finish); // pressed twice
        look();
    }

private:
    Snapshot seen() { return read_snapshot(*store_, configuration_, PlainEstimator(), clock_.now()); }
    const Configuration& configuration_;
    const Clock& clock_;
    std::unique_ptr<Store> store_;
    Reception reception_;
    StoryCommands commands_;
    Console console_;
    DeskCode desk_;
};

} // namespace

TEST_CASE("Two consoles grab the same hundred visitors: each is called once, and the loser is told by whom")
{
    testing::ReceptionFixture hall("2026-10-13T10:00:00");
    hall.reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "test");
    hall.reception.set_desk(DeskCode("Desk 2"), DeskState::Open, "test");
    Station one(hall.url, hall.configuration, hall.clock, "Desk 1");
    Station two(hall.url, hall.configuration, hall.clock, "Desk 2");
    int won_by_one = 0;
    for (int i = 0; i < 100; ++i) {
        const Visit visit = hall.take("A");
        one.look();
        two.look();
        std::string first, second;
        std::latch ready(2);
        std::thread other([&] {
            ready.arrive_and_wait();
            second = two.grab(visit.id);
        });
        ready.arrive_and_wait();
        first = one.grab(visit.id);
        other.join();
        const bool mine = one.has(visit.id);
        INFO("visitor " << i << ": " << first << " | " << second);
        REQUIRE(mine != two.has(visit.id));
        const std::string number = visit.number.text();
        const std::string loser = mine ? second : first;
        CHECK(loser.find(number) != std::string::npos);
        CHECK(loser.find(mine ? "Desk 1" : "Desk 2") != std::string::npos);
        won_by_one += mine ? 1 : 0;
        (mine ? one : two).finish();
        CHECK(hall.now(visit).state == VisitState::Served);
        CHECK(hall.now(visit).calls == 1);
    }
    MESSAGE("Desk 1 was faster " << won_by_one << " times of 100");
}

} // namespace nextplease::desk
