#include "core/domain/deadline.h"

#include <array>
#include <charconv>

namespace nextplease {
namespace {

using Unit = Limit::Unit;

constexpr int kMost = 1000;
constexpr int kFriday = 5;

struct UnitWords {
    Unit unit;
    std::string_view one, many;
};
constexpr auto kCounted = std::to_array<UnitWords>({
    { Unit::Second, "second", "seconds" },
    { Unit::Minute, "minute", "minutes" },
    { Unit::Hour, "hour", "hours" },
    { Unit::WeekdayHour, "hour on weekdays", "hours on weekdays" },
    { Unit::WorkingDayHour, "hour on working days", "hours on working days" },
    { Unit::Day, "day", "days" },
    { Unit::Week, "week", "weeks" },
    { Unit::WorkingDay, "working day", "working days" },
    { Unit::UkWorkingDay, "UK working day", "UK working days" },
});
constexpr std::string_view kSameDay = "same day";
constexpr std::string_view kAtAll = "at all";

} // namespace

std::optional<Limit> parse_limit(std::string_view text)
{
    if (text == kSameDay)
        return Limit { Unit::SameDay, 0 };
    if (text == kAtAll)
        return Limit {};
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc {} || count < 1 || count > kMost)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with(' '))
        return std::nullopt;
    text.remove_prefix(1);
    for (const UnitWords& words : kCounted) {
        if (text == (count == 1 ? words.one : words.many))
            return Limit { words.unit, count };
    }
    return std::nullopt;
}

std::string to_text(const Limit& limit)
{
    for (const UnitWords& words : kCounted) {
        if (words.unit == limit.unit)
            return std::to_string(limit.count) + ' ' + std::string(limit.count == 1 ? words.one : words.many);
    }
    return std::string(limit.unit == Unit::SameDay ? kSameDay : kAtAll);
}

Deadlines::Deadlines(Zone zone, CalendarRules rules, OpeningHours hours)
    : zone_(std::move(zone))
    , days_(std::move(rules))
    , hours_(std::move(hours))
{
}

Instant Deadlines::end_of(LocalDate day) const
{
    return zone_.start_of(add_days(day, 1)) - Seconds { 1 };
}

std::optional<Instant> Deadlines::last_moment(const Limit& limit, Instant from)
{
    const std::chrono::hours hours { limit.count };
    switch (limit.unit) {
    case Unit::AtAll:
        return std::nullopt;
    case Unit::Second:
        return from + Seconds { limit.count };
    case Unit::Minute:
        return from + Minutes { limit.count };
    case Unit::Hour:
        return from + hours;
    case Unit::WeekdayHour:
        return after_hours_on(
            [](const WorkingDays&, LocalDate day) { return iso_weekday(day) <= kFriday; }, hours, from);
    case Unit::WorkingDayHour:
        return after_hours_on(
            [](const WorkingDays& days, LocalDate day) { return days.is_working_day(day); }, hours, from);
    case Unit::SameDay:
        return end_of(zone_.date(from));
    case Unit::Day:
        return end_of(add_days(zone_.date(from), limit.count));
    case Unit::Week:
        return end_of(add_days(zone_.date(from), limit.count * 7));
    case Unit::WorkingDay:
    case Unit::UkWorkingDay:
        return end_of(due(days_.receipt_day(zone_.local(from), hours_), limit.count,
            limit.unit == Unit::WorkingDay ? Nations::EnglandAndWales : Nations::UnitedKingdom));
    }
    return std::nullopt;
}

LocalDate Deadlines::due(LocalDate receipt, int days, Nations nations)
{
    const auto [known, is_new] = due_.try_emplace({ receipt, days, nations });
    if (is_new)
        known->second = days_.due(receipt, days, nations);
    return known->second;
}

Instant Deadlines::after_hours_on(
    bool (*runs)(const WorkingDays&, LocalDate), Seconds hours, Instant from) const
{
    LocalDate day = zone_.date(from);
    for (Instant at = from;; day = add_days(day, 1)) {
        const Instant end = zone_.start_of(add_days(day, 1));
        if (runs(days_, day)) {
            if (at + hours <= end)
                return at + hours;
            hours -= end - at;
        }
        at = end;
    }
}

} // namespace nextplease
