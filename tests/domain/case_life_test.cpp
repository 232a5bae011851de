// What may be done to a case, and by when: the rows C-complaint-*, C-escalated, M-complaint and the
// Ombudsman's code of ../shared/policies, with the vectors of the calendar.
#include "core/base/local_time.h"
#include "core/domain/case_life.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace nextplease;

namespace {

LocalDate day(const char* text)
{
    return *parse_iso_date(text);
}

Instant noon(const char* text)
{
    return std::chrono::sys_days { day(text) } + std::chrono::hours { 12 };
}

CaseRules chorley()
{
    CaseRules rules;
    rules.first = { 5, 10, {}, {} };
    rules.second = { 5, 10, {}, {} };
    return rules;
}

CaseRules ombudsman_code()
{
    CaseRules rules;
    rules.first = { 5, 10, 10, 1 };
    rules.second = { 5, 20, 20, 1 };
    rules.respond_from = CaseRules::RespondFrom::Acknowledgement;
    return rules;
}

CaseRules mid_devon()
{
    CaseRules rules;
    rules.longest_weeks = 12;
    return rules;
}

// A complaint that is played day by day.
struct Play {
    CaseRules rules;
    WorkingDays calendar {};
    Case record {};
    std::vector<CaseEvent> events {};
    std::string about {};

    Play(CaseRules with, const char* received)
        : rules(with)
    {
        record.id = CaseId(1);
        record.letter = "K";
        record.received = noon(received);
        record.reply = ReplyWish::Letter;
        record.first = stage_clocks(rules.first, rules, calendar, record.received, day(received));
        record.first.began = record.received;
    }

    CaseStepResult attempt(const char* on, const CaseStep& step)
    {
        const LocalDate began { std::chrono::floor<std::chrono::days>(clocks_of(record).began) };
        CaseMoment moment { noon(on), day(on), day(on), began, "test", about };
        if (const auto& acknowledged = clocks_of(record).acknowledged)
            moment.acknowledged = LocalDate { std::chrono::floor<std::chrono::days>(*acknowledged) };
        return take_step(record, step, rules, calendar, moment);
    }
    void take(const char* on, const CaseStep& step)
    {
        const CaseStepResult result = attempt(on, step);
        REQUIRE(std::holds_alternative<CaseChange>(result));
        record = std::get<CaseChange>(result).record;
        events.push_back(std::get<CaseChange>(result).event);
    }
    CaseObstacle refused(const char* on, const CaseStep& step)
    {
        const CaseStepResult result = attempt(on, step);
        REQUIRE(std::holds_alternative<CaseObstacle>(result));
        return std::get<CaseObstacle>(result);
    }
};

using Kind = CaseObstacle::Kind;
using namespace case_step;

std::string due(const Play& play)
{
    return next_due(play.record) ? to_iso(*next_due(play.record)) : "never";
}

} // namespace

TEST_CASE("C-complaint-ack, C-complaint-full: 5 and 10 working days from receipt, over bank holidays")
{
    const auto dates = [](const char* received) {
        const Play play(chorley(), received);
        return to_iso(*play.record.first.acknowledge_by) + " " + to_iso(*play.record.first.respond_by);
    };
    // The vectors of calendar-and-cases.md, section 2.
    CHECK(dates("2020-05-01").starts_with("2020-05-11"));
    CHECK(dates("2022-05-30").starts_with("2022-06-08"));
    CHECK(dates("2022-09-12") == "2022-09-20 2022-09-27");
    CHECK(dates("2023-04-28") == "2023-05-09 2023-05-16");
    CHECK(dates("2026-04-02").starts_with("2026-04-13"));
    CHECK(dates("2026-04-04").starts_with("2026-04-13"));
    CHECK(dates("2026-11-21") == "2026-11-27 2026-12-04");
    CHECK(dates("2027-12-20") == "2027-12-29 2028-01-06");
    CHECK(dates("2028-12-22").starts_with("2029-01-03"));
}

