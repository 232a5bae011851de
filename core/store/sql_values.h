// How domain values lie in columns: binding them to a statement's places and reading them back, in order.
#pragma once

#include "core/base/error.h"
#include "core/domain/appointment.h"
#include "core/domain/case.h"
#include "core/domain/other_contact.h"
#include "core/domain/visit.h"
#include "core/store/connection.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::sql {

// A text column that is NULL where the value is empty, because an index leaves NULLs out or lets them repeat.
template <class Value>
struct AbsentIfEmpty {
    Value& value;
};
template <class Value>
AbsentIfEmpty(Value&) -> AbsentIfEmpty<Value>; // for clang-tidy: clang 14 does not find it by itself

// A column that is NULL where the value is what it usually is, so that it costs a row next to nothing.
template <class Value, class Usual>
struct AbsentIfUsual {
    Value& value;
    Usual usual;
};
template <class Value, class Usual>
AbsentIfUsual(Value&, Usual) -> AbsentIfUsual<Value, Usual>;

// Several codes as one text with spaces between them, which no code has; NULL where there are none. It holds
// the text that is bound, so it must live until the statement has run.
template <class List>
class CodeList {
public:
    explicit CodeList(List& list)
        : list_(list)
    {
        for (const auto& code : list)
            text_ += (text_.empty() ? "" : " ") + code.text();
    }
    const std::string& text() const { return text_; }
    void read(std::string_view text) const
    {
        list_.clear();
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            list_.emplace_back(std::string(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

private:
    List& list_;
    std::string text_;
};

// Days are yyyymmdd.
inline std::int64_t column_of(LocalDate day)
{
    return int { day.year() } * 10'000
        + static_cast<int>(unsigned { day.month() } * 100 + unsigned { day.day() });
}
inline LocalDate day_in(std::int64_t column)
{
    return { std::chrono::year { static_cast<int>(column / 10'000) },
        std::chrono::month { static_cast<unsigned>(column / 100 % 100) },
        std::chrono::day { static_cast<unsigned>(column % 100) } };
}

// A visit's id is its business day and its running number in it, from 1: 2026'11'21'00000042.
constexpr std::int64_t kIdsADay = 100'000'000;
inline std::int64_t ids_before(LocalDate day)
{
    return column_of(day) * kIdsADay;
} // every id of the day is above
inline std::int64_t ids_after(LocalDate day)
{
    return ids_before(day) + kIdsADay;
} // and below
inline LocalDate day_of(VisitId id)
{
    return day_in(id.value() / kIdsADay);
}

// The business day of an arrival lies no further than this from its date in UTC, whatever zone the reception
// is in.
constexpr std::chrono::days kDayFromDate { 2 };

// The ids of all visits that may have arrived in a period are between these.
struct Ids {
    std::int64_t above;
    std::int64_t below;
};
inline Ids ids_of(Period arrived)
{
    constexpr std::chrono::sys_days first { std::chrono::year { 1 } / 1 / 10 };
    constexpr std::chrono::sys_days last { std::chrono::year { 9999 } / 12 / 20 };
    const auto day_of = [&](Instant at) {
        return std::clamp(std::chrono::floor<std::chrono::days>(at), first, last);
    };
    return { ids_before(day_of(arrived.from) - kDayFromDate), ids_after(day_of(arrived.to) + kDayFromDate) };
}

// Binding.
inline void bind_value(Statement& statement, int place, std::int64_t value)
{
    statement.bind(place, value);
}
inline void bind_value(Statement& statement, int place, int value)
{
    statement.bind(place, std::int64_t { value });
}
inline void bind_value(Statement& statement, int place, const std::string& value)
{
    statement.bind(place, std::string_view(value));
}
inline void bind_value(Statement& statement, int place, Instant value)
{
    statement.bind(place, std::int64_t { value.time_since_epoch().count() });
}
inline void bind_value(Statement& statement, int place, Seconds value)
{
    statement.bind(place, std::int64_t { value.count() });
}
inline void bind_value(Statement& statement, int place, LocalDate value)
{
    statement.bind(place, column_of(value));
}
template <class Tag>
void bind_value(Statement& statement, int place, RowId<Tag> value)
{
    statement.bind(place, value.value());
}
template <class Tag>
void bind_value(Statement& statement, int place, const Code<Tag>& value)
{
    statement.bind(place, std::string_view(value.text()));
}
template <class Enum>
requires std::is_enum_v<Enum>
void bind_value(Statement& statement, int place, Enum value)
{
    statement.bind(place, word(value));
}
template <class Value>
void bind_value(Statement& statement, int place, const std::optional<Value>& value)
{
    if (value)
        bind_value(statement, place, *value);
    else
        statement.bind_null(place);
}
template <class Value>
void bind_value(Statement& statement, int place, AbsentIfEmpty<Value> text)
{
    if (text.value.empty())
        statement.bind_null(place);
    else
        bind_value(statement, place, text.value);
}
template <class Value, class Usual>
void bind_value(Statement& statement, int place, const AbsentIfUsual<Value, Usual>& number)
{
    if (number.value == number.usual)
        statement.bind_null(place);
    else
        bind_value(statement, place, number.value);
}
template <class List>
void bind_value(Statement& statement, int place, const CodeList<List>& codes)
{
    if (codes.text().empty())
        statement.bind_null(place);
    else
        bind_value(statement, place, codes.text());
}

// Binds to $1, $2, ... in order.
template <class... Values>
void bind_all(Statement& statement, const Values&... values)
{
    int place = 0;
    (bind_value(statement, ++place, values), ...);
}

// Reading.
inline void read_value(Statement& row, int column, int& value)
{
    value = static_cast<int>(row.integer(column));
}
inline void read_value(Statement& row, int column, std::int64_t& value)
{
    value = row.integer(column);
}
inline void read_value(Statement& row, int column, std::string& value)
{
    value = row.text(column);
}
inline void read_value(Statement& row, int column, std::string_view& value)
{
    value = row.text(column);
}
inline void read_value(Statement& row, int column, Instant& value)
{
    value = Instant { Seconds { row.integer(column) } };
}
inline void read_value(Statement& row, int column, Seconds& value)
{
    value = Seconds { row.integer(column) };
}
inline void read_value(Statement& row, int column, LocalDate& value)
{
    value = day_in(row.integer(column));
}
template <class Tag>
void read_value(Statement& row, int column, RowId<Tag>& value)
{
    value = RowId<Tag>(row.integer(column));
}
template <class Tag>
void read_value(Statement& row, int column, Code<Tag>& value)
{
    value = Code<Tag>(std::string(row.text(column)));
}

template <class Enum>
Enum known(std::optional<Enum> value, std::string_view word)
{
    if (!value)
        throw Failure(Failure::Kind::Corrupt,
            fmt::format("the store holds \"{}\" where this program knows no such word, so it is damaged: "
                        "keep the file, and put back the latest backup",
                word));
    return *value;
}
inline void read_value(Statement& row, int column, VisitState& value)
{
    const std::string_view word = row.text(column);
    value = known(visit_state(word), word);
}
inline void read_value(Statement& row, int column, EventKind& value)
{
    const std::string_view word = row.text(column);
    value = known(event_kind(word), word);
}
inline void read_value(Statement& row, int column, AvoidableContact& value)
{
    const std::string_view word = row.text(column);
    value = known(avoidable_contact(word), word);
}
inline void read_value(Statement& row, int column, Channel& value)
{
    const std::string_view word = row.text(column);
    value = known(channel(word), word);
}
inline void read_value(Statement& row, int column, SetAside& value)
{
    const std::string_view word = row.text(column);
    value = known(set_aside(word), word);
}
inline void read_value(Statement& row, int column, AppointmentState& value)
{
    const std::string_view word = row.text(column);
    value = known(appointment_state(word), word);
}
inline void read_value(Statement& row, int column, DeskState& value)
{
    const std::string_view word = row.text(column);
    value = known(desk_state(word), word);
}
inline void read_value(Statement& row, int column, CaseKind& value)
{
    const std::string_view word = row.text(column);
    value = known(case_kind(word), word);
}
inline void read_value(Statement& row, int column, ReplyWish& value)
{
    const std::string_view word = row.text(column);
    value = known(reply_wish(word), word);
}
inline void read_value(Statement& row, int column, CaseState& value)
{
    const std::string_view word = row.text(column);
    value = known(case_state(word), word);
}
inline void read_value(Statement& row, int column, RefusalGround& value)
{
    const std::string_view word = row.text(column);
    value = known(refusal_ground(word), word);
}
inline void read_value(Statement& row, int column, CaseOutcome& value)
{
    const std::string_view word = row.text(column);
    value = known(case_outcome(word), word);
}
inline void read_value(Statement& row, int column, CaseEventKind& value)
{
    const std::string_view word = row.text(column);
    value = known(case_event_kind(word), word);
}
inline void read_value(Statement& row, int column, std::optional<Instant>& value)
{
    const auto seconds = row.maybe_integer(column);
    value = seconds ? std::optional(Instant { Seconds { *seconds } }) : std::nullopt;
}
template <class Value>
void read_value(Statement& row, int column, std::optional<Value>& value)
{
    if (row.is_null(column))
        value.reset();
    else
        read_value(row, column, value.emplace());
}
template <class Value>
void read_value(Statement& row, int column, AbsentIfEmpty<Value> text)
{
    read_value(row, column, text.value); // NULL reads as the empty text
}
template <class Value, class Usual>
void read_value(Statement& row, int column, const AbsentIfUsual<Value, Usual>& number)
{
    if (row.is_null(column))
        number.value = number.usual;
    else
        read_value(row, column, number.value);
}
template <class List>
void read_value(Statement& row, int column, const CodeList<List>& codes)
{
    codes.read(row.text(column)); // NULL reads as the empty text
}

// Reads the columns from 0, in order.
template <class... Values>
void read_all(Statement& row, Values&&... values)
{
    int column = -1;
    (read_value(row, ++column, values), ...);
}

} // namespace nextplease::sql
