// Complaints, comments, compliments and feedback as visitors leave them, and what lies on the disk
// afterwards.
#include "core/base/error.h"
#include "core/reception/case_steps.h"
#include "core/reception/cases.h"
#include "core/reception/feedback_report.h"
#include "tests/support/reception_fixture.h"

#include <fstream>
#include <sstream>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

CaseWish complaint(const std::string& words = "The lift was broken again.")
{
    CaseWish wish;
    wish.words = Secret(std::string_view(words));
    wish.language = Language("pl");
    return wish;
}

CaseDone done(const CaseReply& reply)
{
    REQUIRE(std::holds_alternative<CaseDone>(reply));
    return std::get<CaseDone>(reply);
}
CaseRefusal refused(const CaseReply& reply)
{
    REQUIRE(std::holds_alternative<CaseRefusal>(reply));
    return std::get<CaseRefusal>(reply);
}
FeedbackDone done(const FeedbackReply& reply)
{
    REQUIRE(std::holds_alternative<FeedbackDone>(reply));
    return std::get<FeedbackDone>(reply);
}

Configuration with_categories()
{
    Configuration made = small_configuration();
    made.complaints.categories = { { CategoryCode("money"), { { Language("en"), "Money" } },
        { { Language("en"), "The Assistant Chief Executive" } } } };
    return made;
}

// Everything that lies in the folder of the store.
std::string disk_of(const ReceptionFixture& office)
{
    std::ostringstream all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(office.url.substr(7)).parent_path())) {
        if (file.is_regular_file())
            all << std::ifstream(file.path(), std::ios::binary).rdbuf();
    }
    return all.str();
}

} // namespace

TEST_CASE("A complaint gets a reference, and the dates by which it is acknowledged and answered")
{
    ReceptionFixture office("2026-12-17T10:00:00", with_categories());
    CaseWish wish = complaint();
    wish.service = ServiceCode("B");
    wish.category = CategoryCode("money");
    const CaseDone answer = done(receive_case(office.reception, wish, RequestId("r1"), "kiosk"));
    CHECK_FALSE(answer.repeated);
    CHECK(reference_of(answer.record) == "K-1");
    CHECK(to_iso(*answer.record.first.acknowledge_by) == "2026-12-24");
    CHECK(to_iso(*answer.record.first.respond_by) == "2027-01-05");
    CHECK(handler_of(answer.record.category, words(Language("en")), office.configuration)
        == "The Assistant Chief Executive");
    CHECK(handler_of({}, words(Language("en")), office.configuration) == "Our complaints team");
    office.store->read([&](Records& records) {
        CHECK(records.case_of(answer.record.id) == answer.record);
        const auto story = records.events_of(answer.record.id);
        REQUIRE(story.size() == 1);
        CHECK(story[0].kind == CaseEventKind::Received);
        CHECK(story[0].actor == "kiosk");
        CHECK(story[0].at == answer.record.received);
    });
}

TEST_CASE("The working days and the letter of kiosk.conf are those of the answer")
{
    Configuration made = small_configuration();
    made.complaints.reference_letter = "QX";
    made.complaints.acknowledge_working_days = 1;
    made.complaints.respond_working_days = 3;
    made.calendar.closures = { *parse_iso_date("2026-10-14") };
    ReceptionFixture office("2026-10-13T10:00:00", made);
    const CaseDone answer = done(receive_case(office.reception, complaint(), {}, "kiosk"));
    CHECK(reference_of(answer.record) == "QX-1");
    CHECK(to_iso(*answer.record.first.acknowledge_by) == "2026-10-15");
    CHECK(to_iso(*answer.record.first.respond_by) == "2026-10-19");
}

TEST_CASE("What comes after closing is due a working day later")
{
    ReceptionFixture office("2026-10-13T16:59:59");
    CHECK(to_iso(*done(receive_case(office.reception, complaint(), {}, "kiosk")).record.first.acknowledge_by)
        == "2026-10-20");
    office.clock.advance(Seconds { 1 });
    CHECK(to_iso(*done(receive_case(office.reception, complaint(), {}, "kiosk")).record.first.acknowledge_by)
        == "2026-10-21");
}