TEST_CASE("C-complaint-ack: acknowledged with the name of whoever deals with it, and never without")
{
    Play play(chorley(), "2026-11-21");
    CHECK(due(play) == "2026-11-27");
    CHECK(play.refused("2026-11-23", Acknowledge { "" }).kind == Kind::HandlerMissing);
    play.take("2026-11-27", Acknowledge { "Head of Housing" });
    CHECK(play.record.state == CaseState::Acknowledged);
    CHECK(play.record.handler == "Head of Housing");
    CHECK(due(play) == "2026-12-04");
    CHECK(play.refused("2026-11-27", Acknowledge { "Somebody else" }).kind == Kind::DoneAlready);
    CHECK(play.events[0].before.find("state=logged\n") != std::string::npos);
    CHECK(play.events[0].after.find("handler=Head of Housing\n") != std::string::npos);
    CHECK(play.events[0].actor == "test");
}

TEST_CASE("C-complaint-full: answered, or put off with a reason and a date that the person is told")
{
    Play play(chorley(), "2026-11-21");
    CHECK(play.refused("2026-11-24", Extend { "Waiting", day("2026-12-18") }).kind == Kind::AcknowledgeFirst);
    play.take("2026-11-24", Acknowledge { "Head of Housing" });
    CHECK(play.refused("2026-12-03", Extend { " ", day("2026-12-18") }).kind == Kind::ReasonMissing);
    const CaseObstacle early = play.refused("2026-12-03", Extend { "Waiting", day("2026-12-04") });
    CHECK(early.kind == Kind::DateNotLater);
    CHECK(early.date == day("2026-12-04"));
    play.take("2026-12-03", Extend { "The surveyor comes on Monday", day("2026-12-18") });
    CHECK(due(play) == "2026-12-18");
    CHECK(play.record.first.first_respond_by == day("2026-12-04"));
    CHECK(play.events.back().reason == "The surveyor comes on Monday");
    CHECK(play.events.back().before.find("respond_by=2026-12-04\n") != std::string::npos);
    CHECK(play.events.back().after.find("respond_by=2026-12-18\n") != std::string::npos);
    CHECK(play.refused("2026-12-17", Respond {}).kind == Kind::OutcomeMissing);
    play.take("2026-12-17", Respond { CaseOutcome::PartlyUpheld });
    CHECK(play.record.state == CaseState::Responded);
    CHECK(due(play) == "never");
    CHECK(play.refused("2026-12-17", Respond { CaseOutcome::Upheld }).kind == Kind::DoneAlready);
    play.take("2026-12-20", Close {});
    CHECK(play.record.outcome == CaseOutcome::PartlyUpheld);
    CHECK_FALSE(is_open(play.record));
    CHECK(play.refused("2026-12-20", Close {}).kind == Kind::ClosedAlready);
}

TEST_CASE("C: wherever possible put right at once, which stops both clocks")
{
    Play play(chorley(), "2026-11-23");
    CHECK(play.refused("2026-11-23", PutRight { "" }).kind == Kind::ReasonMissing);
    play.take("2026-11-23", PutRight { "The bin was emptied" });
    CHECK(play.record.outcome == CaseOutcome::PutRight);
    CHECK(play.record.first.acknowledged == noon("2026-11-23"));
    CHECK(play.record.first.responded == noon("2026-11-23"));
    CHECK_FALSE(is_open(play.record));
}

TEST_CASE("C-escalated: the Chief Executive has clocks of 5 and 10 working days from the escalation")
{
    Play play(chorley(), "2026-11-02");
    play.take("2026-11-03", Acknowledge { "Head of Housing" });
    play.take("2026-11-10", Respond { CaseOutcome::NotUpheld });
    play.take("2026-11-12", Close {});
    CHECK(play.refused("2026-11-20", Escalate { "", "Chief Executive" }).kind == Kind::ReasonMissing);
    CHECK(play.refused("2026-11-20", Escalate { "Not happy", "" }).kind == Kind::NobodyAbove);
    // "Someone other than the stage 1 handler."
    CHECK(play.refused("2026-11-20", Escalate { "Not happy", "Head of Housing" }).kind == Kind::SameHandler);
    play.take("2026-11-21", Escalate { "Not happy", "Chief Executive" });
    CHECK(play.record.state == CaseState::Logged);
    CHECK(stage_of(play.record) == 2);
    CHECK(due(play) == "2026-11-27");
    CHECK(play.refused("2026-11-23", Acknowledge { "Head of Housing" }).kind == Kind::SameHandler);
    play.take("2026-11-27", Acknowledge { "" });
    CHECK(play.record.second->acknowledged == noon("2026-11-27"));
    CHECK(due(play) == "2026-12-04");
    // The first stage's times stay.
    CHECK(play.record.first.responded == noon("2026-11-10"));
    play.take("2026-12-04", Respond { CaseOutcome::Upheld });
    CHECK(play.refused("2026-12-04", Escalate { "Again", "Leader" }).kind == Kind::DoneAlready);
}

