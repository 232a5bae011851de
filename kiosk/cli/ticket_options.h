// How the verbs of a ticket are written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

// Adds the command to `app`. `asked` is filled while it is parsed, and must outlive it; `means` is told what
// each part of the command stands for.
void add_ticket_command(CLI::App& app, TicketArguments& asked,
    const std::function<void(CLI::App*, std::function<TicketArguments()>)>& means);

} // namespace nextplease::cli
