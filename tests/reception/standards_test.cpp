// The report of standards over a store: visits, contacts and complaints are held against kiosk.conf's
// promises, in total and by group.
#include "core/reception/contacts.h"
#include "core/reception/standard_report.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;
using Kind = Refusal::Kind;

namespace {

const Actor kClerk { "staff:Clerk One", DeskCode("Desk 1") };

Standard promise(
    const char* id, std::vector<StandardChannel> channels, Stretch stretch, const char* limit, double goal)
{
    Standard made;
    made.id = id;
    made.title = { { Language("en"), id } };
    made.channels = std::move(channels);
    made.stretch = stretch;
    if (*limit)
        made.limit = parse_limit(limit);
    made.goal_percent = goal;
    return made;
}

Configuration promising()
{
    Configuration made = testing::small_configuration();
    made.office.directorates = { { DirectorateCode("people"), "People", "", {} },
        { DirectorateCode("places"), "Places", "", {} } };
    made.office.services[0].directorate = DirectorateCode("places");
    made.office.services[1].directorate = DirectorateCode("people");
    made.standards = { promise("visit", { StandardChannel::Visit }, Stretch::Seen, "", 50),
        promise("mail", { StandardChannel::Email, StandardChannel::Text }, Stretch::Answered,
            "2 working days", 90) };
    return made;
}

struct Council : ReceptionFixture {
    Council()
        : ReceptionFixture("2026-10-13T09:00:00", promising())
    {
    }
    StandardReport report(const StandardQuestion& question = {})
    {
        return standard_report(*store, configuration, question, clock.now());
    }
    StandardFigures of(const std::string& id)
    {
        for (const StandardAnswer& answer : report().answers) {
            if (answer.standard.id == id)
                return answer.total;
        }
        FAIL("no such promise");
        return {};
    }
    OtherContact log(ContactWish wish)
    {
        return std::get<OtherContact>(log_contact(reception, wish, {}, kClerk));
    }
    void go_to(const char* local) { clock.set(*configuration.zone.instant(*parse_iso_time(local))); }
};

} // namespace

TEST_CASE(
    "Visits are held against the limit of the service where there is no other, and by who was seen where")
{
    Council office;
    const Visit first = office.take("A");
    const Visit second = office.take("B");
    office.take("A");
    office.clock.advance(10min);
    office.start(office.call("Desk 1", first));
    office.clock.advance(5min);
    office.finish(first);
    office.start(office.call("Desk 1", second));
    const StandardFigures visits = office.of("visit");
    CHECK(visits.count == 3);
    CHECK(visits.within == 2); // B has 15 minutes
    CHECK(visits.open == 1);
    CHECK(visits.open_late == 1);
    CHECK(visits.verdict(50) == Verdict::Met);
    const StandardReport by_service = office.report({ .by = StandardGrouping::Service });
    REQUIRE(by_service.answers[0].groups.size() == 2);
    CHECK(by_service.answers[0].groups[0].key == "A");
    CHECK(by_service.answers[0].groups[0].figures.decided() == 2);
    const StandardReport by_directorate = office.report({ .by = StandardGrouping::Directorate });
    CHECK(by_directorate.answers[0].groups[0].key == "people"); // as kiosk.conf has them
    CHECK(by_directorate.answers[0].groups[0].figures.within == 1);
}

