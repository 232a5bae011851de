// Appointments as verbs: booked, cancelled, kept and missed.
#include "core/reception/snapshot.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;
using Kind = CheckIn::Kind;

namespace {

// At 08:00 on a Tuesday. Appointments count 15 minutes and queue as 10 minutes before.
struct Hall : ReceptionFixture {
    Hall()
        : ReceptionFixture("2026-10-13T08:00:00")
    {
        configuration.office.needs = { { .code = NeedCode("seat") },
            { .code = NeedCode("pain"), .priority = PriorityCode("P") } };
    }
    Instant at(const std::string& local) const { return *configuration.zone.instant(*parse_iso_time(local)); }

    Appointment book(const std::string& local, const std::string& reference = {})
    {
        Appointment wanted;
        wanted.reference = reference;
        wanted.service = ServiceCode("B");
        wanted.at = at(local);
        const AppointmentReply reply = reception.add_appointment(wanted, "test");
        REQUIRE(std::holds_alternative<Appointment>(reply));
        return std::get<Appointment>(reply);
    }
    CheckedIn check_in(const std::string& reference, const std::string& request = {})
    {
        const CheckInReply reply = reception.check_in(reference, Language("pl"), RequestId(request), "kiosk");
        REQUIRE(std::holds_alternative<CheckedIn>(reply));
        return std::get<CheckedIn>(reply);
    }
    Refusal::Kind not_found(const std::string& reference)
    {
        const CheckInReply reply = reception.check_in(reference, {}, {}, "kiosk");
        REQUIRE(std::holds_alternative<Refusal>(reply));
        return std::get<Refusal>(reply).kind;
    }
    int due()
    {
        const PlainEstimator estimator;
        return read_snapshot(*store, configuration, estimator, clock.now()).appointments_due;
    }
    AppointmentState state_of(const Appointment& appointment)
    {
        AppointmentState state {};
        store->read([&](Records& records) { state = records.appointment(appointment.id)->state; });
        return state;
    }
};

} // namespace

TEST_CASE("Checking in gives a ticket of the service and a place by the time of the appointment")
{
    Hall room;
    const Appointment appointment = room.book("2026-10-13T10:40", "BK-1002");
    CHECK(room.due() == 1);
    room.clock.set(room.at("2026-10-13T10:35"));
    const CheckedIn answer = room.check_in("bk 1oo2");
    CHECK(answer.kind == Kind::InTime);
    REQUIRE(answer.visit);
    CHECK(answer.visit->number.text() == "B001");
    CHECK(answer.visit->queue_from == room.at("2026-10-13T10:30"));
    CHECK(answer.visit->arrived == room.clock.now());
    CHECK(answer.visit->appointment == appointment.id);
    CHECK(answer.visit->appointment_at == appointment.at);
    CHECK(answer.visit->language == Language("pl"));
    CHECK(answer.appointment.state == AppointmentState::Arrived);
    CHECK(room.state_of(appointment) == AppointmentState::Arrived);
    CHECK(room.due() == 0);
}

TEST_CASE("Early, late and too late are said apart, and too late queues from now")
{
    Hall room;
    const auto how = [&](const std::string& time, const std::string& reference) {
        room.book("2026-10-13T10:40", reference);
        room.clock.set(room.at("2026-10-13T" + time));
        return room.check_in(reference);
    };
    const CheckedIn early = how("09:00", "1");
    CHECK(early.kind == Kind::Early);
    CHECK(early.visit->queue_from == room.at("2026-10-13T10:30"));
    const CheckedIn late = how("10:55", "2");
    CHECK(late.kind == Kind::Late);
    CHECK(late.visit->queue_from == room.at("2026-10-13T10:30"));
    const CheckedIn too_late = how("10:56", "3");
    CHECK(too_late.kind == Kind::TooLate);
    CHECK(too_late.visit->queue_from == room.at("2026-10-13T10:56"));
}

TEST_CASE("Appointments and walk-ins share one queue: who is next is one rule")
{
    Hall room;
    room.book("2026-10-13T10:40", "1");
    room.clock.set(room.at("2026-10-13T10:29"));
    room.take("B");
    room.clock.set(room.at("2026-10-13T10:31"));
    room.take("B");
    room.clock.set(room.at("2026-10-13T10:38"));
    const Visit mine = *room.check_in("1").visit;
    CHECK(room.serve_next("Desk 2", 0s, 0s).number.text() == "B001");
    CHECK(room.call_next("Desk 2").id == mine.id);
}

TEST_CASE("On another day, cancelled, unknown, or checked in before: no second ticket")
{
    Hall room;
    room.book("2026-10-14T10:40", "1");
    const CheckedIn another_day = room.check_in("1");
    CHECK(another_day.kind == Kind::AnotherDay);
    CHECK_FALSE(another_day.visit);
    CHECK(another_day.appointment.at == room.at("2026-10-14T10:40"));
    CHECK(another_day.appointment.state == AppointmentState::Booked);

    CHECK(
        std::holds_alternative<Appointment>(room.reception.cancel_appointment("1", "We are sorry.", "test")));
    CHECK(
        std::holds_alternative<Appointment>(room.reception.cancel_appointment("1", "We are sorry.", "test")));
    CHECK(room.check_in("1").kind == Kind::Cancelled);
    CHECK(room.not_found("2") == Refusal::Kind::UnknownAppointment);
    CHECK(room.not_found("") == Refusal::Kind::UnknownAppointment);

    room.book("2026-10-13T08:10", "3");
    const Visit visit = *room.check_in("3").visit;
    const CheckedIn again = room.check_in("3");
    CHECK(again.kind == Kind::AlreadyArrived);
    CHECK(again.visit->id == visit.id);
    CHECK_FALSE(
        std::holds_alternative<Appointment>(room.reception.cancel_appointment("3", "We are sorry.", "test")));
    CHECK_FALSE(
        std::holds_alternative<Appointment>(room.reception.cancel_appointment("9", "We are sorry.", "test")));
    CHECK(room.take("B").number.text() == "B002");
}

