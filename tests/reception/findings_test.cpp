// What is behind figures: the lists have just what the reports count, and today's promises count what is open
// since before too.
#include "core/reception/cases.h"
#include "core/reception/contact_report.h"
#include "core/reception/contacts.h"
#include "core/reception/findings.h"
#include "core/reception/promises_today.h"
#include "core/reception/standard_report.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;

namespace {

const Actor kClerk { "staff:Clerk One", DeskCode("Desk 1") };

Configuration promising()
{
    Configuration made = testing::small_configuration();
    const auto add = [&](const char* id, StandardChannel channel, Stretch stretch, const char* limit) {
        Standard one;
        one.id = id;
        one.channels = { channel };
        one.stretch = stretch;
        if (*limit)
            one.limit = parse_limit(limit);
        made.standards.push_back(one);
    };
    add("visit", StandardChannel::Visit, Stretch::Seen, "");
    add("mail", StandardChannel::Email, Stretch::Answered, "2 working days");
    add("complaint", StandardChannel::Complaint, Stretch::Answered, "10 working days");
    return made;
}

struct Council : ReceptionFixture {
    Council()
        : ReceptionFixture("2026-10-06T09:00:00", promising())
    {
    }
    void go_to(const char* local) { clock.set(*configuration.zone.instant(*parse_iso_time(local))); }
    LocalDate today() const { return configuration.zone.date(clock.now()); }
    OtherContact mail(bool answered = false)
    {
        ContactWish wish;
        wish.channel = Channel::Email;
        wish.service = ServiceCode("A");
        const auto logged = std::get<OtherContact>(log_contact(reception, wish, {}, kClerk));
        if (answered)
            answer_contact(reception, logged.id, kClerk);
        return logged;
    }
    std::vector<PromiseToday> promises() { return promises_today(*store, configuration, clock.now()); }
    Findings behind_today(std::size_t standard)
    {
        return promise_findings_today(*store, configuration, standard, clock.now());
    }
};

} // namespace

TEST_CASE("Today's promises are what the report on standards counts of today")
{
    Council office;
    office.go_to("2026-10-13T09:00:00");
    const Visit quick = office.take("A");
    const Visit slow = office.take("A");
    office.clock.advance(2min);
    office.finish(office.start(office.call("Desk 1", quick)));
    office.clock.advance(20min);
    office.start(office.call("Desk 1", slow));
    office.take("B");
    office.mail(true);
    office.mail();
    const auto mine = office.promises();
    const LocalDate today = office.today();
    const StandardReport report =
        standard_report(*office.store, office.configuration, { today, today }, office.clock.now());
    REQUIRE(mine.size() == report.answers.size());
    for (std::size_t i = 0; i < mine.size(); ++i) {
        CHECK(mine[i].begun.count == report.answers[i].total.count);
        CHECK(mine[i].begun.within == report.answers[i].total.within);
        CHECK(mine[i].begun.decided() == report.answers[i].total.decided());
        CHECK(office.behind_today(i).count == report.answers[i].total.count);
    }
    CHECK(mine[0].begun.within == 1);
    CHECK(mine[0].begun.late == 1);
    CHECK(mine[1].begun.within == 1);
    CHECK(mine[1].begun.open == 1);
}

TEST_CASE("What is due today or late counts today whenever it began")
{
    Council office;
    office.go_to("2026-10-06T10:00:00");
    const OtherContact late = office.mail(); // until the 8th
    office.go_to("2026-10-09T10:00:00"); // a Friday: until the 13th
    const OtherContact due = office.mail();
    office.mail(true); // answered: over
    office.go_to("2026-10-12T10:00:00"); // until the 14th
    office.mail();
    office.go_to("2026-10-13T11:00:00");
    const PromiseToday mails = office.promises().at(1);
    CHECK(mails.late_now == 1);
    CHECK(mails.due_today == 1);
    CHECK(mails.begun.count == 0);
    const Findings behind = office.behind_today(1);
    REQUIRE(behind.count == 2);
    CHECK(behind.first.at(0).contact == late.id);
    CHECK(behind.first.at(0).standing == Standing::OpenLate);
    CHECK(behind.first.at(1).contact == due.id);
    CHECK(behind.first.at(1).standing == Standing::Open);
    answer_contact(office.reception, late.id, kClerk);
    CHECK(office.promises().at(1).late_now == 0);
}

