// What a phone shows of a ticket, in every state and language.
#include "kiosk/phone/ticket_page.h"

#include "core/reception/live_estimates.h"
#include "core/reception/notices.h"
#include "core/reception/ticket_code.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using namespace nextplease::phone;
using State = TicketPage::State;
using Action = TicketPage::Action;
using testing::ReceptionFixture;
using namespace std::chrono_literals;

namespace {

Configuration with_reasons()
{
    Configuration made = testing::small_configuration();
    made.desks.late = { { "busy", { { Language("en"), "Many people came." } } } };
    return made;
}

// Desk 1 serves, and so many wait for A.
struct Morning : ReceptionFixture {
    explicit Morning(int waiting)
        : ReceptionFixture("2026-10-13T10:00:00", with_reasons())
        , estimates(configuration)
    {
        reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "test");
        first = start(call("Desk 1", take("A")));
        for (int i = 0; i < waiting; ++i)
            tickets.push_back(take("A"));
    }

    Snapshot room()
    {
        estimates.catch_up(*store, clock.now());
        return read_snapshot(*store, configuration, estimates, clock.now());
    }
    TicketPage page(const Visit& ticket, const char* language = "en")
    {
        return ticket_page(ticket_code(ticket, configuration), reception.find(ticket.number.text()), room(),
            configuration, words(Language(language)));
    }
    static std::vector<Action> actions(const TicketPage& page)
    {
        std::vector<Action> all;
        for (const TicketPage::Button& button : page.buttons)
            all.push_back(button.action);
        return all;
    }

    LiveEstimates estimates;
    Visit first;
    std::vector<Visit> tickets;
};

// All that is read on it.
std::vector<std::string> said(const TicketPage& page)
{
    std::vector<std::string> all { page.heading, page.hint, page.people, page.time, page.time_hint, page.late,
        page.delay_title, page.delay, page.desk, page.held_until, page.checked };
    for (const TicketPage::Button& button : page.buttons)
        all.push_back(button.label);
    std::erase(all, "");
    return all;
}

} // namespace

TEST_CASE("Who waits sees who is ahead, the likely wait and its upper end, and when it was checked")
{
    Morning hall(4);
    const TicketPage page = hall.page(hall.tickets[3]);
    CHECK(page.state == State::Waiting);
    CHECK(page.council == "Northmoor");
    CHECK(page.number == "A005");
    CHECK(page.service == "Service A");
    CHECK(page.letter == "A");
    CHECK(page.people_ahead == 3);
    CHECK(page.people == "3 people are ahead of you.");
    CHECK(page.time.starts_with("about "));
    CHECK(page.time.find("<b>") == std::string::npos);
    CHECK(page.time_hint.starts_with("could be up to "));
    CHECK(page.checked == "Checked 10:00. Updates by itself.");
    CHECK(page.late.empty());
    CHECK(page.delay.empty());
    CHECK(Morning::actions(page) == std::vector { Action::Leave }); // nobody is behind
    CHECK(Morning::actions(hall.page(hall.tickets[1])) == std::vector { Action::MoreTime, Action::Leave });
}

TEST_CASE("Where a desk is free, its next visitor is told so and where to go")
{
    Morning hall(2);
    hall.reception.set_desk(DeskCode("Desk 3"), DeskState::Open, "test");
    const TicketPage page = hall.page(hall.tickets[0]);
    CHECK(page.state == State::Next);
    CHECK(page.time == "You are next");
    CHECK(page.time_hint == "Go to Desk 3 now");
    CHECK(page.people == "Nobody is ahead of you.");
    CHECK(hall.page(hall.tickets[1]).state == State::Waiting);
}

TEST_CASE("Without an open desk only the people ahead are told")
{
    Morning hall(2);
    hall.clock.set(*hall.configuration.zone.instant(*parse_iso_time("2026-10-13T16:50:00")));
    hall.finish(hall.first);
    hall.reception.set_desk(DeskCode("Desk 1"), DeskState::Closed, "test");
    const TicketPage page = hall.page(hall.tickets[1]);
    CHECK(page.time == "No desk is open yet");
    CHECK(page.time_hint.empty());
    CHECK(page.people == "1 person is ahead of you.");
}

TEST_CASE("A called ticket says to which desk to go and how long the place is held")
{
    Morning hall(1);
    hall.finish(hall.first);
    hall.clock.advance(5min);
    hall.call("Desk 1", hall.tickets[0]);
    TicketPage page = hall.page(hall.tickets[0]);
    CHECK(page.state == State::Called);
    CHECK(page.heading == "It is your turn");
    CHECK(page.desk == "Desk 1");
    CHECK(page.hint == "Go to Desk 1 now");
    CHECK(page.held_until == "We hold your place until 10:25.");
    CHECK(page.time.empty());
    CHECK(page.buttons.empty()); // who is called cannot leave: the desk expects them
    hall.start(hall.now(hall.tickets[0]));
    page = hall.page(hall.tickets[0]);
    CHECK(page.state == State::Serving);
    CHECK(page.desk == "Desk 1");
    CHECK(page.held_until.empty());
}

