// A ticket looked up by number or by its code: how it stands, and what its holder can do.
#include "tests/visitor/journey_run.h"

using namespace nextplease;
using namespace nextplease::visitor;
using End = Journey::End;
using namespace std::chrono_literals;

namespace {

struct Run : JourneyRun {
    Run()
        : JourneyRun("2026-10-13T10:00:00")
    {
        configuration.public_url = "https://queue.example.org";
        for (int i = 0; i < 5; ++i) {
            tickets.push_back(take("A"));
            clock.advance(1min);
        }
        reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "test");
        open(&make_my_ticket);
    }
    std::string heading() const { return as<SayingStep>().words.heading; }
    std::vector<Visit> tickets;
};

} // namespace

TEST_CASE("A number, however typed, shows who is ahead, the estimate and what can be done")
{
    for (const auto& typed : { U"A003", U"a 3", U"a-003", U"NEXTPLEASE:2026-10-13:A003",
             U"nextplease;2026-10-13;a003", U"https://queue.example.org/t/A003" }) {
        Run run;
        run.type(typed);
        CHECK(run.journey->name() == "my-ticket.waiting");
        CHECK(run.as<ChoiceStep>().question == "A003, Service A");
        CHECK(run.as<ChoiceStep>().hint.starts_with("2 people are ahead of you. We call you in about "));
        CHECK(run.as<ChoiceStep>().choices.size() == 3);
    }
}

TEST_CASE("Who is next is told where to go, or that the call comes soon")
{
    Run run;
    auto room = std::make_shared<Snapshot>(*run.room());
    room->waiting.front().estimate = { .people_ahead = 0, .about = Minutes { 0 }, .up_to = {} };
    run.type(U"A001");
    run.journey->show(room);
    CHECK(run.as<ChoiceStep>().hint == "Nobody is ahead of you. We call you very soon.");
    room = std::make_shared<Snapshot>(*room);
    room->waiting.front().estimate.go_to = DeskCode("Desk 1");
    run.journey->show(room);
    CHECK(run.as<ChoiceStep>().hint == "Nobody is ahead of you. Go to Desk 1 now");
}

TEST_CASE("While a notice of delay stands, whoever still waits is told why, and whoever is next is not")
{
    Run run;
    auto room = std::make_shared<Snapshot>(*run.room());
    DelayNotice notice;
    notice.services = { ServiceCode("A") };
    notice.words = "The lift is broken.";
    room->notices = { notice };
    run.type(U"A003");
    run.journey->show(room);
    CHECK(run.as<ChoiceStep>().hint.ends_with(" The lift is broken. We are sorry."));
    room = std::make_shared<Snapshot>(*room);
    room->notices.front().services = { ServiceCode("B") };
    run.journey->show(room);
    CHECK(run.as<ChoiceStep>().hint.find("lift") == std::string::npos);
    run.open(&make_my_ticket);
    room = std::make_shared<Snapshot>(*room);
    room->notices.front().services.clear();
    run.type(U"A001");
    run.journey->show(room);
    CHECK(run.as<ChoiceStep>().hint.find("lift") == std::string::npos);
}

TEST_CASE("A number alone tells nothing about a person")
{
    Run run;
    TicketWish wish {
        .service = ServiceCode("A"), .priority = PriorityCode("P"), .language = Language("ur")
    };
    wish.party = 4;
    run.done(run.reception.take(wish, {}, "test"));
    run.type(U"A006");
    const ChoiceStep step = run.as<ChoiceStep>();
    std::string all = step.question + step.hint;
    for (const Choice& choice : step.choices)
        all += choice.title + choice.hint;
    for (const char* said : { "Priority", "Urdu", "ur,", "4 people" })
        CHECK(all.find(said) == std::string::npos);
}

TEST_CASE("An unknown number, and a ticket of another day, are said with what to do")
{
    Run run;
    run.type(U"A942");
    CHECK(run.as<TypingStep>().problem
        == "That number is not in today's queue. Check the letter and try again.");
    run.type(U"NEXTPLEASE:2026-10-12:A003");
    CHECK(run.as<TypingStep>().problem == "That ticket is from another day. Take a new one if you need us.");
    run.type(U"  ");
    CHECK(run.as<TypingStep>().problem == "Type the number first.");
    CHECK_FALSE(run.journey->back());
}

