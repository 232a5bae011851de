// Complaints by the three policies, row by row: each promise just kept and just broken, over bank holidays
// and nights on which the clocks change, extended and escalated, through the verbs, and the figure read back.
#include "core/reception/case_steps.h"
#include "core/reception/cases.h"
#include "core/reception/complaint_report.h"
#include "core/reception/indicator_report.h"
#include "tests/policy/policy_office.h"

using namespace nextplease;
using namespace std::chrono_literals;
using testing::PolicyOffice;
using testing::Share;
using testing::share_of;

namespace {

struct ComplaintsOffice : PolicyOffice {
    using PolicyOffice::PolicyOffice;

    CaseId complaint(const std::string& received, const char* category = "")
    {
        go_to(received);
        CaseWish wish;
        wish.words = Secret(std::string_view("The bins were not collected."));
        wish.service = ServiceCode("A");
        wish.category = CategoryCode(category);
        return std::get<CaseDone>(receive_case(reception, wish, {}, "kiosk")).record.id;
    }
    void step(CaseId id, const std::string& local, const CaseStep& step)
    {
        go_to(local);
        const CaseStepReply reply = step_case(reception, id, step, {}, "staff:Clerk One");
        REQUIRE_MESSAGE(std::holds_alternative<CaseDone>(reply), local);
    }
    // The second stage is answered by somebody else.
    void acknowledge(CaseId id, const std::string& local)
    {
        const auto story = case_story(*store, id);
        REQUIRE(story);
        const bool second = stage_of(story->record) == 2;
        step(id, local,
            case_step::Acknowledge { second ? "The Chief Executive" : "Head of Customer Services" });
    }
    void respond(CaseId id, const std::string& local)
    {
        step(id, local, case_step::Respond { CaseOutcome::Upheld });
    }
    void extend(CaseId id, const std::string& local, const char* until)
    {
        step(id, local, case_step::Extend { "We need a survey.", *parse_iso_date(until) });
    }
    void escalate(CaseId id, const std::string& local)
    {
        step(id, local, case_step::Escalate { "Still unhappy.", "The Chief Executive" });
    }
    // By the report of complaints: in time, also by an extension.
    void check_answered(Share share)
    {
        const PromiseFigures answered =
            complaint_report(*store, configuration, {}, reception.today()).total.first.answered;
        CHECK(Share { answered.in_time + answered.in_extended_time, answered.decided() } == share);
    }
    void check_share(const char* id, Share share)
    {
        CAPTURE(id);
        CHECK(share_of(of(id)) == share);
    }
};

struct Played {
    const char* received;
    const char* at;
    bool in_time;
};

} // namespace

TEST_CASE("C-complaint-ack: acknowledged within 5 working days, with the handler's name")
{
    for (const Played& one : {
             Played { "2026-11-20T10:00", "2026-11-27T23:59:59", true },
             Played { "2026-11-20T10:00", "2026-11-28T00:00:00", false },
             Played { "2026-04-02T10:00", "2026-04-13T23:59:59", true }, // over Easter
             Played { "2026-04-02T10:00", "2026-04-14T00:00:00", false },
             Played { "2026-10-22T10:00", "2026-10-29T23:59:59", true }, // the clocks go back
             Played { "2026-10-22T10:00", "2026-10-30T00:00:00", false },
             Played { "2026-12-18T17:00", "2026-12-30T23:59:59", true }, // Friday after closing: Monday's
             Played { "2026-03-26T10:00", "2026-04-02T23:59:59", true }, // the clocks go forward
             Played { "2026-03-26T10:00", "2026-04-03T00:00:00", false },
         }) {
        CAPTURE(one.received);
        CAPTURE(one.at);
        ComplaintsOffice office("chorley");
        const CaseId id = office.complaint(one.received);
        CHECK(office.of("C-complaint-ack").open == 1);
        office.acknowledge(id, one.at);
        office.check_share("C-complaint-ack", { one.in_time, 1 });
    }
}