TEST_CASE("Behind a promise of a period stand the broken ones first, each to be found again")
{
    Council office;
    for (int i = 0; i < 3; ++i) {
        office.take("A");
        office.clock.advance(5min);
        office.serve_next("Desk 1", 10s, 60s);
    }
    const Instant arrived = office.clock.now();
    const Visit first = office.take("B");
    const Visit twin = office.take("B"); // in the same second
    office.clock.advance(40min);
    office.finish(office.start(office.call("Desk 1", twin)));
    const LocalDate day = office.today();
    const Findings found =
        promise_findings(*office.store, office.configuration, 0, day, day, office.clock.now());
    CHECK(found.count == 5);
    CHECK(found.first.at(0).standing == Standing::OpenLate); // the first one waits still
    CHECK(found.first.at(0).at == arrived);
    CHECK(found.first.at(0).among + found.first.at(1).among == 1);
    CHECK(found.first.at(1).standing == Standing::Late);
    CHECK(found.first.at(2).standing == Standing::Within);
    CHECK(first.id != twin.id);
}

TEST_CASE("Behind avoidable contacts stand just those that the report counts")
{
    Council office;
    ContactWish wish;
    wish.answered = ContactWish::Answered::Now;
    wish.avoidable = AvoidableContact::Chasing;
    wish.reason = "no reply to a letter";
    log_contact(office.reception, wish, {}, kClerk);
    wish.avoidable = AvoidableContact::Repeat;
    wish.resolved = false;
    log_contact(office.reception, wish, {}, kClerk);
    wish.avoidable.reset();
    wish.resolved = true;
    log_contact(office.reception, wish, {}, kClerk);
    wish.set_aside = SetAside::Junk;
    log_contact(office.reception, wish, {}, kClerk);
    const Visit visit = office.take("A");
    office.start(office.call("Desk 1", visit));
    office.done(office.reception.finish(
        visit.id, ContactResult { .avoidable = AvoidableContact::Chasing }, {}, { "test" }));
    const LocalDate day = office.today();
    const ContactFigures report = contact_report(*office.store, office.configuration, { day, day }).total;
    const auto count = [&](const SaidQuestion& question) {
        return contact_findings(*office.store, office.configuration, question, day, day).count;
    };
    using What = SaidQuestion::What;
    CHECK(count({ What::Avoidable }) == report.avoidable);
    for (std::size_t i = 0; i < kAvoidableContacts.size(); ++i)
        CHECK(count({ What::Avoidable, kAvoidableContacts.at(i) }) == report.by_type.at(i));
    CHECK(count({ What::Resolvable }) == report.resolvable);
    CHECK(report.by_type.at(static_cast<std::size_t>(AvoidableContact::Chasing)) == 2);
    const Findings unresolved =
        contact_findings(*office.store, office.configuration, { What::Resolvable }, day, day);
    CHECK(unresolved.first.front().resolved == false);
}

TEST_CASE("Behind complaints stand those of the period, by service, and the late ones first")
{
    Council office;
    CaseWish wish;
    wish.service = ServiceCode("A");
    wish.words = Secret(std::string_view("The lift was broken."));
    receive_case(office.reception, wish, {}, "kiosk");
    wish.service = ServiceCode("B");
    receive_case(office.reception, wish, {}, "kiosk");
    wish.kind = CaseKind::Compliment;
    receive_case(office.reception, wish, {}, "kiosk");
    const LocalDate from = office.today();
    office.go_to("2026-11-13T11:00:00");
    const auto found = [&](const CaseQuestion& question) {
        return case_findings(*office.store, office.configuration, question, from, office.today());
    };
    CHECK(found({}).count == 2);
    CHECK(found({ .service = ServiceCode("B") }).count == 1);
    CHECK(found({ .service = ServiceCode("B") }).first.front().reference == "K-2");
    const Findings answered = found({ CaseQuestion::What::Answered });
    REQUIRE(answered.count == 2);
    CHECK(answered.first.front().standing == Standing::OpenLate);
    CHECK(found({ CaseQuestion::What::Decided }).count == 0);
}
