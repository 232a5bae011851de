// What is published of complaints (C, monthly; LGO 8.1): played through the verbs, and read back from the
// report.
#include "core/reception/case_steps.h"
#include "core/reception/complaint_report.h"
#include "core/reception/findings.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

using namespace case_step;

LocalDate day(const char* text)
{
    return *parse_iso_date(text);
}

struct Town : ReceptionFixture {
    Town()
        : ReceptionFixture("2026-09-01T10:00:00", council())
    {
    }

    static Configuration council()
    {
        Configuration made = small_configuration();
        made.complaints.second_stage = "Chief Executive";
        made.complaints.procedures = { { "planning", "Planning appeal", "Planning Inspectorate" } };
        made.complaints.categories = { { CategoryCode("crime"), { { Language("en"), "A crime" } },
            { { Language("en"), "The Chief Executive" } }, true } };
        return made;
    }

    void go_to(const char* local) { clock.set(*configuration.zone.instant(*parse_iso_time(local))); }
    CaseId receive(const char* at, const char* category = "", CaseKind kind = CaseKind::Complaint)
    {
        go_to(at);
        CaseWish wish;
        wish.kind = kind;
        wish.words = Secret(std::string_view("x"));
        wish.service = ServiceCode("A");
        wish.category = CategoryCode(category);
        return std::get<CaseDone>(receive_case(reception, wish, {}, "kiosk")).record.id;
    }
    void step(CaseId id, const char* at, const CaseStep& what)
    {
        go_to(at);
        REQUIRE(std::holds_alternative<CaseDone>(step_case(reception, id, what, {}, "Case team")));
    }
    ComplaintReport report(ComplaintQuestion question = {})
    {
        return complaint_report(*store, configuration, question, reception.today());
    }
};

// How many a list of them has.
std::int64_t listed(Town& town, CaseQuestion::What what)
{
    return case_findings(
        *town.store, town.configuration, { .what = what }, day("2026-09-01"), town.reception.today())
        .count;
}

std::size_t at(CaseOutcome outcome)
{
    return static_cast<std::size_t>(outcome);
}

} // namespace

TEST_CASE("LGO 8.1: acknowledged and answered in time, with and without an extension, late, and still open")
{
    Town town;
    const CaseId in_time = town.receive("2026-11-02T10:00");
    const CaseId extended = town.receive("2026-11-02T10:00");
    const CaseId late = town.receive("2026-11-02T10:00");
    town.receive("2026-11-02T10:00"); // nobody ever acknowledged it
    const CaseId waiting = town.receive("2026-11-02T10:00");
    for (const CaseId id : { in_time, extended, waiting })
        town.step(id, "2026-11-09T23:59:59", Acknowledge { "Head" });
    town.step(late, "2026-11-10T00:00:00", Acknowledge { "Head" });
    town.step(extended, "2026-11-13T10:00", Extend { "A survey", day("2026-11-20") });
    town.step(in_time, "2026-11-16T23:59:59", Respond { CaseOutcome::Upheld });
    town.step(late, "2026-11-17T00:00:00", Respond { CaseOutcome::NotUpheld });
    town.step(extended, "2026-11-20T23:59:59", Respond { CaseOutcome::PartlyUpheld });
    const CaseId fresh = town.receive("2026-11-20T10:00");
    town.step(fresh, "2026-11-20T11:00", Acknowledge { "Head" });
    const ComplaintFigures figures = town.report().total;
    CHECK(figures.received == std::array<std::int64_t, 4> { 6, 0, 0, 0 });
    CHECK(figures.open == 6); // answered ones wait to be closed
    CHECK(figures.first.acknowledged == PromiseFigures { 4, 0, 1, 0, 1 });
    CHECK(figures.first.answered == PromiseFigures { 1, 1, 1, 1, 2 });
    CHECK(figures.first.answered.share_in_time() == 0.2);
    CHECK(figures.first.answered.share_with_extension() == 0.4);
    CHECK(figures.first.outcomes[at(CaseOutcome::None)] == 3);
    CHECK(figures.first.outcomes[at(CaseOutcome::Upheld)] == 1);
    CHECK(figures.first.outcomes[at(CaseOutcome::PartlyUpheld)] == 1);
    CHECK(figures.second == StageFigures {});
    CHECK_FALSE(PromiseFigures {}.share_in_time());
}