TEST_CASE("References grow by one, and none is given twice, whatever the letter")
{
    Configuration made = small_configuration();
    ReceptionFixture office("2026-10-13T10:00:00", made);
    CHECK(reference_of(done(receive_case(office.reception, complaint(), {}, "kiosk")).record) == "K-1");
    CHECK(reference_of(done(receive_case(office.reception, complaint(), {}, "kiosk")).record) == "K-2");
    office.configuration.complaints.reference_letter = "L";
    CHECK(reference_of(done(receive_case(office.reception, complaint(), {}, "kiosk")).record) == "L-3");
}

TEST_CASE(
    "C: a category goes to the officer that the policy names, and a serious one to the second stage at once")
{
    Configuration made = with_categories();
    made.complaints.categories[0].second_stage = true;
    made.complaints.second_stage = "Chief Executive";
    ReceptionFixture office("2026-11-23T10:00:00", made);
    CaseWish wish = complaint();
    wish.category = CategoryCode("money");
    const Case serious = done(receive_case(office.reception, wish, RequestId("r1"), "kiosk")).record;
    CHECK(serious.handler == "The Assistant Chief Executive");
    CHECK(serious.first_handler.empty()); // nobody had the first stage, so nobody is kept from the second
    REQUIRE(serious.second);
    CHECK(to_iso(*serious.second->acknowledge_by) == "2026-11-30");
    const auto story = case_story(*office.store, serious.id);
    REQUIRE(story);
    REQUIRE(story->events.size() == 2);
    CHECK(story->events[1].kind == CaseEventKind::Escalated);
    CHECK(story->events[1].actor == "rule");
    CHECK(story->record == serious);
}

TEST_CASE(
    "A step is done once however often it is said, and what is received after hours counts the day after")
{
    Configuration made = small_configuration();
    made.complaints.second_stage = "Chief Executive";
    made.complaints.heads = { { { ServiceCode("A") }, "Head of A" } };
    ReceptionFixture office("2026-11-23T10:00:00", made);
    CaseWish wish = complaint();
    wish.service = ServiceCode("A");
    const CaseId id = done(receive_case(office.reception, wish, {}, "kiosk")).record.id;
    const auto step = [&](const CaseStep& what, const char* request) {
        const CaseStepReply reply = step_case(office.reception, id, what, RequestId(request), "Case team");
        REQUIRE(std::holds_alternative<CaseDone>(reply));
        return std::get<CaseDone>(reply);
    };
    CHECK(step(case_step::Acknowledge {}, "r1").record.handler == "Head of A");
    CHECK(step(case_step::Acknowledge {}, "r1").repeated);
    office.clock.set(*office.configuration.zone.instant(*parse_iso_time("2026-11-23T17:00:00")));
    const Case second = step(case_step::Escalate { "Not happy", {} }, "r2").record;
    CHECK(second.handler == "Chief Executive");
    CHECK(to_iso(*second.second->acknowledge_by) == "2026-12-01");
    CHECK(case_story(*office.store, id)->events.size() == 3);
}

TEST_CASE("A complaint about the Chief Executive never reaches the Chief Executive: the Ombudsman is next")
{
    Configuration made = with_categories();
    ComplaintCategory& category = made.complaints.categories[0];
    category.handled_by = { { Language("en"), "The Executive Leader" } };
    category.about = "The Chief Executive";
    made.complaints.second_stage = "Chief Executive";
    const auto escalate = [&](const std::string& to) {
        ReceptionFixture office("2026-11-23T10:00:00", made);
        CaseWish wish = complaint();
        wish.category = CategoryCode("money");
        const Case record = done(receive_case(office.reception, wish, {}, "kiosk")).record;
        CHECK(record.handler == "The Executive Leader");
        return step_case(
            office.reception, record.id, case_step::Escalate { "Not happy", to }, {}, "Case team");
    };
    CHECK(std::get<CaseObstacle>(escalate("")).kind == CaseObstacle::Kind::NobodyAbove);
    CHECK(std::get<CaseObstacle>(escalate("Chief Executive")).kind == CaseObstacle::Kind::AboutHandler);
    CHECK(std::get<CaseDone>(escalate("A director")).record.handler == "A director");
    category.second_stage_by = "A scrutiny committee";
    CHECK(std::get<CaseDone>(escalate("")).record.handler == "A scrutiny committee");
}

