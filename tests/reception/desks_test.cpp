// What desks do with visits beside calling, as verbs over a store: finish with a result, apologise, send on,
// serve at once, correct; and what the event log says of it.
#include "core/reception/contacts.h"
#include "core/reception/notices.h"
#include "core/reception/result_report.h"
#include "core/reception/snapshot.h"
#include "core/reception/staff.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;
using Kind = Refusal::Kind;

namespace {

Configuration strict()
{
    Configuration made = testing::small_configuration();
    made.desks.result = ResultRule::Required;
    made.desks.unresolved = { { "evidence", "More evidence", "Back office" } };
    made.desks.late = { { "busy",
        { { Language("en"), "Many people came." }, { Language("pl"), "Tłum." } } } };
    made.office.needs = { { .code = NeedCode("seat") },
        { .code = NeedCode("pain"), .priority = PriorityCode("P") } };
    return made;
}

struct Hall : ReceptionFixture {
    Hall()
        : ReceptionFixture("2026-10-13T09:00:00", strict())
    {
    }
    Visit serving(const std::string& service = "A")
    {
        take(service);
        return start(call_next("Desk 1"));
    }
    std::vector<Event> events()
    {
        std::vector<Event> all;
        store->read([&](Records& records) { all = records.events_after({}, 1000); });
        return all;
    }
    Event last_event() { return events().back(); }
    Snapshot picture() { return read_snapshot(*store, configuration, PlainEstimator(), clock.now()); }
};

const Actor kClerk { "staff:Clerk", DeskCode("Desk 1") };

} // namespace

TEST_CASE("Finish is refused without a result where it is required, and not where it may be left out")
{
    Hall hall;
    const Visit visit = hall.serving();
    CHECK(Hall::refused(hall.reception.finish(visit.id, {}, kClerk)) == Kind::ResultMissing);
    CHECK(hall.now(visit).state == VisitState::Serving);
    hall.configuration.office.services[0].result = ResultRule::Optional;
    Hall::done(hall.reception.finish(visit.id, {}, kClerk));
}

TEST_CASE("A result is kept for the leg, with who said it, and stands in the event log")
{
    Hall hall;
    const Visit visit = hall.serving();
    Hall::done(hall.reception.finish(visit.id,
        ContactResult { .resolved = false,
            .reason = "evidence",
            .avoidable = AvoidableContact::Chasing,
            .given = ServiceCode("B") },
        {}, kClerk));
    std::vector<ResultRecord> results;
    hall.store->read([&](Records& records) { results = records.results_of(visit.id); });
    REQUIRE(results.size() == 1);
    CHECK(results[0].result.passed_to == "Back office");
    CHECK(results[0].actor == "staff:Clerk");
    CHECK(results[0].desk == DeskCode("Desk 1"));
    CHECK(results[0].service == ServiceCode("A"));
    CHECK(hall.last_event().kind == EventKind::Result);
    CHECK(hall.last_event().detail
        == "resolved=no reason=evidence avoidable=chasing given=B passed_to=Back office");
}

TEST_CASE("Not resolved needs a reason that kiosk.conf has, or own words")
{
    Hall hall;
    const Visit visit = hall.serving();
    const auto finish = [&](ContactResult result) {
        return hall.reception.finish(visit.id, result, {}, kClerk);
    };
    CHECK(Hall::refused(finish({ .resolved = false })) == Kind::ReasonMissing);
    CHECK(Hall::refused(finish({ .resolved = false, .reason = "nonsense" })) == Kind::ReasonMissing);
    CHECK(Hall::refused(finish({ .given = ServiceCode("Z") })) == Kind::UnknownService);
    Hall::done(finish({ .resolved = false, .words = "the form is missing" }));
}

TEST_CASE("Finishing twice with one request says one result")
{
    Hall hall;
    const Visit visit = hall.serving();
    for (int i = 0; i < 2; ++i)
        Hall::done(hall.reception.finish(visit.id, ContactResult {}, RequestId("f"), kClerk));
    CHECK(result_report(*hall.store, hall.configuration, {}).total.results.said == 1);
}

TEST_CASE("Each matter of a visit has a result of its own")
{
    Hall hall;
    hall.done(
        hall.reception.take({ .service = ServiceCode("A"), .matters = { ServiceCode("B") } }, {}, "test"));
    for (int i = 0; i < 2; ++i) {
        const Visit visit = hall.start(hall.call_next("Desk 1"));
        Hall::done(hall.reception.finish(visit.id, ContactResult {}, {}, kClerk));
    }
    CHECK(result_report(*hall.store, hall.configuration, {}).total.results.said == 2);
}

