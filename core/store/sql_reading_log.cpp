#include "core/store/sql_reading_log.h"

#include "core/store/sql_values.h"

#include <fmt/format.h>

namespace nextplease {

std::string schema_of_readings(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE feedback_reading (
            id {growing_key},
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            from_day BIGINT,
            to_day BIGINT,
            words BIGINT NOT NULL
        );)",
        fmt::arg("growing_key", dialect.growing_key));
}

void SqlReadingLog::add(const FeedbackReading& reading)
{
    connection_->begin(Connection::Mode::Write);
    try {
        Statement& insert = connection_->prepared(
            "INSERT INTO feedback_reading (at, actor, from_day, to_day, words) VALUES ($1, $2, $3, $4, $5)");
        sql::bind_all(insert, reading.at, reading.actor, reading.from, reading.to, reading.words);
        insert.run();
        connection_->commit();
    } catch (...) {
        connection_->roll_back();
        throw;
    }
}

std::vector<FeedbackReading> SqlReadingLog::all()
{
    std::vector<FeedbackReading> readings;
    Statement& rows =
        connection_->prepared("SELECT at, actor, from_day, to_day, words FROM feedback_reading ORDER BY id");
    while (rows.step()) {
        FeedbackReading& reading = readings.emplace_back();
        sql::read_all(rows, reading.at, reading.actor, reading.from, reading.to, reading.words);
    }
    return readings;
}

} // namespace nextplease
