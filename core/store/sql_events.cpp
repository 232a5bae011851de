#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>
#include <stdexcept>

namespace nextplease {
namespace {

using sql::AbsentIfEmpty;
using sql::bind_all;
using sql::read_all;

std::string select_events(std::string_view condition)
{
    return fmt::format(
        "SELECT id, visit, leg, kind, at, service, desk, actor, detail, request FROM event {}", condition);
}

Event event_in(Statement& row)
{
    Event e;
    read_all(row, e.id, e.visit, e.leg, e.kind, e.at, e.service, e.desk, e.actor, e.detail,
        AbsentIfEmpty { e.request });
    return e;
}

std::vector<Event> all_events(Statement& rows)
{
    std::vector<Event> events;
    while (rows.step())
        events.push_back(event_in(rows));
    return events;
}

} // namespace

Statement& SqlRecords::writing(std::string_view sql)
{
    if (mode_ != Connection::Mode::Write)
        throw std::logic_error("a unit of work that reads cannot write");
    return connection_.prepared(sql);
}

EventId SqlRecords::add(const Event& event)
{
    assert(event.id.value() == 0);
    Statement& insert = writing(R"(
        INSERT INTO event (visit, leg, kind, at, service, desk, actor, detail, request)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (request) WHERE request IS NOT NULL DO NOTHING)");
    bind_all(insert, event.visit, event.leg, event.kind, event.at, event.service, event.desk, event.actor,
        event.detail, AbsentIfEmpty { event.request });
    if (insert.run() == 0)
        throw RequestRepeated {};
    return EventId(connection_.last_key());
}

std::optional<Event> SqlRecords::event_of(const RequestId& request)
{
    static const std::string sql = select_events("WHERE request = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, request);
    std::optional<Event> event;
    if (rows.step())
        event = event_in(rows);
    rows.reset();
    return event;
}

std::vector<Event> SqlRecords::events_of(VisitId visit)
{
    static const std::string sql = select_events("WHERE visit = $1 ORDER BY id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, visit);
    return all_events(rows);
}

std::vector<Event> SqlRecords::events_after(EventId last, int at_most)
{
    static const std::string sql = select_events("WHERE id > $1 ORDER BY id LIMIT $2");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, last, at_most);
    return all_events(rows);
}

std::vector<DeskRecord> SqlRecords::desks()
{
    Statement& rows = connection_.prepared(
        "SELECT desk, state, since, actor, reason, back, staff, help_since, helper FROM desk ORDER BY desk");
    std::vector<DeskRecord> desks;
    while (rows.step()) {
        DeskRecord& d = desks.emplace_back();
        read_all(rows, d.desk, d.state, d.since, d.actor, d.reason, d.back, d.staff, d.help_since, d.helper);
    }
    return desks;
}

std::optional<DeskRecord> SqlRecords::desk(const DeskCode& code)
{
    Statement& rows = connection_.prepared("SELECT desk, state, since, actor, reason, back, staff, "
                                           "help_since, helper FROM desk WHERE desk = $1");
    bind_all(rows, code);
    std::optional<DeskRecord> desk;
    if (rows.step()) {
        DeskRecord& d = desk.emplace();
        read_all(rows, d.desk, d.state, d.since, d.actor, d.reason, d.back, d.staff, d.help_since, d.helper);
    }
    rows.reset();
    return desk;
}

void SqlRecords::put(const DeskRecord& desk)
{
    Statement& upsert = writing(R"(
        INSERT INTO desk (desk, state, since, actor, reason, back, staff, help_since, helper)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (desk) DO UPDATE SET state = excluded.state, since = excluded.since, actor = excluded.actor,
            reason = excluded.reason, back = excluded.back, staff = excluded.staff,
            help_since = excluded.help_since, helper = excluded.helper)");
    bind_all(upsert, desk.desk, desk.state, desk.since, desk.actor, desk.reason, desk.back, desk.staff,
        desk.help_since, desk.helper);
    upsert.run();
}

std::vector<ServiceCode> SqlRecords::found_services()
{
    Statement& rows = connection_.prepared("SELECT code FROM found_service ORDER BY code");
    std::vector<ServiceCode> codes;
    while (rows.step())
        codes.emplace_back(std::string(rows.text(0)));
    return codes;
}

void SqlRecords::add_found_service(const ServiceCode& code)
{
    Statement& insert = writing("INSERT INTO found_service (code) VALUES ($1) ON CONFLICT (code) DO NOTHING");
    bind_all(insert, code);
    insert.run();
}

} // namespace nextplease
