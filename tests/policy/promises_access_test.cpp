// What visitors are promised beside the figures, in both policies, as in promises_test.cpp:
//
//   P-documents    which documents to bring is told, and no more is kept than the purpose needs; privacy in
//                  discussions and in storage (M)
//   P-needs        their needs are met: a language, Braille, large print, a hearing loop, disabled access, a
//                  private room, a home visit, the way in which they wish to be answered (C, M)
//   P-digital      digital by default, other formats on request; whom to reach when we are closed; opening
//                  hours known and changes announced (M)
//   P-complaints   an easy complaints procedure, and the outcome in all cases (M); feedback is acknowledged
//                  where possible (C)
#include "core/reception/case_steps.h"
#include "core/reception/contact_report.h"
#include "core/reception/letters.h"
#include "core/reception/sentences.h"
#include "core/reception/snapshot.h"
#include "tests/policy/policy_office.h"
#include "tests/support/plain_estimator.h"

#include <array>
#include <iterator>

using namespace nextplease;
using namespace std::chrono_literals;
using testing::PolicyOffice;
using testing::profile;
using Kind = Refusal::Kind;

namespace {

constexpr std::array kCouncils { "chorley", "mid-devon" };

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

struct Council : PolicyOffice {
    using PolicyOffice::PolicyOffice;

    Snapshot picture() { return read_snapshot(*store, configuration, PlainEstimator(), clock.now()); }

    CaseWish wish(CaseKind kind = CaseKind::Complaint) const
    {
        CaseWish made;
        made.kind = kind;
        made.words = Secret(std::string_view("The bins were not collected."));
        made.service = ServiceCode("A");
        made.language = Language("en");
        made.reply = ReplyWish::Letter;
        made.contact = Secret(std::string_view("1 High Street"));
        return made;
    }
    CaseStory story(CaseId id) { return case_story(*store, id).value(); }
    CaseStory received(const CaseWish& wish)
    {
        return story(std::get<CaseDone>(receive_case(reception, wish, {}, "kiosk")).record.id);
    }
    CaseStepReply step(const CaseStory& before, const CaseStep& step)
    {
        return step_case(reception, before.record.id, step, {}, actor.name);
    }
    CaseStory played(const CaseWish& wish, const std::vector<CaseStep>& steps)
    {
        const CaseStory begun = received(wish);
        for (const CaseStep& one : steps)
            REQUIRE(std::holds_alternative<CaseDone>(step(begun, one)));
        return story(begun.record.id);
    }
    // What is written after the latest step.
    Letter due_letter(const CaseStory& story)
    {
        const auto kind = letter_due(story);
        REQUIRE(kind);
        return letter_of(story, *kind, configuration, reception.today());
    }
};

// The profile, with more at its end.
Configuration profile_with(const std::string& name, const std::string& more)
{
    const std::string path = std::string(NEXTPLEASE_PROFILES) + "/" + name + ".conf";
    std::ifstream file(path);
    const std::string text { std::istreambuf_iterator<char>(file), {} };
    return parse_configuration(text + more, path);
}

const std::vector<NeedCode> kThree { NeedCode("interpreter"), NeedCode("hearing"), NeedCode("private") };

} // namespace

TEST_CASE("P-documents: what to bring is known for a service, in every language, before somebody waits")
{
    for (const char* name : kCouncils) {
        CAPTURE(name);
        const Configuration council = profile(name);
        int asked = 0;
        for (const Service& service : council.office.services) {
            for (const Document& document : service.bring) {
                ++asked;
                for (const Language& language : council.languages)
                    CHECK_FALSE(words_in(document.name, language, {}).empty());
                CHECK_FALSE(document.hint.empty()); // when, or which will do
                CHECK_FALSE(document.icon.empty());
            }
        }
        CHECK(asked > 0);
        CHECK_FALSE(council.office.find(ServiceCode("A"))->bring.empty());
        CHECK(council.office.find(ServiceCode("E"))->bring.empty()); // nothing is asked for bins
    }
}

TEST_CASE("P-documents: no address is kept of who wishes no answer, and what was confided lies sealed")
{
    Council office("mid-devon");
    office.go_to("2026-10-13T10:00");
    office.configuration.public_key = make_secret_key().public_key();
    CaseWish wish = office.wish();
    wish.reply = ReplyWish::None;
    CHECK(office.received(wish).record.contact == SealedText {});
    const Case kept = office.received(office.wish()).record;
    CHECK_FALSE(kept.contact == SealedText {});
    CHECK_FALSE(has(kept.words.text, "bins"));
    CHECK_FALSE(has(kept.contact.text, "High Street"));
    CHECK(office.configuration.retention.visits <= std::chrono::days { 31 }); // and then what is told of a
    CHECK(office.configuration.retention.cases <= std::chrono::years { 6 }); // person is taken out
}