TEST_CASE(
    "A wrong service or category is corrected: who had it only for that hands it on, and it is kept what was")
{
    Configuration made = with_categories();
    made.complaints.heads = { { { ServiceCode("A") }, "Head of A" }, { { ServiceCode("B") }, "Head of B" } };
    made.complaints.second_stage = "The Chief Executive";
    made.complaints.categories.push_back({ CategoryCode("crime"), { { Language("en"), "Crime" } },
        { { Language("en"), "The Chief Executive" } }, true });
    made.complaints.categories.push_back({ CategoryCode("b"), { { Language("en"), "About the Head of B" } },
        { { Language("en"), "The Leader" } }, false, "Head of B" });
    ReceptionFixture office("2026-11-23T10:00:00", made);
    CaseWish wish = complaint();
    wish.service = ServiceCode("A");
    const CaseId id = done(receive_case(office.reception, wish, {}, "kiosk")).record.id;
    const auto correct = [&](const case_step::Correct& step) {
        return step_case(office.reception, id, step, {}, "test");
    };
    const auto now = [&] { return case_story(*office.store, id)->record; };
    using Kind = CaseObstacle::Kind;
    CHECK(std::get<CaseObstacle>(correct({ ServiceCode("Z"), {} })).kind == Kind::UnknownService);
    CHECK(std::get<CaseObstacle>(correct({ {}, CategoryCode("Z") })).kind == Kind::UnknownCategory);
    CHECK(now().handler == "Head of A");
    REQUIRE(std::holds_alternative<CaseDone>(correct({ ServiceCode("B"), {} })));
    CHECK(now().service == ServiceCode("B"));
    CHECK(now().handler == "Head of B");
    const CaseEvent told = case_story(*office.store, id)->events.back();
    CHECK(told.before == "service=A\nhandler=Head of A\n");
    CHECK(told.after == "service=B\nhandler=Head of B\n");
    REQUIRE(std::holds_alternative<CaseDone>(correct({ {}, CategoryCode("b") })));
    CHECK(now().handler == "The Leader");
    REQUIRE(std::holds_alternative<CaseDone>(
        step_case(office.reception, id, case_step::Pass { "Ann" }, {}, "test")));
    REQUIRE(std::holds_alternative<CaseDone>(correct({ ServiceCode("A"), CategoryCode("money") })));
    CHECK(now().handler == "Ann"); // who has it for another reason keeps it
    office.clock.advance(std::chrono::days { 1 });
    REQUIRE(std::holds_alternative<CaseDone>(correct({ {}, CategoryCode("crime") })));
    REQUIRE(now().second);
    CHECK(now().second->began == now().received);
    CHECK(now().second->acknowledge_by == parse_iso_date("2026-11-30"));
    CHECK(now().handler == "The Chief Executive");
    CHECK(now().first_handler.empty());
    CHECK(now().category == CategoryCode("crime"));
}

