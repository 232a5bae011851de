#include "kiosk/cli/feedback_options.h"

#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"

#include <CLI/CLI.hpp>

namespace nextplease::cli {
namespace {

void add_score(CLI::App* add, FeedbackTyped& typed)
{
    add->add_option("--score", typed.asked.score.score, "From 1, very bad, to 5, very good")
        ->check(CLI::Range(kLowestScore, kHighestScore))
        ->required();
    std::vector<std::string> channels;
    for (const Channel channel : kChannels)
        channels.emplace_back(word(channel));
    CLI::Option* channel = add->add_option("--channel", typed.channel, "How they came; phone unless told")
                               ->check(CLI::IsMember(channels));
    CLI::Option* service =
        add->add_option("--service", typed.service, "Code of the service; else something else")
            ->type_name("CODE");
    add->add_option("--contact", typed.contact, "Its number in the log, which says channel and service")
        ->type_name("ID")
        ->check(CLI::PositiveNumber)
        ->excludes(channel)
        ->excludes(service);
    add->add_option("--request", typed.asked.request, "The same request is done once")->type_name("ID");
}

} // namespace

void add_feedback_command(CLI::App& app, FeedbackTyped& typed,
    const std::function<void(CLI::App*, std::function<FeedbackArguments()>)>& means)
{
    using Verb = FeedbackArguments::Verb;
    CLI::App* feedback = app.add_subcommand(
        "feedback", "What visitors wrote with their feedback, and what callers said of it");
    feedback->require_subcommand(1);
    CLI::App* show = feedback->add_subcommand("show",
        "Read it, as somebody of the complaints team: the PIN and the key's passphrase are asked for");
    show->add_option("--staff", typed.asked.staff, "Who reads")->type_name("NAME")->required();
    show->add_option("--key", typed.asked.key, "The team's secret key, where words are sealed")
        ->type_name("FILE");
    add_period(show, typed.period, "on which it was given");
    CLI::App* readings = feedback->add_subcommand("readings", "Who read it, and when");
    CLI::App* add = feedback->add_subcommand(
        "add", "How satisfied a caller or writer was, as they said (CS 6.5.1); each contact counts once");
    add_score(add, typed);
    for (CLI::App* command : { show, readings, add })
        command->add_flag("--json", typed.json, "As JSON");
    const auto finished = [&typed](Verb verb) {
        typed.asked.verb = verb;
        typed.asked.score.channel = *channel(typed.channel);
        typed.asked.score.service = ServiceCode(typed.service);
        if (typed.contact > 0)
            typed.asked.score.contact = ContactId(typed.contact);
        typed.asked.output = typed.json ? Output::Json : Output::Text;
        read_days(typed.period, typed.asked.from, typed.asked.to);
        return typed.asked;
    };
    means(show, [finished] { return finished(Verb::Show); });
    means(readings, [finished] { return finished(Verb::Readings); });
    means(add, [finished] { return finished(Verb::Add); });
}

} // namespace nextplease::cli