TEST_CASE("P-needs: each need of both policies can be said, by its own name")
{
    for (const char* name : kCouncils) {
        CAPTURE(name);
        const Office& office = profile(name).office;
        for (const char* code :
            { "interpreter", "hearing", "wheelchair", "sight", "private", "home-visit" }) {
            CAPTURE(code);
            REQUIRE(office.find(NeedCode(code)));
            CHECK_FALSE(office.find(NeedCode(code))->name.empty());
        }
        CHECK(office.find(NeedCode("interpreter"))->asks == Need::Asks::WhichLanguage);
        CHECK(office.interpreters.size() >= 2);
    }
}

TEST_CASE("P-needs: they travel with the ticket to every desk, with the interpreter's language")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    TicketWish wish { .service = ServiceCode("A") };
    wish.needs = { NeedCode("private"), NeedCode("hearing"), NeedCode("interpreter") };
    wish.interpreter = Language("ur");
    const Visit taken = Council::done(office.reception.take(wish, {}, "kiosk"));
    const auto check = [](const Visit& visit) {
        CHECK(visit.needs == kThree);
        CHECK(visit.interpreter == Language("ur"));
    };
    check(office.picture().waiting.at(0).visit);
    check(office.call_next("Desk 1"));
    office.start(taken);
    Council::done(office.reception.transfer(taken.id, ServiceCode("C"), "Rent", {}, office.actor));
    check(office.call_next("Desk 3"));
    const Snapshot there = office.picture();
    REQUIRE(there.desk(DeskCode("Desk 3"))->current);
    check(there.desk(DeskCode("Desk 3"))->current->visit);
    CHECK(office.configuration.office.interpreter(Language("ur"))->name == "Urdu");
    // A need that the desk sees is written down as well.
    Company company { .needs = kThree, .interpreter = Language("ur") };
    company.needs.push_back(NeedCode("wheelchair"));
    CHECK(Council::done(office.reception.change_company(taken.id, company, {}, office.actor)).needs.size()
        == 4);
}

TEST_CASE("P-needs: they are kept with an appointment, and what we do not have is refused, not forgotten")
{
    Council office("mid-devon");
    office.go_to("2026-10-13T09:00");
    Appointment wanted;
    wanted.reference = "MD-1";
    wanted.service = ServiceCode("C");
    wanted.at = office.at("2026-10-13T10:00");
    wanted.needs = kThree;
    wanted.interpreter = Language("pl");
    REQUIRE(std::holds_alternative<Appointment>(office.reception.add_appointment(wanted, "test")));
    office.go_to("2026-10-13T09:55");
    const auto came = std::get<CheckedIn>(office.reception.check_in("MD-1", Language("en"), {}, "kiosk"));
    REQUIRE(came.visit);
    CHECK(came.visit->needs == kThree);
    CHECK(came.visit->interpreter == Language("pl"));
    TicketWish wish { .service = ServiceCode("A") };
    wish.needs = { NeedCode("helicopter") };
    CHECK(Council::refused(office.reception.take(wish, {}, "kiosk")) == Kind::UnknownNeed);
    wish.needs = { NeedCode("interpreter") };
    wish.interpreter = Language("xx");
    CHECK(Council::refused(office.reception.take(wish, {}, "kiosk")) == Kind::UnknownLanguage);
}

TEST_CASE("P-needs: an answer comes in the way, the language and the format that were wished")
{
    Council office("mid-devon");
    office.go_to("2026-10-13T10:00");
    for (const ReplyWish reply : { ReplyWish::Phone, ReplyWish::Email, ReplyWish::Letter,
             ReplyWish::LargePrint, ReplyWish::Braille }) {
        CaseWish wish = office.wish();
        wish.reply = reply;
        wish.reply_language = Language("ur");
        const CaseStory story = office.played(wish, { case_step::Acknowledge {} });
        CHECK(story.record.reply == reply);
        CHECK(story.record.reply_language == Language("ur"));
        CHECK(story.record.language == Language("en")); // which the kiosk spoke
        const Letter letter = office.due_letter(story);
        CHECK(letter.language == Language("ur"));
        CHECK(letter.large_print == (reply == ReplyWish::LargePrint));
    }
}

