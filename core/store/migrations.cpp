#include "core/store/migrations.h"

#include "core/base/error.h"
#include "core/store/schema_cases.h"
#include "core/store/schema_desk_work.h"
#include "core/store/schema_devices.h"
#include "core/store/schema_estimates.h"
#include "core/store/schema_forgetting.h"
#include "core/store/schema_monitoring.h"
#include "core/store/sql_appointments.h"
#include "core/store/sql_reading_log.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace nextplease {
namespace {

// The first schema.
//
// visit.id is the business day and a running number within it (see sql_values.h), so that the rows lie in
// order of days, a day or a period is one stretch of the table, and taking a ticket touches one index instead
// of three. What reports read comes first in the row, for SQLite decodes a row only as far as it is asked.
// Instants are UTC seconds, days yyyymmdd, durations seconds; NULL is "not" or "not yet".
// visit_number is the register of numbers: `open` is 1 or 0; `turn` is 0 while the visit is open, so that two
// open ones cannot share a number, and its id afterwards, so that any number of past ones can.
std::string first_schema(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE visit (
            id {chosen_key},
            state TEXT NOT NULL,
            arrived BIGINT NOT NULL,
            called BIGINT,
            seen_called BIGINT,
            seen BIGINT,
            ended BIGINT,
            held BIGINT NOT NULL,
            served BIGINT NOT NULL,
            service TEXT NOT NULL,
            seen_service TEXT,
            seen_desk TEXT,
            held_since BIGINT,
            appointment_at BIGINT,
            number TEXT,
            reference TEXT,
            queue_from BIGINT NOT NULL,
            priority TEXT NOT NULL,
            language TEXT NOT NULL,
            leg BIGINT NOT NULL,
            leg_since BIGINT NOT NULL,
            calls BIGINT NOT NULL,
            recalls BIGINT NOT NULL,
            desk TEXT,
            rung BIGINT,
            started BIGINT,
            hold_until BIGINT,
            note TEXT NOT NULL,
            leg_served BIGINT NOT NULL,
            day BIGINT NOT NULL,
            open BIGINT NOT NULL,
            turn BIGINT NOT NULL,
            needs TEXT,
            interpreter TEXT,
            party BIGINT,
            matters TEXT,
            appointment BIGINT,
            more_time BIGINT,
            for_desk TEXT,
            for_staff TEXT
        );
        CREATE UNIQUE INDEX visit_number ON visit (open, day, number, turn);
        CREATE INDEX visit_reference ON visit (reference, arrived) WHERE reference IS NOT NULL;

        CREATE TABLE leg (
            visit BIGINT NOT NULL REFERENCES visit (id),
            leg BIGINT NOT NULL,
            service TEXT NOT NULL,
            since BIGINT NOT NULL,
            desk TEXT,
            called BIGINT,
            served BIGINT NOT NULL,
            ended BIGINT NOT NULL,
            how TEXT NOT NULL,
            PRIMARY KEY (visit, leg)
        ) {rows_in_key_order};

        CREATE TABLE event (
            id {growing_key},
            visit BIGINT REFERENCES visit (id),
            leg BIGINT NOT NULL,
            kind TEXT NOT NULL,
            at BIGINT NOT NULL,
            service TEXT NOT NULL,
            desk TEXT,
            actor TEXT NOT NULL,
            detail TEXT NOT NULL,
            request TEXT
        );
        CREATE UNIQUE INDEX event_request ON event (request) WHERE request IS NOT NULL;
        CREATE INDEX event_visit ON event (visit) WHERE visit IS NOT NULL;
        {keep_events}

        CREATE TABLE desk (
            desk TEXT PRIMARY KEY,
            state TEXT NOT NULL,
            since BIGINT NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT NOT NULL,
            back BIGINT,
            staff TEXT NOT NULL,
            help_since BIGINT,
            helper TEXT NOT NULL
        ) {rows_in_key_order};

        CREATE TABLE found_service (
            code TEXT PRIMARY KEY
        ) {rows_in_key_order};)",
               fmt::arg("chosen_key", dialect.chosen_key), fmt::arg("growing_key", dialect.growing_key),
               fmt::arg("rows_in_key_order", dialect.rows_in_key_order),
               fmt::arg("keep_events", dialect.keep_events))
        + schema_of_cases(dialect) + appointments_schema(dialect) + schema_of_devices(dialect)
        + schema_of_estimates(dialect) + schema_of_desk_work(dialect) + schema_of_monitoring(dialect)
        + schema_of_readings(dialect) + schema_of_forgetting(dialect);
}

// Never edit a step that was released: append one.
constexpr std::array kSteps { &first_schema };

enum class Tables { None, Ours, Foreign };

Tables tables_in(Connection& connection)
{
    Statement& count = connection.prepared(connection.dialect().count_tables);
    count.step();
    const std::int64_t all = count.integer(0);
    const std::int64_t meta = count.integer(1);
    count.reset();
    if (all == 0)
        return Tables::None;
    return meta > 0 ? Tables::Ours : Tables::Foreign;
}

// 0 where nothing is there yet.
int version_in(Connection& connection)
{
    switch (tables_in(connection)) {
    case Tables::None:
        return 0;
    case Tables::Ours:
        break;
    case Tables::Foreign:
        throw Failure(Failure::Kind::Corrupt,
            fmt::format("{} is a database of another program, not a store: name the right one with --store",
                connection.name()));
    }
    Statement& select = connection.prepared("SELECT value FROM meta WHERE name = 'schema'");
    int version = 0;
    if (select.step()) {
        const std::string_view text = select.text(0);
        std::from_chars(text.data(), text.data() + text.size(), version);
    }
    select.reset();
    if (version < 1)
        throw Failure(Failure::Kind::Corrupt,
            fmt::format("{} does not say which schema it has, so it is no store of ours or it is damaged: "
                        "name the right one with --store, or put back the latest backup",
                connection.name()));
    return version;
}

void refuse_newer(const Connection& connection, int version)
{
    if (version > schema_version())
        throw InputError(
            fmt::format("the store {} has schema {}, and this program knows schemas up to {}: "
                        "install the newer Nextplease that wrote it, or name another store with --store",
                connection.name(), version, schema_version()));
}

void run_steps_from(Connection& connection, int version)
{
    if (version == 0)
        connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);");
    for (std::size_t step = static_cast<std::size_t>(version); step < kSteps.size(); ++step)
        connection.execute(kSteps.at(step)(connection.dialect()));
    Statement& note = connection.prepared("INSERT INTO meta (name, value) VALUES ('schema', $1) "
                                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    const std::string present = std::to_string(schema_version());
    note.bind(1, std::string_view(present));
    note.run();
}

} // namespace

int schema_version()
{
    return static_cast<int>(kSteps.size());
}

void migrate(Connection& connection, Opening opening)
{
    const int found = version_in(connection);
    refuse_newer(connection, found);
    if (found == schema_version())
        return;
    if (found == 0 && opening != Opening::Create)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("{} holds no store yet: name the right one with --store", connection.name()));
    if (opening == Opening::ReadOnly)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the store {} has the old schema {} and may only be read here: "
                        "open it once where it may be written, which brings it up to schema {}",
                connection.name(), found, schema_version()));
    connection.begin(Connection::Mode::Write);
    try {
        // Another process may have been faster.
        const int now = version_in(connection);
        refuse_newer(connection, now);
        if (now < schema_version())
            run_steps_from(connection, now);
        connection.commit();
    } catch (...) {
        connection.roll_back();
        throw;
    }
}

} // namespace nextplease
