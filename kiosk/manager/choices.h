// What a manager chooses in the row of filters, and which days that is. Pure.
#pragma once

#include "core/reception/seen_report.h"

#include <cstdint>
#include <optional>

namespace nextplease::manager {

// Days as people ask for them, seen from today.
enum class Days {
    Today,
    ThisWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    LastQuarter,
    ThisYear,
    LastYear,
    TwelveMonths, // whole ones, before this month
    All,
};
constexpr int kDaysChoices = 10;
enum class Beside { Nothing, Before, YearBefore };
// What the table is told by.
enum class By { Service, Desk, Hour, Weekday };
constexpr int kByChoices = 4;

SeenQuestion::Days days_of(Days days, LocalDate today);
// The same length of time before it (whole months and quarters stay whole), or a year before.
std::optional<SeenQuestion::Days> beside_of(Beside beside, Days days, LocalDate today);

struct Choice {
    Days days = Days::ThisMonth;
    // A day of another such period than that of today: the whole day, week, month, quarter or year that it is
    // in; of twelve months their first day.
    std::optional<LocalDate> at {};
    std::optional<std::uint8_t> service {}, desk {}; // places in the table
    std::optional<int> weekday {};
    std::optional<bool> booked {};
    Beside beside = Beside::Before;
    SeenQuestion::Trend trend = SeenQuestion::Trend::Weeks;
    std::optional<By> by {}; // none: by desk where one service is chosen, else by service
    By told_by() const { return by.value_or(service ? By::Desk : By::Service); }
    friend bool operator==(const Choice&, const Choice&) = default;
};

SeenQuestion::Days days_of(const Choice& choice, LocalDate today);
std::optional<SeenQuestion::Days> beside_of(const Choice& choice, LocalDate today);
// The choice of a period as long, so many periods later (negative: earlier). The same choice where that would
// begin after today, and where all days are chosen.
Choice moved(Choice choice, int later, LocalDate today);
// The choice of the day, week or month that a stretch of the trend begins with.
Choice chosen(Choice choice, SeenQuestion::Trend trend, LocalDate first, LocalDate today);

SeenQuestion question_of(const Choice& choice, LocalDate today);

} // namespace nextplease::manager
