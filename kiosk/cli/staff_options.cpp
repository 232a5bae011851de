#include "kiosk/cli/staff_options.h"

#include <CLI/CLI.hpp>

namespace nextplease::cli {

void add_staff_command(CLI::App& app, StaffArguments& asked,
    const std::function<void(CLI::App*, std::function<StaffArguments()>)>& means)
{
    using StaffVerb = StaffArguments::Verb;
    CLI::App* staff = app.add_subcommand("staff", "Who may sign in at desks, by name and PIN");
    staff->require_subcommand(1);
    const auto add = [&](StaffVerb verb, const char* name, const char* help) {
        CLI::App* command = staff->add_subcommand(name, help);
        if (verb == StaffVerb::List)
            command->add_flag_callback(
                "--json", [&asked] { asked.output = Output::Json; }, "Answer as a JSON object");
        else
            command->add_option("name", asked.name, "As it stands in the log")->required();
        if (verb == StaffVerb::Add)
            command->add_flag("--complaints", asked.complaints,
                "Is of the complaints team, who may read what is confided to it");
        if (verb == StaffVerb::Change)
            command
                ->add_option_function<std::string>(
                    "--complaints", [&asked](const std::string& text) { asked.complaints = text == "yes"; },
                    "Whether they are of the complaints team")
                ->check(CLI::IsMember({ "yes", "no" }))
                ->type_name("yes|no")
                ->required();
        means(command, [&asked, verb] {
            asked.verb = verb;
            return asked;
        });
    };
    add(StaffVerb::Add, "add", "Somebody new; the PIN is asked for");
    add(StaffVerb::Change, "change", "Take somebody into the complaints team, or out of it");
    add(StaffVerb::List, "list", "All who may sign in");
    add(StaffVerb::Remove, "remove", "May not sign in any more; the name stays in the log");
    add(StaffVerb::Pin, "pin", "Give somebody another PIN, which is asked for");
}

} // namespace nextplease::cli