TEST_CASE("P-digital: when we are closed it is known whom to reach in an emergency, and when we open")
{
    struct Closed {
        const char *at, *opens;
    };
    for (const char* name : kCouncils) {
        Council office(name);
        const std::string first = std::string(name) == "chorley" ? "T08:45" : "T09:00";
        for (const Language& language : office.configuration.languages)
            CHECK_FALSE(words_in(office.configuration.visitor.emergency, language, {}).empty());
        for (const Closed& closed : {
                 Closed { "2026-10-13T20:00", "2026-10-14" },
                 Closed { "2026-10-17T10:00", "2026-10-19" }, // a Saturday
                 Closed { "2026-10-25T01:30", "2026-10-26" }, // while the clocks change
                 Closed { "2026-08-31T10:00", "2026-09-01" }, // the summer bank holiday
                 Closed { "2026-04-03T10:00", "2026-04-07" }, // Good Friday
                 Closed { "2026-12-25T10:00", "2026-12-29" }, // the 28th is a substitute day
             }) {
            CAPTURE(name);
            CAPTURE(closed.at);
            office.go_to(closed.at);
            const LocalTime opens = *parse_iso_time(closed.opens + first);
            const Snapshot shown = office.picture();
            CHECK_FALSE(shown.open);
            for (const ServiceNow& service : shown.services) {
                CHECK_FALSE(service.gives_tickets());
                CHECK(service.opens == opens);
            }
            const Reply reply = office.reception.take(
                { .service = ServiceCode("A"), .hours = TicketWish::Hours::Bind }, {}, "kiosk");
            REQUIRE(std::holds_alternative<Refusal>(reply));
            const Refusal& refusal = std::get<Refusal>(reply);
            CHECK(refusal.kind == Kind::ServiceClosed);
            CHECK(refusal.opens == opens);
            const std::string said =
                sentence(refusal, words(Language("en")), office.configuration, shown.local);
            CHECK(has(said, first.substr(1)));
            office.go_to(closed.opens + first);
            CHECK(office.picture().open);
        }
    }
}

TEST_CASE("P-digital: what comes by the emergency number is a channel of its own in the figures")
{
    Council office("mid-devon");
    office.answer(office.log(Channel::OutOfHours, "2026-12-25T02:00"), "2026-12-25T02:10");
    const auto channels =
        contact_report(*office.store, office.configuration, { .by = ContactGrouping::Channel }).groups;
    REQUIRE(channels.size() == 1);
    CHECK(channels[0].key == "out_of_hours");
    CHECK(channels[0].figures.contacts == 1);
}

TEST_CASE(
    "P-digital: other hours of a day bind the kiosk, and are announced on the boards until they are over")
{
    Council office("mid-devon");
    office.configuration = profile_with("mid-devon",
        "\n[hours.exceptions]\n2026-10-14 = [\"11:00-15:00\"]\n"
        "[[board.message]]\ntitle.en = \"Wednesday\"\ntext.en = \"We open at 11:00.\"\nuntil = "
        "\"2026-10-14\"\n");
    office.go_to("2026-10-14T09:30");
    CHECK_FALSE(office.picture().open);
    CHECK(office.picture().service(ServiceCode("A"))->opens == parse_iso_time("2026-10-14T11:00"));
    office.go_to("2026-10-14T11:00");
    CHECK(office.picture().service(ServiceCode("A"))->gives_tickets());
    REQUIRE(office.configuration.board.messages.size() == 1);
    CHECK(office.configuration.board.messages[0].until == parse_iso_date("2026-10-14"));
}

TEST_CASE("P-digital: where it is quicker online that is said, and other formats are there for the asking")
{
    const Configuration council = profile("mid-devon");
    for (const char* service : { "A", "B", "E" })
        CHECK(has(
            words_in(council.office.find(ServiceCode(service))->elsewhere, Language("en"), {}), "online"));
    for (const char* word : { "letter", "large_print", "braille", "phone", "email" })
        CHECK(reply_wish(word));
}

TEST_CASE("P-complaints: a complaint needs no more than its words, and is told its reference and its dates")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    CaseWish wish;
    wish.words = Secret(std::string_view("Nobody rang back."));
    wish.language = Language("en");
    const Case record = office.received(wish).record;
    CHECK(reference_of(record) == "K-1");
    CHECK(record.first.acknowledge_by == parse_iso_date("2026-10-20"));
    CHECK(record.first.respond_by == parse_iso_date("2026-10-27"));
    const CaseDates shown = dates_of(CaseKind::Complaint, office.clock.now(), office.configuration);
    CHECK(shown.acknowledge_by == record.first.acknowledge_by); // as before it was sent
    CHECK(shown.respond_by == record.first.respond_by);
}

