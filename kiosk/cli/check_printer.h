// What `nextplease check` finds of the ticket printer.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/configuration.h"
#include "kiosk/cli/arguments.h"

#include <string>
#include <vector>

namespace nextplease::cli {

struct Finding {
    Text label;
    std::string what;
    bool problem = false;
};

// Asks the printer how it is, and prints a test slip if that is wanted. Takes some seconds where it does not
// answer.
std::vector<Finding> check_printer(
    const Configuration& configuration, const Words& words, Instant now, const CheckArguments& asked);

} // namespace nextplease::cli
