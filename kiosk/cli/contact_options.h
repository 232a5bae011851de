// How contacts by other channels, and their imports, are written on the command line.
#pragma once

#include "kiosk/cli/arguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace nextplease::cli {

using ContactCommand = std::variant<ContactArguments, ContactImportArguments>;
using ContactMeans = std::function<void(CLI::App*, std::function<ContactCommand()>)>;

// What is asked is filled while it is parsed, and must outlive `app`.
struct ContactOptions {
    ContactArguments contact;
    ContactImportArguments import;
    std::string channel, received, acknowledged, at, set_aside, avoidable, until, from, to;
    bool resolved = false, unresolved = false;
};

// Adds `contact` to `app`, and `calls` and `post` to its command `import`.
void add_contact_commands(CLI::App& app, CLI::App& import, ContactOptions& asked, const ContactMeans& means);

} // namespace nextplease::cli
