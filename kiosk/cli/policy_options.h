// How what the councils' policies ask for is written on the command line: reports of standards and what goes
// with them.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

using PolicyCommand = std::variant<StandardReportArguments>;

// What is asked is filled while it is parsed, and must outlive `app`.
struct PolicyOptions {
    std::string from, to, month, quarter, by, format = "table";
    std::filesystem::path file;
};

using PolicyMeans = std::function<void(CLI::App*, std::function<PolicyCommand()>)>;

// Adds to `app` and to its command `report`.
void add_policy_commands(CLI::App& app, CLI::App& report, PolicyOptions& asked, const PolicyMeans& means);

} // namespace nextplease::cli
