// Who sits at a console: sign-in, lock and sign-out; and that the event log knows who did what.
#include "core/reception/staff.h"
#include "kiosk/desk/console.h"
#include "tests/desk/desk_story.h"
#include "tests/support/plain_estimator.h"

namespace nextplease::desk {
namespace {

using ui::KeyCode;
using namespace std::chrono_literals;

constexpr const char* kDesk = "Desk 1";

struct Seat : Story {
    Seat()
    {
        add_staff(reception.reception, "Clerk", Secret(std::string_view("2468")));
        add_staff(reception.reception, "Other", Secret(std::string_view("1357")));
        at(kDesk);
        look();
    }
    void sign_in(const std::string& number, const std::string& pin)
    {
        type(kDesk, number);
        type(kDesk, pin);
        key(kDesk, KeyCode::Enter);
    }
    std::string actor_of_last_event()
    {
        std::vector<Event> all;
        reception.store->read([&](Records& records) { all = records.events_after({}, 1000); });
        return all.back().actor;
    }
};

} // namespace

TEST_CASE("Where nobody may sign in, the console asks for nobody")
{
    Story story;
    CHECK_FALSE(story.at(kDesk).says("Who is at this desk?"));
}

TEST_CASE("Nothing may be done before somebody signed in; then every event carries who did it")
{
    Seat seat;
    const Visit visit = seat.reception.take("A");
    seat.key(kDesk, KeyCode::F2);
    CHECK(seat.state(visit) == VisitState::Waiting);
    CHECK(seat.at(kDesk).says("Who is at this desk?"));
    seat.sign_in("1", "2468");
    CHECK(seat.at(kDesk).says("Clerk"));
    seat.key(kDesk, KeyCode::F2);
    CHECK(seat.state(visit) == VisitState::Called);
    CHECK(seat.actor_of_last_event() == "staff:Clerk");
}

TEST_CASE("A PIN is never shown, and a wrong one is told without saying what is wrong")
{
    Seat seat;
    seat.type(kDesk, "2");
    seat.type(kDesk, "1111");
    CHECK_FALSE(seat.at(kDesk).says("1111"));
    CHECK(seat.at(kDesk).says("\u2022 \u2022 \u2022 \u2022 "));
    seat.key(kDesk, KeyCode::Enter);
    CHECK(seat.at(kDesk).says("Name and PIN do not fit. Try again."));
    CHECK(seat.at(kDesk).says("Who is at this desk?"));
}

TEST_CASE("Left alone a console locks, hides the note, and the same PIN opens it where it was")
{
    Configuration made = testing::small_configuration();
    testing::ReceptionFixture reception("2026-10-13T10:00:00", made);
    add_staff(reception.reception, "Clerk", Secret(std::string_view("2468")));
    StoryCommands commands(reception.reception);
    Console console(reception.configuration, commands, DeskCode(kDesk), Language("en"));
    const auto look = [&] {
        console.show(std::make_shared<const Snapshot>(read_snapshot(
            *reception.store, reception.configuration, PlainEstimator(), reception.clock.now())));
    };
    look();
    console.choose("staff.Clerk");
    for (const char32_t digit : std::u32string(U"2468"))
        console.type_pin(digit);
    console.send();
    look();
    REQUIRE_FALSE(console.asks_sign_in());
    const Visit visit = reception.take("A");
    look();
    console.press(Verb::CallNext);
    look();
    console.idle_for(4min + 59s);
    CHECK_FALSE(console.asks_sign_in());
    console.idle_for(5min);
    CHECK(console.asks_sign_in());
    CHECK(console.view().sign_in.here == "A001 is at this desk.");
    CHECK(console.view().card.note.empty());
    console.press(Verb::Start);
    CHECK(reception.now(visit).state == VisitState::Called);
    for (const char32_t digit : std::u32string(U"2468"))
        console.type_pin(digit);
    console.send();
    CHECK_FALSE(console.asks_sign_in());
    console.press(Verb::Start);
    CHECK(reception.now(visit).state == VisitState::Serving);
}

TEST_CASE("Whoever signs in at another desk has left this one")
{
    Seat seat;
    seat.sign_in("1", "2468");
    sign_in(seat.reception.reception, DeskCode("Desk 2"), "Clerk", Secret(std::string_view("2468")));
    seat.look();
    CHECK(seat.at(kDesk).says("Who is at this desk?"));
}

TEST_CASE("One key signs out")
{
    Seat seat;
    seat.sign_in("2", "1357");
    seat.type(kDesk, "o");
    CHECK(seat.at(kDesk).says("Who is at this desk?"));
    CHECK(seat.picture()->desk(DeskCode(kDesk))->staff.empty());
    CHECK(seat.actor_of_last_event() == "staff:Other");
}

} // namespace nextplease::desk