TEST_CASE("P-complaints: whatever comes of a complaint, there is a letter that tells it")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    const case_step::Acknowledge acknowledge { "Head of Customer Services" };
    const auto tells = [&](const std::vector<CaseStep>& steps, const std::vector<std::string>& parts) {
        const std::string text = text_of(office.due_letter(office.played(office.wish(), steps)));
        for (const std::string& part : parts) {
            CAPTURE(part);
            CHECK(has(text, part));
        }
    };
    tells({ acknowledge, case_step::Respond { CaseOutcome::Upheld, "We forgot your street." } },
        { "You were right to complain, and we are sorry.", "We forgot your street." });
    tells({ acknowledge, case_step::Respond { CaseOutcome::PartlyUpheld, "One bin was missed." } },
        { "You were right in part", "One bin was missed." });
    tells({ acknowledge, case_step::Respond { CaseOutcome::NotUpheld, "It was not out." } },
        { "We do not think that we did anything wrong.", "It was not out." });
    tells({ case_step::PutRight { "We collected them at noon." } }, { "We collected them at noon." });
    tells({ case_step::Refuse { "It is older than 12 months." } },
        { "It is older than 12 months.", "0300 061 0614" });
    tells({ case_step::Route { "planning", {} } }, { "Planning appeal", "Planning Inspectorate" });
    tells({ acknowledge, case_step::Respond { CaseOutcome::NotUpheld },
              case_step::Escalate { "Still unhappy.", "The Chief Executive" }, case_step::Acknowledge {},
              case_step::Respond { CaseOutcome::Upheld, "You were right." } },
        { "You were right.", "final answer", "0300 061 0614" });
    tells({ acknowledge, case_step::AskOmbudsman {} }, { "You can ask the Ombudsman", "0300 061 0614" });
}

TEST_CASE("P-complaints: none is closed without an answer, and a late one tells why, until when and sorry")
{
    Council office("mid-devon");
    office.go_to("2026-10-13T10:00");
    const CaseStory begun = office.received(office.wish());
    const auto refused = [&](const CaseStep& step) {
        return std::get<CaseObstacle>(office.step(begun, step)).kind;
    };
    CHECK(refused(case_step::Close {}) == CaseObstacle::Kind::RespondFirst);
    REQUIRE(
        std::holds_alternative<CaseDone>(office.step(begun, case_step::Acknowledge { "Customer First" })));
    const std::string acknowledgement = text_of(office.due_letter(office.story(begun.record.id)));
    CHECK(has(acknowledgement, "Customer First"));
    CHECK(has(acknowledgement, "Ombudsman")); // the procedure to its end
    CHECK(refused(case_step::Close {}) == CaseObstacle::Kind::RespondFirst);
    CHECK(refused(case_step::Respond {}) == CaseObstacle::Kind::OutcomeMissing);
    CHECK(refused(case_step::Extend { " ", *parse_iso_date("2026-11-13") })
        == CaseObstacle::Kind::ReasonMissing);
    REQUIRE(std::holds_alternative<CaseDone>(
        office.step(begun, case_step::Extend { "We need a survey.", *parse_iso_date("2026-11-13") })));
    const std::string later = text_of(office.due_letter(office.story(begun.record.id)));
    for (const char* part : { "We need a survey.", "13 November 2026", "sorry" })
        CHECK(has(later, part));
}

TEST_CASE("P-complaints: comments and compliments go to the head of the service, and are acknowledged if "
          "we can")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    for (const CaseKind kind : { CaseKind::Comment, CaseKind::Compliment }) {
        const CaseStory passed = office.played(office.wish(kind), { case_step::Pass {} });
        CHECK(passed.record.handler == "Head of Customer Services");
        CHECK(is_open(passed.record)); // it is still to be acknowledged
        REQUIRE(std::holds_alternative<CaseDone>(office.step(passed, case_step::Acknowledge {})));
        const CaseStory done = office.story(passed.record.id);
        CHECK_FALSE(is_open(done.record));
        CHECK(has(text_of(office.due_letter(done)), "Thank you for telling us."));
        CaseWish nowhere = office.wish(kind);
        nowhere.reply = ReplyWish::None;
        CHECK_FALSE(is_open(office.played(nowhere, { case_step::Pass {} }).record));
    }
}
