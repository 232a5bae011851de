// What a desk does beside calling, with the keys that are printed on the buttons, on a real store.
#include "core/reception/result_report.h"
#include "core/reception/staff.h"
#include "tests/desk/desk_story.h"

namespace nextplease::desk {
namespace {

using ui::KeyCode;
using namespace std::chrono_literals;

constexpr const char* kDesk = "Desk 1";

Configuration strict()
{
    Configuration made = testing::small_configuration();
    const Language en("en");
    made.desks.result = ResultRule::Required;
    made.desks.unresolved = { { "evidence", "More evidence", "" }, { "team", "To the team", "Team" } };
    made.desks.late = { { "busy", { { en, "Many people came." } } }, { "ill", { { en, "We are few." } } } };
    made.desks.breaks = { { "tea", "Tea", Minutes { 15 } }, { "lunch", "Lunch", Minutes { 45 } } };
    made.office.needs = { { .code = NeedCode("seat"), .name = { { en, "A seat" } } } };
    return made;
}

struct Hall : Story {
    Hall()
        : Story(Language("en"), 1920, 1080, strict())
    {
    }
    void keys(std::initializer_list<KeyCode> codes)
    {
        for (const KeyCode code : codes)
            key(kDesk, code);
    }
    std::vector<ResultRecord> results(const Visit& visit)
    {
        std::vector<ResultRecord> all;
        reception.store->read([&](Records& records) { all = records.results_of(visit.id); });
        return all;
    }
    bool says(const std::string& words) { return at(kDesk).says(words); }
};

} // namespace

TEST_CASE("Finish records the outcome in two keys: resolved or why not, then avoidable or not")
{
    Hall hall;
    const Visit visit = hall.reception.take("A");
    hall.keys({ KeyCode::F2, KeyCode::F4, KeyCode::F5 });
    CHECK(hall.state(visit) == VisitState::Serving);
    hall.type(kDesk, "2");
    CHECK(hall.state(visit) == VisitState::Serving);
    hall.type(kDesk, "p");
    CHECK(hall.state(visit) == VisitState::Served);
    REQUIRE(hall.results(visit).size() == 1);
    const ContactResult result = hall.results(visit)[0].result;
    CHECK_FALSE(result.resolved);
    CHECK(result.reason == "evidence");
    CHECK(result.avoidable == AvoidableContact::Chasing);
    CHECK(hall.says("Your desk is free"));
}

TEST_CASE("Finish cannot be skipped where the outcome is required, and can where it is optional")
{
    Hall hall;
    const Visit visit = hall.reception.take("A");
    hall.keys({ KeyCode::F2, KeyCode::F4, KeyCode::F5, KeyCode::Enter });
    CHECK(hall.state(visit) == VisitState::Serving);
    CHECK(hall.says("Say first whether it is resolved."));
    hall.type(kDesk, "n"); // not avoidable: but resolved or not was not said
    CHECK(hall.state(visit) == VisitState::Serving);
    hall.type(kDesk, "1");
    hall.keys({ KeyCode::Enter });
    CHECK(hall.state(visit) == VisitState::Served);
    CHECK(hall.results(visit)[0].result == ContactResult {});

    Configuration lax = strict();
    lax.desks.result = ResultRule::Optional;
    Story story(Language("en"), 1920, 1080, lax);
    const Visit other = story.reception.take("A");
    for (const KeyCode code : { KeyCode::F2, KeyCode::F4, KeyCode::F5, KeyCode::F5 })
        story.key(kDesk, code);
    CHECK(story.state(other) == VisitState::Served);
}

TEST_CASE("Finish and call next is one key more than the outcome")
{
    Hall hall;
    const Visit first = hall.reception.take("A");
    const Visit second = hall.reception.take("A");
    hall.keys({ KeyCode::F2, KeyCode::F4, KeyCode::F11 });
    hall.type(kDesk, "1");
    hall.type(kDesk, "n");
    CHECK(hall.state(first) == VisitState::Served);
    CHECK(hall.state(second) == VisitState::Called);
    CHECK(hall.says("Called A002. Ctrl+Z takes it back for 30 seconds."));
}

TEST_CASE("Past the limit the console says so before the visitor is called, and asks why when they sit down")
{
    Hall hall;
    const Visit visit = hall.reception.take("A");
    hall.pass(12min);
    CHECK(hall.says("A001 waited 12 min, past the 10-minute standard: be ready to say sorry and why"));
    hall.keys({ KeyCode::F2 });
    CHECK(hall.says("Waited 12 min, past the 10-minute standard: apologise and explain"));
    hall.keys({ KeyCode::F4 });
    CHECK(hall.says("Why did A001 wait so long?"));
    hall.type(kDesk, "2"); // the one key
    const ResultReport report = result_report(*hall.reception.store, hall.reception.configuration, {});
    CHECK(report.total.apologies.share() == 1.0);
    CHECK_FALSE(hall.says("Waited 12 min, past the 10-minute standard: apologise and explain"));
    CHECK(hall.says("1 of 1"));
    hall.keys({ KeyCode::F5 });
    CHECK(hall.says("What came of A001?")); // the panel never stood in the way
    hall.keys({ KeyCode::Escape });
    CHECK(hall.state(visit) == VisitState::Serving);
}

TEST_CASE("One key puts the notice of delay up, another takes it down")
{
    Hall hall;
    hall.at(kDesk);
    hall.type(kDesk, "d");
    REQUIRE(hall.picture()->notices.size() == 1);
    CHECK(hall.picture()->notices[0].reason == "busy");
    CHECK(hall.picture()->notices[0].services.empty());
    // Made more exact in the panel that is open: another reason, for one service.
    hall.type(kDesk, "2");
    hall.type(kDesk, "b");
    hall.keys({ KeyCode::Enter });
    REQUIRE(hall.picture()->notices.size() == 1);
    CHECK(hall.picture()->notices[0].reason == "ill");
    CHECK(hall.picture()->notices[0].about(ServiceCode("B")));
    CHECK_FALSE(hall.picture()->notices[0].about(ServiceCode("A")));
    hall.keys({ KeyCode::Escape });
    hall.type(kDesk, "d");
    CHECK(hall.picture()->notices.size() == 1);
    hall.type(kDesk, "0");
    CHECK(hall.picture()->notices.empty());
}

TEST_CASE("A ticket for a family at the desk goes into the queue as one, or is served at once")
{
    Hall hall;
    hall.at(kDesk);
    hall.type(kDesk, "t");
    hall.type(kDesk, "b");
    hall.tap(kDesk, "party.4");
    hall.tap(kDesk, "need.seat");
    hall.keys({ KeyCode::Enter });
    REQUIRE(hall.picture()->waiting.size() == 1);
    CHECK(hall.picture()->waiting[0].visit.party == 4);
    CHECK(hall.picture()->waiting[0].visit.needs == std::vector { NeedCode("seat") });
    CHECK(hall.says("B001 is in the queue."));

    hall.type(kDesk, "t");
    hall.type(kDesk, "a");
    hall.keys({ KeyCode::F4 });
    CHECK(hall.says("A001 is with you."));
    CHECK(hall.picture()->desk(DeskCode(kDesk))->current->visit.state == VisitState::Serving);
}

TEST_CASE("Service, needs and company of somebody in the list are changed; the place stays")
{
    Hall hall;
    const Visit visit = hall.reception.take("A");
    hall.at(kDesk);
    hall.tap(kDesk, "row.A001");
    hall.type(kDesk, "n");
    hall.type(kDesk, "b");
    hall.tap(kDesk, "need.seat");
    hall.keys({ KeyCode::Enter });
    const Visit changed = hall.reception.now(visit);
    CHECK(changed.service == ServiceCode("B"));
    CHECK(changed.needs == std::vector { NeedCode("seat") });
    CHECK(changed.queue_from == visit.queue_from);
}

TEST_CASE("Why this one next is a sentence")
{
    Hall hall;
    hall.reception.take("A");
    hall.pass(2min);
    hall.reception.take("A", "P");
    hall.look();
    hall.type(kDesk, "w");
    CHECK(hall.says("A002: has a head start by the rules. A001 came before."));
}

TEST_CASE("Back in line keeps the place, whatever was begun")
{
    Hall hall;
    const Visit visit = hall.reception.take("A");
    hall.pass(1min);
    hall.reception.take("A");
    hall.keys({ KeyCode::F2, KeyCode::F4, KeyCode::F12 });
    CHECK(hall.state(visit) == VisitState::Waiting);
    CHECK(hall.picture()->desk(DeskCode(kDesk))->next == visit.id);
}

TEST_CASE("A break has its reason with one key more, and the other desks see until when")
{
    Hall hall;
    hall.at(kDesk);
    hall.at("Desk 2");
    hall.keys({ KeyCode::F9 });
    hall.type(kDesk, "2");
    CHECK(hall.picture()->desk(DeskCode(kDesk))->reason == "lunch");
    CHECK(hall.at("Desk 2").says("Lunch until 10:45"));
    hall.keys({ KeyCode::F9 });
    CHECK(hall.picture()->desk(DeskCode(kDesk))->state == DeskState::Open);
}

TEST_CASE("A call for help is seen at every desk; who answers is seen too, and it ends")
{
    Hall hall;
    hall.at("Desk 2");
    hall.at(kDesk);
    hall.type(kDesk, "h");
    CHECK(hall.at("Desk 2").says("Desk 1 asks for help. Press H to say you are coming."));
    hall.type("Desk 2", "h");
    CHECK(hall.picture()->desk(DeskCode(kDesk))->helper == "desk:Desk 2");
    CHECK_FALSE(hall.at("Desk 2").says("Desk 1 asks for help. Press H to say you are coming."));
    hall.type(kDesk, "h");
    CHECK_FALSE(hall.picture()->desk(DeskCode(kDesk))->help_since);
}

TEST_CASE("A visitor is sent to one desk, and is nobody else's next")
{
    Hall hall;
    const Visit visit = hall.reception.take("A");
    hall.keys({ KeyCode::F2, KeyCode::F4, KeyCode::F6 });
    hall.type(kDesk, "1"); // Desk 2, the only other one that is open
    hall.tap(kDesk, "form.words");
    hall.at(kDesk).type("Knows the matter");
    hall.keys({ KeyCode::Enter });
    CHECK(hall.reception.now(visit).for_desk == DeskCode("Desk 2"));
    CHECK_FALSE(hall.picture()->desk(DeskCode(kDesk))->next);
    CHECK(hall.picture()->desk(DeskCode("Desk 2"))->next == visit.id);
}

TEST_CASE("An appointment is booked, moved with an apology, and cancelled with one")
{
    Hall hall;
    hall.at(kDesk);
    hall.type(kDesk, "p");
    hall.type(kDesk, "b");
    hall.tap(kDesk, "service.A");
    hall.tap(kDesk, "form.words");
    hall.at(kDesk).type("11:30 rent");
    hall.keys({ KeyCode::Enter });
    REQUIRE(hall.picture()->appointments.size() == 1);
    CHECK(hall.picture()->appointments[0].note == "rent");

    hall.type(kDesk, "p");
    hall.type(kDesk, "1");
    hall.type(kDesk, "m");
    hall.tap(kDesk, "form.words");
    hall.at(kDesk).type("12:00");
    hall.keys({ KeyCode::Enter });
    CHECK(hall.says("Write what the visitor is told: an apology and the reason."));
    hall.at(kDesk).type(" We are sorry, the lift is broken");
    hall.keys({ KeyCode::Enter });
    CHECK(hall.picture()->appointments[0].apology == "We are sorry, the lift is broken");
    CHECK(hall.picture()->appointments[0].at == hall.reception.clock.now() + 2h);
    CHECK(hall.says("Tell the visitor: We are sorry, the lift is broken")); // no printer here
}

namespace {

struct PaperTray : printing::Printing {
    printing::SlipId print(printing::Paper paper) override
    {
        slips.push_back(std::move(paper));
        return printing::SlipId(static_cast<std::int64_t>(slips.size()));
    }
    void print_again(printing::SlipId) override { }
    void forget(printing::SlipId) override { }
    const printing::Now& now() override { return state; }

