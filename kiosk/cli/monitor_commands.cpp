#include "core/reception/csv.h"
#include "core/reception/monitoring.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/monitor_output.h"
#include "kiosk/cli/report_output.h"
#include "kiosk/report/documents.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Verb = MonitorArguments::Verb;

// A page, a workbook or a PDF is a form to fill in.
void write_calls(const MonitorArguments& asked, const ReportingPeriod& period,
    const std::vector<MonitoredCall>& calls, Store& store, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    write_report(asked,
        { .table = [&](const Words& words) { return monitored_calls_table(calls, configuration, words); },
            .csv = [&](const Words&) { return monitored_calls_csv(calls, configuration); },
            .json = [&](const Words&) { return monitored_calls_json(calls); },
            .document =
                [&](const report::Making& making) { return report::form_of(period, calls, making); } },
        store, around);
}

// Of the directorate that was asked for, alone.
MonitoringReport report_asked(const MonitorArguments& asked, const ReportingPeriod& period, Store& store,
    const Configuration& configuration)
{
    MonitoringReport report = monitoring_report(store, configuration, period);
    if (asked.directorate.empty())
        return report;
    const DirectorateCode wanted(asked.directorate);
    if (!configuration.office.find(wanted))
        throw Refused(fmt::format("there is no directorate \"{}\": write the code of a [[directorate]] of {}",
            asked.directorate, configuration.source));
    std::erase_if(report.calls, [&](const MonitoredCall& call) { return call.directorate != wanted; });
    std::erase_if(report.groups, [&](const MonitoringGroup& group) { return group.directorate != wanted; });
    report.total = report.groups.empty() ? CallFigures {} : report.groups.front().figures;
    return report;
}

// Numbers are drawn for months in which they can be rung, or could be a year ago at most.
void refuse_far_month(const ReportingPeriod& month, LocalDate today)
{
    const auto months = [](LocalDate day) {
        return int { day.year() } * 12 + static_cast<int>(unsigned { day.month() });
    };
    const int away = months(month.first()) - months(today);
    constexpr int kBack = -12;
    if (away < kBack || away > 1)
        throw Refused("--month " + month.key()
            + " is too far away: numbers are drawn for the last twelve months, this one and the next");
}

// What was heard, with how fast it was answered where that is promised.
CallHeard heard_in(const MonitorArguments& asked, const Configuration& configuration)
{
    const auto limit = monitored_within(configuration);
    if (limit && !asked.within)
        throw WrongUsage(
            fmt::format("--within is missing: say yes or no to \"answered in {} seconds\"", limit->count()));
    if (!limit && asked.within)
        throw WrongUsage(
            "--within is not asked here: no promise of the configuration says in how many seconds a "
            "telephone is answered");
    CallHeard heard = asked.heard;
    heard.within = asked.within.value_or(true);
    return heard;
}

} // namespace

void run_command(const MonitorArguments& asked, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    const ReportingPeriod period = asked.period.value_or(
        period_of(configuration.zone.date(around.clock().now()), ReportingPeriod::Kind::Month));
    const bool writes = asked.verb == Verb::Sample || asked.verb == Verb::Record;
    const auto store = writes ? around.open(Opening::Create) : around.open_for_reading();
    Reception reception(*store, configuration, around.clock());
    switch (asked.verb) {
    case Verb::Sample:
        refuse_far_month(period, configuration.zone.date(around.clock().now()));
        return write_calls(asked, period, monitoring_sample(reception, period), *store, around);
    case Verb::List:
        return write_calls(
            asked, period, report_asked(asked, period, *store, configuration).calls, *store, around);
    case Verb::Record: {
        const MonitoringReply reply = record_call(
            reception, MonitoredCallId(asked.call), heard_in(asked, configuration), { "command line", {} });
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            refuse(*refusal, around);
        return write_result(
            monitored_calls_table({ std::get<MonitoredCall>(reply) }, configuration, around.words()));
    }
    case Verb::Report: {
        const MonitoringReport calls = report_asked(asked, period, *store, configuration);
        return write_report(asked,
            { .table = [&](const Words& words) { return monitoring_table(calls, configuration, words); },
                .csv = [&](const Words&) { return monitoring_csv(calls, configuration); },
                .json = [&](const Words& words) { return monitoring_json(calls, configuration, words); },
                .document =
                    [&](const report::Making& making) { return report::document_of(calls, making); } },
            *store, around);
    }
    }
}

} // namespace nextplease::cli
