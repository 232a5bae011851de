// How what the councils' policies ask for is written on the command line: the reports of standards,
// indicators, satisfaction, contacts and complaints, and the monitoring of calls.
#pragma once

#include "kiosk/cli/arguments.h"
#include "kiosk/cli/period_options.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

using PolicyCommand = std::variant<StandardReportArguments, IndicatorArguments, ContactReportArguments,
    MonitorArguments, ComplaintReportArguments, FeedbackReportArguments>;
using PolicyMeans = std::function<void(CLI::App*, std::function<PolicyCommand()>)>;

// What is asked is filled while it is parsed, and must outlive `app`.
struct PolicyOptions {
    MonitorArguments monitor;
    PeriodTyped period;
    std::string by;
    std::string within, script, name, right;
    FormTyped form;
};

// Adds `monitor` to `app`, and what is reported to its command `report`.
void add_policy_commands(CLI::App& app, CLI::App& report, PolicyOptions& asked, const PolicyMeans& means);

} // namespace nextplease::cli