TEST_CASE("C-complaint-full: answered within 10 working days, or the customer is told why and by when")
{
    for (const Played& one : {
             Played { "2026-11-20T10:00", "2026-12-04T23:59:59", true },
             Played { "2026-11-20T10:00", "2026-12-05T00:00:00", false },
             Played { "2026-12-21T10:00", "2027-01-07T23:59:59", true }, // Christmas and New Year
             Played { "2026-12-21T10:00", "2027-01-08T00:00:00", false },
             Played { "2026-10-16T10:00", "2026-10-30T23:59:59", true }, // the clocks go back
             Played { "2026-10-16T10:00", "2026-10-31T00:00:00", false },
             Played { "2026-03-18T10:00", "2026-04-01T23:59:59", true }, // and forward
             Played { "2026-03-18T10:00", "2026-04-02T00:00:00", false },
         }) {
        CAPTURE(one.received);
        CAPTURE(one.at);
        ComplaintsOffice office("chorley");
        const CaseId id = office.complaint(one.received);
        office.acknowledge(id, one.received);
        office.respond(id, one.at);
        office.check_share("C-complaint-full", { one.in_time, 1 });
    }
    ComplaintsOffice office("chorley");
    const CaseId id = office.complaint("2026-11-20T10:00");
    office.acknowledge(id, "2026-11-20T11:00");
    office.extend(id, "2026-12-04T10:00", "2026-12-11");
    office.respond(id, "2026-12-11T10:00");
    office.check_share("C-complaint-full", { 0, 1 });
    CHECK(office.of("C-complaint-full").told == 1);
}

TEST_CASE(
    "C-escalated: the Chief Executive acknowledges in 5 and answers in 10 working days of the escalation")
{
    struct Chain {
        const char *received, *escalated, *acknowledge_by, *answer_by;
    };
    for (const Chain& chain : {
             Chain { "2026-11-02T10:00", "2026-11-20T10:00", "2026-11-27T23:59:59", "2026-12-04T23:59:59" },
             Chain { "2026-12-01T10:00", "2026-12-21T10:00", "2026-12-30T23:59:59",
                 "2027-01-07T23:59:59" }, // Christmas and New Year
             Chain { "2026-10-05T10:00", "2026-10-16T10:00", "2026-10-23T23:59:59",
                 "2026-10-30T23:59:59" }, // the clocks go back
             Chain { "2026-03-02T10:00", "2026-03-18T10:00", "2026-03-25T23:59:59",
                 "2026-04-01T23:59:59" }, // and forward
             Chain { "2026-11-02T10:00", "2026-11-20T17:00", "2026-11-30T23:59:59",
                 "2026-12-07T23:59:59" }, // after closing on Friday: Monday's
         }) {
        for (const bool late : { false, true }) {
            CAPTURE(chain.escalated);
            CAPTURE(late);
            ComplaintsOffice office("chorley");
            const CaseId id = office.complaint(chain.received);
            office.acknowledge(id, chain.received);
            office.respond(id, chain.received);
            office.escalate(id, chain.escalated);
            CHECK(office.of("C-escalated-ack").open == 1);
            const auto then = [&](const char* last) {
                return to_iso(office.configuration.zone.local(office.at(last) + Seconds { late ? 1 : 0 }));
            };
            office.acknowledge(id, then(chain.acknowledge_by));
            office.respond(id, then(chain.answer_by));
            office.check_share("C-escalated-ack", { !late, 1 });
            office.check_share("C-escalated-full", { !late, 1 });
            office.check_share("C-complaint-full", { 1, 1 });
        }
    }
    ComplaintsOffice office("chorley");
    const CaseId id = office.complaint("2026-11-02T10:00");
    office.acknowledge(id, "2026-11-03T10:00");
    office.respond(id, "2026-11-10T10:00");
    office.escalate(id, "2026-11-20T10:00");
    office.acknowledge(id, "2026-11-23T10:00");
    office.extend(id, "2026-12-04T10:00", "2026-12-11");
    office.respond(id, "2026-12-11T10:00");
    office.check_share("C-escalated-full", { 0, 1 });
    CHECK(office.of("C-escalated-full").told == 1);
}

