#include "kiosk/cli/period_options.h"

#include "kiosk/cli/arguments.h"
#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nextplease::cli {

void add_day_range(CLI::App* command, PeriodTyped& typed, const std::string& what)
{
    command->add_option("--from", typed.from, "First day " + what + ", included")->type_name("D");
    command->add_option("--to", typed.to, "Last day " + what + ", included")->type_name("D");
}

void add_whole_periods(CLI::App* command, PeriodTyped& typed)
{
    command->add_option("--month", typed.month, "A whole month, such as 2026-10")->type_name("M");
    command->add_option("--quarter", typed.quarter, "A whole quarter, such as 2026-Q3 (July to September)")
        ->type_name("Q");
}

void add_period(CLI::App* command, PeriodTyped& typed, const std::string& what)
{
    add_day_range(command, typed, what);
    add_whole_periods(command, typed);
}

std::optional<ReportingPeriod> month_of(const PeriodTyped& typed)
{
    if (typed.month.empty())
        return std::nullopt;
    if (const auto month = parse_month(typed.month))
        return month;
    throw WrongUsage(fmt::format("--month \"{}\" is not understood: write such as 2026-10", typed.month));
}

std::optional<ReportingPeriod> whole_period_of(const PeriodTyped& typed)
{
    if (!typed.month.empty() && !typed.quarter.empty())
        throw WrongUsage("--month and --quarter do not go together: write one of them");
    if (typed.quarter.empty())
        return month_of(typed);
    if (const auto quarter = parse_quarter(typed.quarter))
        return quarter;
    throw WrongUsage(fmt::format("--quarter \"{}\" is not understood: write such as 2026-Q3", typed.quarter));
}

void read_days(const PeriodTyped& typed, std::optional<LocalDate>& from, std::optional<LocalDate>& to)
{
    if (const auto period = whole_period_of(typed)) {
        if (!typed.from.empty() || !typed.to.empty())
            throw WrongUsage(
                "--from and --to do not go with --month and --quarter: write the one or the other");
        from = period->first();
        to = period->last();
        return;
    }
    if (!typed.from.empty())
        from = date_value("--from", typed.from);
    if (!typed.to.empty())
        to = date_value("--to", typed.to);
    if (from && to && *to < *from)
        throw WrongUsage(
            fmt::format("--to {} is before --from {}: write the earlier day first", typed.to, typed.from));
}

} // namespace nextplease::cli
