// Contacts by other channels as they are put right afterwards: logs that grow while desks work, coding after
// the answer, mistakes taken back, late answers with their explanation, and work that is entered later.
#include "core/base/error.h"
#include "core/reception/contact_import.h"
#include "core/reception/contact_register.h"
#include "core/reception/contacts.h"
#include "core/reception/feedback_report.h"
#include "core/reception/findings.h"
#include "core/reception/standard_report.h"
#include "tests/support/reception_fixture.h"

#include <fstream>

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;
using Kind = Refusal::Kind;

namespace {

const Actor kClerk { "staff:Clerk One", DeskCode("Desk 1") };

Configuration promising()
{
    Configuration made = testing::small_configuration();
    const auto promise = [&](const char* id, StandardChannel channel, Stretch stretch, const char* limit) {
        Standard standard;
        standard.id = id;
        standard.title = { { Language("en"), id } };
        standard.channels = { channel };
        standard.stretch = stretch;
        standard.limit = parse_limit(limit);
        standard.extended = parse_limit("12 weeks");
        made.standards.push_back(standard);
    };
    promise("mail", StandardChannel::Email, Stretch::Answered, "2 working days");
    promise("post", StandardChannel::Post, Stretch::Scanned, "same day");
    return made;
}

struct Log : ReceptionFixture {
    Log()
        : ReceptionFixture("2026-10-13T18:00:00", promising())
    {
    }
    Instant at(const char* local) const { return *configuration.zone.instant(*parse_iso_time(local)); }
    void go_to(const char* local) { clock.set(at(local)); }
    OtherContact came(Channel channel, const char* received)
    {
        ContactWish wish;
        wish.channel = channel;
        wish.received = at(received);
        return std::get<OtherContact>(log_contact(reception, wish, {}, kClerk));
    }
    OtherContact now(const OtherContact& contact) { return now(contact.id.value()); }
    OtherContact now(std::int64_t id)
    {
        std::optional<OtherContact> found;
        store->read([&](Records& records) { found = records.contact(ContactId(id)); });
        REQUIRE(found);
        return *found;
    }
    OtherContact answered(const OtherContact& contact, const ContactOutcome& outcome = {})
    {
        return std::get<OtherContact>(answer_contact(reception, contact.id, kClerk, outcome));
    }
    StandardFigures of(const std::string& id)
    {
        for (const StandardAnswer& answer : standard_report(*store, configuration, {}, clock.now()).answers) {
            if (answer.standard.id == id)
                return answer.total;
        }
        FAIL("no such promise");
        return {};
    }
    ContactImportSummary import(ContactLog log, const std::string& rows)
    {
        const auto file = folder / "log.csv";
        std::ofstream(file) << (log == ContactLog::Calls ? "call,offered,answered,seconds,service\n"
                                                         : "item,received,scanned,scannable,service\n")
                            << rows;
        return import_contacts(*store, configuration, file, log, clock.now());
    }
    ContactImportSummary post(const std::string& rows) { return import(ContactLog::Post, rows); }
    std::vector<std::string> told_of(EventKind kind)
    {
        std::vector<std::string> details;
        store->read([&](Records& records) {
            for (const Event& event : records.events_after({}, 100)) {
                if (event.kind == kind)
                    details.push_back(event.detail);
            }
        });
        return details;
    }
};

constexpr const char* kItem = "p1,2026-10-13T09:00:00,,yes,A\n";
constexpr const char* kScanned = "p1,2026-10-13T09:00:00,2026-10-13T11:00:00,yes,A\n";

} // namespace

TEST_CASE("A log can be imported again after every step that a desk may take, and when it has grown")
{
    const std::string more = "p2,2026-10-13T10:00:00,,yes,A\n";
    const auto after = [&](auto step) {
        Log log;
        log.post(kItem);
        step(log);
        const OtherContact before = log.now(1);
        const ContactImportSummary same = log.post(kItem);
        CHECK(same.already_there == 1);
        const ContactImportSummary grown = log.post(kItem + more);
        CHECK(grown.already_there == 1);
        CHECK(grown.added == 1);
        CHECK(log.now(1) == before); // what the desk did stays
        const ContactImportSummary scanned = log.post(kScanned + more);
        CHECK(scanned.updated == 1);
        CHECK(log.post(kScanned + more).already_there == 2);
        return log.now(1);
    };
    const ContactId item(1);
    const OtherContact acknowledged =
        after([&](Log& log) { acknowledge_contact(log.reception, item, kClerk); });
    CHECK(acknowledged.answered == Log().at("2026-10-13T11:00:00"));
    CHECK(acknowledged.acknowledged == acknowledged.answered); // never after the answer
    const OtherContact explained = after([&](Log& log) {
        explain_contact(log.reception, item, "Ill.", "Sorry.", *parse_iso_date("2026-10-20"), kClerk);
    });
    CHECK(explained.told);
    const OtherContact aside =
        after([&](Log& log) { set_contact_aside(log.reception, item, SetAside::Junk, kClerk); });
    CHECK(aside.set_aside == SetAside::Junk);
    CHECK(aside.answered);
    const OtherContact answered = after([&](Log& log) { answer_contact(log.reception, item, kClerk); });
    CHECK(answered.answered == Log().at("2026-10-13T18:00:00")); // as the desk said
}

