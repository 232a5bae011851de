// What core/store/store.h promises of appointments and of a day's tickets, on every driver.
#include "core/base/error.h"
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

Appointment booked(const std::string& reference, int seconds)
{
    Appointment appointment;
    appointment.reference = reference;
    appointment.service = ServiceCode("A");
    appointment.at = at(seconds);
    return appointment;
}

AppointmentId store_appointment(Store& store, const Appointment& appointment)
{
    AppointmentId id;
    store.write([&](Records& records) { id = records.add(appointment); });
    return id;
}

std::vector<std::string> references(Store& store, int from, int to)
{
    std::vector<std::string> found;
    store.read([&](Records& records) {
        for (const Appointment& appointment : records.appointments({ at(from), at(to) }))
            found.push_back(appointment.reference);
    });
    return found;
}

Leg leg_from(VisitId visit, const std::string& service)
{
    Leg leg;
    leg.visit = visit;
    leg.service = ServiceCode(service);
    return leg;
}

} // namespace

TEST_CASE("An appointment is found by its reference however it was typed, and by no other")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const AppointmentId id = store_appointment(*store, booked("bk-10O2", 0));
        store_appointment(*store, booked("BK-1003", 0));
        store->read([&](Records& records) {
            CHECK(records.appointment_referenced(reference_key("BK 1002"))->id == id);
            CHECK(records.appointment_referenced(reference_key("bk10o2"))->id == id);
            CHECK_FALSE(records.appointment_referenced(reference_key("BK-1004")));
            CHECK_FALSE(records.appointment_referenced(""));
        });
    });
}

TEST_CASE("No two appointments have references that read the same")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_appointment(*store, booked("AB-0", 0));
        CHECK_THROWS_AS(store_appointment(*store, booked("abo", 60)), Failure);
        CHECK(references(*store, 0, 100) == std::vector<std::string> { "AB-0" });
    });
}

TEST_CASE("Appointments of a period come by time, from its beginning and before its end")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_appointment(*store, booked("late", 300));
        store_appointment(*store, booked("first", 100));
        store_appointment(*store, booked("second", 100));
        store_appointment(*store, booked("before", 99));
        CHECK(references(*store, 100, 301) == std::vector<std::string> { "first", "second", "late" });
        CHECK(references(*store, 100, 300) == std::vector<std::string> { "first", "second" });
        CHECK(references(*store, 301, 900).empty());
    });
}

TEST_CASE("Only what is booked, and only for before, is missed")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const AppointmentId past = store_appointment(*store, booked("past", 99));
        const AppointmentId future = store_appointment(*store, booked("future", 100));
        Appointment cancelled = booked("cancelled", 50);
        cancelled.state = AppointmentState::Cancelled;
        cancelled.id = store_appointment(*store, cancelled);
        store->write([&](Records& records) {
            CHECK(records.miss_appointments(at(100)) == 1);
            CHECK(records.miss_appointments(at(100)) == 0);
            CHECK(records.appointment(past)->state == AppointmentState::Missed);
            CHECK(records.appointment(future)->state == AppointmentState::Booked);
            CHECK(records.appointment(cancelled.id)->state == AppointmentState::Cancelled);
        });
    });
}

TEST_CASE("An appointment that is not stored cannot be replaced, and a unit that reads cannot write one")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Appointment nowhere = booked("x", 0);
        nowhere.id = AppointmentId(5);
        CHECK_THROWS_AS(store->write([&](Records& records) { records.put(nowhere); }), std::logic_error);
        CHECK_THROWS_AS(
            store->read([&](Records& records) { records.add(booked("y", 0)); }), std::logic_error);
    });
}

TEST_CASE("Tickets of a day are counted by the service that they were taken for")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const auto take = [&](const std::string& number, const std::string& service, LocalDate day = kToday) {
            Visit visit = waiting_visit(number, 0, day);
            visit.service = ServiceCode(service);
            visit.id = store_visit(*store, visit);
            return visit;
        };
        take("A001", "A");
        take("A002", "A");
        take("B001", "B");
        take("A001", "A", kTomorrow);
        // Sent on from A to B, and from B to A.
        for (const auto& [from, to] : { std::pair { "A", "B" }, std::pair { "B", "A" } }) {
            Visit sent = take(std::string(from) + "009", to);
            sent.leg = 2;
            store->write([&](Records& records) {
                records.put(sent);
                records.put(leg_from(sent.id, from));
            });
        }
        // Over, and with an appointment.
        Visit over = served(take("A003", "A"));
        Visit appointment = take("A004", "A");
        appointment.appointment = AppointmentId(1);
        store->write([&](Records& records) {
            records.put(over);
            records.put(appointment);
        });
        store->read([&](Records& records) {
            CHECK(records.tickets_taken(kToday, ServiceCode("A")) == 4);
            CHECK(records.tickets_taken(kToday, ServiceCode("B")) == 2);
            CHECK(records.tickets_taken(kTomorrow, ServiceCode("A")) == 1);
            CHECK(records.tickets_taken(kYesterday, ServiceCode("A")) == 0);
        });
    });
}
