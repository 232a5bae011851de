// When somebody with an appointment is early, in time or late, and how references are read.
#include "core/domain/appointment.h"
#include "core/domain/clocks.h"
#include "core/domain/queue.h"
#include "tests/domain/visits.h"

#include <set>

using namespace nextplease;
using namespace nextplease::testing;
using Kind = CheckIn::Kind;

namespace {

constexpr LocalDate kDay { std::chrono::year { 2026 } / 10 / 2 };
constexpr LocalDate kNextDay { std::chrono::year { 2026 } / 10 / 3 };

// At 10:00; early before 9:30, counts until 10:15, queues as somebody who came at 9:50.
Appointment at_ten()
{
    Appointment appointment;
    appointment.id = AppointmentId { 7 };
    appointment.reference = "K7M-4PX";
    appointment.service = ServiceCode("B");
    appointment.at = kNine + Minutes { 60 };
    return appointment;
}

constexpr AppointmentRules kRules {
    .early = Minutes { 30 }, .late = Minutes { 15 }, .head_start = Minutes { 10 }
};

CheckIn at_minute(int minute)
{
    return check_in(at_ten(), kDay, kNine + Minutes { minute }, kDay, kRules);
}

CheckIn in_state(AppointmentState state)
{
    Appointment appointment = at_ten();
    appointment.state = state;
    return check_in(appointment, kDay, kNine, kDay, kRules);
}

Visit arrives(int minute, std::int64_t id = 1)
{
    Visit visit = visit_for("B", id);
    visit.appointment = at_ten().id;
    visit.appointment_at = at_ten().at;
    return check_in(visit, *at_minute(minute).queue_from, kNine + Minutes { minute }, somebody()).visit;
}

} // namespace

TEST_CASE("An appointment is early, in time, late or too late by the minutes of the rules")
{
    CHECK(at_minute(0).kind == Kind::Early);
    CHECK(at_minute(29).kind == Kind::Early);
    CHECK(at_minute(30).kind == Kind::InTime);
    CHECK(at_minute(60).kind == Kind::InTime);
    CHECK(at_minute(61).kind == Kind::Late);
    CHECK(at_minute(75).kind == Kind::Late);
    CHECK(at_minute(76).kind == Kind::TooLate);
}

TEST_CASE("Who checks in, also early or late within the grace, queues by the appointment less its head start")
{
    for (const int minute : { 0, 30, 60, 75 })
        CHECK(at_minute(minute).queue_from == kNine + Minutes { 50 });
    CHECK(at_minute(76).queue_from == kNine + Minutes { 76 });
}

TEST_CASE("On another day, or when it is cancelled, missed or used, an appointment joins no queue")
{
    CHECK(check_in(at_ten(), kNextDay, kNine, kDay, kRules).kind == Kind::AnotherDay);
    CHECK(check_in(at_ten(), kDay, kNine, kNextDay, kRules).kind == Kind::DayPassed);
    CHECK(in_state(AppointmentState::Arrived).kind == Kind::AlreadyArrived);
    CHECK(in_state(AppointmentState::Cancelled).kind == Kind::Cancelled);
    CHECK(in_state(AppointmentState::Missed).kind == Kind::DayPassed);
    CHECK_FALSE(check_in(at_ten(), kNextDay, kNine, kDay, kRules).joins());
    CHECK_FALSE(check_in(at_ten(), kDay, kNine, kNextDay, kRules).joins());
    for (const auto state :
        { AppointmentState::Arrived, AppointmentState::Cancelled, AppointmentState::Missed })
        CHECK_FALSE(in_state(state).joins());
}

TEST_CASE(
    "Somebody with an appointment is called before those who came after its head start, and after the others")
{
    Office office;
    const Desk desk { .code = DeskCode("Desk 3"), .name = {}, .services = { { ServiceCode("B"), 1 } } };
    const Visit before = taken(kNine + Minutes { 49 }, "B", 2);
    const Visit after = taken(kNine + Minutes { 51 }, "B", 3);
    const Visit appointment = arrives(58, 4);
    std::vector<Visit> waiting { after, before, appointment };
    CHECK(who_is_next(waiting, desk, office)->visit.id == before.id);
    waiting.erase(waiting.begin() + 1);
    const auto next = who_is_next(waiting, desk, office);
    CHECK(next->visit.id == appointment.id);
    CHECK(next->head_start_decided);
    CHECK(people_ahead(after, waiting, office) == 1);
}

