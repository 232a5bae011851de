// Monitored calls, in SQL.
#include "core/store/schema_monitoring.h"
#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>

namespace nextplease {
namespace {

using sql::bind_all;
using sql::read_all;

std::string select_calls(std::string_view condition)
{
    return fmt::format(
        "SELECT id, month, directorate, number, at, seed, heard, within, script, name, right_answer, "
        "words, actor FROM monitored_call {}",
        condition);
}

MonitoredCall call_in(Statement& row)
{
    MonitoredCall call;
    std::optional<Instant> heard;
    std::int64_t seed = 0;
    int within = 0;
    int script = 0;
    int name = 0;
    int right = 0;
    std::string words, actor;
    read_all(row, call.id, call.month, call.directorate, call.number, call.at, seed, heard, within, script,
        name, right, words, actor);
    call.seed = static_cast<std::uint64_t>(seed);
    if (heard)
        call.heard = CallHeard { *heard, within != 0, script != 0, name != 0, right != 0, words, actor };
    return call;
}

} // namespace

// A result is in the columns from `heard` on; NULL there: not rung yet.
std::string schema_of_monitoring(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE monitored_call (
            id {growing_key},
            month TEXT NOT NULL,
            directorate TEXT NOT NULL,
            number TEXT NOT NULL,
            at BIGINT NOT NULL,
            seed BIGINT NOT NULL,
            heard BIGINT,
            within BIGINT NOT NULL,
            script BIGINT NOT NULL,
            name BIGINT NOT NULL,
            right_answer BIGINT NOT NULL,
            words TEXT NOT NULL,
            actor TEXT NOT NULL
        );
        CREATE UNIQUE INDEX monitored_call_number ON monitored_call (month, directorate, number);)",
        fmt::arg("growing_key", dialect.growing_key));
}

MonitoredCallId SqlRecords::add(const MonitoredCall& call)
{
    assert(call.id.value() == 0 && !call.heard);
    Statement& insert = writing(R"(
        INSERT INTO monitored_call (month, directorate, number, at, seed, within, script, name, right_answer, words,
            actor)
        VALUES ($1, $2, $3, $4, $5, 0, 0, 0, 0, '', ''))");
    bind_all(
        insert, call.month, call.directorate, call.number, call.at, static_cast<std::int64_t>(call.seed));
    insert.run();
    return MonitoredCallId(connection_.last_key());
}

void SqlRecords::put(const MonitoredCall& call)
{
    assert(call.heard);
    Statement& update = writing(R"(
        UPDATE monitored_call SET heard = $2, within = $3, script = $4, name = $5, right_answer = $6, words = $7,
            actor = $8
        WHERE id = $1)");
    const CallHeard& heard = *call.heard;
    bind_all(update, call.id, heard.at, heard.within ? 1 : 0, heard.script ? 1 : 0, heard.name ? 1 : 0,
        heard.right ? 1 : 0, heard.words, heard.actor);
    if (update.run() != 1)
        throw std::logic_error("a monitored call that is not stored cannot be replaced");
}

std::vector<MonitoredCall> SqlRecords::monitored_calls(const std::string& month)
{
    static const std::string sql = select_calls("WHERE month = $1 ORDER BY at, id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, month);
    std::vector<MonitoredCall> calls;
    while (rows.step())
        calls.push_back(call_in(rows));
    return calls;
}

std::optional<MonitoredCall> SqlRecords::monitored_call(MonitoredCallId id)
{
    static const std::string sql = select_calls("WHERE id = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, id);
    std::optional<MonitoredCall> found;
    if (rows.step())
        found = call_in(rows);
    rows.reset();
    return found;
}

} // namespace nextplease
