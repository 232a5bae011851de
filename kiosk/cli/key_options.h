// How the complaints team's key is written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

struct KeyTyped {
    KeyArguments key;
    KeyRotateArguments rotate;
};

// Adds the command to `app`. `typed` is filled while it is parsed, and must outlive it; `means` is told what
// each part of the command stands for.
void add_key_command(CLI::App& app, KeyTyped& typed,
    const std::function<void(CLI::App*, std::function<KeyArguments()>)>& means,
    const std::function<void(CLI::App*, std::function<KeyRotateArguments()>)>& means_rotate);

} // namespace nextplease::cli