TEST_CASE("C-escalated: a serious one goes there directly, before the first stage answered")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Escalate { "A crime", "Chief Executive" });
    CHECK(stage_of(play.record) == 2);
    CHECK_FALSE(play.record.first.responded);
    CHECK(due(play) == "2026-11-30");
}

TEST_CASE("LGO stage 2: whoever had the first stage never has the second, answered or not")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Pass { "The Head of Housing" });
    CHECK(play.refused("2026-11-23", Escalate { "Urgent", "head of housing" }).kind == Kind::SameHandler);
    play.take("2026-11-23", Escalate { "Urgent", "Chief Executive" });
    CHECK_FALSE(play.record.first.responded);
    CHECK(play.refused("2026-11-24", Pass { "Head of Housing" }).handler == "Head of Housing");
    CHECK(play.refused("2026-11-24", Acknowledge { "Head of Housing" }).kind == Kind::SameHandler);
    play.take("2026-11-24", Pass { "The Leader" });
    CHECK(play.record.handler == "The Leader");
}

TEST_CASE("A case is never given to the officer whom it is about")
{
    Play play(chorley(), "2026-11-23");
    play.about = "The Chief Executive";
    for (const CaseStep& step :
        { CaseStep { Acknowledge { "Chief Executive" } }, CaseStep { Pass { "the chief executive" } },
            CaseStep { Escalate { "x", "The Chief Executive" } } })
        CHECK(play.refused("2026-11-23", step).kind == Kind::AboutHandler);
    play.take("2026-11-23", Acknowledge { "The Executive Leader" });
    CHECK(play.record.handler == "The Executive Leader");
}

TEST_CASE("Two names of officers are one whatever their letters and whether there is a \"the\"")
{
    CHECK(same_officer("The Chief Executive", " chief executive"));
    CHECK_FALSE(same_officer("Chief Executive", "Assistant Chief Executive"));
    CHECK_FALSE(same_officer("", ""));
    CHECK_FALSE(same_officer("Theo", "o"));
}

TEST_CASE("An answer is put off by a year at most, unless the policy has a limit of its own")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Acknowledge { "Head" });
    const CaseObstacle late = play.refused("2026-12-01", Extend { "x", day("9999-12-31") });
    CHECK(late.kind == Kind::DateTooLate);
    CHECK(late.date == day("2027-11-22"));
    play.take("2026-12-01", Extend { "x", day("2027-11-22") });
    play.take("2027-11-22", Escalate { "Too slow", "Chief Executive" });
    play.take("2027-11-22", Acknowledge { "" });
    play.take("2027-11-30", Extend { "x", day("2028-11-20") }); // a year of its own
    CHECK(play.refused("2027-11-30", Extend { "x", day("2028-11-21") }).date == day("2028-11-20"));
}