TEST_CASE("An early visitor is not overtaken by the early hour: the place is the same whenever they come")
{
    Office office;
    const std::vector<Visit> waiting { arrives(5, 2), taken(kNine + Minutes { 45 }, "B", 3) };
    CHECK(in_queue_order(waiting, office).front().id == VisitId { 3 });
    // And with nobody else there, they need not wait for their time.
    const Desk desk { .code = DeskCode("Desk 3"), .name = {}, .services = { { ServiceCode("B"), 1 } } };
    CHECK(who_is_next(std::vector { arrives(5, 2) }, desk, office)->visit.id == VisitId { 2 });
}

TEST_CASE("The wait of an early visitor begins at the appointment")
{
    const Visit visit = arrives(20);
    CHECK(clocks_of(visit, kNine + Minutes { 40 }).wait == Seconds { 0 });
    CHECK(clocks_of(visit, kNine + Minutes { 65 }).wait == Minutes { 5 });
    const Visit seen = started(called(visit, kNine + Minutes { 63 }), kNine + Minutes { 64 });
    CHECK(clocks_of(seen, kNine + Minutes { 90 }).wait == Minutes { 4 });
    CHECK(seen.arrived == kNine + Minutes { 20 });
    check_invariants(seen);
}

TEST_CASE("An early visitor who is seen before the appointment has waited nothing")
{
    const Visit seen = started(called(arrives(20), kNine + Minutes { 30 }), kNine + Minutes { 31 });
    CHECK(clocks_of(seen, kNine + Minutes { 31 }).wait == Seconds { 0 });
    CHECK(seen.held == Minutes { 11 });
    const Visit left = gone(arrives(20), kNine + Minutes { 25 });
    CHECK(clocks_of(left, kNine + Minutes { 99 }).wait == Seconds { 0 });
    CHECK(left.held == Minutes { 5 });
}

TEST_CASE("A hold before the appointment is not taken out of the wait twice")
{
    Visit visit = held(arrives(20), kNine + Minutes { 30 });
    CHECK(clocks_of(visit, kNine + Minutes { 50 }).wait == Seconds { 0 });
    CHECK(clocks_of(visit, kNine + Minutes { 70 }).wait == Seconds { 0 });
    visit = resumed(visit, kNine + Minutes { 70 });
    CHECK(visit.held == Minutes { 50 });
    CHECK(clocks_of(visit, kNine + Minutes { 73 }).wait == Minutes { 3 });
    visit = resumed(held(arrives(20), kNine + Minutes { 30 }), kNine + Minutes { 40 });
    CHECK(clocks_of(visit, kNine + Minutes { 63 }).wait == Minutes { 3 });
}

TEST_CASE("Checking in is told as an event of its own")
{
    Visit visit = visit_for("B");
    visit.appointment_at = at_ten().at;
    const Change change = check_in(visit, at_ten().at, kNine, somebody());
    REQUIRE(change.events.size() == 1);
    CHECK(change.events[0].kind == EventKind::CheckedIn);
    CHECK(change.visit.state == VisitState::Waiting);
}

TEST_CASE("A reference is found however it is typed: small letters, spaces, signs, O for 0 and I for 1")
{
    CHECK(reference_key("K7M-4PX") == "K7M4PX");
    CHECK(reference_key(" k7m 4px ") == "K7M4PX");
    CHECK(reference_key("bk/1o01") == reference_key("BK-10OI"));
    CHECK(reference_key("Łódź 7") == "ŁóDź7");
    CHECK(reference_key(" -- ").empty());
}

TEST_CASE("Our own references have no characters that are taken for each other")
{
    std::set<std::string> seen;
    for (std::uint64_t chance = 1; chance < 2000; ++chance) {
        const std::string reference = reference_from(chance * 0x9E3779B97F4A7C15U);
        REQUIRE(reference.size() == 7);
        CHECK(reference[3] == '-');
        CHECK(reference.find_first_of("01258OISBZGQ") == std::string::npos);
        CHECK(reference_key(reference).size() == 6);
        seen.insert(reference);
    }
    CHECK(seen.size() > 1990);
}

TEST_CASE("The words of an appointment's state are stable")
{
    for (const auto state : { AppointmentState::Booked, AppointmentState::Arrived,
             AppointmentState::Cancelled, AppointmentState::Missed })
        CHECK(appointment_state(word(state)) == state);
    CHECK(word(AppointmentState::Booked) == "booked");
    CHECK(word(AppointmentState::Missed) == "missed");
    CHECK_FALSE(appointment_state("Booked"));
}
