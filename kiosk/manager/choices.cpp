#include "kiosk/manager/choices.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

using Span = SeenQuestion::Days;

constexpr int kFirstYear = 1990;

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
LocalDate year_before(LocalDate date)
{
    const LocalDate same = (date.year() - std::chrono::years { 1 }) / date.month() / date.day();
    return same.ok() ? same
                     : add_days(first_of_month(same.year() / same.month() / std::chrono::day { 1 }, 1), -1);
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

std::optional<Span> beside_of(Beside beside, Days days, LocalDate today)
{
    if (beside == Beside::Nothing || days == Days::All)
        return std::nullopt;
    const Span asked = days_of(days, today);
    if (beside == Beside::YearBefore)
        return Span { year_before(asked.from), year_before(asked.to) };
    switch (days) {
    case Days::Today:
        return Span { add_days(today, -7), add_days(today, -7) }; // the same weekday
    case Days::ThisWeek:
        return Span { add_days(asked.from, -7), add_days(asked.from, -1) };
    case Days::ThisMonth:
    case Days::LastMonth:
        return Span { first_of_month(asked.from, -1), add_days(asked.from, -1) };
    case Days::ThisQuarter:
    case Days::LastQuarter:
        return Span { first_of_month(asked.from, -3), add_days(asked.from, -1) };
    default:
        return Span { first_of_month(asked.from, -12), add_days(asked.from, -1) };
    }
}

SeenQuestion question_of(const Choice& choice, LocalDate today)
{
    const Span days = days_of(choice.days, today);
    return { .from = days.from,
        .to = days.to,
        .service = choice.service,
        .desk = choice.desk,
        .weekday = choice.weekday,
        .booked = choice.booked,
        .beside = beside_of(choice.beside, choice.days, today),
        .trend = choice.trend };
}

} // namespace nextplease::manager
