// What may be done at a desk in each state, what is said, and what a second press does.
#include "core/base/error.h"
#include "tests/desk/desk_room.h"

namespace nextplease::desk {
namespace {

std::string allowed(const Room& room)
{
    std::string keys;
    for (const VerbView& verb : room.console.view().verbs) {
        if (verb.may == May::Yes)
            keys += (keys.empty() ? "" : " ") + key_cap(verb.verb);
    }
    return keys;
}

using namespace std::chrono_literals;

} // namespace

TEST_CASE("The verbs stand in the order of their keys whatever the state")
{
    Room room;
    room.take("A", 5min);
    room.show();
    std::string keys;
    for (const VerbView& verb : room.console.view().verbs)
        keys += key_cap(verb.verb) + " ";
    CHECK(keys == "F2 F3 F4 F5 F6 F7 F8 Ctrl+Z ");
}

TEST_CASE("A free desk may only call, and says why not the rest")
{
    Room room;
    room.take("A", 5min);
    room.show();
    CHECK(allowed(room) == "F2");
    CHECK(room.verb(Verb::CallNext).likely);
    CHECK(room.verb(Verb::CallNext).note == "A001 is next");
    CHECK(room.verb(Verb::Recall).note == "Nobody is called");
    CHECK(room.verb(Verb::Finish).note == "Nobody is with you");
    CHECK(room.verb(Verb::Undo).note == "No call to undo");
}

TEST_CASE("With nobody waiting for it a desk may not call")
{
    Room room("Desk 3");
    room.take("B", 5min);
    room.show();
    CHECK(allowed(room).empty());
    CHECK(room.verb(Verb::CallNext).note == "Nobody waits for you");
    CHECK(room.console.view().card.hint == "Nobody waits for you.");
}

TEST_CASE("A visitor who was called may be recalled, started, sent on, not come, or be taken back")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1", 8s);
    room.show();
    CHECK(allowed(room) == "F3 F4 F6 F8 Ctrl+Z");
    CHECK(room.verb(Verb::CallNext).note == "Finish A001 first");
    CHECK(room.verb(Verb::Start).likely);
    CHECK(room.verb(Verb::Finish).note == "Start first");
    CHECK(room.verb(Verb::Hold).note == "Start first");
    CHECK(room.verb(Verb::Recall).note == "Called once");
    CHECK(room.verb(Verb::NoShow).note == "After 2 more calls");
    CHECK(room.console.view().card.title == "Called, on the way to you");
    CHECK(room.console.view().card.language == "Urdu");
    CHECK(room.console.view().card.taken == "Taken 09:55");
}

TEST_CASE("K3: nobody is given up before a slow walker can have come from the farthest seat, nor before two "
          "more calls")
{
    // 30 metres at 0.4 metres a second are 75 seconds, and half a minute to get up.
    for (const auto& [since, note] :
        { std::pair { 104s, "A001 may be on the way" }, std::pair { 105s, "A001 did not come" } }) {
        Room room;
        room.configuration.office.rules.farthest_seat_metres = 30;
        Visit& visit = room.take("A", 5min);
        room.call(visit, "Desk 1", since);
        room.show();
        CHECK(room.verb(Verb::NoShow).note == "After 2 more calls");
        for (const Seconds ago : { 40s, 10s })
            Room::become(visit, recall(visit, room.now - ago, { "test" }));
        room.show();
        CHECK(room.verb(Verb::NoShow).note == note);
    }
}

TEST_CASE("A no-show is advised after two more calls")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1", 90s);
    Room::become(visit, recall(visit, room.now - 40s, { "test" }));
    room.show();
    CHECK(room.verb(Verb::NoShow).note == "After 1 more call");
    CHECK(room.verb(Verb::Recall).note == "Called 2 times");
    Room::become(visit, recall(visit, room.now - 10s, { "test" }));
    room.show();
    CHECK(room.verb(Verb::NoShow).note == "A001 did not come");
}

TEST_CASE("A visitor who is served may be finished, sent on or held")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1", 60s);
    room.start(visit, 30s);
    room.show();
    CHECK(allowed(room) == "F5 F6 F7");
    CHECK(room.verb(Verb::Finish).likely);
    CHECK(room.verb(Verb::Start).note == "A001 is with you");
    CHECK(room.console.view().card.title == "With you");
}

TEST_CASE("A desk that does not use Start finishes from the call")
{
    Room room("Desk 3");
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 3", 60s);
    room.show();
    CHECK(room.verb(Verb::Finish).may == May::Yes);
    CHECK(room.verb(Verb::Finish).likely);
}