    std::string text() const
    {
        std::string said;
        for (const printing::Part& part : slips.back().parts) {
            if (const auto* line = std::get_if<printing::Line>(&part))
                said += line->text + "\n";
            if (const auto* number = std::get_if<printing::Number>(&part))
                said += number->text + "\n";
        }
        return said;
    }
    std::vector<printing::Paper> slips;
    printing::Now state;
};

} // namespace

TEST_CASE("What is typed ahead while a panel closes or opens is not lost")
{
    Hall hall;
    hall.reception.take("A");
    hall.keys({ KeyCode::F2, KeyCode::F4 });
    hall.type(kDesk, "t");
    UiDriver& ui = hall.at(kDesk);
    const auto press = [&](KeyCode key) {
        ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = key });
        ui.frame();
    };
    press(KeyCode::Escape);
    press(KeyCode::F5); // before the closed panel was painted
    ui.settle();
    CHECK(hall.says("What came of"));
}

TEST_CASE("A desk with a printer prints the ticket it gives, and the slip of an appointment that was changed")
{
    Hall hall;
    PaperTray tray;
    hall.printer = &tray;
    hall.type(kDesk, "t");
    hall.type(kDesk, "a");
    hall.keys({ KeyCode::Enter });
    REQUIRE(tray.slips.size() == 1);
    CHECK(tray.text().find("A001") != std::string::npos);

    hall.type(kDesk, "p");
    hall.type(kDesk, "b");
    hall.tap(kDesk, "service.A");
    hall.tap(kDesk, "form.words");
    hall.at(kDesk).type("11:30 rent");
    hall.keys({ KeyCode::Enter });
    CHECK(tray.slips.size() == 1);
    hall.type(kDesk, "p");
    hall.type(kDesk, "1");
    hall.type(kDesk, "x");
    hall.tap(kDesk, "form.words");
    hall.at(kDesk).type("We are sorry, the lift is broken");
    hall.keys({ KeyCode::Enter });
    REQUIRE(tray.slips.size() == 2);
    CHECK(tray.text().find("Your appointment is cancelled") != std::string::npos);
    CHECK(tray.text().find("We are sorry, the lift is broken") != std::string::npos);
    CHECK(hall.says("A slip with it is printing."));
}

