#include "kiosk/manager/choices.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

using Span = SeenQuestion::Days;

constexpr int kFirstYear = 1990;
constexpr int kDaysAWeek = 7;

LocalDate first_of_month(LocalDate date, int months)
{
    return (std::chrono::year_month { date.year(), date.month() } + std::chrono::months { months })
        / std::chrono::day { 1 };
}
LocalDate first_of_quarter(LocalDate date, int quarters)
{
    const int back = static_cast<int>((unsigned { date.month() } - 1) % 3);
    return first_of_month(date, 3 * quarters - back);
}
bool is_whole_month_end(LocalDate date)
{
    return add_days(date, 1).month() != date.month();
}
LocalDate year_before(LocalDate date)
{
    const LocalDate same = (date.year() - std::chrono::years { 1 }) / date.month() / date.day();
    return same.ok() ? same
                     : add_days(first_of_month(same.year() / same.month() / std::chrono::day { 1 }, 1), -1);
}

// Whole months stay whole, also in a leap year.
Span year_before(const Span& days)
{
    const Span same { year_before(days.from), year_before(days.to) };
    if (days.from != first_of_month(days.from, 0) || !is_whole_month_end(days.to))
        return same;
    return { same.from, add_days(first_of_month(same.to, 1), -1) };
}

// The first day of such a period, so many of them later than one that begins then.
LocalDate begin_later(Days days, LocalDate first, int later)
{
    switch (days) {
    case Days::Today:
        return add_days(first, later);
    case Days::ThisWeek:
        return add_days(first, later * kDaysAWeek);
    case Days::ThisMonth:
    case Days::LastMonth:
        return first_of_month(first, later);
    case Days::ThisQuarter:
    case Days::LastQuarter:
        return first_of_month(first, later * 3);
    case Days::ThisYear:
    case Days::LastYear:
    case Days::TwelveMonths:
    case Days::All:
        break;
    }
    return first_of_month(first, later * 12);
}

// The one that is as long and begins anywhere.
Days its_length(Days days)
{
    return days == Days::LastMonth  ? Days::ThisMonth
        : days == Days::LastQuarter ? Days::ThisQuarter
        : days == Days::LastYear    ? Days::ThisYear
                                    : days;
}

// The whole period that the day is in; twelve months begin with it.
Span whole_of(Days days, LocalDate day)
{
    LocalDate first = first_of_month(day, 0);
    switch (its_length(days)) {
    case Days::Today:
        first = day;
        break;
    case Days::ThisWeek:
        first = add_days(day, 1 - iso_weekday(day));
        break;
    case Days::ThisQuarter:
        first = first_of_quarter(day, 0);
        break;
    case Days::ThisYear:
        first = day.year() / std::chrono::January / 1;
        break;
    default:
        break;
    }
    return { first, add_days(begin_later(days, first, 1), -1) };
}

} // namespace

Span days_of(Days days, LocalDate today)
{
    switch (days) {
    case Days::Today:
        return { today, today };
    case Days::ThisWeek:
        return { add_days(today, 1 - iso_weekday(today)), today };
    case Days::ThisMonth:
        return { first_of_month(today, 0), today };
    case Days::LastMonth:
        return { first_of_month(today, -1), add_days(first_of_month(today, 0), -1) };
    case Days::ThisQuarter:
        return { first_of_quarter(today, 0), today };
    case Days::LastQuarter:
        return { first_of_quarter(today, -1), add_days(first_of_quarter(today, 0), -1) };
    case Days::ThisYear:
        return { today.year() / std::chrono::January / 1, today };
    case Days::LastYear: {
        const auto year = today.year() - std::chrono::years { 1 };
        return { year / std::chrono::January / 1, year / std::chrono::December / 31 };
    }
    case Days::TwelveMonths:
        return { first_of_month(today, -12), add_days(first_of_month(today, 0), -1) };
    case Days::All:
        break;
    }
    return { std::chrono::year { kFirstYear } / std::chrono::January / 1, today };
}

Span days_of(const Choice& choice, LocalDate today)
{
    if (!choice.at)
        return days_of(choice.days, today);
    const Span whole = whole_of(choice.days, *choice.at);
    return { whole.from, std::min(whole.to, today) };
}

std::optional<Span> beside_of(Beside beside, Days days, LocalDate today)
{
    return beside_of(Choice { .days = days, .beside = beside }, today);
}

std::optional<Span> beside_of(const Choice& choice, LocalDate today)
{
    if (choice.beside == Beside::Nothing || choice.days == Days::All)
        return std::nullopt;
    const Span asked = days_of(choice, today);
    if (choice.beside == Beside::YearBefore)
        return year_before(asked);
    if (choice.days == Days::Today)
        return Span { add_days(asked.from, -kDaysAWeek), add_days(asked.from, -kDaysAWeek) }; // its weekday
    return Span { begin_later(choice.days, asked.from, -1), add_days(asked.from, -1) };
}

Choice moved(Choice choice, int later, LocalDate today)
{
    if (choice.days == Days::All)
        return choice;
    const LocalDate first = begin_later(choice.days, days_of(choice, today).from, later);
    if (first > today
        || (choice.days == Days::TwelveMonths && first > days_of(Days::TwelveMonths, today).from))
        return choice;
    choice.days = its_length(choice.days);
    choice.at = first;
    if (first == days_of(choice.days, today).from)
        choice.at.reset(); // of now: it grows with the days
    return choice;
}

Choice chosen(Choice choice, SeenQuestion::Trend trend, LocalDate first, LocalDate today)
{
    using Trend = SeenQuestion::Trend;
    choice.days = trend == Trend::Days ? Days::Today
        : trend == Trend::Weeks        ? Days::ThisWeek
                                       : Days::ThisMonth;
    choice.at = first;
    return moved(choice, 0, today);
}

SeenQuestion question_of(const Choice& choice, LocalDate today)
{
    const Span days = days_of(choice, today);
    return { .from = days.from,
        .to = days.to,
        .service = choice.service,
        .desk = choice.desk,
        .weekday = choice.weekday,
        .booked = choice.booked,
        .beside = beside_of(choice, today),
        .trend = choice.trend };
}

} // namespace nextplease::manager