TEST_CASE("A call can be undone for thirty seconds, counted down")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1");
    for (const auto& [gone, note, may] : { std::tuple { 0s, "Call of A001, 30 s", May::Yes },
             std::tuple { 8s, "Call of A001, 22 s", May::Yes },
             std::tuple { 30s, "Call of A001, 0 s", May::Yes },
             std::tuple { 31s, "30 seconds are over", May::UndoOver } }) {
        Snapshot later = room.snapshot();
        later.now = room.now + gone;
        room.console.show(std::make_shared<const Snapshot>(later));
        CHECK(room.verb(Verb::Undo).note == note);
        CHECK(room.verb(Verb::Undo).may == may);
    }
}

TEST_CASE("A desk on a break may not call until it is back")
{
    Room room;
    room.take("A", 5min);
    room.set_desk("Desk 1", DeskState::Paused);
    room.show();
    CHECK(allowed(room).empty());
    CHECK(room.verb(Verb::CallNext).note == "You are on a break");
    CHECK(room.console.view().bar.stop_or_go == "Back to work");
    CHECK(room.console.view().card.hint == "Since 09:30. Nobody is called here until you are back.");
}

TEST_CASE("A desk that was closed today says to open it; one that was not is opened by its first call")
{
    Room room;
    room.take("A", 5min);
    room.set_desk("Desk 1", DeskState::Closed);
    room.show();
    CHECK(room.verb(Verb::CallNext).note == "Open the desk first");
    CHECK(room.console.view().card.kind == CardView::Kind::Closed);
    room.desks.clear();
    room.show();
    CHECK(room.verb(Verb::CallNext).may == May::Yes);
    CHECK(room.console.view().card.kind == CardView::Kind::Closed);
}

TEST_CASE("A desk with a visitor can be neither paused nor closed")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1");
    room.show();
    room.console.press_stop_or_go();
    CHECK(room.console.view().message->words == "Finish A001 first");
    room.console.close_desk();
    CHECK(room.commands.jobs.empty());
}

TEST_CASE("The apology is owed one second past the limit, and not at the limit")
{
    Room room;
    Visit& visit = room.take("A", 10min);
    room.call(visit, "Desk 1");
    room.show();
    CHECK(!room.console.view().banner);
    visit.arrived -= 1s;
    room.show();
    REQUIRE(room.console.view().banner);
    CHECK(room.console.view().banner->words
        == "Waited just past the 10-minute standard: apologise and explain");
    CHECK(room.console.view().clocks[0].pace == Pace::Past);
    visit.arrived -= 123s;
    room.show();
    CHECK(room.console.view().banner->words
        == "Waited 12 min, past the 10-minute standard: apologise and explain");
    CHECK(room.console.view().clocks[0].value == "12:04");
}

TEST_CASE("The three clocks run from arrival, call and start")
{
    Room room;
    Visit& visit = room.take("A", 5min + 4s);
    room.call(visit, "Desk 1", 48s);
    room.show();
    CHECK(room.console.view().clocks[0].value == "5:04");
    CHECK(room.console.view().clocks[1].value == "0:48");
    CHECK(room.console.view().clocks[2].value == "not yet");
    CHECK(!room.console.view().clocks[2].runs);
    room.start(visit, 8s);
    room.show();
    CHECK(room.console.view().clocks[0].value == "4:56");
    CHECK(room.console.view().clocks[2].value == "0:08");
    CHECK(room.console.shows_seconds());
}

TEST_CASE("Seconds are only painted while a visitor is at the desk")
{
    Room room;
    Visit& other = room.take("A", 5min);
    room.call(other, "Desk 2");
    room.show();
    CHECK(!room.console.shows_seconds());
}

TEST_CASE("Cut off from the queue, the console says since when and does nothing")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1", 48s);
    room.show_cut_off();
    CHECK(allowed(room).empty());
    REQUIRE(room.console.view().banner);
    CHECK(room.console.view().banner->kind == BannerView::Kind::CutOff);
    CHECK(room.console.view().banner->words
        == "No connection to the queue since 10:00. You see what was last known.");
    CHECK(room.verb(Verb::Start).note == "No connection");
    // What was last known stands still.
    CHECK(room.console.view().clocks[1].value == "0:48");
    room.console.press(Verb::Start);
    room.console.press_stop_or_go();
    CHECK(room.commands.jobs.empty());
    CHECK(room.console.view().message->words == "No connection");
}