TEST_CASE("More time: asked first, says how many go first, is had once, and shows the new place")
{
    Run run;
    run.type(U"A001");
    CHECK(run.choice("my-ticket.more-time").hint == "The next 3 people go first");
    run.choose("my-ticket.more-time");
    CHECK(run.journey->name() == "my-ticket.ask-more-time");
    CHECK(run.line() == "The next 3 people go first");
    CHECK(run.text() == "Then it is your turn. You can do this once.");
    CHECK(run.journey->back());
    CHECK(run.journey->name() == "my-ticket.waiting");
    run.choose("my-ticket.more-time");
    run.journey->next();
    CHECK(run.journey->waiting());
    run.answer();
    CHECK(run.journey->name() == "my-ticket.waiting");
    CHECK(run.as<ChoiceStep>().hint.starts_with("3 people are ahead of you."));
    CHECK(run.choice("my-ticket.more-time").off == "You have had more time already");
    run.journey->choose(1);
    CHECK(run.journey->name() == "my-ticket.waiting");
}

TEST_CASE("More time with nobody behind is off, with the reason")
{
    Run run;
    run.type(U"A005");
    CHECK(run.choice("my-ticket.more-time").off == "Nobody is behind you yet");
    run.journey->choose(1);
    CHECK(run.journey->name() == "my-ticket.waiting");
}

TEST_CASE("Leaving the queue is asked first, and nothing is kept on the screen afterwards")
{
    Run run;
    run.type(U"A002");
    run.choose("my-ticket.leave");
    CHECK(run.heading() == "Cancel your ticket?");
    CHECK(run.journey->back());
    run.choose("my-ticket.leave");
    run.journey->next();
    run.answer();
    CHECK(run.journey->name() == "my-ticket.has-left");
    CHECK(run.now(run.tickets[1]).state == VisitState::Left);
    run.journey->next();
    CHECK(run.journey->end() == End::StartAgain);
}

TEST_CASE("Where it was called, the journey says where to go, also if that happens while it is looked at")
{
    Run run;
    run.type(U"A001");
    run.call_next("Desk 1");
    run.journey->show(run.room());
    CHECK(run.journey->name() == "my-ticket.called");
    CHECK(run.heading() == "It is your turn");
    CHECK(run.line() == "Go to Desk 1 now");
    CHECK(run.as<SayingStep>().large == "A001");
    run.journey->next();
    CHECK(run.journey->end() == End::Ticket);
}

TEST_CASE("Called while the question to leave is on the screen: it stays called and says so")
{
    Run run;
    run.type(U"A001");
    run.choose("my-ticket.leave");
    run.call_next("Desk 1");
    run.journey->next();
    run.answer();
    CHECK(run.heading() == "It is your turn");
    CHECK(run.now(run.tickets[0]).state == VisitState::Called);
}

TEST_CASE("After a missed call one queues again within the grace, at the old place")
{
    Run run;
    Visit visit = run.call_next("Desk 1");
    run.done(run.reception.no_show(visit.id, {}, { "test" }));
    run.type(U"A001");
    CHECK(run.heading() == "We called you");
    CHECK(run.text() == "You keep your old place.");
    run.journey->next();
    run.answer();
    CHECK(run.journey->name() == "my-ticket.waiting");
    CHECK(run.as<ChoiceStep>().hint.starts_with("Nobody is ahead of you."));
    CHECK(run.now(visit).state == VisitState::Waiting);

    visit = run.call_next("Desk 1");
    run.done(run.reception.no_show(visit.id, {}, { "test" }));
    run.clock.advance(21min);
    run.open(&make_my_ticket);
    run.type(U"A001");
    CHECK(run.heading() == "This ticket is finished");
    run.journey->next();
    CHECK(run.journey->end() == End::Home);
}

TEST_CASE("A ticket on hold and one that is over are said as they are")
{
    Run run;
    run.done(run.reception.hold(run.tickets[0].id, "letter", {}, {}, { "test" }));
    run.type(U"A001");
    CHECK(run.heading() == "Your ticket is on hold");
    run.done(run.reception.leave(run.tickets[1].id, {}, { "test" }));
    CHECK(run.journey->back());
    CHECK(run.as<TypingStep>().draft->utf8().empty());
    run.type(U"A002");
    CHECK(run.heading() == "This ticket is finished");
}

TEST_CASE("Where the store fails, trying again does what was asked, once")
{
    Run run;
    run.type(U"A001");
    run.choose("my-ticket.more-time");
    run.journey->next();
    auto errands = run.journey->errands();
    REQUIRE(errands.size() == 1);
    errands[0].job(run.reception); // done, and the answer was lost
    errands[0].failed();
    CHECK(run.journey->name() == "my-ticket.failed");
    run.journey->next();
    run.answer();
    CHECK(run.journey->name() == "my-ticket.waiting");
    CHECK(run.now(run.tickets[0]).more_time == 1);
}

TEST_CASE("The ticket itself can be seen")
{
    Run run;
    run.type(U"A004");
    run.choose("my-ticket.see");
    CHECK(run.journey->end() == End::Ticket);
    CHECK(run.journey->ticket()->number.text() == "A004");
}