TEST_CASE("C-complaint-full: what was promised stands, when a day becomes a bank holiday afterwards")
{
    ComplaintsOffice office("chorley");
    const CaseId late = office.complaint("2026-11-02T10:00");
    office.acknowledge(late, "2026-11-02T11:00");
    office.respond(late, "2026-11-17T10:00"); // due on the 16th
    const CaseId open = office.complaint("2026-11-03T10:00"); // due on the 17th
    office.acknowledge(open, "2026-11-17T11:00");
    office.check_share("C-complaint-full", { 0, 1 });
    office.configuration.calendar.one_offs.insert(*parse_iso_date("2026-11-10"));
    office.check_share("C-complaint-full", { 0, 1 });
    CHECK(recount_cases(office.reception, "test") == 1); // the open one, which is due a day later then
    office.respond(open, "2026-11-18T23:59:59");
    office.check_share("C-complaint-full", { 1, 2 });
}

TEST_CASE("C-escalated: what the policy sends to the Chief Executive begins there, and counts there alone")
{
    for (const char* category : { "crime", "chief-officer" }) {
        CAPTURE(category);
        ComplaintsOffice office("chorley");
        const CaseId id = office.complaint("2026-11-20T10:00", category);
        CHECK(case_story(*office.store, id)->record.handler == "The Chief Executive");
        office.acknowledge(id, "2026-11-27T23:59:59");
        office.respond(id, "2026-12-05T00:00:00");
        office.check_share("C-escalated-ack", { 1, 1 });
        office.check_share("C-escalated-full", { 0, 1 });
        office.check_share("C-complaint-ack", { 0, 0 });
        office.check_share("C-complaint-full", { 0, 0 });
    }
}

TEST_CASE("C: by what it is about, a complaint goes at once to the officer whom the policy names")
{
    for (const auto& [category, officer] : {
             std::pair("money", "Assistant Chief Executive (Business Transformation and Improvement)"),
             std::pair("discrimination", "Corporate Director Human Resources and Organisational Development"),
             std::pair("councillor", "Corporate Director of Governance"),
         }) {
        CAPTURE(category);
        ComplaintsOffice office("chorley");
        const CaseId id = office.complaint("2026-11-20T10:00", category);
        CHECK(case_story(*office.store, id)->record.handler == officer);
        office.acknowledge(id, "2026-11-27T23:59:59");
        office.check_share("C-complaint-ack", { 1, 1 }); // by the usual clocks
        office.check_share("C-escalated-ack", { 0, 0 });
    }
}

TEST_CASE("C: a complaint of no category belongs to the head of its service from the day on which it comes")
{
    PolicyOffice office("chorley");
    office.configuration.complaints.heads = { { { ServiceCode("A") }, "Head of A" } };
    office.configuration.office.services.at(0).code = ServiceCode("A");
    office.go_to("2026-10-13T10:00");
    CaseWish wish;
    wish.service = ServiceCode("A");
    wish.words = Secret(std::string_view("The lift was broken."));
    wish.language = Language("en");
    const Case plain = std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record;
    CHECK(plain.handler == "Head of A");
    CHECK(case_story(*office.store, plain.id)->events.front().after == "handler=Head of A\n");
    wish.kind = CaseKind::Comment;
    CHECK(std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record.handler.empty());
    wish.kind = CaseKind::Complaint;
    wish.service = {};
    CHECK(std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record.handler.empty());
}

