#include "kiosk/cli/commands.h"
#include "kiosk/cli/complaint_output.h"
#include "kiosk/cli/indicator_output.h"
#include "kiosk/cli/report_output.h"
#include "kiosk/cli/standard_output.h"
#include "kiosk/report/documents.h"

#include <unistd.h>

namespace nextplease::cli {
namespace {

// Colours where somebody looks, and only the signs in a file.
Colours colours_for(const std::filesystem::path& file)
{
    return file.empty() && isatty(STDOUT_FILENO) ? Colours::Yes : Colours::No;
}

} // namespace

void run_command(const StandardReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const StandardReport made = standard_report(*store, configuration, asked.question, around.clock().now());
    write_report(asked,
        { .table =
                [&](const Words& words) {
                    return standard_table(made, configuration, words, colours_for(asked.file));
                },
            .csv = [&](const Words& words) { return standard_csv(made, configuration, words); },
            .json = [&](const Words& words) { return standard_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

void run_command(const IndicatorArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const Instant now = around.clock().now();
    const ReportingPeriod period =
        asked.period.value_or(last_period(configuration, configuration.zone.date(now)));
    const IndicatorReport made = indicator_report(*store, configuration, period, now);
    write_report(asked,
        { .table =
                [&](const Words& words) {
                    return indicator_table(made, configuration, words, colours_for(asked.file));
                },
            .csv = [&](const Words& words) { return indicator_csv(made, configuration, words); },
            .json = [&](const Words& words) { return indicator_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

void run_command(const ContactReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const ContactReport made = contact_report(*store, configuration, asked.question);
    write_report(asked,
        { .table = [&](const Words& words) { return contact_table(made, configuration, words); },
            .csv = [&](const Words& words) { return contact_csv(made, configuration, words); },
            .json = [&](const Words& words) { return contact_report_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

void run_command(const ComplaintReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const ComplaintReport made = complaint_report(
        *store, configuration, asked.question, configuration.zone.date(around.clock().now()));
    write_report(asked,
        { .table = [&](const Words& words) { return complaint_table(made, configuration, words); },
            .csv = [&](const Words& words) { return complaint_csv(made, configuration, words); },
            .json = [&](const Words& words) { return complaint_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

} // namespace nextplease::cli
