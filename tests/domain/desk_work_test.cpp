// What desks do beside calling, as rules: why somebody is next, what came of a contact, sending on to one
// desk or colleague, the pause after wrong PINs.
#include "core/domain/actor.h"
#include "core/domain/apology.h"
#include "core/domain/event_detail.h"
#include "core/domain/staff.h"
#include "core/domain/why_next.h"
#include "tests/domain/visits.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

struct Hall {
    Hall()
    {
        for (const char* code : { "A", "B", "N" }) {
            Service service;
            service.code = ServiceCode(code);
            office.services.push_back(service);
        }
        office.services[2].head_start = Seconds { -90 };
        office.rules.priorities = { { PriorityCode("P"), {}, Minutes { 10 } } };
        Desk desk = desk_named("Desk 1");
        desk.services = { { ServiceCode("A"), 1 }, { ServiceCode("N"), 1 }, { ServiceCode("B"), 2 } };
        office.desks = { desk };
    }
    Visit& come(long second, const std::string& service)
    {
        Visit visit = taken(at(second), service, static_cast<std::int64_t>(visits.size()) + 1);
        visit.number = TicketNumber(service + std::to_string(visits.size() + 1));
        visits.reserve(20); // references stay
        visits.push_back(visit);
        return visits.back();
    }
    WhyNext why(const std::string& staff = {}) const
    {
        const auto found = why_next(visits, office.desks[0], office, staff);
        REQUIRE(found);
        return *found;
    }
    Office office;
    std::vector<Visit> visits;
};

using Reason = WhyNext::Reason;

} // namespace

TEST_CASE("Why this one next: each reason where it is the one that decides")
{
    Hall hall;
    CHECK_FALSE(why_next(hall.visits, hall.office.desks[0], hall.office));
    hall.come(0, "A");
    CHECK(hall.why().reason == Reason::OnlyOne);
    hall.come(60, "A");
    CHECK(hall.why().reason == Reason::WaitsLongest);
    CHECK(hall.why().waiting == 2);
    CHECK_FALSE(hall.why().earlier);
    hall.come(70, "A").priority = PriorityCode("P");
    CHECK(hall.why().reason == Reason::HeadStart);
    CHECK(hall.why().visit.number == TicketNumber("A3"));
    CHECK(hall.why().earlier == TicketNumber("A1"));
}

TEST_CASE("Why this one next: the desk's rank, an appointment, and one who let others go first")
{
    Hall hall;
    hall.come(0, "B");
    hall.come(50, "A");
    CHECK(hall.why().reason == Reason::Rank);
    CHECK(hall.why().earlier == TicketNumber("B1"));

    Hall appointment;
    appointment.come(0, "A");
    Visit& booked = appointment.come(100, "A");
    booked.appointment_at = at(100);
    booked.queue_from = at(-500);
    CHECK(appointment.why().reason == Reason::Appointment);

    Hall back;
    back.come(0, "A").queue_from = at(200);
    back.come(100, "A");
    CHECK(back.why().reason == Reason::MovedBack);
    CHECK(back.why().earlier == TicketNumber("A1"));

    Hall behind;
    behind.come(0, "N"); // its service waits 90 seconds behind the others
    behind.come(30, "A");
    CHECK(behind.why().reason == Reason::HeadStart);
}

TEST_CASE("Whoever was sent to one desk or colleague is next there and nowhere else")
{
    Hall hall;
    Visit& sent = hall.come(0, "A");
    hall.come(60, "A");
    sent.for_desk = DeskCode("Desk 2");
    CHECK(hall.why().visit.number == TicketNumber("A2"));
    sent.for_desk = DeskCode("Desk 1");
    CHECK(hall.why().visit.number == TicketNumber("A1"));
    CHECK(hall.why().reason == Reason::SentHere);
    sent.for_desk = {};
    sent.for_staff = "Clerk";
    CHECK(hall.why().visit.number == TicketNumber("A2"));
    CHECK(hall.why("Clerk").visit.number == TicketNumber("A1"));
}

