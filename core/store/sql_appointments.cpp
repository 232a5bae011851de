#include "core/store/sql_appointments.h"

#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>
#include <stdexcept>

namespace nextplease {
namespace {

using sql::AbsentIfEmpty;
using sql::AbsentIfUsual;
using sql::bind_all;
using sql::CodeList;
using sql::read_all;

// One list for inserting, replacing and reading, after the id. In the order of kColumns.
template <class SomeAppointment, class Use>
void with_columns(SomeAppointment& a, Use use)
{
    use(a.reference, a.service, a.at, a.language, CodeList(a.needs), a.interpreter, a.note, a.state,
        AbsentIfUsual { a.visit, VisitId {} }, AbsentIfEmpty { a.apology });
}

constexpr std::string_view kColumns =
    "id, reference, service, at, language, needs, interpreter, note, state, visit, apology";

std::string select_appointments(std::string_view condition)
{
    return fmt::format("SELECT {} FROM appointment {}", kColumns, condition);
}

Appointment appointment_in(Statement& row)
{
    Appointment appointment;
    with_columns(appointment, [&](auto&&... columns) { read_all(row, appointment.id, columns...); });
    return appointment;
}

std::optional<Appointment> first_appointment(Statement& rows)
{
    std::optional<Appointment> appointment;
    if (rows.step())
        appointment = appointment_in(rows);
    rows.reset();
    return appointment;
}

} // namespace

std::string appointments_schema(const Dialect& dialect)
{
    return fmt::format(R"(

        CREATE TABLE appointment (
            id {growing_key},
            reference TEXT NOT NULL,
            service TEXT NOT NULL,
            at BIGINT NOT NULL,
            language TEXT NOT NULL,
            needs TEXT,
            interpreter TEXT NOT NULL,
            note TEXT NOT NULL,
            state TEXT NOT NULL,
            visit BIGINT REFERENCES visit (id),
            apology TEXT,
            reference_key TEXT NOT NULL
        );
        CREATE UNIQUE INDEX appointment_key ON appointment (reference_key);
        CREATE INDEX appointment_at ON appointment (at);
        CREATE INDEX appointment_booked ON appointment (at) WHERE state = 'booked';)",
        fmt::arg("growing_key", dialect.growing_key));
}

AppointmentId SqlRecords::add(const Appointment& appointment)
{
    assert(appointment.id.value() == 0);
    Statement& insert = writing(R"(
        INSERT INTO appointment (reference, service, at, language, needs, interpreter, note, state, visit,
            apology, reference_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))");
    const std::string key = reference_key(appointment.reference);
    with_columns(appointment, [&](const auto&... columns) {
        bind_all(insert, columns..., key);
        insert.run(); // in here: the list of needs is a text only until the end of it
    });
    return AppointmentId(connection_.last_key());
}

void SqlRecords::put(const Appointment& appointment)
{
    Statement& update = writing(R"(
        UPDATE appointment SET reference = $1, service = $2, at = $3, language = $4, needs = $5, interpreter = $6,
            note = $7, state = $8, visit = $9, apology = $10, reference_key = $11
        WHERE id = $12)");
    const std::string key = reference_key(appointment.reference);
    std::int64_t replaced = 0;
    with_columns(appointment, [&](const auto&... columns) {
        bind_all(update, columns..., key, appointment.id);
        replaced = update.run();
    });
    if (replaced != 1)
        throw std::logic_error("an appointment that is not stored cannot be replaced");
}

std::optional<Appointment> SqlRecords::appointment(AppointmentId id)
{
    static const std::string sql = select_appointments("WHERE id = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, id);
    return first_appointment(rows);
}

std::optional<Appointment> SqlRecords::appointment_referenced(const std::string& key)
{
    static const std::string sql = select_appointments("WHERE reference_key = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, key);
    return first_appointment(rows);
}

std::vector<Appointment> SqlRecords::appointments(Period at)
{
    static const std::string sql = select_appointments("WHERE at >= $1 AND at < $2 ORDER BY at, id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, at.from, at.to);
    std::vector<Appointment> found;
    while (rows.step())
        found.push_back(appointment_in(rows));
    return found;
}

int SqlRecords::miss_appointments(Instant before)
{
    Statement& update = writing("UPDATE appointment SET state = 'missed' WHERE state = 'booked' AND at < $1");
    bind_all(update, before);
    return static_cast<int>(update.run());
}

int SqlRecords::tickets_taken(LocalDate day, const ServiceCode& service)
{
    // The first leg has ended where a visit was sent on, and then is in `leg`.
    Statement& rows = connection_.prepared(R"(
        SELECT COUNT(*) FROM visit LEFT JOIN leg ON leg.visit = visit.id AND leg.leg = 1 AND visit.leg > 1
        WHERE visit.id > $1 AND visit.id < $2 AND visit.appointment IS NULL
            AND COALESCE(leg.service, visit.service) = $3)");
    bind_all(rows, sql::ids_before(day), sql::ids_after(day), service);
    rows.step();
    const auto count = static_cast<int>(rows.integer(0));
    rows.reset();
    return count;
}

} // namespace nextplease
