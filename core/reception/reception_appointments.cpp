// Appointments: made, cancelled, and kept by checking in.
#include "core/base/blank.h"
#include "core/base/error.h"
#include "core/reception/appointment_import.h"
#include "core/reception/reception.h"
#include "core/reception/unit_parts.h"

namespace nextplease {
namespace {

using Kind = Refusal::Kind;

Refusal about(Kind kind, const std::string& reference)
{
    Refusal refusal { .kind = kind };
    refusal.reference = reference;
    return refusal;
}

Visit visit_of(const Appointment& appointment, const Language& language, const Office& office)
{
    Visit visit;
    visit.service = appointment.service;
    visit.language = language.empty() ? appointment.language : language;
    visit.needs = in_order(appointment.needs, office);
    visit.priority = office.priority_of(visit.needs);
    visit.interpreter = appointment.interpreter;
    visit.note = appointment.note;
    visit.appointment = appointment.id;
    visit.appointment_at = appointment.at;
    return visit;
}

void tell(
    Records& records, EventKind kind, const Appointment& appointment, Instant now, const std::string& actor)
{
    Event event;
    event.kind = kind;
    event.at = now;
    event.service = appointment.service;
    event.actor = actor;
    event.detail = appointment.reference;
    if (kind != EventKind::AppointmentBooked)
        event.detail += " " + appointment.apology;
    records.add(event);
}

// A reference that nobody has. With 190 million of them, one try is nearly always enough.
std::string new_reference(Records& records)
{
    for (;;) {
        std::string reference = reference_from(chance());
        if (!records.appointment_referenced(reference_key(reference)))
            return reference;
    }
}

} // namespace

std::optional<Refusal> not_bookable(
    const Appointment& appointment, const Configuration& configuration, Instant now)
{
    if (!configuration.office.find(appointment.service)) {
        Refusal refusal = about(Kind::UnknownService, appointment.reference);
        refusal.service = appointment.service;
        return refusal;
    }
    if (auto refusal = unknown_need(appointment.needs, appointment.interpreter, configuration.office))
        return refusal;
    if (configuration.zone.date(appointment.at) < configuration.zone.date(now))
        return about(Kind::AppointmentPast, appointment.reference);
    return std::nullopt;
}

AppointmentReply Reception::add_appointment(Appointment appointment, const std::string& actor)
{
    AppointmentReply reply = appointment;
    store_.write([&](Records& records) {
        if (const auto refusal = not_bookable(appointment, configuration_, clock_.now())) {
            reply = *refusal;
            return;
        }
        if (appointment.reference.empty())
            appointment.reference = new_reference(records);
        const std::string key = reference_key(appointment.reference);
        if (key.empty()) {
            reply = about(Kind::ReferenceEmpty, appointment.reference);
            return;
        }
        const auto before = records.appointment_referenced(key);
        if (before && !may_be_booked_anew(*before)) {
            reply = about(Kind::AppointmentExists, before->reference);
            return;
        }
        appointment.needs = in_order(appointment.needs, configuration_.office);
        const Appointment booked = store_booking(records, appointment, before);
        tell(records, EventKind::AppointmentBooked, booked, clock_.now(), actor);
        reply = booked;
    });
    return reply;
}

AppointmentReply Reception::cancel_appointment(
    const std::string& reference, const std::string& apology, const std::string& actor)
{
    return change_appointment(reference, apology, [&](Records& records, Appointment& appointment) {
        if (appointment.state != AppointmentState::Booked)
            return;
        appointment.state = AppointmentState::Cancelled;
        appointment.apology = apology;
        records.put(appointment);
        tell(records, EventKind::AppointmentCancelled, appointment, clock_.now(), actor);
    });
}

AppointmentReply Reception::move_appointment(
    const std::string& reference, Instant to, const std::string& apology, const std::string& actor)
{
    AppointmentReply reply =
        change_appointment(reference, apology, [&](Records& records, Appointment& appointment) {
            if (appointment.state != AppointmentState::Booked || appointment.at == to
                || configuration_.zone.date(to) < configuration_.zone.date(clock_.now()))
                return;
            appointment.at = to;
            appointment.apology = apology;
            records.put(appointment);
            tell(records, EventKind::AppointmentMoved, appointment, clock_.now(), actor);
        });
    const auto* appointment = std::get_if<Appointment>(&reply);
    if (appointment && appointment->state == AppointmentState::Cancelled)
        return about(Kind::AppointmentOver, appointment->reference);
    if (appointment && appointment->at != to)
        return about(Kind::AppointmentPast, appointment->reference);
    return reply;
}

// Of one that is booked, or was cancelled already; `change` does what is still to be done.
AppointmentReply Reception::change_appointment(const std::string& reference, const std::string& apology,
    const std::function<void(Records&, Appointment&)>& change)
{
    AppointmentReply reply = about(Kind::UnknownAppointment, reference);
    if (blank(apology))
        return about(Kind::ApologyMissing, reference);
    store_.write([&](Records& records) {
        auto appointment = records.appointment_referenced(reference_key(reference));
        if (!appointment)
            return;
        const AppointmentState before = appointment->state;
        if (before != AppointmentState::Booked && before != AppointmentState::Cancelled) {
            reply = about(Kind::AppointmentOver, appointment->reference);
            return;
        }
        change(records, *appointment);
        reply = *appointment;
    });
    return reply;
}

std::vector<Appointment> Reception::appointments(LocalDate from, LocalDate to)
{
    std::vector<Appointment> found;
    store_.read([&](Records& records) { found = records.appointments(configuration_.zone.days(from, to)); });
    return found;
}

CheckInReply Reception::check_in(const std::string& reference, const Language& language,
    const RequestId& request, const std::string& actor)
{
    std::optional<CheckedIn> stays_out;
    const Reply reply = unit(request, [&](Records& records, Instant now) -> Reply {
        auto appointment = records.appointment_referenced(reference_key(reference));
        if (!appointment)
            return about(Kind::UnknownAppointment, reference);
        const CheckIn how = how_at(*appointment, now);
        if (!how.joins()) {
            stays_out = CheckedIn { how.kind, *appointment, {}, false };
            if (appointment->state == AppointmentState::Arrived)
                stays_out->visit = records.visit(appointment->visit);
            return about(Kind::AppointmentOver, reference);
        }
        // Promised is promised: neither hours nor the daily cap stand against it.
        const Service* service = configuration_.office.find(appointment->service);
        Refusal refusal = about(service ? Kind::NumbersUsedUp : Kind::UnknownService, reference);
        refusal.service = appointment->service;
        Visit visit = visit_of(*appointment, language, configuration_.office);
        visit.day = configuration_.zone.date(now);
        const auto number = service ? free_number(records, visit.day, service->letter) : std::nullopt;
        if (!number)
            return refusal;
        visit.number = *number;
        const Done done =
            save(records, nextplease::check_in(visit, *how.queue_from, now, { actor }), request);
        appointment->state = AppointmentState::Arrived;
        appointment->visit = done.visit.id;
        records.put(*appointment);
        return done;
    });
    if (const auto* done = std::get_if<Done>(&reply))
        return checked_in(*done, reference);
    if (stays_out)
        return *stays_out;
    return std::get<Refusal>(reply);
}

CheckIn Reception::how_at(const Appointment& appointment, Instant now) const
{
    return nextplease::check_in(appointment, configuration_.zone.date(appointment.at), now,
        configuration_.zone.date(now), configuration_.office.appointments);
}

// The same answer for a request that was done before: how it was when the visitor came.
CheckInReply Reception::checked_in(const Done& done, const std::string& reference)
{
    std::optional<Appointment> appointment;
    store_.read([&](Records& records) { appointment = records.appointment(done.visit.appointment); });
    if (!appointment)
        return about(Kind::UnknownAppointment, reference);
    Appointment booked = *appointment;
    booked.state = AppointmentState::Booked;
    return CheckedIn { how_at(booked, done.visit.arrived).kind, *appointment, done.visit, done.repeated };
}

} // namespace nextplease