TEST_CASE("LGO 6.6: the answer does not wait for what is still to be done, which is tracked to its end")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Acknowledge { "Head" });
    CHECK(play.refused("2026-11-24", AddAction { " ", day("2026-12-18") }).kind == Kind::ActionMissing);
    CHECK(play.refused("2026-11-24", AddAction { "x", day("2026-11-23") }).kind == Kind::DateNotLater);
    CHECK(play.refused("2026-11-24", AddAction { "x", day("9999-12-31") }).kind == Kind::DateTooLate);
    play.take("2026-11-24",
        Respond { CaseOutcome::Upheld, "", {},
            { { "Mend the\nroof", day("2026-12-18") }, { "Write again", day("2026-12-04") } } });
    CHECK(play.record.actions[0].what == "Mend the roof");
    CHECK(due(play) == "2026-12-04");
    CHECK(play.events.back().after.find("action_2=2026-12-04 - Write again\n") != std::string::npos);
    CHECK(play.refused("2026-12-04", Close {}).kind == Kind::ActionsLeft);
    CHECK(play.refused("2026-12-04", FinishAction { 3 }).kind == Kind::UnknownAction);
    CHECK(play.refused("2026-12-04", FinishAction { 0 }).kind == Kind::UnknownAction);
    play.take("2026-12-04", FinishAction { 2 });
    CHECK(play.refused("2026-12-04", FinishAction { 2 }).kind == Kind::DoneAlready);
    CHECK(due(play) == "2026-12-18");
    play.take("2026-12-21", FinishAction { 1 });
    play.take("2026-12-21", Close {});
    CHECK_FALSE(is_open(play.record));
    // What the Ombudsman asks for later opens it again, until it is done.
    play.take("2027-01-04", AddAction { "Pay what was decided", day("2027-02-01") });
    CHECK(is_open(play.record));
    CHECK(due(play) == "2027-02-01");
    play.take("2027-01-29", FinishAction { 3 });
    CHECK_FALSE(is_open(play.record));
}

TEST_CASE("Remedies are kept once each, in the order in which they are considered")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Acknowledge { "Head" });
    play.take("2026-11-24",
        Respond { CaseOutcome::Upheld, "", { Remedy::Money, Remedy::Apology, Remedy::Apology } });
    CHECK(play.record.remedies == std::vector { Remedy::Apology, Remedy::Money });
    CHECK(play.events.back().after.find("remedies=apology money\n") != std::string::npos);
    play.take("2026-11-25", Change { .remedies = std::vector { Remedy::ChangePolicy } });
    CHECK(play.record.remedies == std::vector { Remedy::ChangePolicy });
    CHECK(remedies_in("apology money") == std::vector { Remedy::Apology, Remedy::Money });
}

TEST_CASE("What the council understands is said with the acknowledgement, and what is not said stays")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Change { .wanted = "A new bin", .adjustments = "Large print" });
    play.take(
        "2026-11-24", Acknowledge { "Head", { .summary = "No bin\nfor weeks", .not_ours = "The road" } });
    CHECK(play.record.understood
        == CaseUnderstanding { "No bin for weeks", "A new bin", "The road", "Large print" });
    CHECK(play.events.back().after.find("summary=No bin for weeks\n") != std::string::npos);
}

TEST_CASE("What the first stage found is kept when the second begins")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-23", Refuse { "Too long ago", RefusalGround::TooOld });
    CHECK(play.record.ground == RefusalGround::TooOld);
    play.take("2026-11-24", Escalate { "It is not", "Chief Executive" });
    CHECK(play.record.first_outcome == CaseOutcome::Refused);
    CHECK(play.record.outcome == CaseOutcome::None);
    CHECK(play.record.ground == RefusalGround::TooOld);
    CHECK(play.record.first.ended == noon("2026-11-23"));
    CHECK_FALSE(play.record.closed);
}

TEST_CASE("Actions are read back as they were written, and what is none is left out")
{
    const std::vector<CaseAction> actions { { "Mend the roof", day("2026-12-18"), {} },
        { "Write", day("2026-12-04"), day("2026-12-05") } };
    CHECK(actions_in(lines_of(actions)) == actions);
    CHECK(actions_in("nonsense\n2026-12-18\n\n").empty());
    CHECK(one_line(" a\x1b[2J\nb\x7f ") == "a [2J b");
}

