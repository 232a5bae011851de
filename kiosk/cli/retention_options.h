// How forgetting, and telling somebody what is held of them, are written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace nextplease::cli {

struct RetentionTyped {
    PurgeArguments purge;
    ExportArguments exported;
    std::string day;
};

// Adds the commands to `app`. `typed` is filled while they are parsed, and must outlive them; `means` is told
// what each stands for.
void add_retention_commands(CLI::App& app, RetentionTyped& typed,
    const std::function<void(CLI::App*, std::function<PurgeArguments()>)>& means_purge,
    const std::function<void(CLI::App*, std::function<ExportArguments()>)>& means_export);

} // namespace nextplease::cli
