#include "core/store/sql_forgetting.h"
#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace nextplease {
namespace {

using sql::AbsentIfEmpty;
using sql::AbsentIfUsual;
using sql::bind_all;
using sql::CodeList;
using sql::read_all;

// One list for inserting, replacing and reading. In the order of kColumns, after the id.
template <class SomeVisit, class Use>
void with_columns(SomeVisit& v, Use use)
{
    use(v.state, v.arrived, v.called, v.seen_called, v.seen, v.ended, v.held, v.served, v.service,
        AbsentIfEmpty { v.seen_service }, AbsentIfEmpty { v.seen_desk }, AbsentIfEmpty { v.number },
        AbsentIfEmpty { v.reference }, v.queue_from, v.priority, v.language, v.leg, v.leg_since, v.calls,
        v.recalls, v.desk, v.rung, v.started, v.held_since, v.hold_until, v.note, v.leg_served,
        CodeList(v.needs), AbsentIfEmpty { v.interpreter }, AbsentIfUsual { v.party, 1 }, CodeList(v.matters),
        AbsentIfUsual { v.appointment, AppointmentId {} }, v.appointment_at, AbsentIfUsual { v.more_time, 0 },
        AbsentIfEmpty { v.for_desk }, AbsentIfEmpty { v.for_staff });
}

constexpr std::string_view kColumns =
    "id, state, arrived, called, seen_called, seen, ended, held, served, service, seen_service, seen_desk, "
    "number, reference, queue_from, priority, language, leg, leg_since, calls, recalls, desk, rung, started, "
    "held_since, hold_until, note, leg_served, needs, interpreter, party, matters, appointment, "
    "appointment_at, "
    "more_time, for_desk, for_staff";

// All of a visit but its day and its place in the register of numbers.
constexpr std::string_view kReplaceInPlace = R"(
    UPDATE visit SET state = $1, arrived = $2, called = $3, seen_called = $4, seen = $5, ended = $6, held = $7,
        served = $8, service = $9, seen_service = $10, seen_desk = $11, reference = $13, queue_from = $14,
        priority = $15, language = $16, leg = $17, leg_since = $18, calls = $19, recalls = $20, desk = $21, rung = $22,
        started = $23, held_since = $24, hold_until = $25, note = $26, leg_served = $27,
        needs = $28, interpreter = $29, party = $30, matters = $31, appointment = $32, appointment_at = $33,
        more_time = $34, for_desk = $35, for_staff = $36
    WHERE id = $37 AND day = $38 AND open = $39 AND turn = $40 AND number IS NOT DISTINCT FROM $12)";
constexpr std::string_view kReplace = R"(
    UPDATE visit SET state = $1, arrived = $2, called = $3, seen_called = $4, seen = $5, ended = $6, held = $7,
        served = $8, service = $9, seen_service = $10, seen_desk = $11, number = $12, reference = $13,
        queue_from = $14, priority = $15, language = $16, leg = $17, leg_since = $18, calls = $19, recalls = $20,
        desk = $21, rung = $22, started = $23, held_since = $24, hold_until = $25, note = $26, leg_served = $27,
        needs = $28, interpreter = $29, party = $30, matters = $31, appointment = $32, appointment_at = $33,
        more_time = $34, for_desk = $35, for_staff = $36, open = $39, turn = $40
    WHERE id = $37 AND day = $38)";

std::string select_visits(std::string_view condition)
{
    return fmt::format("SELECT {} FROM visit {}", kColumns, condition);
}

Visit visit_in(Statement& row)
{
    Visit visit;
    with_columns(visit, [&](auto&&... columns) { read_all(row, visit.id, columns...); });
    visit.day = sql::day_of(visit.id);
    return visit;
}

std::optional<Visit> first_visit(Statement& rows)
{
    std::optional<Visit> visit;
    if (rows.step())
        visit = visit_in(rows);
    rows.reset();
    return visit;
}