TEST_CASE("A complaint is upheld once, however many stages uphold it, and by the last that found something")
{
    Town town;
    const auto both = [&](CaseOutcome first, const CaseStep& second) {
        const CaseId id = town.receive("2026-11-02T10:00");
        town.step(id, "2026-11-03T10:00", Acknowledge { "Head" });
        town.step(id, "2026-11-04T10:00", Respond { first });
        town.step(id, "2026-11-05T10:00", Escalate { "It is not", "Chief Executive" });
        town.step(id, "2026-11-06T10:00", Acknowledge { "Chief Executive" });
        town.step(id, "2026-11-09T10:00", second);
    };
    both(CaseOutcome::Upheld, Respond { CaseOutcome::Upheld });
    both(CaseOutcome::NotUpheld, Respond { CaseOutcome::PartlyUpheld });
    both(CaseOutcome::Upheld, Respond { CaseOutcome::NotUpheld });
    both(CaseOutcome::Upheld, Refuse { "A review changes nothing", RefusalGround::TooOld });
    both(CaseOutcome::NotUpheld, Withdraw { "x" });
    const ComplaintFigures figures = town.report().total;
    CHECK(figures.first.outcomes[at(CaseOutcome::Upheld)] == 3);
    CHECK(figures.second.outcomes[at(CaseOutcome::Upheld)] == 1);
    CHECK(figures.upheld() == 3);
    CHECK(listed(town, CaseQuestion::What::Upheld) == 3);
    CHECK(figures.came_to(CaseOutcome::NotUpheld) == 2);
    CHECK(figures.came_to(CaseOutcome::Refused) == 0);
}

TEST_CASE("LGO 8.1: complaints that were refused are counted by type, and what was late already as late")
{
    Town town;
    for (const RefusalGround ground : { RefusalGround::TooOld, RefusalGround::TooOld, RefusalGround::Court })
        town.step(town.receive("2026-11-02T10:00"), "2026-11-03T10:00", Refuse { "x", ground });
    town.step(town.receive("2026-11-02T10:00"), "2026-11-03T10:00", Withdraw { "x" });
    town.step(town.receive("2026-11-02T10:00"), "2026-11-30T10:00", Withdraw { "x" });
    const ComplaintFigures figures = town.report().total;
    CHECK(figures.refused == std::array<std::int64_t, 7> { 2, 0, 1, 0, 0, 0, 0 });
    CHECK(figures.first.outcomes[at(CaseOutcome::Refused)] == 3);
    CHECK(figures.open == 0);
    // Withdrawn or refused in time says nothing; when it was late already, it counts.
    CHECK(figures.first.acknowledged == PromiseFigures { 0, 0, 1, 0, 0 });
    CHECK(figures.first.answered == PromiseFigures { 0, 0, 1, 0, 0 });
    town.step(town.receive("2026-11-02T10:00"), "2026-11-30T10:00", Refuse { "x" });
    town.step(town.receive("2026-11-02T10:00"), "2026-11-30T10:00", Route { "planning", "" });
    const CaseId request = town.receive("2026-11-02T10:00");
    town.step(request, "2026-11-30T10:00", Reclassify { CaseKind::ServiceRequest, "x" });
    town.step(
        town.receive("2026-11-02T10:00"), "2026-11-03T10:00", Reclassify { CaseKind::ServiceRequest, "x" });
    const ComplaintFigures later = town.report().total;
    CHECK(later.first.acknowledged == PromiseFigures { 0, 0, 4, 0, 0 });
    CHECK(later.first.answered == PromiseFigures { 0, 0, 4, 0, 0 });
    CHECK(later.received == std::array<std::int64_t, 4> { 7, 0, 0, 2 });
    // The list behind the figure has the one that was late before it became a request.
    CHECK(listed(town, CaseQuestion::What::Answered) == later.first.answered.decided());
    CHECK(listed(town, CaseQuestion::What::Complaints) == 7);
    // A complaint again: its clocks run on as if nothing had been said.
    town.step(request, "2026-12-01T10:00", Reclassify { CaseKind::Complaint, "x" });
    CHECK(town.report().total.first.acknowledged == PromiseFigures { 0, 0, 3, 0, 1 });
}

