// Which days a report, a plan or a list is of, as people write it: --from and --to, or a whole --month or
// --quarter.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/reporting_period.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace nextplease::cli {

struct PeriodTyped {
    std::string from, to, month, quarter;
};

// --from and --to. `what` ends their help: "First day " + what + ", included". `typed` must outlive
// `command`.
void add_day_range(CLI::App* command, PeriodTyped& typed, const std::string& what);
// --month and --quarter.
void add_whole_periods(CLI::App* command, PeriodTyped& typed);
// All four of them.
void add_period(CLI::App* command, PeriodTyped& typed, const std::string& what);

// The month that was asked for; none: none was. Throws WrongUsage with how a month is written.
std::optional<ReportingPeriod> month_of(const PeriodTyped& typed);
// The month or quarter that was asked for. Throws WrongUsage, also for both.
std::optional<ReportingPeriod> whole_period_of(const PeriodTyped& typed);
// The days that were asked for in either way; those that were not stay as they are. Throws WrongUsage for
// what is no day, for a --to before --from, and for both ways at once.
void read_days(const PeriodTyped& typed, std::optional<LocalDate>& from, std::optional<LocalDate>& to);

} // namespace nextplease::cli
