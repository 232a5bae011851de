// Checking in at the kiosk: in time, early, late, on the wrong day, unknown, twice, cancelled.
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
        open(&make_check_in);
    }
    void book(const std::string& local, const std::string& reference = "K7M-4PX")
    {
        Appointment wanted;
        wanted.reference = reference;
        wanted.service = ServiceCode("B");
        wanted.at = *configuration.zone.instant(*parse_iso_time(local));
        REQUIRE(std::holds_alternative<Appointment>(reception.add_appointment(wanted, "test")));
    }
    std::string heading() const { return as<SayingStep>().words.heading; }
};

} // namespace

TEST_CASE("In time: the reference, however typed, leads straight to the ticket")
{
    Run run;
    run.book("2026-10-13T10:20");
    CHECK(run.as<TypingStep>().keys == TypingStep::Keys::Code);
    run.type(U"k7m 4px");
    CHECK(run.journey->end() == End::Ticket);
    REQUIRE(run.journey->ticket());
    CHECK(run.journey->ticket()->number.text() == "B001");
    CHECK(run.journey->ticket()->language == Language("en"));
}

TEST_CASE("While the store is asked, the time-out does not, and a second Enter asks nothing more")
{
    Run run;
    run.book("2026-10-13T10:20");
    for (const char32_t c : std::u32string(U"K7M-4PX"))
        run.as<TypingStep>().draft->insert(c);
    run.journey->next();
    run.journey->next();
    CHECK(run.journey->waiting());
    CHECK(run.journey->name() == "check-in.looking");
    CHECK(run.journey->back()); // stays
    CHECK(run.journey->waiting());
    run.answer();
    CHECK_FALSE(run.journey->waiting());
    CHECK(run.room()->waiting.size() == 1);
}

TEST_CASE("Early: it is said with the time and that one may wait; then the ticket")
{
    Run run;
    run.book("2026-10-13T10:40");
    run.type(U"K7M-4PX");
    CHECK(run.heading() == "You are early");
    CHECK(run.line() == "Your appointment is at 10:40");
    CHECK(run.text().starts_with("We have told the desk that you are here."));
    CHECK(run.as<SayingStep>().large == "B001");
    CHECK(run.journey->end() == End::No);
    run.journey->next();
    CHECK(run.journey->end() == End::Ticket);
}

TEST_CASE("Late keeps the place, too late queues from now, and both are said")
{
    Run run;
    run.book("2026-10-13T09:50", "L1");
    run.book("2026-10-13T09:00", "L2");
    run.type(U"L1");
    CHECK(run.heading() == "You are a little late");
    CHECK(run.text() == "It still counts. You keep your place.");
    run.journey->next();
    CHECK(run.journey->end() == End::Ticket);
    run.open(&make_check_in);
    run.type(U"L2");
    CHECK(run.heading() == "Your time has passed");
    CHECK(run.line() == "Your appointment was at 09:00");
    CHECK(run.journey->back()); // the ticket is theirs: it is shown all the same
    CHECK(run.journey->end() == End::Ticket);
}

TEST_CASE("The wrong day is said with the date, and what to do today")
{
    Run run;
    run.book("2026-10-15T10:40");
    run.type(U"K7M-4PX");
    CHECK(run.heading() == "Your appointment is on another day");
    CHECK(run.line() == "It is on Thursday 15 October at 10:40");
    CHECK(run.text() == "Come back then. If you need us today, take a ticket.");
    run.journey->next();
    CHECK(run.journey->end() == End::Home);
    CHECK(run.room()->waiting.empty());
}

TEST_CASE("An appointment of yesterday, and one that was cancelled, are said with an apology or a way on")
{
    Run run;
    run.book("2026-10-13T10:40", "1");
    run.book("2026-10-14T10:40", "2");
    run.reception.cancel_appointment("2", "Sorry, the lift is broken.", "test");
    run.clock.advance(24h);
    run.open(&make_check_in);
    run.type(U"1");
    CHECK(run.heading() == "Your appointment is over");
    CHECK(run.line() == "It was on Tuesday 13 October at 10:40");
    CHECK(run.journey->back());
    run.type(U"2");
    CHECK(run.heading() == "Your appointment was cancelled");
    CHECK(run.text() == "Sorry, the lift is broken."); // what the desk wrote
}

TEST_CASE("P-appointment: whoever comes at the old time of one that was moved is told why, and when it is")
{
    Run run;
    run.book("2026-10-13T10:40");
    run.reception.move_appointment("K7M-4PX",
        *run.configuration.zone.instant(*parse_iso_time("2026-10-15T10:40")),
        "We are sorry. The officer is ill.", "test");
    run.type(U"K7M-4PX");
    CHECK(run.heading() == "Your appointment is on another day");
    CHECK(run.line() == "It is on Thursday 15 October at 10:40");
    CHECK(run.text()
        == "We are sorry. The officer is ill. Come back then. If you need us today, take a ticket.");
}

TEST_CASE("Whoever checks in twice sees the same number")
{
    Run run;
    run.book("2026-10-13T10:20");
    run.type(U"K7M-4PX");
    run.open(&make_check_in);
    run.type(U"K7M-4PX");
    CHECK(run.heading() == "You are checked in already");
    CHECK(run.as<SayingStep>().large == "B001");
    run.journey->next();
    CHECK(run.journey->end() == End::Ticket);
    CHECK(run.room()->waiting.size() == 1);
}

TEST_CASE("K4: a reference that is unknown or empty is said, with how to mend it, and stays to be mended")
{
    Run run;
    run.type(U" - ");
    CHECK(run.as<TypingStep>().problem == "Type the number first.");
    run.type(U"X9");
    CHECK(run.journey->name() == "check-in.reference");
    CHECK(run.as<TypingStep>().problem == "We do not know that number. Check it and try again.");
    CHECK(run.as<TypingStep>().draft->utf8() == "X9");
    run.journey->typed();
    CHECK(run.as<TypingStep>().problem.empty());
    CHECK_FALSE(run.journey->back());
}

TEST_CASE("Where the store fails, it is said, and trying again does not check in twice")
{
    Run run;
    run.book("2026-10-13T10:20");
    for (const char32_t c : std::u32string(U"K7M-4PX"))
        run.as<TypingStep>().draft->insert(c);
    run.journey->next();
    // It was done, and the answer was lost.
    auto errands = run.journey->errands();
    REQUIRE(errands.size() == 1);
    errands[0].job(run.reception);
    errands[0].failed();
    CHECK(run.journey->name() == "check-in.failed");
    run.journey->next();
    run.answer();
    CHECK(run.journey->end() == End::Ticket);
    CHECK(run.journey->ticket()->number.text() == "B001");
    CHECK(run.room()->waiting.size() == 1);
}