TEST_CASE("A transfer to a desk keeps arrival, may stay in the service, and the next leg is anybody's again")
{
    const Visit serving = done(start(called(taken(), at(60)), at(70), somebody())).visit;
    const Onward onward {
        .service = ServiceCode("B"), .desk = DeskCode("Desk 2"), .staff = {}, .note = "Rent"
    };
    const Change sent = done(transfer(serving, onward, at(100), nullptr, somebody()));
    CHECK(sent.visit.for_desk == DeskCode("Desk 2"));
    CHECK(sent.visit.arrived == kNine);
    CHECK(sent.visit.leg == 2);
    CHECK(sent.visit.note == "Rent");
    CHECK(sent.events.front().detail == "desk=Desk 2 note=Rent");
    const Visit there = done(start(called(sent.visit, at(110), "Desk 2"), at(120), somebody())).visit;
    const Visit on = done(transfer(there, ServiceCode("A"), "More", at(130), nullptr, somebody())).visit;
    CHECK(on.for_desk.empty());
}

TEST_CASE("A transfer without a note is refused unless it may be without")
{
    const Visit serving = done(start(called(taken(), at(60)), at(70), somebody())).visit;
    Onward onward { .service = ServiceCode("A"), .desk = {}, .staff = {}, .note = {} };
    CHECK(
        refused(transfer(serving, onward, at(100), nullptr, somebody())).kind == Refusal::Kind::NoteMissing);
    onward.rule = Onward::Note::Optional;
    CHECK(done(transfer(serving, onward, at(100), nullptr, somebody())).visit.service == ServiceCode("A"));
}

TEST_CASE("Back to the queue keeps the place, the arrival and the time served so far")
{
    const Visit before = taken();
    const Visit serving = done(start(called(before, at(60)), at(70), somebody())).visit;
    const Visit back = done(return_to_queue(serving, at(100), somebody())).visit;
    CHECK(back.state == VisitState::Waiting);
    CHECK(back.queue_from == before.queue_from);
    CHECK(back.arrived == before.arrived);
    CHECK(back.served == Seconds { 30 });
    CHECK(back.seen == at(70));
    CHECK_FALSE(back.desk);
    const Visit uncalled = done(return_to_queue(called(before, at(60)), at(65), somebody())).visit;
    CHECK(uncalled.state == VisitState::Waiting);
    CHECK(uncalled.calls == 1); // unlike a call that is undone, it stands in the visit's story
    CHECK(refused(return_to_queue(before, at(1), somebody())).state == VisitState::Waiting);
}

TEST_CASE("Another service keeps the place; the same one is refused")
{
    const Visit before = taken();
    const Visit other = done(change_service(before, ServiceCode("A"), at(60), somebody())).visit;
    CHECK(other.service == ServiceCode("A"));
    CHECK(other.queue_from == before.queue_from);
    CHECK(other.leg == 1);
    CHECK(refused(change_service(before, ServiceCode("B"), at(60), somebody())).kind
        == Refusal::Kind::SameService);
}

TEST_CASE("NI 14 and first-contact resolution are shares of the results that were said")
{
    ResultFigures figures;
    CHECK_FALSE(figures.share_resolved());
    figures.add({});
    figures.add({ .resolved = false, .reason = "evidence", .avoidable = AvoidableContact::Chasing });
    figures.add({ .resolved = true, .avoidable = AvoidableContact::Repeat });
    figures.add({});
    CHECK(figures.share_resolved() == 0.75);
    CHECK(figures.share_avoidable() == 0.5);
    CHECK(figures.by_type == std::array<std::int64_t, 5> { 0, 0, 1, 0, 1 });
}

TEST_CASE("A result stands in the event log with codes first and words last")
{
    CHECK(result_detail({}) == "resolved=yes");
    CHECK(result_detail({ .resolved = false,
              .reason = "evidence",
              .passed_to = "Back office",
              .words = "no payslip",
              .avoidable = AvoidableContact::Clarification,
              .given = ServiceCode("B") })
        == "resolved=no reason=evidence avoidable=clarification given=B passed_to=Back office words=no "
           "payslip");
}