TEST_CASE("What lay unseen in the first stage was there, and what goes to the second at once was not")
{
    Town town;
    const CaseId unseen = town.receive("2026-11-02T10:00");
    town.step(unseen, "2026-11-30T10:00", Escalate { "Nobody answers", "Chief Executive" });
    town.receive("2026-11-02T10:00", "crime");
    const ComplaintFigures figures = town.report().total;
    CHECK(figures.first.complaints == 1);
    CHECK(figures.first.outcomes[at(CaseOutcome::None)] == 1);
    CHECK(figures.first.acknowledged.late == 1);
    CHECK(figures.second.complaints == 2);
}

TEST_CASE("A complaint is open until what was promised to do is done, as in the register")
{
    Town town;
    const CaseId id = town.receive("2026-11-02T10:00");
    town.step(id, "2026-11-03T10:00", AddAction { .what = "A ramp", .due = day("2026-12-01") });
    town.step(id, "2026-11-04T10:00", PutRight { "x" });
    CHECK(town.report().total.open == 1);
    town.step(id, "2026-11-20T10:00", FinishAction { 1 });
    CHECK(town.report().total.open == 0);
}

TEST_CASE("What was withdrawn in time stays so when the Ombudsman is asked about it, and has decided")
{
    Town town;
    const CaseId withdrawn = town.receive("2026-11-02T10:00");
    town.step(withdrawn, "2026-11-02T11:00", Acknowledge { "Head" });
    town.step(withdrawn, "2026-11-04T10:00", Withdraw { "x" });
    const CaseId put_right = town.receive("2026-11-02T10:00");
    town.step(put_right, "2026-11-04T10:00", PutRight { "x" });
    const auto check = [&town] {
        CHECK(town.report().total.first.acknowledged == PromiseFigures { 2, 0, 0, 0, 0 });
        CHECK(town.report().total.first.answered == PromiseFigures { 1, 0, 0, 0, 0 });
    };
    check();
    for (const CaseId id : { withdrawn, put_right })
        town.step(id, "2026-12-10T10:00", AskOmbudsman {});
    check();
    for (const CaseId id : { withdrawn, put_right })
        town.step(id, "2026-12-20T10:00", Decide { false });
    check();
}

TEST_CASE("What the Ombudsman sent back is no decision")
{
    Town town;
    for (const std::optional<bool> upheld :
        { std::optional<bool> {}, std::optional(true), std::optional(false) }) {
        const CaseId id = town.receive("2026-11-02T10:00");
        town.step(id, "2026-11-03T10:00", AskOmbudsman {});
        CHECK(town.report({ day("2026-11-02"), day("2026-11-02") }).total.first.acknowledged.open >= 1);
        town.step(id, "2026-11-04T10:00", Decide { upheld, "x" });
    }
    const ComplaintFigures figures = town.report().total;
    CHECK(figures.ombudsman_asked == 3);
    CHECK(figures.ombudsman_decided == 2);
    CHECK(figures.ombudsman_upheld == 1);
    CHECK(figures.ombudsman_sent_back == 1);
}

TEST_CASE("LGO 8.1: a new date that is told when the old one has passed makes nothing good")
{
    Town town;
    const auto received = [&town] {
        const CaseId id = town.receive("2026-10-05T10:00"); // an answer is due on 19 October
        town.step(id, "2026-10-06T10:00", Acknowledge { "Head" });
        return id;
    };
    const CaseId on_the_day = received();
    town.step(on_the_day, "2026-10-19T23:59:59", Extend { "x", day("2026-10-30") });
    town.step(on_the_day, "2026-10-30T10:00", Extend { "y", day("2026-11-06") });
    town.step(on_the_day, "2026-11-06T10:00", Respond { CaseOutcome::Upheld });
    const CaseId too_late = received();
    town.step(too_late, "2026-10-20T00:00:00", Extend { "x", day("2026-10-30") });
    town.step(too_late, "2026-10-21T10:00", Respond { CaseOutcome::Upheld });
    const CaseId late_again = received();
    town.step(late_again, "2026-10-19T10:00", Extend { "x", day("2026-10-30") });
    town.step(late_again, "2026-11-02T10:00", Extend { "y", day("2026-12-18") });
    CHECK(town.report().total.first.answered == PromiseFigures { 0, 1, 1, 0, 1 });
}

