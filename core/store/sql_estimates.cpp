// Estimates that were given, and the events that the estimate learns from, in SQL.
#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>
#include <cmath>

namespace nextplease {
namespace {

constexpr double kMilliseconds = 1000;

std::int64_t column_of(double seconds)
{
    return std::llround(seconds * kMilliseconds);
}

double seconds_in(std::int64_t column)
{
    return static_cast<double>(column) / kMilliseconds;
}

std::optional<std::int64_t> column_of(const std::optional<double>& seconds)
{
    return seconds ? std::optional(column_of(*seconds)) : std::nullopt;
}

std::optional<double> maybe_seconds(Statement& row, int column)
{
    const auto value = row.maybe_integer(column);
    return value ? std::optional(seconds_in(*value)) : std::nullopt;
}

constexpr std::string_view kColumns = "id, visit, leg, at, said, p10_ms, p50_ms, p90_ms, ahead, known, "
                                      "promised, promised_by, fixed_ms, rolling_ten_ms, last_to_enter_ms, "
                                      "queue_length_ms";

EstimateRecord estimate_in(Statement& row)
{
    EstimateRecord estimate;
    std::string_view when;
    sql::read_all(row, estimate.id, estimate.visit, estimate.leg, estimate.at, when);
    estimate.said = sql::known(stated(when), when);
    int column = 5;
    for (double* wait : { &estimate.range.p10, &estimate.range.p50, &estimate.range.p90 })
        *wait = seconds_in(row.integer(column++));
    estimate.ahead = static_cast<int>(row.integer(column++));
    estimate.known = row.integer(column++) != 0;
    sql::read_value(row, column++, estimate.promised);
    sql::read_value(row, column++, estimate.promised_by);
    RivalEstimates& rivals = estimate.rivals;
    for (auto* rival : { &rivals.fixed, &rivals.rolling_ten, &rivals.last_to_enter, &rivals.queue_length })
        *rival = maybe_seconds(row, column++);
    return estimate;
}

} // namespace

EstimateId SqlRecords::add(const EstimateRecord& estimate)
{
    assert(estimate.id.value() == 0);
    Statement& insert = writing(R"(
        INSERT INTO estimate (visit, leg, at, said, p10_ms, p50_ms, p90_ms, ahead, known, promised, promised_by,
            fixed_ms, rolling_ten_ms, last_to_enter_ms, queue_length_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))");
    sql::bind_all(insert, estimate.visit, estimate.leg, estimate.at, estimate.said,
        column_of(estimate.range.p10), column_of(estimate.range.p50), column_of(estimate.range.p90),
        estimate.ahead, estimate.known ? 1 : 0, estimate.promised, estimate.promised_by,
        column_of(estimate.rivals.fixed), column_of(estimate.rivals.rolling_ten),
        column_of(estimate.rivals.last_to_enter), column_of(estimate.rivals.queue_length));
    insert.run();
    return EstimateId(connection_.last_key());
}

std::optional<EstimateRecord> SqlRecords::latest_estimate(VisitId visit)
{
    static const std::string sql =
        fmt::format("SELECT {} FROM estimate WHERE visit = $1 ORDER BY id DESC LIMIT 1", kColumns);
    Statement& rows = connection_.prepared(sql);
    sql::bind_all(rows, visit);
    std::optional<EstimateRecord> estimate;
    if (rows.step())
        estimate = estimate_in(rows);
    rows.reset();
    return estimate;
}

void scan_estimates(Connection& connection, EstimateId after, Instant from,
    const std::function<void(const EstimateRecord&)>& tell)
{
    static const std::string sql =
        fmt::format("SELECT {} FROM estimate WHERE id > $1 AND at >= $2 ORDER BY id", kColumns);
    Statement& rows = connection.prepared(sql);
    sql::bind_all(rows, after, from);
    while (rows.step())
        tell(estimate_in(rows));
}

void scan_events(
    Connection& connection, EventId after, Instant from, const std::function<void(const EventRow&)>& tell)
{
    Statement& rows = connection.prepared(R"(
        SELECT event.id, event.visit, event.leg, event.kind, event.at, event.service, event.desk,
            event.actor = 'import',
            CASE WHEN event.kind IN ('signed_in', 'signed_out') THEN event.actor ELSE '' END,
            CASE WHEN event.kind IN ('transferred', 'held', 'needs_changed', 'desk_paused', 'desk_closed')
                THEN event.detail ELSE '' END,
            visit.priority, visit.arrived, visit.appointment_at
        FROM event LEFT JOIN visit ON visit.id = event.visit
        WHERE event.id > $1 AND event.at >= $2 ORDER BY event.id)");
    sql::bind_all(rows, after, from);
    EventRow event;
    while (rows.step()) {
        int imported = 0;
        sql::read_all(rows, event.id, event.visit, event.leg, event.kind, event.at, event.service, event.desk,
            imported, event.actor, event.detail, event.priority, event.arrived, event.appointment_at);
        event.imported = imported != 0;
        tell(event);
    }
}

} // namespace nextplease