TEST_CASE("An apology is owed past the limit, and needs a reason")
{
    Hall hall;
    const Visit visit = hall.take("A");
    hall.clock.advance(10min);
    hall.call_next("Desk 1");
    CHECK(Hall::refused(hall.reception.apologise(visit.id, "busy", "", {}, kClerk)) == Kind::NotLate);
    hall.clock.advance(1s);
    CHECK(Hall::refused(hall.reception.apologise(visit.id, "", "", {}, kClerk)) == Kind::ReasonMissing);
    CHECK(Hall::refused(hall.reception.apologise(visit.id, "rain", "", {}, kClerk)) == Kind::ReasonMissing);
    Hall::done(hall.reception.apologise(visit.id, "busy", "two of us are out", {}, kClerk));
    CHECK(hall.last_event().kind == EventKind::Apologised);
    CHECK(hall.last_event().detail == "reason=busy waited=601 words=two of us are out");
    CHECK(hall.picture().desk(DeskCode("Desk 1"))->current->apologised);
}

TEST_CASE("The share of late visits with an apology counts each late visit once")
{
    Hall hall;
    const Visit told = hall.take("A");
    const Visit untold = hall.take("A");
    hall.clock.advance(11min);
    hall.take("A"); // is seen in time
    for (const Visit& visit : { told, untold }) {
        hall.start(hall.call("Desk 1", visit));
        if (visit.id == told.id) {
            for (int i = 0; i < 2; ++i)
                Hall::done(hall.reception.apologise(visit.id, "busy", "", {}, kClerk));
        }
        Hall::done(hall.reception.finish(visit.id, ContactResult {}, {}, kClerk));
    }
    hall.start(hall.call_next("Desk 1"));
    const ResultReport report =
        result_report(*hall.store, hall.configuration, { .by = ResultGrouping::Desk });
    CHECK(report.total.apologies.late == 2);
    CHECK(report.total.apologies.share() == 0.5);
    REQUIRE(report.groups.size() == 1);
    CHECK(report.groups[0].key == "Desk 1");
    CHECK(hall.picture().apologies.share() == 0.5);
}

TEST_CASE("A notice of delay stands until its time, for its services, in the visitors' language")
{
    Hall hall;
    const auto put = [&](const NoticeWish& wish) { return put_notice(hall.reception, wish, kClerk); };
    CHECK(std::get<Refusal>(put({ .reason = "rain" })).kind == Kind::ReasonMissing);
    CHECK(std::get<Refusal>(put({ .services = { ServiceCode("Z") }, .reason = "busy" })).kind
        == Kind::UnknownService);
    put({ .services = { ServiceCode("A") }, .reason = "busy", .stands = 10min });
    REQUIRE(hall.picture().notices.size() == 1);
    const DelayNotice notice = hall.picture().notices[0];
    CHECK(notice.about(ServiceCode("A")));
    CHECK_FALSE(notice.about(ServiceCode("B")));
    CHECK(notice_reason(notice, words(Language("pl")), hall.configuration) == "Tłum.");
    hall.clock.advance(10min);
    CHECK(hall.picture().notices.empty()); // clears itself
}

TEST_CASE("A notice for the same service takes the place of the one before; by hand it is gone at once")
{
    Hall hall;
    put_notice(hall.reception, { .services = { ServiceCode("A") }, .reason = "busy" }, kClerk);
    put_notice(hall.reception, { .words = "The lift is out." }, kClerk); // all services
    REQUIRE(hall.picture().notices.size() == 1);
    const NoticeId id = hall.picture().notices[0].id;
    CHECK(std::holds_alternative<DelayNotice>(clear_notice(hall.reception, id, kClerk)));
    CHECK(hall.picture().notices.empty());
    CHECK(std::get<Refusal>(clear_notice(hall.reception, id, kClerk)).kind == Kind::NoticeGone);
    CHECK(hall.last_event().kind == EventKind::NoticeCleared);
    CHECK(hall.last_event().actor == "staff:Clerk");
}