TEST_CASE("A month without a complaint stands between the others, with nothing in it")
{
    Town town;
    town.receive("2026-09-02T10:00");
    town.receive("2026-11-02T10:00");
    const ComplaintReport by_month = town.report({ .by = ComplaintGrouping::Month });
    REQUIRE(by_month.groups.size() == 3);
    CHECK(by_month.groups.at(1).key == "2026-10");
    CHECK(by_month.groups.at(1).figures == ComplaintFigures {});
    CHECK(town.report({ .by = ComplaintGrouping::Quarter }).groups.size() == 2);
    CHECK(town.report({ .by = ComplaintGrouping::Service }).groups.size() == 1);
}

TEST_CASE("LGO 8.1: what a stage found decides about that stage alone")
{
    Town town;
    // Refused in time, and taken further: the first stage runs no clock, the second does.
    const CaseId refused = town.receive("2026-10-05T10:00");
    town.step(refused, "2026-10-07T10:00", Refuse { "x", RefusalGround::TooOld });
    town.step(refused, "2026-11-09T10:00", Escalate { "It is not", "Chief Executive" });
    town.step(refused, "2026-11-10T10:00", Acknowledge { "Chief Executive" });
    town.step(refused, "2026-11-11T10:00", Respond { CaseOutcome::Upheld });
    // Withdrawn in time, and taken further: says nothing. Withdrawn when it was late: was late.
    const CaseId withdrawn = town.receive("2026-10-05T10:00");
    town.step(withdrawn, "2026-10-07T10:00", Withdraw { "x" });
    town.step(withdrawn, "2026-11-09T10:00", Escalate { "Again", "Chief Executive" });
    const CaseId too_late = town.receive("2026-10-05T10:00");
    town.step(too_late, "2026-11-02T10:00", Withdraw { "x" });
    town.step(too_late, "2026-11-09T10:00", Escalate { "Again", "Chief Executive" });
    // Answered late, and refused by the second stage: the late answer stays.
    const CaseId late = town.receive("2026-10-05T10:00");
    town.step(late, "2026-10-06T10:00", Acknowledge { "Head" });
    town.step(late, "2026-11-05T10:00", Respond { CaseOutcome::NotUpheld });
    town.step(late, "2026-11-09T10:00", Escalate { "Still", "Chief Executive" });
    town.step(late, "2026-11-10T10:00", Refuse { "x", RefusalGround::Court });

    const ComplaintFigures figures = town.report().total;
    CHECK(figures.first.complaints == 4);
    CHECK(figures.first.acknowledged == PromiseFigures { 1, 0, 1, 0, 0 });
    CHECK(figures.first.answered == PromiseFigures { 0, 0, 2, 0, 0 });
    CHECK(figures.second.complaints == 4);
    CHECK(figures.second.acknowledged == PromiseFigures { 1, 0, 0, 2, 0 });
    CHECK(figures.second.answered == PromiseFigures { 1, 0, 0, 2, 0 });
    CHECK(figures.first.outcomes[at(CaseOutcome::Refused)] == 1);
    CHECK(figures.second.outcomes[at(CaseOutcome::Refused)] == 1);
    CHECK(figures.refused == std::array<std::int64_t, 7> { 1, 0, 1, 0, 0, 0, 0 });
}

TEST_CASE("Remedies, and actions by the day on which they are due, are counted")
{
    Town town;
    const CaseId id = town.receive("2026-10-20T10:00");
    town.step(id, "2026-10-21T10:00", Acknowledge { "Head" });
    town.step(id, "2026-10-22T10:00",
        Respond { CaseOutcome::Upheld, "", { Remedy::Apology, Remedy::Money },
            { { "a", day("2026-11-02") }, { "b", day("2026-11-03") }, { "c", day("2026-11-04") },
                { "d", day("2026-12-18") } } });
    town.step(id, "2026-11-02T23:59:59", FinishAction { 1 });
    town.step(id, "2026-11-05T10:00", FinishAction { 2 });
    const ComplaintFigures all = town.report().total;
    CHECK(all.remedies == std::array<std::int64_t, 7> { 1, 0, 0, 0, 0, 1, 0 });
    const auto actions = [](const ComplaintFigures& f) {
        return std::array { f.actions_due, f.actions_done, f.actions_done_late, f.actions_late };
    };
    CHECK(actions(all) == std::array<std::int64_t, 4> { 4, 1, 1, 1 });
    const ComplaintFigures november = town.report({ day("2026-11-01"), day("2026-11-30") }).total;
    CHECK(actions(november) == std::array<std::int64_t, 4> { 3, 1, 1, 1 });
    CHECK(november.received == std::array<std::int64_t, 4> {});
}