TEST_CASE("A visit is late one second past the limit, held time taken out")
{
    const auto seen_after = [](long seconds, long held) {
        VisitTimes times;
        times.arrived = kNine;
        times.seen = at(seconds);
        times.held = Seconds { held };
        return times;
    };
    ApologyFigures figures;
    figures.add(seen_after(600, 0), Minutes { 10 }, ApologyFigures::Told::No);
    figures.add(seen_after(700, 100), Minutes { 10 }, ApologyFigures::Told::No);
    figures.add({}, Minutes { 10 }, ApologyFigures::Told::Yes);
    CHECK_FALSE(figures.share());
    figures.add(seen_after(601, 0), Minutes { 10 }, ApologyFigures::Told::Yes);
    figures.add(seen_after(900, 0), Minutes { 10 }, ApologyFigures::Told::No);
    CHECK(figures.late == 2);
    CHECK(figures.share() == 0.5);
}

TEST_CASE("Three wrong PINs are free; then the pause doubles up to a quarter of an hour")
{
    for (const auto& [wrong, seconds] :
        { std::pair { 0, 0 }, { 2, 0 }, { 3, 30 }, { 4, 60 }, { 5, 120 }, { 8, 900 }, { 1000, 900 } })
        CHECK(pause_after(wrong) == Seconds { seconds });
}

TEST_CASE("A name is found without capitals and spaces around it, and is told from a desk in the log")
{
    CHECK(staff_key("  Clerk One ") == "clerk one");
    CHECK(staff_key("   ").empty());
    StaffMember member;
    member.name = "Clerk";
    CHECK(staff_in(actor_of(member)) == "Clerk");
    CHECK(staff_in("desk:Desk 1").empty());
}

TEST_CASE("Without its words an event tells a replay the same")
{
    const std::string held = until_detail("fetches a paper", at(600));
    CHECK(until_in(without_words(EventKind::Held, held)) == at(600));
    CHECK(without_words(EventKind::Held, held).find("paper") == std::string::npos);
    CHECK(without_words(EventKind::Held, "fetches a paper").empty());
    const std::string to_desk =
        transfer_detail({ .service = {}, .desk = DeskCode("Desk 2"), .note = "Rent" });
    CHECK(sent_to(without_words(EventKind::Transferred, to_desk)) == sent_to(to_desk));
    CHECK(without_words(EventKind::Transferred, "Rent").empty());
    const std::string to_staff = transfer_detail({ .service = {}, .staff = "Clerk", .note = "Rent note=x" });
    CHECK(without_words(EventKind::Transferred, to_staff) == "staff=Clerk note=");
    CHECK(sent_to_other_name(to_staff, "7") == "staff=7 note=Rent note=x");
    Company company;
    company.party = 3;
    company.needs = { NeedCode("seat") };
    company.interpreter = Language("pl");
    company.priority = PriorityCode("P");
    const std::string needs = company_detail(company, PriorityCode("Q"));
    CHECK(without_words(EventKind::NeedsChanged, needs) == "party=3 priority=P instead_of=Q");
    CHECK(priority_before(without_words(EventKind::NeedsChanged, needs)) == PriorityCode("Q"));
    CHECK(without_words(EventKind::NeedsChanged, "party=3 need=seat") == "party=3");
    CHECK(without_words(EventKind::Apologised, "reason=busy waited=720 words=so sorry")
        == "reason=busy waited=720");
    CHECK(without_words(EventKind::DeskPaused, "lunch") == "lunch");
    CHECK(without_words(EventKind::AppointmentBooked, "K7M-4PX").empty());
}

TEST_CASE("Names of people are told from machines, desks and what stands in place of a name")
{
    for (const char* name : { "staff:Clerk", "Ann Smith", "staff:Clerk 2" })
        CHECK(is_a_name(name));
    for (const char* other :
        { "", "kiosk", "desk:Desk 1", "command line", "import", "close of day", "staff", "staff:7" })
        CHECK_FALSE(is_a_name(other));
}
