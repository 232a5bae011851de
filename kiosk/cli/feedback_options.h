// How reading what visitors wrote with their feedback is asked for on the command line.
#pragma once

#include "kiosk/cli/arguments.h"
#include "kiosk/cli/period_options.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

struct FeedbackTyped {
    FeedbackArguments asked;
    PeriodTyped period;
    std::string channel = "phone", service;
    std::int64_t contact = 0; // none
    bool json = false;
};

// Adds the command to `app`. `typed` is filled while it is parsed, and must outlive it; `means` is told what
// each part of the command stands for.
void add_feedback_command(CLI::App& app, FeedbackTyped& typed,
    const std::function<void(CLI::App*, std::function<FeedbackArguments()>)>& means);

} // namespace nextplease::cli