TEST_CASE("M-complaint: as often put off as is told, and never past 12 weeks from receipt")
{
    Play play(mid_devon(), "2026-09-01");
    CHECK(to_iso(*play.record.first.respond_by) == "2026-09-15");
    play.take("2026-09-03", Acknowledge { "Customer First" });
    play.take("2026-09-15", Extend { "More to read", day("2026-10-15") });
    const CaseObstacle late = play.refused("2026-10-14", Extend { "Still more", day("2026-11-25") });
    CHECK(late.kind == Kind::DateTooLate);
    CHECK(late.date == day("2026-11-24"));
    play.take("2026-10-14", Extend { "Still more", day("2026-11-24") });
    CHECK(play.record.first.extensions == 2);
    CHECK(play.record.first.first_respond_by == day("2026-09-15"));
}

TEST_CASE("M-complaint: days may be days of the calendar")
{
    CaseRules rules = mid_devon();
    rules.count = CaseRules::Count::CalendarDays;
    const Play play(rules, "2026-12-20");
    CHECK(to_iso(*play.record.first.respond_by) == "2026-12-30");
}

TEST_CASE(
    "LGO stage 1: 10 working days from the acknowledgement, one extension of at most 10, over Christmas")
{
    Play play(ombudsman_code(), "2026-12-17");
    CHECK(due(play) == "2026-12-24");
    Play at_once = play;
    at_once.take("2026-12-17", Acknowledge { "Head of Housing" });
    CHECK(due(at_once) == "2027-01-05");
    play.take("2026-12-24", Acknowledge { "Head of Housing" });
    CHECK(due(play) == "2027-01-12");
    const CaseObstacle late = play.refused("2027-01-11", Extend { "A survey", day("2027-01-27") });
    CHECK(late.kind == Kind::DateTooLate);
    CHECK(late.date == day("2027-01-26"));
    play.take("2027-01-12", Extend { "A survey", day("2027-01-20") });
    CHECK(play.refused("2027-01-19", Extend { "Again", day("2027-01-26") }).kind == Kind::ExtendedAlready);
}

TEST_CASE("LGO stage 2: 5 working days to acknowledge, then 20, and at most 20 more")
{
    Play play(ombudsman_code(), "2026-12-01");
    play.take("2026-12-02", Acknowledge { "Head of Housing" });
    play.take("2026-12-10", Respond { CaseOutcome::NotUpheld });
    play.take("2027-01-04", Escalate { "Not answered in full", "Chief Executive" });
    CHECK(due(play) == "2027-01-11");
    play.take("2027-01-11", Acknowledge { "" });
    CHECK(due(play) == "2027-02-08");
    CHECK(play.refused("2027-02-08", Extend { "Experts", day("2027-03-09") }).date == day("2027-03-08"));
    play.take("2027-02-08", Extend { "Experts", day("2027-03-08") });
    CHECK(due(play) == "2027-03-08");
}

TEST_CASE("The Ombudsman's decision is recorded, upheld or not, and ends it")
{
    Play play(chorley(), "2026-11-02");
    CHECK(play.refused("2026-11-02", Decide { true }).kind == Kind::NotWithOmbudsman);
    play.take("2026-11-03", Acknowledge { "Head of Housing" });
    play.take("2026-11-10", Respond { CaseOutcome::NotUpheld });
    play.take("2026-11-12", Close {});
    play.take("2026-12-01", AskOmbudsman {});
    CHECK(is_open(play.record));
    CHECK(play.refused("2026-12-01", AskOmbudsman {}).kind == Kind::DoneAlready);
    CHECK(play.refused("2026-12-01", Respond { CaseOutcome::Upheld }).kind == Kind::OmbudsmanHasIt);
    play.take("2027-03-01", Decide { true, "Fault, with a remedy" });
    CHECK(play.record.ombudsman_upheld == true);
    CHECK(play.record.outcome == CaseOutcome::NotUpheld); // what we had found stays
    CHECK_FALSE(is_open(play.record));
}