TEST_CASE("What was done on Friday and is entered on Monday counts for Friday, in the order of the steps")
{
    ReceptionFixture office("2026-11-20T10:00:00"); // Friday
    const CaseId id = done(receive_case(office.reception, complaint(), {}, "kiosk")).record.id;
    const auto at = [&](const char* local) {
        return office.configuration.zone.instant(*parse_iso_time(local));
    };
    office.clock.set(*at("2026-11-23T10:00:00"));
    const auto step = [&](const CaseStep& what, const char* local) {
        return step_case(office.reception, id, what, {}, "test", at(local));
    };
    using Kind = CaseObstacle::Kind;
    const CaseStep acknowledge = case_step::Acknowledge { "Head" };
    CHECK(std::get<CaseObstacle>(step(acknowledge, "2026-11-20T09:59:59")).kind == Kind::TimeTooEarly);
    CHECK(std::get<CaseObstacle>(step(acknowledge, "2026-11-23T10:00:01")).kind == Kind::TimeToCome);
    REQUIRE(std::holds_alternative<CaseDone>(step(acknowledge, "2026-11-20T16:00:00")));
    const CaseStep respond = case_step::Respond { CaseOutcome::NotUpheld };
    const auto early = std::get<CaseObstacle>(step(respond, "2026-11-20T15:59:59"));
    CHECK(early == CaseObstacle { Kind::TimeTooEarly, parse_iso_date("2026-11-20") });
    REQUIRE(std::holds_alternative<CaseDone>(step(respond, "2026-11-20T16:00:00")));
    REQUIRE(std::holds_alternative<CaseDone>(
        step(case_step::Escalate { "Still", "Chief" }, "2026-11-20T16:30:00")));
    const CaseStory story = case_story(*office.store, id).value();
    CHECK(story.record.first.acknowledged == at("2026-11-20T16:00:00"));
    CHECK(story.record.first.responded == at("2026-11-20T16:00:00"));
    CHECK(story.record.second->acknowledge_by == parse_iso_date("2026-11-27"));
    CHECK(story.events.back().at == at("2026-11-20T16:30:00"));
}

TEST_CASE("What a case was given is read from the store as it was written")
{
    ReceptionFixture office("2026-11-23T10:00:00");
    const CaseId id = done(receive_case(office.reception, complaint(), {}, "kiosk")).record.id;
    const auto step = [&](const CaseStep& what) {
        const CaseStepReply reply = step_case(office.reception, id, what, {}, "Case team");
        REQUIRE(std::holds_alternative<CaseDone>(reply));
        return std::get<CaseDone>(reply).record;
    };
    step(case_step::Acknowledge { "Head", { "No bin", "A bin", "The road", "Large print" } });
    const LocalDate due = *parse_iso_date("2026-12-18");
    const Case answered = step(case_step::Respond {
        CaseOutcome::Upheld, "", { Remedy::Apology, Remedy::Money }, { { "Deliver a bin", due } } });
    CHECK(case_story(*office.store, id)->record == answered);
    const Case finished = step(case_step::FinishAction { 1 });
    CHECK(finished.actions.at(0).done == *parse_iso_date("2026-11-23"));
    const Case refused = step(case_step::Escalate { "x", "A director" });
    CHECK(refused.first_outcome == CaseOutcome::Upheld);
    const Case over = step(case_step::Refuse { "x", RefusalGround::Court });
    CHECK(case_story(*office.store, id)->record == over);
    CHECK(over.ground == RefusalGround::Court);
}

TEST_CASE("The register is by the day due, page by page, with how many are late and due today")
{
    ReceptionFixture office("2026-11-23T10:00:00");
    for (int i = 0; i < 5; ++i) {
        receive_case(office.reception, complaint(), {}, "kiosk");
        office.clock.advance(std::chrono::hours { 24 });
    }
    office.store->read([&](Records& records) {
        const CaseCounts counts = records.count_open_cases(*parse_iso_date("2026-12-02"), {});
        CHECK(counts.open == 5);
        CHECK(counts.late == 2);
        CHECK(counts.due_today == 1);
        const auto page = records.open_cases({ .first = 2, .at_most = 2 });
        REQUIRE(page.size() == 2);
        CHECK(page[0].id == CaseId(3));
        CHECK(page[1].id == CaseId(4));
        CHECK(records.open_cases({ .handler = "nobody" }).empty());
    });
}

TEST_CASE("A request said twice is one case")
{
    ReceptionFixture office;
    const RequestId request("r1");
    const CaseDone first = done(receive_case(office.reception, complaint(), request, "kiosk"));
    office.clock.advance(Seconds { 30 });
    const CaseDone again = done(receive_case(office.reception, complaint(), request, "kiosk"));
    CHECK(again.repeated);
    CHECK(again.record == first.record);
    CHECK(reference_of(done(receive_case(office.reception, complaint(), RequestId("r2"), "kiosk")).record)
        == "K-2");
}