TEST_CASE("A telephone call is logged in four keys, a letter is acknowledged and answered later")
{
    Hall hall;
    hall.at(kDesk);
    for (const char* letter : { "c", "1", "a", "8" })
        hall.type(kDesk, letter);
    hall.keys({ KeyCode::Enter });
    CHECK(hall.says("The contact is in the log."));
    CHECK(hall.picture()->contacts.empty());
    for (const char* letter : { "c", "3" })
        hall.type(kDesk, letter);
    hall.keys({ KeyCode::Enter });
    REQUIRE(hall.picture()->contacts.size() == 1);
    hall.type(kDesk, "c");
    hall.type(kDesk, "0"); // what is still to be answered
    for (int i = 0; i < 2; ++i) {
        hall.type(kDesk, "1");
        hall.keys({ KeyCode::Enter });
    }
    CHECK(hall.picture()->contacts.empty());
}

TEST_CASE("Keys are where kiosk.conf puts them, and the buttons say so")
{
    Configuration made = strict();
    made.desks.keys = { { "call_next", "K" }, { "ticket", "F2" } };
    Story story(Language("en"), 1920, 1080, made);
    const Visit visit = story.reception.take("A");
    story.at(kDesk);
    story.look();
    story.type(kDesk, "k");
    CHECK(story.state(visit) == VisitState::Called);
    story.key(kDesk, KeyCode::F2);
    CHECK(story.at(kDesk).says("A ticket for somebody at the desk"));
}

} // namespace nextplease::desk
