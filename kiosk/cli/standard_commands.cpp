#include "kiosk/cli/commands.h"
#include "kiosk/cli/complaint_output.h"
#include "kiosk/cli/indicator_output.h"
#include "kiosk/cli/standard_output.h"

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
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const StandardReport report =
        standard_report(*store, configuration, asked.question, around.clock().now());
    switch (asked.format) {
    case Format::Table:
        return write_result(standard_table(report, configuration, around.words(), colours_for(asked.file)),
            asked.file, Controls::OurColours);
    case Format::Csv:
        return write_result(standard_csv(report, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(standard_json(report, configuration, around.words()), asked.file);
    }
}

void run_command(const IndicatorArguments& asked, const Surroundings& around)
{
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const Instant now = around.clock().now();
    const ReportingPeriod period =
        asked.period.value_or(last_period(configuration, configuration.zone.date(now)));
    const IndicatorReport report = indicator_report(*store, configuration, period, now);
    switch (asked.format) {
    case Format::Table:
        return write_result(indicator_table(report, around.words(), colours_for(asked.file)), asked.file,
            Controls::OurColours);
    case Format::Csv:
        return write_result(indicator_csv(report, around.words()), asked.file);
    case Format::Json:
        return write_result(indicator_json(report, around.words()), asked.file);
    }
}

void run_command(const ContactReportArguments& asked, const Surroundings& around)
{
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const ContactReport report = contact_report(*store, configuration, asked.question);
    switch (asked.format) {
    case Format::Table:
        return write_result(contact_table(report, configuration, around.words()), asked.file);
    case Format::Csv:
        return write_result(contact_csv(report, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(contact_report_json(report, configuration, around.words()), asked.file);
    }
}

void run_command(const ComplaintReportArguments& asked, const Surroundings& around)
{
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const ComplaintReport report = complaint_report(
        *store, configuration, asked.question, configuration.zone.date(around.clock().now()));
    switch (asked.format) {
    case Format::Table:
        return write_result(complaint_table(report, configuration, around.words()), asked.file);
    case Format::Csv:
        return write_result(complaint_csv(report, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(complaint_json(report, configuration, around.words()), asked.file);
    }
}

} // namespace nextplease::cli