std::vector<Visit> all_visits(Statement& rows)
{
    std::vector<Visit> visits;
    while (rows.step())
        visits.push_back(visit_in(rows));
    return visits;
}

// Visits are large: each is moved once.
std::vector<Visit> by_id(std::vector<Visit> visits)
{
    std::vector<Visit*> order;
    order.reserve(visits.size());
    for (Visit& visit : visits)
        order.push_back(&visit);
    std::sort(order.begin(), order.end(), [](const Visit* a, const Visit* b) { return a->id < b->id; });
    std::vector<Visit> sorted;
    sorted.reserve(visits.size());
    for (Visit* visit : order)
        sorted.push_back(std::move(*visit));
    return sorted;
}

// The two columns that are only there for the register of numbers.
struct Register {
    std::int64_t open;
    std::int64_t turn;
};
Register register_of(const Visit& visit, std::int64_t id)
{
    return is_open(visit.state) ? Register { 1, 0 } : Register { 0, id };
}

void require_day_of_arrival(const Visit& visit)
{
    const auto date = std::chrono::floor<std::chrono::days>(visit.arrived);
    const auto apart = std::chrono::sys_days { visit.day } - date;
    if (apart > sql::kDayFromDate || -apart > sql::kDayFromDate)
        throw std::logic_error("a visit's business day is not that of its arrival");
}

} // namespace