TEST_CASE("Whoever missed the call can queue again for as long as the place is held, and then it is over")
{
    Morning hall(1);
    hall.finish(hall.first);
    const Visit called = hall.call("Desk 1", hall.tickets[0]);
    hall.clock.advance(2min);
    Morning::done(hall.reception.no_show(called.id, {}, { "test" }));
    TicketPage page = hall.page(called);
    CHECK(page.state == State::Missed);
    CHECK(page.held_until == "We hold your place until 10:22.");
    CHECK(Morning::actions(page) == std::vector { Action::Rejoin, Action::Leave });
    hall.clock.advance(21min);
    CHECK(hall.page(called).state == State::Over);
}

TEST_CASE("Past the standard the phone says so, and that we are sorry; a notice of delay gives the reason")
{
    Morning hall(1);
    hall.clock.advance(11min);
    put_notice(hall.reception, { .services = { ServiceCode("A") }, .reason = "busy" }, { "test" });
    TicketPage page = hall.page(hall.tickets[0]);
    CHECK(page.late == "You have waited longer than 10 minutes. We are sorry.");
    CHECK(page.delay_title == "Longer waits: Service A");
    CHECK(page.delay.find("Many people came.") != std::string::npos);
    const Visit other = hall.take("B");
    page = hall.page(other);
    CHECK(page.late.empty());
    CHECK(page.delay.empty());
}

TEST_CASE("Held, served and left are told apart")
{
    Morning hall(3);
    Morning::done(hall.reception.hold(hall.tickets[0].id, "form", std::nullopt, {}, { "test" }));
    CHECK(hall.page(hall.tickets[0]).state == State::Held);
    Morning::done(hall.reception.leave(hall.tickets[1].id, {}, { "test" }));
    const TicketPage left = hall.page(hall.tickets[1]);
    CHECK(left.state == State::Left);
    CHECK(left.heading == "You are no longer in the queue");
    CHECK(left.buttons.empty());
    hall.finish(hall.first);
    CHECK(hall.page(hall.first).state == State::Over);
    CHECK(hall.page(hall.first).number == "A001");
}

TEST_CASE("A number that is not of today, or of nobody, shows nothing of anybody")
{
    Morning hall(1);
    const auto page = [&](const std::string& code, const std::optional<Visit>& found) {
        return ticket_page(code, found, hall.room(), hall.configuration, words(Language("en")));
    };
    CHECK(page("B099", std::nullopt).state == State::Unknown);
    CHECK(page("B099", std::nullopt).heading.starts_with("That number is not in today's queue."));
    const TicketPage old = page("NEXTPLEASE:2026-10-12:A001", hall.first);
    CHECK(old.state == State::Unknown);
    CHECK(old.heading.starts_with("That ticket is from another day."));
    CHECK(old.number.empty());
    CHECK(old.buttons.empty());
}

TEST_CASE("Where the store cannot be read, the place is kept and no time is said")
{
    Morning hall(2);
    Snapshot room = hall.room();
    room.cut_off = "no disk";
    const TicketPage page =
        ticket_page("A002", hall.tickets[0], room, hall.configuration, words(Language("en")));
    CHECK(page.state == State::CutOff);
    CHECK(page.number == "A002");
    CHECK(page.time.empty());
    CHECK(page.checked.empty());
}

TEST_CASE("A ticket that the room does not have any more is over, whatever was last read of it")
{
    Morning hall(1);
    const Snapshot before = hall.room();
    const Visit waiting = hall.now(hall.tickets[0]);
    hall.finish(hall.first);
    hall.finish(hall.start(hall.call("Desk 1", hall.tickets[0])));
    CHECK(ticket_page("A002", waiting, hall.room(), hall.configuration, words(Language("en"))).state
        == State::Over);
}

TEST_CASE("No text of any state is missing in any language")
{
    for (const Language& language : languages()) {
        CAPTURE(language.text());
        const char* code = language.text().c_str();
        Morning hall(4);
        std::vector<TicketPage> pages;
        hall.clock.advance(11min);
        put_notice(hall.reception, { .services = { ServiceCode("A") }, .reason = "busy" }, { "test" });
        pages.push_back(hall.page(hall.tickets[2], code));
        CHECK(said(pages.back()).size() >= 8);
        Morning::done(hall.reception.hold(hall.tickets[3].id, "form", std::nullopt, {}, { "test" }));
        pages.push_back(hall.page(hall.tickets[3], code));
        Morning::done(hall.reception.leave(hall.tickets[3].id, {}, { "test" }));
        pages.push_back(hall.page(hall.tickets[3], code));
        hall.reception.set_desk(DeskCode("Desk 3"), DeskState::Open, "test");
        pages.push_back(hall.page(hall.tickets[0], code));
        CHECK(pages.back().state == State::Next);
        const Visit called = hall.call("Desk 3", hall.tickets[0]);
        pages.push_back(hall.page(called, code));
        Morning::done(hall.reception.no_show(called.id, {}, { "test" }));
        pages.push_back(hall.page(called, code));
        pages.push_back(hall.page(hall.first, code));
        hall.finish(hall.first);
        pages.push_back(hall.page(hall.first, code));
        pages.push_back(ticket_page("Z001", {}, hall.room(), hall.configuration, words(language)));
        for (const TicketPage& page : pages) {
            CHECK_FALSE(page.heading.empty());
            for (const std::string& text : said(page)) {
                CAPTURE(text);
                CHECK(text.find('{') == std::string::npos); // every part is filled in
                CHECK(text.find('<') == std::string::npos); // no markup
            }
        }
        CHECK_FALSE(pages[0].late.empty());
        CHECK_FALSE(pages[0].delay.empty());
        CHECK_FALSE(pages[4].held_until.empty());
    }
}
