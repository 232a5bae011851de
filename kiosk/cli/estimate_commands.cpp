#include "core/base/error.h"
#include "core/reception/live_estimates.h"
#include "core/reception/simulation.h"
#include "core/reception/snapshot.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/estimate_output.h"
#include "kiosk/cli/report_output.h"
#include "kiosk/report/documents.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::cli {

void run_command(const EstimateNowArguments& asked, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    const ServiceCode wanted(asked.service);
    if (!wanted.empty() && !configuration.office.find(wanted))
        throw Refused(
            fmt::format("there is no service {}: write a code of {}", asked.service, configuration.source));
    const auto store = around.open_for_reading();
    const Instant now = around.clock().now();
    LiveEstimates estimates(configuration);
    estimates.catch_up(*store, now);
    const Snapshot room = read_snapshot(*store, configuration, estimates, now);
    std::vector<ServiceEstimate> services;
    for (const ServiceNow& service : room.services) {
        const WaitForecast* forecast = estimates.newcomer(service.code);
        if (wanted.empty() || service.code == wanted)
            services.push_back({ service.code, service.newcomer, forecast ? *forecast : WaitForecast {} });
    }
    write_result(asked.output == Output::Json ? estimates_now_json(services, now)
                                              : estimates_now_table(services, configuration, around.words()));
}

void run_command(const BacktestArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    std::string predictions = predictions_header();
    const BacktestReport report =
        backtest(*store, around.configuration(), asked.question, [&](const Prediction& prediction) {
            if (!asked.predictions.empty())
                predictions += prediction_line(prediction);
        });
    if (!asked.predictions.empty())
        write_result(predictions, asked.predictions);
    write_result(asked.format == Format::Json ? backtest_json(report, around.words())
                                              : backtest_table(report, around.words()));
}

void run_command(const EstimateReportArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const EstimateReport made = estimate_report(*store, configuration, asked.question);
    write_report(asked,
        { .table = [&](const Words& words) { return estimate_table(made, configuration, words); },
            .csv = [&](const Words& words) { return estimate_csv(made, configuration, words); },
            .json = [&](const Words& words) { return estimate_json(made, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(made, making); } },
        *store, around);
}

void run_command(const SimulateArguments& asked, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    SimulationRules rules = simulation_rules(configuration);
    if (asked.visitors)
        rules.visitors_a_day = *asked.visitors;
    if (asked.leavers)
        rules.leave_share = *asked.leavers;
    if (asked.slower_from_day)
        rules.slower_from_day = *asked.slower_from_day - 1;
    const SimulatedLog log = simulated_log(rules, configuration, asked.question);
    std::error_code error;
    std::filesystem::create_directories(asked.folder, error);
    write_result(log.visits, asked.folder / "visits.csv");
    write_result(log.desks, asked.folder / "desks.csv");
    write_result(around.words().count(Text::CliSimulateDone, log.count) + '\n');
}

} // namespace nextplease::cli
