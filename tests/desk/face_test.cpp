// Receptionists at their desks, on a real store: everything by keys, everything by mouse, and two at once.
#include "tests/desk/desk_story.h"

namespace nextplease::desk {
namespace {

using ui::KeyCode;
using namespace std::chrono_literals;

constexpr const char* kDesk = "Desk 1";

} // namespace

TEST_CASE("A visitor is called, started and finished with three keys")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.pass(3min);
    story.key(kDesk, KeyCode::F2);
    CHECK(story.state(visit) == VisitState::Called);
    CHECK(story.at(kDesk).says("Called A001. Ctrl+Z takes it back for 30 seconds."));
    story.pass(20s);
    story.key(kDesk, KeyCode::F4);
    CHECK(story.state(visit) == VisitState::Serving);
    story.pass(5min);
    CHECK(story.at(kDesk).says("5:00"));
    story.key(kDesk, KeyCode::F5);
    const Visit done = story.reception.now(visit);
    CHECK(done.state == VisitState::Served);
    CHECK(done.served == 5min);
    CHECK(story.at(kDesk).says("Your desk is free"));
}

TEST_CASE("A day with keys alone: break, recall, no-show, rejoin, hold, resume, transfer, close")
{
    Story story;
    const Visit first = story.reception.take("A");
    story.key(kDesk, KeyCode::F9);
    CHECK(story.picture()->desk(DeskCode(kDesk))->state == DeskState::Paused);
    story.key(kDesk, KeyCode::F9);
    CHECK(story.picture()->desk(DeskCode(kDesk))->state == DeskState::Open);
    story.key(kDesk, KeyCode::F2);
    story.pass(40s);
    story.key(kDesk, KeyCode::F3);
    CHECK(story.reception.now(first).recalls == 1);
    story.key(kDesk, KeyCode::F8);
    CHECK(story.state(first) == VisitState::NoShow);

    // The list: the line of the no-show is the first that the keys move to.
    story.key(kDesk, KeyCode::Down);
    CHECK(story.at(kDesk).focus() == "row.A001");
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.at(kDesk).shows("row.put_back"));
    for (int i = 0; i < 10 && story.at(kDesk).focus() != "row.put_back"; ++i)
        story.key(kDesk, KeyCode::Down);
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.state(first) == VisitState::Waiting);

    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F4);
    story.key(kDesk, KeyCode::F7);
    story.at(kDesk).type("1");
    CHECK(story.at(kDesk).focus() == "form.words");
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.state(first) == VisitState::Held);
    CHECK(story.reception.now(first).note == "Filling in a form");

    // Twice Enter on a row calls it, also from hold.
    story.key(kDesk, KeyCode::Down);
    for (int i = 0; i < 20 && story.at(kDesk).focus() != "row.A001"; ++i)
        story.key(kDesk, KeyCode::Down);
    story.key(kDesk, KeyCode::Enter);
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.state(first) == VisitState::Called);

    story.key(kDesk, KeyCode::F6);
    story.at(kDesk).type("b");
    story.at(kDesk).type("Needs a form");
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.reception.now(first).service == ServiceCode("B"));
    CHECK(story.reception.now(first).note == "Needs a form");

    story.key(kDesk, KeyCode::F10);
    CHECK(story.picture()->desk(DeskCode(kDesk))->state == DeskState::Closed);
}

TEST_CASE("The same by mouse")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.tap(kDesk, "desk.break");
    CHECK(story.picture()->desk(DeskCode(kDesk))->state == DeskState::Paused);
    story.tap(kDesk, "card.open");
    story.tap(kDesk, "verb.call_next");
    story.tap(kDesk, "verb.recall");
    story.tap(kDesk, "verb.start");
    story.tap(kDesk, "verb.hold");
    story.tap(kDesk, "hold.reason.2");
    story.tap(kDesk, "hold.until.15");
    story.tap(kDesk, "form.send");
    CHECK(story.state(visit) == VisitState::Held);
    CHECK(story.reception.now(visit).hold_until == story.reception.clock.now() + 15min);
    story.tap(kDesk, "row.A001");
    story.tap(kDesk, "row.put_back");
    CHECK(story.state(visit) == VisitState::Waiting);
    story.tap(kDesk, "verb.call_next");
    story.tap(kDesk, "verb.undo");
    CHECK(story.state(visit) == VisitState::Waiting);
    story.tap(kDesk, "row.A001");
    story.tap(kDesk, "row.call");
    CHECK(story.state(visit) == VisitState::Called);
    story.tap(kDesk, "verb.no_show");
    CHECK(story.state(visit) == VisitState::NoShow);
    story.tap(kDesk, "desk.close");
    CHECK(story.picture()->desk(DeskCode(kDesk))->state == DeskState::Closed);
    story.tap(kDesk, "desk.open");
    CHECK(story.picture()->desk(DeskCode(kDesk))->state == DeskState::Open);
}