std::optional<Visit> SqlRecords::visit(VisitId id)
{
    static const std::string sql = select_visits("WHERE id = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, id);
    return first_visit(rows);
}

std::optional<Visit> SqlRecords::visit_numbered(LocalDate day, const TicketNumber& number)
{
    // Two seeks in the register. Asked for both at once, SQLite makes a table and sorts it, which costs as
    // much as storing a visit.
    static const std::string open_one = select_visits("WHERE open = 1 AND day = $1 AND number = $2");
    static const std::string past_one =
        select_visits("WHERE open = 0 AND day = $1 AND number = $2 ORDER BY turn DESC LIMIT 1");
    const auto find = [&](const std::string& sql) {
        Statement& rows = connection_.prepared(sql);
        bind_all(rows, day, number);
        return first_visit(rows);
    };
    auto open = find(open_one);
    auto past = find(past_one);
    if (open && past)
        return open->id > past->id ? open : past;
    return open ? open : past;
}

bool SqlRecords::number_in_use(LocalDate day, const TicketNumber& number)
{
    // As above, two seeks.
    Statement& found = connection_.prepared(R"(
        SELECT EXISTS (SELECT 1 FROM visit WHERE open = 1 AND day = $1 AND number = $2)
            OR EXISTS (SELECT 1 FROM visit WHERE open = 0 AND day = $1 AND number = $2 AND state = $3))");
    static const std::string no_show(word(VisitState::NoShow));
    bind_all(found, day, number, no_show);
    const bool in_use = found.step() && found.integer(0) != 0;
    found.reset();
    return in_use;
}

std::optional<Visit> SqlRecords::visit_referenced(const std::string& reference, Instant arrived)
{
    static const std::string sql = select_visits("WHERE reference = $1 AND arrived = $2 ORDER BY id LIMIT 1");
    const auto find = [&](const std::string& stored) {
        Statement& rows = connection_.prepared(sql);
        bind_all(rows, stored, arrived);
        return first_visit(rows);
    };
    auto found = find(reference);
    if (!found)
        found = find(trace_of(reference)); // forgotten, and yet not to be taken in again
    if (found)
        found->reference = reference;
    return found;
}

const std::vector<Visit>& SqlRecords::open_visits()
{
    if (open_visits_ && open_visits_->visits())
        return *open_visits_->visits();
    static const std::string sql = select_visits("WHERE open = 1");
    read_open_visits_ = by_id(all_visits(connection_.prepared(sql)));
    if (open_visits_)
        open_visits_->keep(read_open_visits_);
    return read_open_visits_;
}

std::vector<Visit> SqlRecords::visits_of(LocalDate day)
{
    static const std::string sql = select_visits("WHERE id > $1 AND id < $2 ORDER BY id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, sql::ids_before(day), sql::ids_after(day));
    return all_visits(rows);
}

std::optional<TicketNumber> SqlRecords::latest_number(LocalDate day, const std::string& letter)
{
    if (const TicketNumber* kept = open_visits_ ? open_visits_->latest(day, letter) : nullptr)
        return *kept;
    // Back from the day's last visit: one of the same letter is seldom more than a few visits ago.
    Statement& rows =
        connection_.prepared("SELECT id, number FROM visit WHERE id > $1 AND id < $2 ORDER BY id DESC");
    bind_all(rows, sql::ids_before(day), sql::ids_after(day));
    std::int64_t last = sql::ids_before(day);
    std::optional<TicketNumber> latest;
    for (bool first = true; !latest && rows.step(); first = false) {
        if (first)
            last = rows.integer(0);
        if (OpenVisits::begins_number(rows.text(1), letter))
            latest = TicketNumber(std::string(rows.text(1)));
    }
    rows.reset();
    if (open_visits_) {
        open_visits_->keep_last_id(day, last);
        if (latest)
            open_visits_->keep_latest(day, letter, *latest);
    }
    return latest;
}

std::int64_t SqlRecords::last_id_of(LocalDate day)
{
    if (const auto kept = open_visits_ ? open_visits_->last_id(day) : std::nullopt)
        return *kept;
    Statement& latest =
        connection_.prepared("SELECT id FROM visit WHERE id > $1 AND id < $2 ORDER BY id DESC LIMIT 1");
    bind_all(latest, sql::ids_before(day), sql::ids_after(day));
    const std::int64_t id = latest.step() ? latest.integer(0) : sql::ids_before(day);
    latest.reset();
    return id;
}

void SqlRecords::each_visit(Period arrived, const std::function<void(const Visit&)>& tell)
{
    static const std::string sql =
        select_visits("WHERE id > $1 AND id < $2 AND arrived >= $3 AND arrived < $4 ORDER BY arrived, id");
    Statement& rows = connection_.prepared(sql);
    const sql::Ids ids = sql::ids_of(arrived);
    bind_all(rows, ids.above, ids.below, arrived.from, arrived.to);
    while (rows.step())
        tell(visit_in(rows));
}

VisitId SqlRecords::add(const Visit& visit)
{
    assert(visit.id.value() == 0);
    require_day_of_arrival(visit);
    const std::int64_t id = last_id_of(visit.day) + 1;
    Statement& insert = writing(R"(
        INSERT INTO visit (state, arrived, called, seen_called, seen, ended, held, served, service, seen_service,
            seen_desk, number, reference, queue_from, priority, language, leg, leg_since, calls, recalls, desk, rung,
            started, held_since, hold_until, note, leg_served, needs, interpreter, party, matters, appointment,
            appointment_at, more_time, for_desk, for_staff, id, day, open, turn)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40))");
    const Register registered = register_of(visit, id);
    with_columns(visit, [&](const auto&... columns) {
        bind_all(insert, columns..., id, visit.day, registered.open, registered.turn);
        insert.run(); // in here: the lists of codes are texts only until the end of it
    });
    if (visit.ended) {
        // From another system's log, it may be of days whose words were forgotten already.
        Statement& again = writing("UPDATE forgotten SET upto = $1 WHERE what = 'visit' AND upto >= $2");
        bind_all(again, id - 1, id);
        again.run();
    }
    if (open_visits_) {
        Visit stored = visit;
        stored.id = VisitId(id);
        open_visits_->add(stored);
    }
    return VisitId(id);
}

void SqlRecords::put(const Visit& visit)
{
    require_day_of_arrival(visit);
    const Register registered = register_of(visit, visit.id.value());
    // Mostly a visit keeps its place in the register of numbers; naming its columns would write it anew.
    const auto run = [&](Statement& update) {
        std::int64_t replaced = 0;
        with_columns(visit, [&](const auto&... columns) {
            bind_all(update, columns..., visit.id, visit.day, registered.open, registered.turn);
            replaced = update.run(); // in here: the lists of codes are texts only until the end of it
        });
        return replaced;
    };
    if (run(writing(kReplaceInPlace)) != 1 && run(writing(kReplace)) != 1)
        throw std::logic_error("a visit that is not stored, or of another day, cannot be replaced");
    if (open_visits_)
        open_visits_->put(visit);
}

void SqlRecords::put(const Leg& leg)
{
    Statement& upsert = writing(R"(
        INSERT INTO leg (visit, leg, service, since, desk, called, served, ended, how)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (visit, leg) DO UPDATE SET service = excluded.service, since = excluded.since,
            desk = excluded.desk, called = excluded.called, served = excluded.served, ended = excluded.ended,
            how = excluded.how)");
    bind_all(upsert, leg.visit, leg.leg, leg.service, leg.since, leg.desk, leg.called, leg.served, leg.ended,
        leg.how);
    upsert.run();
}

std::vector<Leg> SqlRecords::legs_of(VisitId visit)
{
    Statement& rows = connection_.prepared("SELECT visit, leg, service, since, desk, called, served, ended, "
                                           "how FROM leg WHERE visit = $1 ORDER BY leg");
    bind_all(rows, visit);
    std::vector<Leg> legs;
    while (rows.step()) {
        Leg& l = legs.emplace_back();
        read_all(rows, l.visit, l.leg, l.service, l.since, l.desk, l.called, l.served, l.ended, l.how);
    }
    return legs;
}

namespace {

constexpr std::string_view kRowColumns = R"(
        id, state, arrived, COALESCE(seen_called, called), seen, ended, held, served,
            COALESCE(seen_service, service), seen_desk, held_since, appointment_at)";

std::string select_rows(std::string_view further)
{
    return fmt::format("SELECT {}{} FROM visit WHERE id > $1 AND id < $2", kRowColumns, further);
}

// On hold now, and since when: whoever came early for an appointment waits from its time on.
std::optional<Instant> on_hold_since(const VisitRow& visit)
{
    if (visit.state != VisitState::Held || !visit.held_since)
        return std::nullopt;
    return visit.appointment_at ? std::max(*visit.held_since, *visit.appointment_at) : visit.held_since;
}

template <class... Further>
void scan_rows(Connection& connection, const std::string& sql, Period arrived,
    const std::function<void(const VisitRow&)>& tell, Further VisitRow::*... further)
{
    Statement& rows = connection.prepared(sql);
    const sql::Ids ids = sql::ids_of(arrived);
    bind_all(rows, ids.above, ids.below);
    VisitRow visit;
    while (rows.step()) {
        read_all(rows, visit.id, visit.state, visit.arrived, visit.called, visit.seen, visit.ended,
            visit.held, visit.served, visit.service, visit.desk, visit.held_since, visit.appointment_at,
            visit.*further...);
        if (!arrived.contains(visit.arrived))
            continue; // of the days beside: their ids are between the same ones
        visit.held_since = on_hold_since(visit);
        visit.day = sql::day_of(visit.id);
        tell(visit);
    }
}

} // namespace

void scan_visits(Connection& connection, Period arrived, const std::function<void(const VisitRow&)>& tell)
{
    static const std::string sql = select_rows("");
    scan_rows(connection, sql, arrived, tell);
}

void scan_numbered_visits(
    Connection& connection, Period arrived, const std::function<void(const VisitRow&)>& tell)
{
    static const std::string sql = select_rows(", number");
    scan_rows(connection, sql, arrived, tell, &VisitRow::number);
}

void SqlRecords::scan(Period arrived, const std::function<void(const VisitRow&)>& tell)
{
    scan_visits(connection_, arrived, tell);
}

} // namespace nextplease
