// How the plan of desks is asked for on the command line.
#pragma once

#include "kiosk/cli/arguments.h"
#include "kiosk/cli/period_options.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

// What is asked is filled while it is parsed, and must outlive the app.
struct PlanTyped {
    PlanArguments plan;
    PeriodTyped history;
    std::string day, weekday, limit, goal, step, stay;
    FormTyped form;
    std::vector<std::string> hours, what_ifs;
    bool whole_day = false;
    bool as_now = false;
};

void add_plan_command(CLI::App& app, PlanTyped& asked,
    const std::function<void(CLI::App*, std::function<PlanArguments()>)>& means);

} // namespace nextplease::cli