TEST_CASE(
    "C: a complaint about the Chief Executive goes to the Executive Leader, and from there to nobody else")
{
    ComplaintsOffice office("chorley");
    const CaseId id = office.complaint("2026-11-20T10:00", "chief-executive");
    CHECK(case_story(*office.store, id)->record.handler == "The Executive Leader");
    const auto refused = [&](const char* to) {
        const CaseStepReply reply =
            step_case(office.reception, id, case_step::Escalate { "Unhappy.", to }, {}, "staff:Amira");
        return std::get<CaseObstacle>(reply).kind;
    };
    CHECK(refused("") == CaseObstacle::Kind::NobodyAbove);
    CHECK(refused("The Chief Executive") == CaseObstacle::Kind::AboutHandler);
}

TEST_CASE("M-complaint: resolved within 10 days, or told of more time in time, up to 12 weeks")
{
    for (const Played& one : {
             Played { "2026-10-13T10:00", "2026-10-23T23:59:59", true },
             Played { "2026-10-13T10:00", "2026-10-24T00:00:00", false },
             Played { "2026-10-20T10:00", "2026-10-30T23:59:59", true }, // the clocks go back
             Played { "2026-12-18T10:00", "2026-12-28T23:59:59", true }, // days are days
             Played { "2026-12-18T10:00", "2026-12-29T00:00:00", false },
             Played { "2026-03-24T10:00", "2026-04-03T23:59:59", true }, // the clocks go forward
             Played { "2026-03-24T10:00", "2026-04-04T00:00:00", false },
             Played { "2026-10-30T17:30", "2026-11-09T23:59:59", true }, // Friday after closing: Friday's
             Played { "2026-10-30T17:30", "2026-11-10T00:00:00", false },
             Played { "2026-10-31T10:00", "2026-11-10T23:59:59", true }, // at the weekend: Saturday's
             Played { "2026-10-31T10:00", "2026-11-11T00:00:00", false },
             Played { "2026-12-24T23:59", "2027-01-03T23:59:59", true }, // Christmas Eve
             Played { "2026-12-24T23:59", "2027-01-04T00:00:00", false },
         }) {
        CAPTURE(one.received);
        CAPTURE(one.at);
        ComplaintsOffice office("mid-devon");
        const CaseId id = office.complaint(one.received);
        office.acknowledge(id, one.received);
        CHECK(next_due(case_story(*office.store, id)->record)
            == add_days(*parse_iso_date(std::string(one.received).substr(0, 10)), 10));
        office.respond(id, one.at);
        office.check_share("M-complaint", { one.in_time, 1 });
        office.check_answered({ one.in_time, 1 });
    }
    // The last day that may be told, of what came after closing, is in time by both reports.
    for (const bool late : { false, true }) {
        CAPTURE(late);
        ComplaintsOffice office("mid-devon");
        const CaseId id = office.complaint("2026-10-30T17:30");
        office.acknowledge(id, "2026-10-30T17:31");
        office.go_to("2026-11-09T10:00");
        const CaseStepReply further = step_case(office.reception, id,
            case_step::Extend { "We need a survey.", *parse_iso_date("2027-01-23") }, {}, "staff:Clerk One");
        CHECK(std::get<CaseObstacle>(further).date == parse_iso_date("2027-01-22"));
        office.extend(id, "2026-11-09T10:00", "2027-01-22");
        office.respond(id, late ? "2027-01-23T00:00:00" : "2027-01-22T23:59:59");
        office.check_share("M-complaint", { !late, 1 });
        office.check_answered({ !late, 1 });
    }
    ComplaintsOffice office("mid-devon");
    const CaseId kept = office.complaint("2026-10-13T10:00");
    const CaseId broken = office.complaint("2026-10-13T10:00");
    const CaseId told_late = office.complaint("2026-10-13T10:00");
    for (const CaseId id : { kept, broken, told_late })
        office.acknowledge(id, "2026-10-13T11:00");
    office.extend(kept, "2026-10-23T10:00", "2026-12-18");
    office.extend(broken, "2026-10-23T10:00", "2026-12-18");
    office.extend(told_late, "2026-10-24T10:00", "2026-12-18");
    office.respond(kept, "2026-12-18T23:59:59");
    office.respond(told_late, "2026-12-18T23:59:59");
    office.respond(broken, "2026-12-19T00:00:00");
    office.check_share("M-complaint", { 1, 3 });
    CHECK(office.of("M-complaint").extended == 1);
    CHECK(office.of("M-complaint").told == 2);
}