TEST_CASE("C: what was not answered when the Ombudsman was asked stays due, and goes on")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-24", AskOmbudsman { "Nobody wrote" });
    CHECK(play.record.state == CaseState::Logged);
    CHECK(due(play) == "2026-11-30");
    CHECK(play.refused("2026-11-24", AskOmbudsman {}).kind == Kind::DoneAlready);
    CHECK(play.refused("2026-11-24", Reclassify { CaseKind::ServiceRequest, "x" }).kind
        == Kind::OmbudsmanHasIt);
    play.take("2026-11-25", Acknowledge { "Head of Housing" });
    CHECK(due(play) == "2026-12-07");
    Play withdrawn = play;
    withdrawn.take("2026-11-26", Withdraw { "It is mended" });
    CHECK(withdrawn.record.state == CaseState::WithOmbudsman);
    CHECK(is_open(withdrawn.record));
    withdrawn.take("2027-01-04", Decide { false });
    CHECK(withdrawn.record.state == CaseState::Closed);
    CHECK(withdrawn.record.first.ended == noon("2026-11-26"));
    play.take("2026-11-26", Respond { CaseOutcome::Upheld });
    CHECK(play.record.state == CaseState::WithOmbudsman);
    CHECK(next_steps(play.record).front() == "decide");
}

TEST_CASE("What the Ombudsman sends back uninvestigated is again where it was, and may be taken there again")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-24", AskOmbudsman {});
    play.take("2026-11-25", Decide { {}, "Ask them first" });
    CHECK(play.record.state == CaseState::Logged);
    CHECK(play.record.ombudsman_decided == noon("2026-11-25"));
    CHECK_FALSE(play.record.ombudsman_upheld);
    CHECK(play.events.back().after.find("ombudsman_decision=not_investigated\n") != std::string::npos);
    CHECK(play.refused("2026-11-25", Decide { true }).kind == Kind::NotWithOmbudsman);
    play.take("2026-11-26", Acknowledge { "Head of Housing" });
    play.take("2026-11-27", Respond { CaseOutcome::NotUpheld });
    Play closed = play;
    play.take("2026-12-01", AskOmbudsman {});
    play.take("2026-12-02", Decide {});
    CHECK(play.record.state == CaseState::Responded);
    play.take("2026-12-03", Escalate { "Now you", "Chief Executive" });
    closed.take("2026-11-30", Close {});
    closed.take("2026-12-01", AskOmbudsman {});
    CHECK_FALSE(closed.record.closed);
    closed.take("2026-12-02", Decide {});
    CHECK(closed.record.state == CaseState::Closed);
    CHECK(closed.record.closed == noon("2026-11-30"));
    closed.take("2026-12-03", AskOmbudsman {});
    closed.take("2027-02-01", Decide { true });
    CHECK(closed.refused("2027-02-02", AskOmbudsman {}).kind == Kind::DoneAlready);
    CHECK(next_steps(closed.record).empty());
}

TEST_CASE("A service request that becomes a complaint is acknowledged again, with its dates from that day")
{
    for (const bool code : { false, true }) {
        CAPTURE(code);
        Play play(code ? ombudsman_code() : chorley(), "2026-11-02");
        play.record.kind = CaseKind::ServiceRequest;
        play.record.first = {};
        play.record.first.began = play.record.received;
        Play fresh = play;
        play.take("2026-11-02", Acknowledge { "" });
        play.take("2026-11-10", Reclassify { CaseKind::Complaint, "It was not done", "Head of Housing" });
        CHECK(play.record.state == CaseState::Logged);
        CHECK(play.record.handler == "Head of Housing");
        CHECK_FALSE(play.record.first.acknowledged);
        CHECK(play.record.first.began == noon("2026-11-10"));
        CHECK(due(play) == "2026-11-17");
        play.take("2026-11-11", Acknowledge { "" });
        CHECK(due(play) == (code ? "2026-11-25" : "2026-11-24"));
        // Nobody had looked at it: it was ours to see what it is.
        fresh.record.handler = "Ann";
        fresh.take("2026-11-04", Reclassify { CaseKind::Complaint, "It is one", "Head of Housing" });
        CHECK(fresh.record.handler == "Ann");
        CHECK(due(fresh) == "2026-11-09");
    }
}

TEST_CASE("What goes by a procedure of the law has no second stage of ours, and is not offered one")
{
    Play play(chorley(), "2026-11-23");
    play.take("2026-11-24", Route { "planning", "Planning Inspectorate" });
    CHECK(play.refused("2026-11-25", Escalate { "x", "Chief Executive" }).kind == Kind::GoesElsewhere);
    CHECK(next_steps(play.record) == std::vector<std::string_view> { "ombudsman" });
}

