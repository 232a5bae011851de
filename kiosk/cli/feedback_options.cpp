#include "kiosk/cli/feedback_options.h"

#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"

#include <CLI/CLI.hpp>

namespace nextplease::cli {

void add_feedback_command(CLI::App& app, FeedbackTyped& typed,
    const std::function<void(CLI::App*, std::function<FeedbackArguments()>)>& means)
{
    using Verb = FeedbackArguments::Verb;
    CLI::App* feedback = app.add_subcommand("feedback", "What visitors wrote with their feedback");
    feedback->require_subcommand(1);
    CLI::App* show = feedback->add_subcommand("show",
        "Read it, as somebody of the complaints team: the PIN and the key's passphrase are asked for");
    show->add_option("--staff", typed.asked.staff, "Who reads")->type_name("NAME")->required();
    show->add_option("--key", typed.asked.key, "The team's secret key, where words are sealed")
        ->type_name("FILE");
    add_period(show, typed.period, "on which it was given");
    CLI::App* readings = feedback->add_subcommand("readings", "Who read it, and when");
    for (CLI::App* command : { show, readings })
        command->add_flag("--json", typed.json, "As JSON");
    const auto finished = [&typed](Verb verb) {
        typed.asked.verb = verb;
        typed.asked.output = typed.json ? Output::Json : Output::Text;
        read_days(typed.period, typed.asked.from, typed.asked.to);
        return typed.asked;
    };
    means(show, [finished] { return finished(Verb::Show); });
    means(readings, [finished] { return finished(Verb::Readings); });
}

} // namespace nextplease::cli
