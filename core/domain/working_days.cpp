#include "core/domain/working_days.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace nextplease {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::Monday;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr int kSaturday = 6; // as ISO 8601 counts

bool on_weekend(LocalDate date)
{
    return iso_weekday(date) >= kSaturday;
}

LocalDate of(int y, unsigned m, unsigned d)
{
    return { year { y }, month { m }, day { d } };
}

// What was proclaimed for one year alone. Source: The Gazette, notices 3326938 (2020), 4115743 (2023),
// 4158896 (2022).
struct Proclaimed {
    int of_year;
    unsigned early_may; // day of May; 0: by the rule
    std::array<unsigned, 2> spring; // month and day; 0: by the rule
    std::vector<std::array<unsigned, 2>> extra; // month and day
};
const std::vector<Proclaimed>& proclaimed()
{
    static const std::vector<Proclaimed> all {
        { 2020, 8, {}, {} }, // VE Day
        { 2022, 0, { 6, 2 }, { { 6, 3 }, { 9, 19 } } }, // Platinum Jubilee, State Funeral
        { 2023, 0, {}, { { 5, 8 } } }, // Coronation
    };
    return all;
}

LocalDate first_monday(int y, unsigned m)
{
    return LocalDate { sys_days { year { y } / month { m } / weekday { Monday }[1] } };
}
LocalDate last_monday(int y, unsigned m)
{
    return LocalDate { sys_days { year { y } / month { m } / weekday { Monday }[last] } };
}

// "If it be a Sunday, the day following; 27 December if 25 or 26 December be a Sunday": the next days that
// are neither of the weekend nor taken.
void add_or_substitute(std::vector<LocalDate>& days, LocalDate date)
{
    while (on_weekend(date) || std::find(days.begin(), days.end(), date) != days.end())
        date = add_days(date, 1);
    days.push_back(date);
}

// Of 25 and 26 December the one on the weekend is replaced, and the other keeps its day: 26, 27 where
// Christmas is a Sunday.
void add_christmas(std::vector<LocalDate>& days, int y)
{
    const LocalDate christmas = of(y, 12, 25);
    const LocalDate boxing = of(y, 12, 26);
    if (!on_weekend(boxing))
        days.push_back(boxing);
    add_or_substitute(days, christmas);
    if (on_weekend(boxing))
        add_or_substitute(days, boxing);
}

} // namespace

LocalDate easter_sunday(int y)
{
    assert(y >= 1583 && y <= 4099);
    // Meeus, Jones and Butcher.
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return of(y, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::vector<LocalDate> bank_holidays(int y)
{
    const auto found = std::find_if(
        proclaimed().begin(), proclaimed().end(), [&](const Proclaimed& one) { return one.of_year == y; });
    const Proclaimed special = found == proclaimed().end() ? Proclaimed {} : *found;
    std::vector<LocalDate> days;
    add_or_substitute(days, of(y, 1, 1));
    const LocalDate easter = easter_sunday(y);
    days.push_back(add_days(easter, -2));
    days.push_back(add_days(easter, 1));
    days.push_back(special.early_may ? of(y, 5, special.early_may) : first_monday(y, 5));
    days.push_back(special.spring[0] ? of(y, special.spring[0], special.spring[1]) : last_monday(y, 5));
    days.push_back(last_monday(y, 8));
    add_christmas(days, y);
    for (const auto& [m, d] : special.extra)
        days.push_back(of(y, m, d));
    std::sort(days.begin(), days.end());
    return days;
}

std::vector<LocalDate> bank_holidays_of_any_nation(int y)
{
    std::vector<LocalDate> days = bank_holidays(y);
    // Those of Scotland are replaced as they are there: New Year's Day first, then the day after it.
    std::vector<LocalDate> scottish;
    add_or_substitute(scottish, of(y, 1, 1));
    add_or_substitute(scottish, of(y, 1, 2));
    scottish.push_back(first_monday(y, 8));
    add_or_substitute(scottish, of(y, 11, 30));
    constexpr int kWorldCup = 2026; // proclaimed for that year alone
    if (y == kWorldCup)
        scottish.push_back(of(y, 6, 15));
    std::vector<LocalDate> northern_irish;
    add_or_substitute(northern_irish, of(y, 3, 17));
    add_or_substitute(northern_irish, of(y, 7, 12));
    days.insert(days.end(), scottish.begin(), scottish.end());
    days.insert(days.end(), northern_irish.begin(), northern_irish.end());
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

bool WorkingDays::is_bank_holiday(LocalDate date, Nations nations) const
{
    if (rules_.one_offs.contains(date))
        return true;
    if (on_weekend(date) || rules_.moved_away.contains(date))
        return false;
    const int year { date.year() };
    const std::vector<LocalDate> days =
        nations == Nations::EnglandAndWales ? bank_holidays(year) : bank_holidays_of_any_nation(year);
    return std::binary_search(days.begin(), days.end(), date);
}

bool WorkingDays::is_working_day(LocalDate date, Nations nations) const
{
    const bool closed = rules_.closures_stop_clock && rules_.closures.contains(date);
    return !on_weekend(date) && !closed && !is_bank_holiday(date, nations);
}

LocalDate WorkingDays::due(LocalDate receipt, int days, Nations nations) const
{
    assert(days >= 1);
    LocalDate date = receipt;
    for (int counted = 0; counted < days;) {
        date = add_days(date, 1);
        if (is_working_day(date, nations))
            ++counted;
    }
    return date;
}

int WorkingDays::count(LocalDate from, LocalDate to) const
{
    int counted = 0;
    for (LocalDate date = from; date < to;) {
        date = add_days(date, 1);
        if (is_working_day(date))
            ++counted;
    }
    return counted;
}

LocalDate WorkingDays::receipt_day(const LocalTime& received, const OpeningHours& hours) const
{
    if (rules_.after_hours == CalendarRules::AfterHours::SameDay)
        return received.date;
    const std::vector<OpenSpan>& open = hours.on(received.date);
    const bool closed_for_the_day = open.empty() || received.since_midnight >= open.back().to;
    if (is_working_day(received.date) && !closed_for_the_day)
        return received.date;
    return due(received.date, 1);
}

} // namespace nextplease
