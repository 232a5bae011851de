#include "kiosk/cli/commands.h"
#include "kiosk/cli/feedback_output.h"
#include "kiosk/cli/json_output.h"
#include "kiosk/cli/result_output.h"
#include "kiosk/cli/wait_table.h"

namespace nextplease::cli {

void run_command(const WaitReportArguments& asked, const Surroundings& around)
{
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const WaitReport report = wait_report(*store, configuration, asked.question, around.clock().now());
    switch (asked.format) {
    case Format::Table:
        return write_result(wait_table(report, configuration, around.words()), asked.file);
    case Format::Csv:
        return write_result(wait_report_csv(report, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(wait_report_json(report, configuration, around.words()), asked.file);
    }
}

void run_command(const FeedbackReportArguments& asked, const Surroundings& around)
{
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const FeedbackReport report = satisfaction_report(*store, configuration, asked.question);
    switch (asked.format) {
    case Format::Table:
        return write_result(feedback_table(report, configuration, around.words()), asked.file);
    case Format::Csv:
        return write_result(feedback_csv(report, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(feedback_json(report, configuration, around.words()), asked.file);
    }
}

void run_command(const ResultReportArguments& asked, const Surroundings& around)
{
    using Format = WaitReportArguments::Format;
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const ResultReport report = result_report(*store, configuration, asked.question);
    switch (asked.format) {
    case Format::Table:
        return write_result(result_table(report, configuration, around.words()), asked.file);
    case Format::Csv:
        return write_result(result_csv(report, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(result_json(report, configuration, around.words()), asked.file);
    }
}

} // namespace nextplease::cli