TEST_CASE("A call that a desk set aside or coded is met again as the same call")
{
    Log log;
    const std::string calls = "c1,2026-10-13T10:00:00,yes,5,A\nc2,2026-10-13T10:01:00,no,9,A\n";
    log.import(ContactLog::Calls, calls);
    set_contact_aside(log.reception, ContactId(1), SetAside::Abusive, kClerk);
    set_contact_aside(log.reception, ContactId(2), SetAside::Junk, kClerk);
    CHECK(log.import(ContactLog::Calls, calls).already_there == 2);
    take_back_contact(log.reception, ContactId(1), kClerk);
    answer_contact(log.reception, ContactId(1), kClerk, { .avoidable = AvoidableContact::Repeat });
    CHECK(log.import(ContactLog::Calls, calls).already_there == 2);
    CHECK(log.now(1).avoidable == AvoidableContact::Repeat);
}

TEST_CASE("An item may turn out to be scannable or not; what a desk said of that stays")
{
    Log log;
    const std::string parcel = "p1,2026-10-13T09:00:00,,no,A\n";
    log.post(parcel);
    CHECK(log.post(kItem).updated == 1);
    CHECK_FALSE(log.now(1).set_aside);
    CHECK(log.of("post").count == 1);
    CHECK(log.post(parcel).updated == 1);
    CHECK(log.now(1).set_aside == SetAside::NotScannable);
    CHECK(log.post(kScanned).updated == 1);
    CHECK(log.of("post").within == 1);
    Log other;
    other.post(kItem);
    set_contact_aside(other.reception, ContactId(1), SetAside::NotScannable, kClerk);
    CHECK(other.post(kItem).already_there == 1);
    CHECK(other.now(1).set_aside == SetAside::NotScannable);
    take_back_contact(other.reception, ContactId(1), kClerk);
    CHECK(other.post(parcel).updated == 1);
    take_back_contact(other.reception, ContactId(1), kClerk);
    CHECK(other.post(parcel).already_there == 1);
    CHECK_FALSE(other.now(1).set_aside);
}

TEST_CASE("Another story of the same thing is refused with its line, and nothing of the file is taken")
{
    Log log;
    log.post(kScanned);
    log.import(ContactLog::Calls, "c1,2026-10-13T10:00:00,yes,5,A\n");
    const auto refused = [&](ContactLog kind, const std::string& row) {
        const char* other =
            kind == ContactLog::Post ? "p9,2026-10-13T09:00:00,,yes,A\n" : "c9,2026-10-13T09:00:00,yes,1,A\n";
        const std::string rows = other + row;
        std::string message;
        try {
            log.import(kind, rows);
        } catch (const InputError& error) {
            message = error.what();
        }
        CHECK_MESSAGE(message.find(":line 3: ") != std::string::npos, row, message);
        CHECK_MESSAGE(message.find("another content") != std::string::npos, row);
    };
    refused(ContactLog::Post, "p1,2026-10-13T09:01:00,2026-10-13T11:00:00,yes,A\n"); // came at another time
    refused(ContactLog::Post, "p1,2026-10-13T09:00:00,2026-10-13T11:00:01,yes,A\n"); // scanned at another
    refused(ContactLog::Post, "p1,2026-10-13T09:00:00,2026-10-13T11:00:00,yes,B\n");
    refused(ContactLog::Post, "p1,2026-10-13T09:00:00,,no,A\n"); // it was scanned
    refused(ContactLog::Calls, "c1,2026-10-13T10:00:00,yes,6,A\n");
    refused(ContactLog::Calls, "c1,2026-10-13T10:00:00,no,5,A\n");
    CHECK(log.post("p1,2026-10-13T09:00:00,,yes,A\n").already_there == 1); // says no time, and so no other
    CHECK(log.now(1).answered);
    // A telephone system counts anew after a restart: the same reference at another time is another call.
    CHECK(log.import(ContactLog::Calls, "c1,2026-10-13T12:00:00,yes,5,A\n").added == 1);
}