TEST_CASE("Somebody at the desk is served at once with a ticket; a desk that has a visitor refuses")
{
    Hall hall;
    const Reply reply = hall.reception.serve_now(
        DeskCode("Desk 1"), { .service = ServiceCode("A"), .party = 4 }, RequestId("s"), kClerk);
    const Visit visit = Hall::done(reply);
    CHECK(visit.state == VisitState::Serving);
    CHECK(visit.number == TicketNumber("A001"));
    CHECK(visit.party == 4);
    CHECK(visit.desk == DeskCode("Desk 1"));
    CHECK(Hall::refused(
              hall.reception.serve_now(DeskCode("Desk 1"), { .service = ServiceCode("A") }, {}, kClerk))
        == Kind::DeskBusy);
    const Reply again = hall.reception.serve_now(
        DeskCode("Desk 1"), { .service = ServiceCode("A"), .party = 4 }, RequestId("s"), kClerk);
    CHECK(std::get<Done>(again).repeated);
    CHECK(hall.picture().services[0].waiting == 0);
}

TEST_CASE("A need that a desk adds brings its class of priority, unless staff gave another")
{
    Hall hall;
    const Visit visit = hall.take("A");
    const Visit changed = Hall::done(hall.reception.change_company(
        visit.id, { .needs = { NeedCode("pain"), NeedCode("seat") }, .party = 3 }, {}, kClerk));
    CHECK(changed.needs == std::vector { NeedCode("seat"), NeedCode("pain") });
    CHECK(changed.priority == PriorityCode("P"));
    CHECK(changed.party == 3);
    CHECK(Hall::refused(hall.reception.change_company(visit.id, { .party = 99 }, {}, kClerk))
        == Kind::PartyTooLarge);
    CHECK(Hall::refused(hall.reception.change_company(visit.id, { .needs = { NeedCode("x") } }, {}, kClerk))
        == Kind::UnknownNeed);
}

TEST_CASE("To a desk that does not serve the service, the visit goes in one that it does")
{
    Hall hall;
    const Visit visit = hall.serving("N");
    const Visit sent = Hall::done(hall.reception.transfer(
        visit.id, { .service = {}, .desk = DeskCode("Desk 2"), .staff = {}, .note = "Rent" }, {}, kClerk));
    CHECK(sent.service == ServiceCode("B"));
    CHECK(sent.for_desk == DeskCode("Desk 2"));
    CHECK(Hall::refused(hall.reception.call_next(DeskCode("Desk 1"), {}, "test")) == Kind::NobodyWaits);
    CHECK(hall.call_next("Desk 2").id == visit.id);
}

TEST_CASE("Whoever was sent to a desk that closes is anybody's again")
{
    Hall hall;
    const Visit visit = hall.serving("A");
    Hall::done(hall.reception.transfer(
        visit.id, { .service = {}, .desk = DeskCode("Desk 2"), .staff = {}, .note = "Rent" }, {}, kClerk));
    hall.reception.set_desk(DeskCode("Desk 2"), DeskState::Open, "test");
    hall.reception.set_desk(DeskCode("Desk 2"), DeskState::Closed, "test");
    CHECK(hall.now(visit).for_desk.empty());
    CHECK(hall.call_next("Desk 1").id == visit.id);
}

TEST_CASE("A named colleague gets the visit where she sits, and nobody if she is not there")
{
    Hall hall;
    REQUIRE(std::holds_alternative<StaffMember>(
        add_staff(hall.reception, "Clerk", Secret(std::string_view("1234")))));
    const Visit visit = hall.serving("A");
    const auto send = [&] {
        return hall.reception.transfer(
            visit.id, { .service = {}, .desk = {}, .staff = "Clerk", .note = "Rent" }, {}, kClerk);
    };
    CHECK(Hall::refused(send()) == Kind::NotThere);
    sign_in(hall.reception, DeskCode("Desk 2"), "clerk", Secret(std::string_view("1234")));
    CHECK(Hall::done(send()).for_staff == "Clerk");
    CHECK(Hall::refused(hall.reception.call_next(DeskCode("Desk 1"), {}, "test")) == Kind::NobodyWaits);
    SUBCASE("at her desk it is next")
    {
        CHECK(hall.call_next("Desk 2").id == visit.id);
    }
    SUBCASE("when she goes it is anybody's")
    {
        sign_out(hall.reception, DeskCode("Desk 2"));
        CHECK(hall.call_next("Desk 1").id == visit.id);
    }
}