TEST_CASE("LGO code: the chain of a complaint before Christmas, with both stages and their extensions")
{
    ComplaintsOffice office("ombudsman-code");
    const CaseId id = office.complaint("2026-12-17T10:00");
    office.acknowledge(id, "2026-12-24T23:59:59");
    office.check_share("LGO-1-ack", { 1, 1 });
    office.go_to("2027-01-12T23:59:59");
    CHECK(office.of("LGO-1-answer").open == 1);
    CHECK(office.of("LGO-1-answer").open_late == 0);
    office.extend(id, "2027-01-12T23:59:59", "2027-01-26");
    office.respond(id, "2027-01-26T23:59:59");
    office.check_share("LGO-1-answer", { 1, 1 });
    CHECK(office.of("LGO-1-answer").extended == 1);
    office.escalate(id, "2027-01-28T10:00");
    office.acknowledge(id, "2027-02-04T23:59:59");
    office.check_share("LGO-2-ack", { 1, 1 });
    office.go_to("2027-03-04T23:59:59");
    CHECK(office.of("LGO-2-answer").open_late == 0);
    office.clock.advance(1s);
    CHECK(office.of("LGO-2-answer").open_late == 1);
    office.check_share("LGO-2-answer", { 0, 1 });
}

TEST_CASE("LGO code: what nobody acknowledges is late when the day that was promised has passed")
{
    ComplaintsOffice office("ombudsman-code");
    const CaseId answered = office.complaint("2026-09-01T10:00");
    office.acknowledge(answered, "2026-09-01T11:00");
    office.respond(answered, "2026-09-01T12:00");
    for (int i = 0; i < 9; ++i)
        office.complaint("2026-09-01T13:00"); // promised: acknowledged by the 8th, answered by the 22nd
    office.go_to("2026-09-22T23:59:59");
    CHECK(office.of("LGO-1-answer").open == 9);
    office.check_share("LGO-1-answer", { 1, 1 });
    office.go_to("2026-11-02T10:00");
    CHECK(office.of("LGO-1-answer").open_late == 9);
    office.check_share("LGO-1-answer", { 1, 10 });
    office.check_share("LGO-1-ack", { 1, 10 });
    office.check_answered({ 1, 10 });
    // Nor does it leave by a step that ends it.
    const auto waiting = CaseId(2);
    office.step(waiting, "2026-11-02T10:00", case_step::Refuse { "Too old.", RefusalGround::TooOld });
    office.step(CaseId(3), "2026-11-02T10:00", case_step::Route { "planning", {} });
    office.step(CaseId(4), "2026-11-02T10:00", case_step::Withdraw { "Gave up." });
    office.step(CaseId(5), "2026-11-02T10:00",
        case_step::Reclassify { CaseKind::ServiceRequest, "Asks for a new bin." });
    CHECK(office.of("LGO-1-answer").lost == 4);
    office.check_share("LGO-1-answer", { 1, 10 });
    office.check_share("LGO-1-ack", { 1, 10 });
    office.check_answered({ 1, 10 });
    // And so at the second stage.
    office.escalate(answered, "2026-11-02T11:00"); // acknowledged by the 9th, answered by 7 December
    office.go_to("2026-12-07T23:59:59");
    CHECK(office.of("LGO-2-answer").open_late == 0);
    office.clock.advance(1s);
    CHECK(office.of("LGO-2-answer").open_late == 1);
}