TEST_CASE("A second press while the first is under way asks for nothing")
{
    Room room;
    room.take("A", 5min);
    room.take("A", 4min);
    room.show();
    room.console.press(Verb::CallNext);
    CHECK(room.verb(Verb::CallNext).under_way);
    room.console.press(Verb::CallNext);
    room.console.press_stop_or_go();
    CHECK(room.commands.jobs.size() == 1);
}

TEST_CASE("A store that fails is told in words and frees the keys")
{
    Room room;
    room.take("A", 5min);
    room.show();
    room.console.press(Verb::CallNext);
    room.commands.failures.front()("the disk is full");
    CHECK(room.console.view().message->words == "That did not reach the queue. Try again.");
    CHECK(!room.verb(Verb::CallNext).under_way);
    room.console.press(Verb::CallNext);
    CHECK(room.commands.jobs.size() == 2);
}

TEST_CASE("A verb that is off says why when it is pressed")
{
    Room room;
    room.show();
    room.console.press(Verb::Recall);
    REQUIRE(room.console.view().message);
    CHECK(room.console.view().message->kind == MessageView::Kind::Refused);
    CHECK(room.console.view().message->words == "Nobody is called");
}

TEST_CASE("A message stands for twelve seconds")
{
    Room room;
    room.show();
    room.console.tick(ui::Moment { 1000 });
    room.console.press(Verb::Recall);
    CHECK(!room.console.tick(ui::Moment { 12'999 }));
    CHECK(room.console.view().message);
    CHECK(room.console.tick(ui::Moment { 13'000 }));
    CHECK(!room.console.view().message);
}

TEST_CASE("A transfer needs a service and a note")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1");
    room.show();
    room.console.press(Verb::Transfer);
    CHECK(room.console.panel() == Panel::Transfer);
    // Its own service is not offered.
    CHECK(room.console.view().form.groups[0].choices.size() == 2);
    room.console.send();
    CHECK(room.console.view().message->words == "Choose a service first.");
    CHECK(!room.console.choose_by_letter(U'z'));
    CHECK(room.console.choose_by_letter(U'b'));
    CHECK(room.console.transfer_draft()->to == ServiceCode("B"));
    room.console.send();
    CHECK(room.console.view().message->words == "Write a note first: the next desk needs it.");
    CHECK(room.commands.jobs.empty());
    room.console.transfer_draft()->note.text = U"Rent";
    room.console.send();
    CHECK(room.commands.jobs.size() == 1);
}

TEST_CASE("A hold takes a ready reason or own words")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1", 20s);
    room.start(visit);
    room.show();
    room.console.press(Verb::Hold);
    room.console.send();
    CHECK(room.console.view().message->words == "Choose or write a reason first.");
    CHECK(room.console.choose_by_letter(U'1'));
    CHECK(room.console.hold_draft()->reason.utf8() == "Filling in a form");
    CHECK(room.console.view().form.groups[0].choices.front().chosen);
    room.console.hold_draft()->reason.insert(U'!');
    room.console.typed();
    CHECK(!room.console.view().form.groups[0].choices.front().chosen);
    room.console.choose("hold.until.10");
    CHECK(room.console.hold_draft()->until == Minutes { 10 });
    CHECK(room.console.view().form.groups[1].choices.at(2).chosen);
    room.console.send();
    CHECK(room.commands.jobs.size() == 1);
}

TEST_CASE("Cancel closes the panel, then the selection, then the message")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    const VisitId other = room.take("A", 4min).id;
    room.call(visit, "Desk 1");
    room.show();
    room.console.select(other);
    room.console.press(Verb::CallNext); // says why not
    room.console.press(Verb::Transfer);
    room.console.cancel();
    CHECK(room.console.panel() == Panel::None);
    CHECK(room.console.view().action);
    room.console.cancel();
    CHECK(!room.console.view().action);
    CHECK(room.console.view().message);
    room.console.cancel();
    CHECK(!room.console.view().message);
}

TEST_CASE("A panel closes when somebody else finishes its visitor")
{
    Room room;
    Visit& visit = room.take("A", 5min);
    room.call(visit, "Desk 1");
    room.show();
    room.console.press(Verb::Transfer);
    Room::become(visit, no_show(visit, room.now, { "test" }));
    room.show();
    CHECK(room.console.panel() == Panel::None);
}

TEST_CASE("A desk that kiosk.conf does not know is an input error that names those it knows")
{
    const Configuration configuration = testing::small_configuration();
    KeptCommands commands;
    CHECK_THROWS_WITH_AS(Console(configuration, commands, DeskCode("Desk 9"), Language("en")),
        "there is no desk \"Desk 9\": write one of Desk 1, Desk 2, Desk 3", InputError);
}

} // namespace nextplease::desk