TEST_CASE("A break has its reason and the time of return; who sits there stays")
{
    Hall hall;
    add_staff(hall.reception, "Clerk", Secret(std::string_view("1234")));
    sign_in(hall.reception, DeskCode("Desk 1"), "Clerk", Secret(std::string_view("1234")));
    hall.reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "staff:Clerk");
    const Instant back = hall.clock.now() + 15min;
    hall.reception.set_desk(DeskCode("Desk 1"), DeskState::Paused, { "lunch", back }, "staff:Clerk");
    const Snapshot picture = hall.picture();
    const DeskNow& desk = *picture.desk(DeskCode("Desk 1"));
    CHECK(desk.reason == "lunch");
    CHECK(desk.back == back);
    CHECK(desk.staff == "Clerk");
    CHECK(hall.last_event().detail == "until=2026-10-13T08:15:00Z note=lunch");
}

TEST_CASE("A desk that needs help is seen by all until it is over; who answered is seen too")
{
    Hall hall;
    const DeskCode desk("Desk 1");
    for (int i = 0; i < 2; ++i)
        call_for_help(hall.reception, desk, "staff:Clerk");
    CHECK(hall.picture().desk(desk)->help_since == hall.clock.now());
    answer_help(hall.reception, desk, "desk:Desk 2");
    answer_help(hall.reception, desk, "desk:Desk 3"); // somebody was faster
    CHECK(hall.picture().desk(desk)->helper == "desk:Desk 2");
    end_help(hall.reception, desk, "staff:Clerk");
    CHECK_FALSE(hall.picture().desk(desk)->help_since);
    CHECK(hall.events().size() == 3);
    // It does not open the desk, and its first call still does.
    hall.take("A");
    hall.call_next("Desk 1");
}

TEST_CASE("An appointment is moved or cancelled only with an apology, which it keeps")
{
    Hall hall;
    Appointment wanted;
    wanted.reference = "BK-1";
    wanted.service = ServiceCode("A");
    wanted.at = hall.clock.now() + 2h;
    hall.reception.add_appointment(wanted, "staff:Clerk");
    CHECK(hall.last_event().kind == EventKind::AppointmentBooked);
    const auto kind = [](const AppointmentReply& reply) { return std::get<Refusal>(reply).kind; };
    CHECK(kind(hall.reception.move_appointment("BK-1", wanted.at + 1h, " ", "test")) == Kind::ApologyMissing);
    CHECK(kind(hall.reception.cancel_appointment("BK-1", "", "test")) == Kind::ApologyMissing);
    CHECK(kind(hall.reception.move_appointment("BK-1", wanted.at - 48h, "Sorry.", "test"))
        == Kind::AppointmentPast);
    const auto moved = std::get<Appointment>(
        hall.reception.move_appointment("BK-1", wanted.at + 1h, "Sorry, the lift is broken.", "staff:Clerk"));
    CHECK(moved.at == wanted.at + 1h);
    CHECK(hall.picture().appointments[0].apology == "Sorry, the lift is broken.");
    CHECK(hall.last_event().detail == "BK-1 Sorry, the lift is broken.");
    hall.reception.cancel_appointment("BK-1", "Sorry, we close.", "staff:Clerk");
    CHECK(
        kind(hall.reception.move_appointment("BK-1", wanted.at, "Sorry.", "test")) == Kind::AppointmentOver);
}

TEST_CASE("Contacts by other channels have the times of receipt, acknowledgement and answer")
{
    Hall hall;
    const Instant received = hall.clock.now() - 2h;
    const auto letter = std::get<OtherContact>(log_contact(hall.reception,
        { .channel = Channel::Letter, .service = ServiceCode("B"), .about = "rent", .received = received },
        RequestId("l"), kClerk));
    CHECK(letter.received == received);
    CHECK(std::get<OtherContact>(
              log_contact(hall.reception, { .channel = Channel::Letter }, RequestId("l"), kClerk))
              .id
        == letter.id);
    hall.clock.advance(1min);
    acknowledge_contact(hall.reception, letter.id, kClerk);
    hall.clock.advance(1min);
    acknowledge_contact(hall.reception, letter.id, kClerk);
    CHECK(hall.picture().contacts.size() == 1);
    const auto answered = std::get<OtherContact>(answer_contact(hall.reception, letter.id, kClerk));
    CHECK(answered.answered == hall.clock.now());
    CHECK(answered.acknowledged == hall.clock.now() - 1min);
    CHECK(hall.picture().contacts.empty());
    const auto call = std::get<OtherContact>(log_contact(
        hall.reception, { .channel = Channel::Phone, .answered = ContactWish::Answered::Now }, {}, kClerk));
    CHECK(call.answered == hall.clock.now());
    CHECK(std::get<Refusal>(answer_contact(hall.reception, ContactId(99), kClerk)).kind
        == Kind::UnknownContact);
}