TEST_CASE("NI14: what was answered is coded afterwards; its time stays, and the event says what was before")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email, "2026-10-13T10:00");
    const OtherContact first = log.answered(mail);
    log.clock.advance(1h);
    const OtherContact coded = log.answered(
        mail, { .avoidable = AvoidableContact::Chasing, .resolved = true, .reason = "no reply to a letter" });
    CHECK(coded.answered == first.answered);
    CHECK(log.now(mail) == coded);
    CHECK(coded.avoidable == AvoidableContact::Chasing);
    CHECK(coded.resolved == true);
    log.answered(mail, { .avoidable = AvoidableContact::Repeat, .reason = "told twice" });
    log.answered(mail); // says nothing
    log.answered(mail, { .avoidable = AvoidableContact::Repeat }); // and nothing new
    CHECK(log.told_of(EventKind::ContactCoded)
        == std::vector<std::string> { "email contact=1 avoidable=chasing resolved=yes",
            "email contact=1 avoidable=repeat resolved=yes was_avoidable=chasing was_resolved=yes "
            "was_reason=no reply to a letter" });
    CHECK(log.told_of(EventKind::ContactAnswered).size() == 1);
}

TEST_CASE("What was set aside by mistake is taken back, and its clock counts as if it had never been")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email, "2026-10-13T10:00");
    set_contact_aside(log.reception, mail.id, SetAside::Junk, kClerk);
    CHECK(log.of("mail").left_out == 1);
    log.go_to("2026-10-20T10:00");
    take_back_contact(log.reception, mail.id, kClerk);
    CHECK(log.now(mail) == mail);
    CHECK(log.of("mail").open_late == 1);
    take_back_contact(log.reception, mail.id, kClerk); // stays as it was
    CHECK(log.told_of(EventKind::ContactTakenBack)
        == std::vector<std::string> { "email contact=1 was_set_aside=junk" });
    CHECK(std::get<Refusal>(take_back_contact(log.reception, ContactId(9), kClerk)).kind
        == Kind::UnknownContact);
}

TEST_CASE("A late answer is not taken out of the figures as needing no reply; abuse is, at any time")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email, "2026-10-01T10:00");
    log.answered(mail);
    CHECK(log.of("mail").late == 1);
    for (const SetAside why : { SetAside::NoReply, SetAside::NotScannable }) {
        const ContactReply refused = set_contact_aside(log.reception, mail.id, why, kClerk);
        CHECK(std::get<Refusal>(refused).kind == Kind::ContactOver);
    }
    CHECK(log.of("mail").late == 1);
    set_contact_aside(log.reception, mail.id, SetAside::Abusive, kClerk);
    CHECK(log.of("mail").left_out == 1);
    CHECK(std::get<Refusal>(
              answer_contact(log.reception, mail.id, kClerk, { .avoidable = AvoidableContact::Repeat }))
              .kind
        == Kind::ContactOver);
}

TEST_CASE("C-e-full: a late answer is stored with its explanation and apology, and its day is the date told")
{
    Log log;
    const auto owes = [&](const OtherContact& mail) {
        return with_dates({ log.now(mail) }, log.configuration, log.clock.now()).front().owes_explanation();
    };
    const OtherContact told = log.came(Channel::Email, "2026-10-01T10:00");
    const OtherContact untold = log.came(Channel::Email, "2026-10-01T10:00");
    const ContactReply half =
        answer_contact(log.reception, told.id, kClerk, { .explanation = "Ill.", .apology = " " });
    CHECK(std::get<Refusal>(half).kind == Kind::DelayUntold);
    CHECK_FALSE(log.now(told).answered);
    log.answered(told, { .explanation = "Ill.", .apology = "Sorry." });
    CHECK(
        log.now(told).told == DelayTold { log.clock.now(), *parse_iso_date("2026-10-13"), "Ill.", "Sorry." });
    CHECK(log.told_of(EventKind::ContactExplained).size() == 1);
    CHECK_FALSE(owes(told));
    log.answered(untold);
    CHECK(owes(untold));
    CHECK(log.of("mail").told == 1);
    log.clock.advance(1h);
    log.answered(untold, { .explanation = "Ill too.", .apology = "Sorry." }); // told after the answer
    CHECK_FALSE(owes(untold));
    CHECK(log.of("mail").late == 2);
    CHECK(log.of("mail").told == 2);
    const ContactReply again =
        answer_contact(log.reception, told.id, kClerk, { .explanation = "Other.", .apology = "Sorry." });
    CHECK(std::get<Refusal>(again).kind == Kind::ContactOver);
    const OtherContact in_time = log.came(Channel::Email, "2026-10-13T10:00");
    log.answered(in_time);
    CHECK_FALSE(owes(in_time));
}