TEST_CASE("M-complaint: the weeks of the longest extension run from the day on which it came")
{
    Play play(mid_devon(), "2026-11-02"); // that counts as Monday's
    CaseMoment moment { noon("2026-11-02"), day("2026-11-02"), day("2026-11-02"), day("2026-11-02"), "test",
        {}, {}, day("2026-10-30") };
    play.take("2026-11-02", Acknowledge { "Head" });
    const auto until = [&](const char* last) {
        return take_step(play.record, Extend { "x", day(last) }, play.rules, play.calendar, moment);
    };
    CHECK(std::holds_alternative<CaseChange>(until("2027-01-22")));
    CHECK(std::get<CaseObstacle>(until("2027-01-23")).date == day("2027-01-22"));
}

TEST_CASE("LGO 1.2, 1.7: who takes a complaint for a service request says why, and the other way round")
{
    Play play(chorley(), "2026-11-23");
    CHECK(
        play.refused("2026-11-23", Reclassify { CaseKind::ServiceRequest, "" }).kind == Kind::ReasonMissing);
    CHECK(play.refused("2026-11-23", Reclassify { CaseKind::Complaint, "x" }).kind == Kind::SameKind);
    play.take("2026-11-24", Reclassify { CaseKind::ServiceRequest, "Asks for a new bin" });
    CHECK(due(play) == "never");
    CHECK(play.events.back().before.find("kind=complaint\n") != std::string::npos);
    CHECK(play.events.back().before.find("respond_by=2026-12-07\n") != std::string::npos);
    play.take("2026-11-26", Reclassify { CaseKind::Complaint, "Was asked for twice before" });
    CHECK(due(play) == "2026-11-30"); // as before: nothing was won by calling it something else
    play.take("2026-11-26", Withdraw { "The bin came" });
    CHECK(play.record.outcome == CaseOutcome::Withdrawn);
}

TEST_CASE("LGO-1-answer: one that was taken for a request runs from its acknowledgement when it is a "
          "complaint again")
{
    Play play(ombudsman_code(), "2026-06-01");
    play.take("2026-06-02", Acknowledge { "Head" });
    CHECK(due(play) == "2026-06-16");
    play.take("2026-06-03", Reclassify { CaseKind::ServiceRequest, "Asks for a new bin" });
    play.take("2026-06-05", Reclassify { CaseKind::Complaint, "Was asked for twice before" });
    CHECK(play.record.first.acknowledged == noon("2026-06-02"));
    CHECK(due(play) == "2026-06-16");
}

TEST_CASE("LGO 2.4: a complaint is refused with reasons alone; procedures of the law are sent on, not run")
{
    Play refused(chorley(), "2026-11-23");
    CHECK(refused.refused("2026-11-23", Refuse { "" }).kind == Kind::ReasonMissing);
    refused.take("2026-11-23", Refuse { "It is three years old" });
    CHECK(refused.record.outcome == CaseOutcome::Refused);
    Play routed(chorley(), "2026-11-23");
    routed.take("2026-11-23", Route { "planning", "Planning Inspectorate" });
    CHECK(routed.record.outcome == CaseOutcome::Routed);
    CHECK(routed.record.procedure == "planning");
    CHECK(routed.record.handler == "Planning Inspectorate");
    CHECK(due(routed) == "never");
}

TEST_CASE("C: a compliment is passed to the service's head and acknowledged where possible, and then done")
{
    Play named(chorley(), "2026-11-23");
    named.record.kind = CaseKind::Compliment;
    named.record.first = {};
    Play nameless = named;
    nameless.record.reply = ReplyWish::None;
    CHECK(named.refused("2026-11-23", Respond { CaseOutcome::Upheld }).kind == Kind::NotAComplaint);
    CHECK(named.refused("2026-11-23", Escalate { "why", "who" }).kind == Kind::NotAComplaint);
    CHECK(named.refused("2026-11-23", Pass { "" }).kind == Kind::HandlerMissing);
    named.take("2026-11-23", Pass { "Head of Housing" });
    CHECK(is_open(named.record));
    named.take("2026-11-24", Acknowledge { "" });
    CHECK(named.record.outcome == CaseOutcome::Done);
    nameless.take("2026-11-23", Pass { "Head of Housing" });
    CHECK_FALSE(is_open(nameless.record));
}

