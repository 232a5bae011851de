// How cases are written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace nextplease::cli {

// What was typed for `case`, before it is understood.
struct CaseTyped {
    CaseArguments asked;
    std::string from, to, until, received, due, what, at;
    std::vector<std::string> actions; // "2026-12-18 Mend the roof"
    std::shared_ptr<const void> reader {}; // that fills them
};

// Adds the command to `app`. `typed` is filled while it is parsed, and must outlive it; `means` is told what
// each part of the command stands for.
void add_case_command(CLI::App& app, CaseTyped& typed,
    const std::function<void(CLI::App*, std::function<CaseArguments()>)>& means);

} // namespace nextplease::cli