TEST_CASE("LGO code: the second stage answered in time, extended and late, and what was acknowledged late")
{
    struct End {
        const char *acknowledged, *extended_until, *responded;
        bool acknowledged_in_time, answered_in_time;
    };
    for (const End& end : {
             End { "2027-01-11T23:59:59", nullptr, "2027-02-08T23:59:59", true, true },
             End { "2027-01-11T23:59:59", nullptr, "2027-02-09T00:00:00", true, false },
             End { "2027-01-11T23:59:59", "2027-03-08", "2027-03-08T23:59:59", true, true },
             End { "2027-01-11T23:59:59", "2027-03-08", "2027-03-09T00:00:00", true, false },
             End { "2027-01-12T00:00:00", nullptr, "2027-02-09T23:59:59", false, true },
         }) {
        CAPTURE(end.responded);
        ComplaintsOffice office("ombudsman-code");
        const CaseId id = office.complaint("2026-12-01T10:00");
        office.acknowledge(id, "2026-12-02T10:00");
        office.respond(id, "2026-12-10T10:00");
        office.escalate(id, "2027-01-04T10:00");
        office.acknowledge(id, end.acknowledged);
        if (end.extended_until)
            office.extend(id, "2027-02-08T23:59:59", end.extended_until);
        office.respond(id, end.responded);
        office.check_share("LGO-2-ack", { end.acknowledged_in_time, 1 });
        office.check_share("LGO-2-answer", { end.answered_in_time, 1 });
    }
}

TEST_CASE("LGO code: the second stage over bank holidays and the nights on which the clocks change")
{
    struct Chain {
        const char *received, *escalated, *acknowledge_by, *answer_by;
    };
    for (const Chain& chain : {
             Chain { "2026-12-01T10:00", "2026-12-21T10:00", "2026-12-30T23:59:59",
                 "2027-01-28T23:59:59" }, // Christmas and New Year
             Chain { "2026-09-21T10:00", "2026-10-05T10:00", "2026-10-12T23:59:59",
                 "2026-11-09T23:59:59" }, // the clocks go back
             Chain { "2026-02-16T10:00", "2026-03-02T10:00", "2026-03-09T23:59:59",
                 "2026-04-08T23:59:59" }, // forward, and Easter
         }) {
        for (const bool late : { false, true }) {
            CAPTURE(chain.escalated);
            CAPTURE(late);
            ComplaintsOffice office("ombudsman-code");
            const CaseId id = office.complaint(chain.received);
            office.acknowledge(id, chain.received);
            office.respond(id, chain.received);
            office.escalate(id, chain.escalated);
            office.acknowledge(id, chain.acknowledge_by);
            office.go_to(chain.answer_by);
            office.respond(
                id, to_iso(office.configuration.zone.local(office.clock.now() + Seconds { late ? 1 : 0 })));
            office.check_share("LGO-2-ack", { 1, 1 });
            office.check_share("LGO-2-answer", { !late, 1 });
        }
        ComplaintsOffice office("ombudsman-code");
        const CaseId id = office.complaint(chain.received);
        office.acknowledge(id, chain.received);
        office.respond(id, chain.received);
        office.escalate(id, chain.escalated);
        office.acknowledge(id, to_iso(office.configuration.zone.local(office.at(chain.acknowledge_by) + 1s)));
        office.check_share("LGO-2-ack", { 0, 1 });
    }
}

TEST_CASE(
    "LGO code: the first stage over the night on which the clocks go back, and put off until just too late")
{
    for (const bool late : { false, true }) {
        CAPTURE(late);
        ComplaintsOffice office("ombudsman-code");
        const CaseId id = office.complaint("2026-10-16T10:00");
        office.acknowledge(id, "2026-10-23T23:59:59");
        office.respond(id, late ? "2026-11-07T00:00:00" : "2026-11-06T23:59:59");
        office.check_share("LGO-1-ack", { 1, 1 });
        office.check_share("LGO-1-answer", { !late, 1 });
    }
    ComplaintsOffice office("ombudsman-code");
    const CaseId id = office.complaint("2026-12-17T10:00");
    office.acknowledge(id, "2026-12-24T10:00");
    office.extend(id, "2027-01-12T23:59:59", "2027-01-26");
    office.respond(id, "2027-01-27T00:00:00");
    office.check_share("LGO-1-answer", { 0, 1 });
    CHECK(office.of("LGO-1-answer").extended == 0);
}

