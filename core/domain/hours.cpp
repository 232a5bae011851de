#include "core/domain/hours.h"

namespace nextplease {

const std::vector<OpenSpan>& OpeningHours::on(LocalDate date) const
{
    if (const auto exception = exceptions.find(date); exception != exceptions.end())
        return exception->second;
    return weekdays[static_cast<std::size_t>(iso_weekday(date) - 1)];
}

bool OpeningHours::open_at(const LocalTime& time) const
{
    for (const OpenSpan& span : on(time.date)) {
        if (span.from <= time.since_midnight && time.since_midnight < span.to)
            return true;
    }
    return false;
}

std::optional<LocalTime> OpeningHours::next_opening(const LocalTime& time) const
{
    constexpr int kDaysAhead = 30;
    for (int day = 0; day <= kDaysAhead; ++day) {
        const LocalDate date = add_days(time.date, day);
        const Seconds earliest = day == 0 ? time.since_midnight : Seconds { 0 };
        for (const OpenSpan& span : on(date)) {
            if (span.to > earliest)
                return LocalTime { date, std::max(span.from, earliest) };
        }
    }
    return std::nullopt;
}

} // namespace nextplease
