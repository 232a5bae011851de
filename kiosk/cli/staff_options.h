// How the staff who may sign in are written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

// Adds the command to `app`. `asked` is filled while it is parsed, and must outlive it; `means` is told what
// each part of the command stands for.
void add_staff_command(CLI::App& app, StaffArguments& asked,
    const std::function<void(CLI::App*, std::function<StaffArguments()>)>& means);

} // namespace nextplease::cli