TEST_CASE("LGO code: over Easter and the night of summer time, in time and late, in the first stage")
{
    for (const bool late : { false, true }) {
        CAPTURE(late);
        ComplaintsOffice office("ombudsman-code");
        const CaseId id = office.complaint("2026-03-18T10:00");
        office.acknowledge(id, late ? "2026-03-26T00:00:00" : "2026-03-25T23:59:59");
        office.respond(id, late ? "2026-04-14T00:00:00" : "2026-04-10T23:59:59");
        office.check_share("LGO-1-ack", { !late, 1 });
        office.check_share("LGO-1-answer", { !late, 1 });
    }
}

TEST_CASE("LGO code: acknowledged on the day of receipt, the answer is due 10 working days from then")
{
    for (const bool late : { false, true }) {
        ComplaintsOffice office("ombudsman-code");
        const CaseId id = office.complaint("2026-12-17T10:00");
        office.acknowledge(id, "2026-12-17T22:00"); // after hours, and the same day by the code
        office.respond(id, late ? "2027-01-06T00:00:00" : "2027-01-05T23:59:59");
        office.check_share("LGO-1-answer", { !late, 1 });
    }
}

TEST_CASE("Complaints put right at once are answered; comments and what is refused or routed is no "
          "complaint's clock")
{
    ComplaintsOffice office("chorley");
    office.step(
        office.complaint("2026-11-20T10:00"), "2026-11-20T10:30", case_step::PutRight { "Collected." });
    office.check_share("C-complaint-ack", { 1, 1 });
    office.check_share("C-complaint-full", { 1, 1 });
    office.step(
        office.complaint("2026-11-20T10:00"), "2026-11-20T10:30", case_step::Refuse { "Too long ago." });
    office.check_share("C-complaint-full", { 1, 1 });
    CHECK(office.of("C-complaint-full").left_out == 1);
    // Withdrawn in time says nothing; withdrawn when it was late already counts.
    office.step(office.complaint("2026-11-20T10:00"), "2026-11-23T10:30", case_step::Withdraw { "Solved." });
    office.check_share("C-complaint-full", { 1, 1 });
    office.step(office.complaint("2026-10-20T10:00"), "2026-11-23T10:30", case_step::Withdraw { "Gave up." });
    office.check_share("C-complaint-full", { 1, 2 });
}

TEST_CASE("Complaints received are told by directorate, and those that the Ombudsman upheld in the month of "
          "decision")
{
    ComplaintsOffice office("chorley");
    for (const std::optional<bool> upheld :
        { std::optional(true), std::optional(false), std::optional<bool> {} }) {
        const CaseId id = office.complaint("2026-09-01T10:00");
        office.acknowledge(id, "2026-09-02T10:00");
        office.respond(id, "2026-09-03T10:00");
        office.step(id, "2026-09-10T10:00", case_step::AskOmbudsman {});
        office.step(id, "2026-11-10T10:00", case_step::Decide { upheld, "" });
    }
    office.complaint("2026-11-05T10:00");
    const auto value = [&](const std::string& id, const char* month) {
        const IndicatorReport report =
            indicator_report(*office.store, office.configuration, *parse_month(month), office.clock.now());
        for (const Indicator& one : report.indicators) {
            if (one.id == id)
                return one.now;
        }
        FAIL(id);
        return IndicatorValue {};
    };
    CHECK(value("upheld", "2026-11") == IndicatorValue { 1, 2 });
    CHECK(value("upheld", "2026-09") == IndicatorValue { 0, 0 });
    CHECK(value("complaints", "2026-11") == IndicatorValue { 1, {} });
    CHECK(value("complaints", "2026-09") == IndicatorValue { 3, {} });
    CHECK(value("complaints.people", "2026-09") == IndicatorValue { 3, {} });
    CHECK(value("complaints.governance", "2026-09") == IndicatorValue { 0, {} });
}