TEST_CASE("A date that was told and broken is not made good by the day of the answer")
{
    Log log;
    const OtherContact kept = log.came(Channel::Email, "2026-10-13T10:00");
    const OtherContact broken = log.came(Channel::Email, "2026-10-13T10:00");
    for (const OtherContact& mail : { kept, broken })
        explain_contact(log.reception, mail.id, "Ill.", "Sorry.", *parse_iso_date("2026-10-20"), kClerk);
    log.go_to("2026-10-20T10:00");
    log.answered(kept, { .explanation = "Ill.", .apology = "Sorry." });
    log.go_to("2026-10-23T10:00");
    log.answered(broken, { .explanation = "Still ill.", .apology = "Sorry." });
    CHECK(log.of("mail").within == 1);
    CHECK(log.of("mail").late == 1);
}

TEST_CASE("What was done on Friday and is entered on Monday counts for Friday")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email, "2026-10-13T10:00");
    log.go_to("2026-10-19T09:00");
    acknowledge_contact(log.reception, mail.id, kClerk, log.at("2026-10-14T09:00"));
    CHECK(log.now(mail).acknowledged == log.at("2026-10-14T09:00"));
    ContactOutcome outcome;
    outcome.at = log.at("2026-10-15T16:00");
    log.answered(mail, outcome);
    CHECK(log.now(mail).answered == log.at("2026-10-15T16:00"));
    CHECK(log.of("mail").within == 1);
    CHECK(log.told_of(EventKind::ContactAnswered)
        == std::vector<std::string> { "email contact=1 at=2026-10-15T15:00:00Z" });
    // Never before it came or was acknowledged, nor to come.
    const OtherContact other = log.came(Channel::Email, "2026-10-13T10:00");
    acknowledge_contact(log.reception, other.id, kClerk, log.at("2026-10-12T09:00"));
    CHECK(log.now(other).acknowledged == log.at("2026-10-13T10:00"));
    outcome.at = log.at("2026-10-30T10:00");
    log.answered(other, outcome);
    CHECK(log.now(other).answered == log.clock.now());
}

TEST_CASE("CS-6.5.1: a caller's score counts as the kiosk's do, each contact once, by channel apart")
{
    Log log;
    const OtherContact call = log.came(Channel::Phone, "2026-10-13T10:00");
    const auto score = [&](ScoreWish wish, const char* request = "") {
        const auto reply = record_score(log.reception, wish, RequestId(request), kClerk);
        REQUIRE(std::holds_alternative<Feedback>(reply));
        return std::get<Feedback>(reply);
    };
    score({ .score = 1, .contact = call.id });
    CHECK(score({ .score = 5, .contact = call.id }).channel == Channel::Phone); // the later one stands
    score({ .score = 2, .channel = Channel::Email, .service = ServiceCode("A") }, "r");
    score({ .score = 2, .channel = Channel::Email, .service = ServiceCode("A") }, "r"); // said twice
    ContactWish wish;
    wish.score = 4;
    log_contact(log.reception, wish, RequestId("s"), kClerk);
    log_contact(log.reception, wish, RequestId("s"), kClerk);
    FeedbackQuestion question;
    question.by = FeedbackGrouping::Channel;
    const FeedbackReport report = satisfaction_report(*log.store, log.configuration, question);
    CHECK(report.total.figures.visits == 3);
    CHECK(report.total.figures.satisfied == 2);
    CHECK(report.total.figures.others == 0);
    REQUIRE(report.groups.size() == 2);
    CHECK(report.groups[0].key == "phone");
    CHECK(report.groups[0].figures.visits == 2);
    CHECK(report.groups[1].key == "email");
    const LocalDate today = *parse_iso_date("2026-10-13");
    CHECK(feedback_findings(*log.store, log.configuration, today, today).count == 3);
    const auto unknown = record_score(log.reception, { .score = 3, .contact = ContactId(99) }, {}, kClerk);
    CHECK(std::get<Refusal>(unknown).kind == Kind::UnknownContact);
    const auto nowhere =
        record_score(log.reception, { .score = 3, .service = ServiceCode("ZZ") }, {}, kClerk);
    CHECK(std::get<Refusal>(nowhere).kind == Kind::UnknownService);
}