TEST_CASE("A check-in said twice with one request is done once and answered the same")
{
    Hall room;
    room.book("2026-10-13T09:10", "1");
    const CheckedIn first = room.check_in("1", "r1");
    room.clock.advance(2h);
    const CheckedIn second = room.check_in("1", "r1");
    CHECK(first.kind == Kind::Early);
    CHECK(second.kind == Kind::Early);
    CHECK(second.visit->id == first.visit->id);
    CHECK(second.repeated);
    CHECK_FALSE(first.repeated);
}

TEST_CASE("What is known of the appointment is on the visit: needs with their rule, the note, the language")
{
    Hall room;
    Appointment wanted;
    wanted.service = ServiceCode("B");
    wanted.at = room.at("2026-10-13T09:00");
    wanted.needs = { NeedCode("pain"), NeedCode("seat") };
    wanted.language = Language("ur");
    wanted.note = "About the lease";
    const auto booked = std::get<Appointment>(room.reception.add_appointment(wanted, "test"));
    CHECK(booked.needs == std::vector { NeedCode("seat"), NeedCode("pain") });
    const auto reply = room.reception.check_in(booked.reference, {}, {}, "kiosk");
    const Visit visit = *std::get<CheckedIn>(reply).visit;
    CHECK(visit.needs == booked.needs);
    CHECK(visit.priority == PriorityCode("P"));
    CHECK(visit.language == Language("ur"));
    CHECK(visit.note == "About the lease");
}

TEST_CASE("A reference is made where none is given, and none is given twice")
{
    Hall room;
    const Appointment first = room.book("2026-10-13T10:40");
    const Appointment second = room.book("2026-10-13T10:40");
    CHECK(first.reference.size() == 7);
    CHECK(first.reference != second.reference);
    Appointment wanted = first;
    wanted.id = {};
    const auto refusal = [&] {
        return std::get<Refusal>(room.reception.add_appointment(wanted, "test")).kind;
    };
    CHECK(refusal() == Refusal::Kind::AppointmentExists);
    wanted.reference = " - ";
    CHECK(refusal() == Refusal::Kind::ReferenceEmpty);
    wanted.reference = "7";
    wanted.service = ServiceCode("X");
    CHECK(refusal() == Refusal::Kind::UnknownService);
    wanted.service = ServiceCode("B");
    wanted.needs = { NeedCode("X") };
    CHECK(refusal() == Refusal::Kind::UnknownNeed);
    wanted.needs.clear();
    wanted.at = room.at("2026-10-12T23:59");
    CHECK(refusal() == Refusal::Kind::AppointmentPast);
}

TEST_CASE("A cancelled reference may be booked anew, as when an appointment is moved")
{
    Hall room;
    const Appointment before = room.book("2026-10-13T10:40", "BK-1");
    room.reception.cancel_appointment("BK-1", "We are sorry.", "test");
    const Appointment after = room.book("2026-10-13T11:40", "BK-1");
    CHECK(after.id == before.id);
    CHECK(room.state_of(before) == AppointmentState::Booked);
    CHECK(room.reception.appointments(room.reception.today(), room.reception.today()).size() == 1);
}

TEST_CASE("What nobody came for is missed when the day is over")
{
    Hall room;
    const Appointment appointment = room.book("2026-10-13T10:40", "1");
    const Appointment tomorrow = room.book("2026-10-14T10:40", "2");
    room.clock.advance(24h);
    CHECK(room.check_in("1").kind == Kind::DayPassed);
    room.take("A");
    CHECK(room.state_of(appointment) == AppointmentState::Missed);
    CHECK(room.state_of(tomorrow) == AppointmentState::Booked);
    CHECK(room.check_in("1").kind == Kind::DayPassed);
    CHECK(room.due() == 1);
}

TEST_CASE("Appointments are kept whatever the hours and the daily cap, and are not counted in it")
{
    Hall room;
    room.configuration.office.services[1].tickets_a_day = 1;
    room.book("2026-10-13T08:10", "1");
    CHECK(room.check_in("1").visit);
    room.clock.set(room.at("2026-10-13T09:00"));
    const TicketWish wish { .service = ServiceCode("B"), .hours = TicketWish::Hours::Bind };
    CHECK(std::holds_alternative<Done>(room.reception.take(wish, {}, "kiosk")));
    CHECK(room.refused(room.reception.take(wish, {}, "kiosk")) == Refusal::Kind::DayFull);
    room.book("2026-10-13T09:00", "2");
    CHECK(room.check_in("2").visit);
}