TEST_CASE("Call this one calls whoever was chosen, whoever's turn it is")
{
    Story story;
    story.reception.take("A");
    const Visit second = story.reception.take("A");
    story.pass(1min);
    story.tap(kDesk, "row.A002");
    CHECK(story.at(kDesk).says("Call A002"));
    story.tap(kDesk, "row.call");
    CHECK(story.state(second) == VisitState::Called);
    CHECK(!story.at(kDesk).shows("row.call"));
}

TEST_CASE("A double click on a row selects it and calls nobody")
{
    Story story;
    const Visit visit = story.reception.take("A");
    UiDriver& ui = story.at(kDesk);
    story.pass(1min);
    ui.advance(ui::Moment { 400 });
    const ui::Point at = ui.middle_of("row.A001");
    for (int i = 0; i < 2; ++i) {
        ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
    }
    ui.settle();
    CHECK(ui.shows("row.call"));
    CHECK(story.state(visit) == VisitState::Waiting);
}

TEST_CASE("The note of a transfer is shown at the next desk")
{
    Story story;
    story.reception.take("A");
    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F4);
    story.tap(kDesk, "verb.transfer");
    story.tap(kDesk, "transfer.service.B");
    story.at(kDesk).type("Letter about rent arrears.");
    story.tap(kDesk, "form.send");
    CHECK(story.at(kDesk).says("A001 now waits for Service B, in the place of their arrival."));
    story.key("Desk 2", KeyCode::F2);
    CHECK(story.at("Desk 2").says("Letter about rent arrears."));
    CHECK(story.at("Desk 2").says("Note for you"));
}

TEST_CASE("Whoever was seen once and waits again is told from arrival, without a standard")
{
    Story story;
    story.reception.take("A");
    story.pass(2min);
    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F4);
    story.key(kDesk, KeyCode::F6);
    story.at(kDesk).type("bNote");
    story.key(kDesk, KeyCode::Enter);
    story.pass(5min);
    CHECK(story.at(kDesk).item("row.A001").label == "A001, Service B, 7 min, seen already, next for you");
    CHECK(story.at(kDesk).says("0 in time"));
}

TEST_CASE("A call is taken back within thirty seconds with Ctrl+Z, and not after")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.key(kDesk, KeyCode::F2);
    story.pass(29s);
    CHECK(story.at(kDesk).says("Call of A001, 1 s"));
    story.key(kDesk, KeyCode::Undo);
    CHECK(story.reception.now(visit) == visit);
    story.key(kDesk, KeyCode::F2);
    story.pass(31s);
    story.key(kDesk, KeyCode::Undo);
    CHECK(story.state(visit) == VisitState::Called);
    CHECK(story.at(kDesk).says("30 seconds are over"));
}

TEST_CASE("Ctrl+Z while a note is typed takes no call back")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F6);
    story.at(kDesk).type("bRent");
    story.key(kDesk, KeyCode::Undo);
    CHECK(story.state(visit) == VisitState::Called);
    CHECK(story.at(kDesk).screen() == "transfer");
}

TEST_CASE("A second press of Call next before the first is answered calls one visitor")
{
    Story story;
    const Visit first = story.reception.take("A");
    const Visit second = story.reception.take("A");
    UiDriver& ui = story.at(kDesk);
    StoryCommands& commands = story.commands(kDesk);
    commands.kept = true;
    for (int i = 0; i < 3; ++i)
        ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = KeyCode::F2 });
    ui.settle();
    CHECK(commands.submitted == 1);
    commands.let_go();
    // Answered, and not seen in the room yet.
    ui.key(KeyCode::F2);
    CHECK(commands.submitted == 1);
    story.look();
    CHECK(story.state(first) == VisitState::Called);
    CHECK(story.state(second) == VisitState::Waiting);
}