TEST_CASE("A comment and a compliment have no dates: no answer is owed")
{
    ReceptionFixture office;
    for (const CaseKind kind : { CaseKind::Comment, CaseKind::Compliment }) {
        CaseWish wish = complaint();
        wish.kind = kind;
        const Case record = done(receive_case(office.reception, wish, {}, "kiosk")).record;
        CHECK(record.kind == kind);
        CHECK_FALSE(record.first.acknowledge_by);
        CHECK_FALSE(record.first.respond_by);
    }
}

TEST_CASE("Anonymous is allowed, and who wishes no reply leaves no address even if one was typed")
{
    ReceptionFixture office;
    CaseWish wish = complaint();
    wish.contact = Secret(std::string_view("07700 900123"));
    CHECK(done(receive_case(office.reception, wish, {}, "kiosk")).record.contact.empty());
    CHECK(disk_of(office).find("07700 900123") == std::string::npos);
    wish.reply = ReplyWish::Phone;
    const Case record = done(receive_case(office.reception, wish, {}, "kiosk")).record;
    CHECK(record.contact.text == "07700 900123");
    CHECK(record.reply == ReplyWish::Phone);
    CHECK(record.reply_language == Language("pl"));
}

TEST_CASE("What cannot be received is refused, and nothing is kept")
{
    ReceptionFixture office("2026-10-13T10:00:00", with_categories());
    const auto refusal = [&](auto change) {
        CaseWish wish = complaint();
        change(wish);
        return refused(receive_case(office.reception, wish, RequestId("r"), "kiosk"));
    };
    CHECK(refusal([](CaseWish& wish) { wish.service = ServiceCode("Z"); }) == CaseRefusal::UnknownService);
    CHECK(refusal([](CaseWish& wish) { wish.category = CategoryCode("z"); }) == CaseRefusal::UnknownCategory);
    CHECK(refusal([](CaseWish& wish) {
        wish.kind = CaseKind::Comment;
        wish.category = CategoryCode("money");
    }) == CaseRefusal::UnknownCategory);
    CHECK(refusal([](CaseWish& wish) { wish.words = Secret(std::string_view(" \n")); })
        == CaseRefusal::WordsMissing);
    CHECK(refusal([](CaseWish& wish) { wish.reply = ReplyWish::Braille; }) == CaseRefusal::ContactMissing);
    office.store->read([](Records& records) { CHECK_FALSE(records.case_of(CaseId(1))); });
}

TEST_CASE("With a key, a stolen disk tells nothing of what was typed; the secret key tells all")
{
    const SecretKey secret = make_secret_key();
    Configuration made = small_configuration();
    made.public_key = secret.public_key();
    ReceptionFixture office("2026-10-13T10:00:00", made);
    CaseWish wish = complaint("Unmistakable Complaint About Ms Nobody");
    wish.reply = ReplyWish::Letter;
    wish.contact = Secret(std::string_view("Zygfryd, 12 Unforgettable Street"));
    const Case record = done(receive_case(office.reception, wish, {}, "kiosk")).record;
    FeedbackWish feedback;
    feedback.score = 2;
    feedback.words = Secret(std::string_view("Whispered Feedback"));
    done(give_feedback(office.reception, feedback, {}));
    const std::string disk = disk_of(office);
    CHECK(disk.find(record.words.text) != std::string::npos); // it is there, sealed
    for (const char* typed : { "Unmistakable", "Nobody", "Zygfryd", "Unforgettable", "Whispered" })
        CHECK(disk.find(typed) == std::string::npos);
    CHECK(secret.open(record.words)->text() == "Unmistakable Complaint About Ms Nobody");
    CHECK(secret.open(record.contact)->text() == "Zygfryd, 12 Unforgettable Street");
}