TEST_CASE("The second stage has figures of its own, and what goes there at once is in it alone")
{
    Town town;
    const CaseId twice = town.receive("2026-11-02T10:00");
    town.step(twice, "2026-11-03T10:00", Acknowledge { "Head" });
    town.step(twice, "2026-11-04T10:00", Respond { CaseOutcome::NotUpheld });
    town.step(twice, "2026-11-05T10:00", Escalate { "x", {} });
    town.step(twice, "2026-11-06T10:00", Acknowledge {});
    town.step(twice, "2026-11-20T10:00", Respond { CaseOutcome::Upheld });
    town.receive("2026-11-20T11:00", "crime");
    const ComplaintFigures figures = town.report().total;
    CHECK(figures.first.complaints == 1);
    CHECK(figures.first.outcomes[at(CaseOutcome::NotUpheld)] == 1);
    CHECK(figures.first.outcomes[at(CaseOutcome::None)] == 0);
    CHECK(figures.first.answered == PromiseFigures { 1, 0, 0, 0, 0 });
    CHECK(figures.second.complaints == 2);
    CHECK(figures.second.outcomes[at(CaseOutcome::Upheld)] == 1);
    CHECK(figures.second.acknowledged == PromiseFigures { 1, 0, 0, 1, 0 });
    CHECK(figures.second.answered == PromiseFigures { 0, 0, 1, 1, 0 });
}

TEST_CASE("What was sent to the second stage at once has its dates from the day on which it came")
{
    Town town;
    town.go_to("2026-11-26T10:00");
    CaseWish wish;
    wish.words = Secret(std::string_view("x"));
    wish.category = CategoryCode("crime");
    wish.received = town.configuration.zone.instant(*parse_iso_time("2026-11-20T10:00"));
    const Case record = std::get<CaseDone>(receive_case(town.reception, wish, {}, "Amira")).record;
    REQUIRE(record.second);
    CHECK(record.second->acknowledge_by == day("2026-11-27"));
    CHECK(case_story(*town.store, record.id)->events.back().at == town.clock.now());
}

TEST_CASE("Complaints are told by month, category, officer and service, and comments apart from them")
{
    Town town;
    town.receive("2026-10-31T23:59:59");
    const CaseId november = town.receive("2026-11-01T00:00:00", "crime");
    town.receive("2026-11-01T10:00", "", CaseKind::Comment);
    town.step(november, "2026-12-01T10:00", AskOmbudsman {});
    town.step(november, "2027-01-04T10:00", Decide { true, "" });
    const auto keys = [&](ComplaintGrouping by) {
        std::vector<std::pair<std::string, std::int64_t>> all;
        for (const ComplaintGroup& group : town.report({ {}, {}, by }).groups)
            all.emplace_back(group.key, group.figures.received[0]);
        return all;
    };
    using Keys = std::vector<std::pair<std::string, std::int64_t>>;
    CHECK(keys(ComplaintGrouping::Month)
        == Keys { { "2026-10", 1 }, { "2026-11", 1 }, { "2026-12", 0 }, { "2027-01", 0 } });
    CHECK(keys(ComplaintGrouping::Quarter) == Keys { { "2026-Q4", 2 }, { "2027-Q1", 0 } });
    CHECK(keys(ComplaintGrouping::Category) == Keys { { "crime", 1 }, { "", 1 } });
    CHECK(keys(ComplaintGrouping::Handler) == Keys { { "The Chief Executive", 1 }, { "", 1 } });
    CHECK(keys(ComplaintGrouping::Service) == Keys { { "A", 2 } });
    const ComplaintFigures january = town.report({ day("2027-01-01"), day("2027-01-31") }).total;
    CHECK(january.ombudsman_asked == 0);
    CHECK(january.ombudsman_decided == 1);
    CHECK(january.ombudsman_upheld == 1);
    CHECK(town.report().total.received == std::array<std::int64_t, 4> { 2, 1, 0, 0 });
}
