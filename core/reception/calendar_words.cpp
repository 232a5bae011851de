#include "core/reception/calendar_words.h"

#include "text_keys.h"

#include <array>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array kWeekdays { Text::CommonWeekdayShortMonday, Text::CommonWeekdayShortTuesday,
    Text::CommonWeekdayShortWednesday, Text::CommonWeekdayShortThursday, Text::CommonWeekdayShortFriday,
    Text::CommonWeekdayShortSaturday, Text::CommonWeekdayShortSunday };
constexpr std::array kShortMonths { Text::CommonMonthShortJanuary, Text::CommonMonthShortFebruary,
    Text::CommonMonthShortMarch, Text::CommonMonthShortApril, Text::CommonMonthShortMay,
    Text::CommonMonthShortJune, Text::CommonMonthShortJuly, Text::CommonMonthShortAugust,
    Text::CommonMonthShortSeptember, Text::CommonMonthShortOctober, Text::CommonMonthShortNovember,
    Text::CommonMonthShortDecember };

std::string day_of(LocalDate date)
{
    return std::to_string(unsigned { date.day() });
}
std::string year_of(LocalDate date)
{
    return std::to_string(int { date.year() });
}

} // namespace

std::string weekday_short(int iso_weekday, const Words& words)
{
    return words.say(kWeekdays.at(static_cast<std::size_t>(iso_weekday - 1)));
}

std::string month_short(LocalDate date, const Words& words)
{
    return words.say(kShortMonths.at(unsigned { date.month() } - 1U));
}

std::string month_long(LocalDate date, const Words& words)
{
    return month_short(date, words) + ' ' + year_of(date);
}

std::string days_long(LocalDate from, LocalDate to, const Words& words)
{
    const auto day = [&](LocalDate date) { return day_of(date) + ' ' + month_short(date, words); };
    if (from == to)
        return day(to) + ' ' + year_of(to);
    const bool same_year = from.year() == to.year();
    const bool same_month = same_year && from.month() == to.month();
    const std::string first = same_month ? day_of(from)
        : same_year                      ? day(from)
                                         : day(from) + ' ' + year_of(from);
    return words.say(Text::ManagerDaysFromTo, { { "from", first }, { "to", day(to) + ' ' + year_of(to) } });
}

} // namespace nextplease