TEST_CASE("Without a key nothing is lost: what was typed stays readable")
{
    ReceptionFixture office;
    const Case record = done(receive_case(office.reception, complaint("Plain words"), {}, "kiosk")).record;
    CHECK(record.words == SealedText { "", "Plain words" });
    CHECK(make_secret_key().open(record.words)->text() == "Plain words");
}

TEST_CASE("Feedback on a visit counts once: the last one, under the service where it was seen")
{
    ReceptionFixture office;
    const Visit visit = office.take("A");
    office.serve_next("Desk 1", Seconds { 20 }, Seconds { 200 });
    CHECK_FALSE(has_feedback(office.reception, visit.id));
    FeedbackWish wish;
    wish.visit = visit.id;
    wish.score = 1;
    wish.words = Secret(std::string_view("cold"));
    const FeedbackDone first = done(give_feedback(office.reception, wish, RequestId("r1")));
    CHECK_FALSE(first.replaced);
    CHECK(first.feedback.service == ServiceCode("A"));
    CHECK(has_feedback(office.reception, visit.id));
    CHECK(done(give_feedback(office.reception, wish, RequestId("r1"))).repeated);
    wish.score = 5;
    wish.words = {};
    CHECK(done(give_feedback(office.reception, wish, RequestId("r2"))).replaced);
    const Satisfaction figures = satisfaction_report(*office.store, office.configuration, {}).total.figures;
    CHECK(figures.visits == 1);
    CHECK(figures.satisfied == 1);
    CHECK(figures.others == 0);
}

TEST_CASE("Feedback can be given at any time without a ticket, and not on a visit that never was")
{
    ReceptionFixture office;
    FeedbackWish wish;
    wish.score = 4;
    done(give_feedback(office.reception, wish, RequestId("r1")));
    done(give_feedback(office.reception, wish, RequestId("r2")));
    CHECK(done(give_feedback(office.reception, wish, RequestId("r2"))).repeated);
    wish.visit = VisitId(4711);
    const FeedbackReply strange = give_feedback(office.reception, wish, RequestId("r3"));
    CHECK(std::get<FeedbackRefusal>(strange) == FeedbackRefusal::UnknownVisit);
    const Satisfaction figures = satisfaction_report(*office.store, office.configuration, {}).total.figures;
    CHECK(figures.visits == 0);
    CHECK(figures.others == 2);
}

TEST_CASE("Satisfaction of a period is of its local days, and is grouped by service and month")
{
    ReceptionFixture office("2026-10-13T10:00:00");
    const auto give = [&](const char* time, std::optional<VisitId> visit, int score) {
        office.clock.set(*office.configuration.zone.instant(*parse_iso_time(time)));
        FeedbackWish wish;
        wish.visit = visit;
        wish.score = score;
        done(give_feedback(office.reception, wish, {}));
    };
    const Visit a = office.take("A");
    const Visit b = office.take("B");
    give("2026-10-13T23:59:59", b.id, 5);
    give("2026-10-31T23:59:59", {}, 3);
    give("2026-11-01T00:00:00", a.id, 2);
    const auto report = [&](FeedbackQuestion question) {
        return satisfaction_report(*office.store, office.configuration, question);
    };
    const auto october = report({ *parse_iso_date("2026-10-01"), *parse_iso_date("2026-10-31") });
    CHECK(october.total.figures.visits == 1);
    CHECK(october.total.figures.others == 1);
    CHECK(october.groups.empty());
    const auto by_service = report({ {}, {}, FeedbackGrouping::Service });
    REQUIRE(by_service.groups.size() == 3);
    CHECK(by_service.groups[0].key == "A");
    CHECK(by_service.groups[1].key == "B");
    CHECK(by_service.groups[1].figures.satisfied == 1);
    CHECK(by_service.groups[2].key.empty());
    CHECK(by_service.groups[2].figures.others == 1);
    const auto by_month = report({ {}, {}, FeedbackGrouping::Month });
    REQUIRE(by_month.groups.size() == 2);
    CHECK(by_month.groups[0].key == "2026-10");
    CHECK(by_month.groups[1].key == "2026-11");
    CHECK(by_month.groups[1].figures.visits == 1);
}