TEST_CASE("Several services, partners and documents belong to a case, and a change keeps what was there")
{
    Play play(chorley(), "2026-11-23");
    play.take(
        "2026-11-23", Change { std::vector { ServiceCode("A"), ServiceCode("B") }, "A contractor", {} });
    play.take("2026-11-24", Change { {}, {}, "EDRMS 4711" });
    CHECK(play.record.also.size() == 2);
    CHECK(play.record.partners == "A contractor");
    CHECK(play.record.documents == "EDRMS 4711");
    play.take("2026-11-25", Change { std::vector<ServiceCode> {}, {}, {} });
    CHECK(play.events.back().before == "services=A B\n");
    CHECK(play.events.back().after == "services=\n");
}

TEST_CASE("A bank holiday added later moves what is owed, never to an earlier day, and is an event")
{
    Play play(chorley(), "2026-11-23");
    CalendarRules rules;
    rules.one_offs = { day("2026-11-27") };
    const WorkingDays longer(rules);
    const CaseMoment moment { noon("2026-11-24"), day("2026-11-24"), day("2026-11-24"), day("2026-11-23"),
        "rule" };
    const auto moved = recount(play.record, play.rules, longer, day("2026-11-23"), moment);
    REQUIRE(moved);
    CHECK(moved->event.kind == CaseEventKind::Recounted);
    CHECK(moved->event.before == "acknowledge_by=2026-11-30\nrespond_by=2026-12-07\n");
    CHECK(moved->event.after == "acknowledge_by=2026-12-01\nrespond_by=2026-12-08\n");
    CHECK_FALSE(recount(moved->record, play.rules, play.calendar, day("2026-11-23"), moment));
    play.take("2026-11-24", PutRight { "Done" });
    CHECK_FALSE(recount(play.record, play.rules, longer, day("2026-11-23"), moment));
}

TEST_CASE("Every step that is offered next may be taken, and what is not offered is refused")
{
    const std::vector<std::pair<std::string_view, CaseStep>> steps { { "acknowledge", Acknowledge { "A" } },
        { "put-right", PutRight { "x" } }, { "pass", Pass { "B" } },
        { "extend", Extend { "x", day("2027-01-29") } }, { "respond", Respond { CaseOutcome::Upheld } },
        { "escalate", Escalate { "x", "C" } }, { "ombudsman", AskOmbudsman {} },
        { "decide", Decide { false } }, { "withdraw", Withdraw { "x" } }, { "refuse", Refuse { "x" } },
        { "reclassify", Reclassify { CaseKind::ServiceRequest, "x" } },
        { "route", Route { "planning", "P" } }, { "close", Close {} },
        { "action", AddAction { "x", day("2027-01-29") } }, { "action-done", FinishAction { 1 } } };
    const auto check = [&](Play play) {
        for (const std::string_view name : next_steps(play.record)) {
            const auto found =
                std::find_if(steps.begin(), steps.end(), [&](const auto& one) { return one.first == name; });
            REQUIRE(found != steps.end());
            INFO(std::string(name), " in ", std::string(word(play.record.state)));
            CHECK(std::holds_alternative<CaseChange>(play.attempt("2026-12-01", found->second)));
        }
    };
    Play play(chorley(), "2026-11-23");
    check(play);
    play.take("2026-11-24", Acknowledge { "Head" });
    check(play);
    play.take("2026-11-25", Respond { CaseOutcome::Upheld });
    check(play);
    Play promised = play;
    promised.take("2026-11-25", AddAction { "x", day("2026-12-18") });
    check(promised);
    Play second = play;
    second.take("2026-11-26", Escalate { "x", "C" });
    check(second);
    play.take("2026-11-26", Close {});
    check(play);
    play.take("2026-11-27", AskOmbudsman {});
    check(play);
}