TEST_CASE("Contacts are held against theirs; abusive and junk mail is in no figure; closed ones stay closed")
{
    Council office;
    const OtherContact mail = office.log({ .channel = Channel::Email, .service = ServiceCode("B") });
    const OtherContact text = office.log({ .channel = Channel::Text });
    office.log({ .channel = Channel::Email, .set_aside = SetAside::Abusive });
    const OtherContact junk = office.log({ .channel = Channel::Email });
    set_contact_aside(office.reception, junk.id, SetAside::Junk, kClerk);
    CHECK(std::get<Refusal>(answer_contact(office.reception, junk.id, kClerk)).kind == Kind::ContactOver);
    office.go_to("2026-10-15T23:59:59");
    answer_contact(office.reception, mail.id, kClerk,
        { .avoidable = AvoidableContact::Chasing, .resolved = true, .reason = "no reply" });
    CHECK(office.of("mail").left_out == 2);
    CHECK(office.of("mail").within == 1);
    CHECK(office.of("mail").open == 1);
    office.clock.advance(1s);
    answer_contact(office.reception, text.id, kClerk);
    CHECK(office.of("mail").late == 1);
    CHECK(office.of("mail").worst.at(0).reference == "contact 2");
    office.store->read([&](Records& records) {
        const OtherContact stored = *records.contact(mail.id);
        CHECK(stored.avoidable == AvoidableContact::Chasing);
        CHECK(stored.resolved == true);
        CHECK(stored.reason == "no reply");
        CHECK(records.open_contacts(9).empty());
    });
    const StandardReport by_service = office.report({ .by = StandardGrouping::Service });
    CHECK(by_service.answers[1].groups.front().key == "B");
    CHECK(by_service.answers[1].groups.back().key.empty()); // none, last
}

TEST_CASE("A late answer is explained with an apology and a date to come, and the event log keeps it")
{
    Council office;
    const OtherContact mail = office.log({ .channel = Channel::Email });
    const auto explained = [&](const char* why, const char* sorry, const char* until) {
        return explain_contact(office.reception, mail.id, why, sorry, *parse_iso_date(until), kClerk);
    };
    CHECK(std::get<Refusal>(explained("", "Sorry.", "2026-10-20")).kind == Kind::DelayUntold);
    CHECK(std::get<Refusal>(explained("Ill.", " ", "2026-10-20")).kind == Kind::DelayUntold);
    CHECK(std::get<Refusal>(explained("Ill.", "Sorry.", "2026-10-12")).kind == Kind::DelayUntold);
    REQUIRE(std::holds_alternative<OtherContact>(explained("Ill.", "Sorry.", "2026-10-20")));
    office.clock.advance(1h);
    const OtherContact again = std::get<OtherContact>(explained("Still ill.", "So sorry.", "2026-10-22"));
    REQUIRE(again.told);
    CHECK(again.told->at == office.clock.now() - 1h); // told first
    CHECK(to_iso(again.told->until) == "2026-10-22");
    office.go_to("2026-10-21T10:00");
    answer_contact(office.reception, mail.id, kClerk);
    CHECK(office.of("mail").late == 1);
    CHECK(office.of("mail").told == 1);
    CHECK(std::get<Refusal>(explained("Ill.", "Sorry.", "2026-10-30")).kind == Kind::ContactOver);
    std::vector<std::string> details;
    office.store->read([&](Records& records) {
        for (const Event& event : records.events_after({}, 100)) {
            if (event.kind == EventKind::ContactExplained)
                details.push_back(event.detail);
        }
        CHECK(records.contact(mail.id)->told == again.told);
    });
    CHECK(details
        == std::vector<std::string> { "email contact=1 until=2026-10-20 explanation=Ill. apology=Sorry.",
            "email contact=1 until=2026-10-22 explanation=Still ill. apology=So sorry." });
}

TEST_CASE("Months and quarters are those of the reception, on the days of which the clock began")
{
    Council office;
    office.go_to("2026-11-02T09:00");
    for (const char* received :
        { "2026-06-30T23:30", "2026-07-01T00:30", "2026-10-25T00:30", "2026-11-01T12:00" })
        office.log({ .channel = Channel::Email,
            .received = *office.configuration.zone.instant(*parse_iso_time(received)) });
    const auto keys = [&](StandardGrouping by) {
        std::vector<std::string> all;
        const StandardReport report = office.report({ .by = by });
        for (const StandardGroup& group : report.answers[1].groups)
            all.push_back(group.key + ":" + std::to_string(group.figures.count));
        return all;
    };
    CHECK(keys(StandardGrouping::Month)
        == std::vector<std::string> { "2026-06:1", "2026-07:1", "2026-10:1", "2026-11:1" });
    CHECK(keys(StandardGrouping::Quarter)
        == std::vector<std::string> { "2026-Q2:1", "2026-Q3:1", "2026-Q4:2" });
    StandardQuestion october { parse_iso_date("2026-10-01"), parse_iso_date("2026-10-31") };
    CHECK(office.report(october).answers[1].total.count == 1);
}