TEST_CASE("Two desks call the same visitor at once: one has them, the other is told who")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.reception.take("A");
    story.tap(kDesk, "row.A001");
    story.tap("Desk 2", "row.A001");
    story.commands(kDesk).kept = true;
    story.commands("Desk 2").kept = true;
    story.at(kDesk).tap("row.call");
    story.at("Desk 2").tap("row.call");
    story.commands("Desk 2").let_go();
    story.commands(kDesk).let_go();
    story.at(kDesk).settle();
    CHECK(story.reception.now(visit).desk == DeskCode("Desk 2"));
    CHECK(story.at(kDesk).says("A001 was already called to Desk 2."));
    story.look();
    CHECK(story.at(kDesk).shows("row.A002"));
    CHECK(!story.at(kDesk).shows("row.A001"));
}

TEST_CASE("Two desks press Call next with one visitor waiting: the slower is told that nobody waits")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.commands(kDesk).kept = true;
    story.commands("Desk 2").kept = true;
    story.at(kDesk).key(KeyCode::F2);
    story.at("Desk 2").key(KeyCode::F2);
    story.commands(kDesk).let_go();
    story.commands("Desk 2").let_go();
    story.at("Desk 2").settle();
    CHECK(story.reception.now(visit).desk == DeskCode(kDesk));
    CHECK(story.at("Desk 2").says("Nobody is waiting for Desk 2 now."));
}

TEST_CASE("The keys are listed with F1, and the verbs still work")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.key(kDesk, KeyCode::F1);
    CHECK(story.at(kDesk).says("Call whoever is next for you"));
    story.key(kDesk, KeyCode::F2);
    CHECK(story.state(visit) == VisitState::Called);
    story.key(kDesk, KeyCode::Escape);
    CHECK(story.at(kDesk).screen() == "console");
}

TEST_CASE("Escape leaves a transfer undone, and what was typed is gone")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F6);
    story.at(kDesk).type("bRent");
    story.key(kDesk, KeyCode::Escape);
    CHECK(story.state(visit) == VisitState::Called);
    story.key(kDesk, KeyCode::F6);
    CHECK(!story.at(kDesk).says("Rent"));
}

TEST_CASE("Letters that come in one frame choose one service, and the rest is the note")
{
    Story story;
    story.reception.take("A");
    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F6);
    UiDriver& ui = story.at(kDesk);
    for (const char32_t letter : std::u32string(U"bNan"))
        ui.input().push({ .kind = ui::InputEvent::Kind::Character, .character = letter });
    ui.settle();
    CHECK(ui.says("Nan"));
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.at(kDesk).says("A001 now waits for Service B"));
}

TEST_CASE("Enter calls whoever is selected, wherever the keys are not on anything")
{
    Story story;
    const Visit visit = story.reception.take("A");
    story.tap(kDesk, "list.tab.0");
    story.tap(kDesk, "row.A001");
    story.key(kDesk, KeyCode::Enter);
    CHECK(story.state(visit) == VisitState::Called);
}

TEST_CASE("A long list is paged with the keys")
{
    Story story;
    for (int i = 0; i < 60; ++i)
        story.reception.take("A");
    story.look();
    CHECK(!story.at(kDesk).shows("row.A060"));
    for (int i = 0; i < 5; ++i)
        story.key(kDesk, KeyCode::PageDown);
    CHECK(story.at(kDesk).shows("row.A060"));
    story.key(kDesk, KeyCode::PageUp);
    CHECK(!story.at(kDesk).shows("row.A060"));
}

TEST_CASE("Another screen of the desk is named, and one that there is not is an input error")
{
    Story story;
    StoryCommands& commands = story.commands(kDesk);
    CHECK_THROWS_WITH(make_desk_face_at(story.reception.configuration, commands, DeskCode(kDesk), "sunset",
                          Language("en"), story.picture()),
        "the desk has no screen \"sunset\": write one of console, transfer, hold, help, finish, apology, "
        "notice, ticket, change, break, appointments, contacts, contacts-open, contact, register, "
        "register-closed, case, story, step, letter, complaint, "
        "why, "
        "for-me, "
        "aside, selected");
}

} // namespace nextplease::desk
