// How the estimate's commands and the simulator are written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"
#include "kiosk/cli/period_options.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

using EstimateCommand =
    std::variant<EstimateNowArguments, BacktestArguments, EstimateReportArguments, SimulateArguments>;

// What is asked is filled while it is parsed, and must outlive `app`.
struct EstimateOptions {
    EstimateNowArguments now;
    BacktestArguments backtest;
    EstimateReportArguments report;
    SimulateArguments simulate;
    FormTyped form;
    PeriodTyped period;
    std::string by, format = "table", desk_states = "auto", leavers;
    std::vector<std::string> priority_head_starts, service_head_starts;
};

using Means = std::function<void(CLI::App*, std::function<EstimateCommand()>)>;

// Adds `estimate` and `simulate` to `app`, and `estimate` to its command `report`.
void add_estimate_commands(CLI::App& app, CLI::App& report, EstimateOptions& asked, const Means& means);

} // namespace nextplease::cli
