#include "kiosk/report/scheduled_run.h"

#include "core/base/local_time.h"
#include "core/domain/reporting_period.h"

#include <fmt/format.h>

namespace nextplease::report {
namespace {

// The ISO week of a Monday: that of its Thursday's year.
std::string week_key(LocalDate monday)
{
    const LocalDate thursday = add_days(monday, 3);
    const auto first = std::chrono::sys_days { thursday.year() / std::chrono::January / 1 };
    const auto week = (std::chrono::sys_days { thursday } - first).count() / 7 + 1;
    return fmt::format("{:04}-W{:02}", static_cast<int>(thursday.year()), week);
}

} // namespace

ReportDays days_of(ScheduledReport::Every every, LocalDate today)
{
    switch (every) {
    case ScheduledReport::Every::Day: {
        const LocalDate day = add_days(today, -1);
        return { day, day, to_iso(day) };
    }
    case ScheduledReport::Every::Week: {
        const LocalDate monday = add_days(today, -(iso_weekday(today) - 1) - 7);
        return { monday, add_days(monday, 6), week_key(monday) };
    }
    case ScheduledReport::Every::Month:
    case ScheduledReport::Every::Quarter:
        break;
    }
    const auto kind = every == ScheduledReport::Every::Month ? ReportingPeriod::Kind::Month
                                                             : ReportingPeriod::Kind::Quarter;
    const ReportingPeriod period = period_of(today, kind).before();
    return { period.first(), period.last(), period.key() };
}

std::vector<ScheduledFile> scheduled_files(const std::vector<ScheduledReport>& reports, LocalDate today)
{
    std::vector<ScheduledFile> files;
    for (const ScheduledReport& report : reports) {
        const ReportDays days = days_of(report.every, today);
        for (const Language& language : report.languages)
            for (const std::string& format : report.formats)
                files.push_back({ report, days, format, language,
                    report.folder
                        / fmt::format("{}{}-{}.{}.{}", report.report,
                            report.by.empty() ? "" : "-" + report.by, days.key, language.text(), format) });
    }
    return files;
}

} // namespace nextplease::report
