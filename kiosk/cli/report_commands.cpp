#include "kiosk/cli/commands.h"
#include "kiosk/cli/feedback_output.h"
#include "kiosk/cli/json_output.h"
#include "kiosk/cli/report_output.h"
#include "kiosk/cli/result_output.h"
#include "kiosk/cli/wait_table.h"
#include "kiosk/report/documents.h"

namespace nextplease::cli {

void run_command(const WaitReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const WaitReport made = wait_report(*store, configuration, asked.question, around.clock().now());
    write_report(asked,
        { .table = [&](const Words& words) { return wait_table(made, configuration, words); },
            .csv = [&](const Words& words) { return wait_report_csv(made, configuration, words); },
            .json = [&](const Words& words) { return wait_report_json(made, configuration, words); },
            .document =
                [&](const report::Making& making) {
                    if (making.detail == report::Making::Detail::NamesOnly)
                        return report::document_of(made, nullptr, making);
                    const WaitDistribution waits = wait_distribution(*store, configuration, made);
                    return report::document_of(made, &waits, making);
                } },
        *store, around);
}

void run_command(const FeedbackReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const FeedbackReport made = satisfaction_report(*store, configuration, asked.question);
    write_report(asked,
        { .table = [&](const Words& words) { return feedback_table(made, configuration, words); },
            .csv = [&](const Words& words) { return feedback_csv(made, configuration, words); },
            .json = [&](const Words& words) { return feedback_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

void run_command(const ResultReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const ResultReport made = result_report(*store, configuration, asked.question);
    write_report(asked,
        { .table = [&](const Words& words) { return result_table(made, configuration, words); },
            .csv = [&](const Words& words) { return result_csv(made, configuration, words); },
            .json = [&](const Words& words) { return result_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

} // namespace nextplease::cli
