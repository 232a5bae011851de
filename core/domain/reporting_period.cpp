#include "core/domain/reporting_period.h"

#include <charconv>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr unsigned kMonthsOfQuarter = 3;

unsigned periods_of_year(ReportingPeriod::Kind kind)
{
    return kind == ReportingPeriod::Kind::Month ? 12 : 4;
}

// All of `text` as a number without a sign.
std::optional<unsigned> number_in(std::string_view text)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc {} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<ReportingPeriod> period_in(
    ReportingPeriod::Kind kind, std::string_view year, std::string_view number)
{
    const auto in_year = number_in(year);
    const auto which = number_in(number);
    if (!in_year || !which || *in_year < 1900 || *which < 1 || *which > periods_of_year(kind))
        return std::nullopt;
    return ReportingPeriod { kind, std::chrono::year { static_cast<int>(*in_year) }, *which };
}

} // namespace

LocalDate ReportingPeriod::first() const
{
    const unsigned month = kind == Kind::Month ? number : (number - 1) * kMonthsOfQuarter + 1;
    return year / std::chrono::month { month } / std::chrono::day { 1 };
}

LocalDate ReportingPeriod::last() const
{
    const unsigned month = kind == Kind::Month ? number : number * kMonthsOfQuarter;
    return LocalDate { year / std::chrono::month { month } / std::chrono::last };
}

ReportingPeriod ReportingPeriod::before() const
{
    if (number > 1)
        return { kind, year, number - 1 };
    return { kind, year - std::chrono::years { 1 }, periods_of_year(kind) };
}

ReportingPeriod ReportingPeriod::year_before() const
{
    return { kind, year - std::chrono::years { 1 }, number };
}

std::string ReportingPeriod::key() const
{
    return kind == Kind::Month ? fmt::format("{:04}-{:02}", int { year }, number)
                               : fmt::format("{:04}-Q{}", int { year }, number);
}

ReportingPeriod period_of(LocalDate date, ReportingPeriod::Kind kind)
{
    const unsigned month = unsigned { date.month() };
    return { kind, date.year(),
        kind == ReportingPeriod::Kind::Month ? month : (month - 1) / kMonthsOfQuarter + 1 };
}

std::optional<ReportingPeriod> parse_month(std::string_view text)
{
    if (text.size() != 7 || text[4] != '-')
        return std::nullopt;
    return period_in(ReportingPeriod::Kind::Month, text.substr(0, 4), text.substr(5));
}

std::optional<ReportingPeriod> parse_quarter(std::string_view text)
{
    if (text.size() != 7 || text.substr(4, 2) != "-Q")
        return std::nullopt;
    return period_in(ReportingPeriod::Kind::Quarter, text.substr(0, 4), text.substr(6));
}

} // namespace nextplease
