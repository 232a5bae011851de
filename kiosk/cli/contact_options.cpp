#include "kiosk/cli/contact_options.h"

#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

template <class Enums>
std::vector<std::string> words_of_all(const Enums& all)
{
    std::vector<std::string> words;
    for (const auto one : all)
        words.emplace_back(word(one));
    return words;
}

void add_outcome(CLI::App* command, ContactOptions& asked)
{
    command
        ->add_option("--avoidable", asked.avoidable,
            "It need not have been made (NI 14): clarification, signposting, repeat, unfinished or chasing")
        ->check(CLI::IsMember(words_of_all(kAvoidableContacts)));
    command->add_option("--reason", asked.contact.reason, "Why it was avoidable, in a few words")
        ->type_name("TEXT");
    auto* resolved = command->add_flag("--resolved", asked.resolved, "Nothing is left to do");
    command->add_flag("--unresolved", asked.unresolved, "Something is left to do")->excludes(resolved);
}

void add_json(CLI::App* command, ContactOptions& asked)
{
    command->add_flag_callback(
        "--json", [&asked] { asked.contact.output = Output::Json; }, "Answer as a JSON object");
}

ContactArguments arguments_of(const ContactOptions& asked, ContactArguments::Verb verb)
{
    ContactArguments arguments = asked.contact;
    arguments.verb = verb;
    if (!asked.channel.empty())
        arguments.channel = *channel(asked.channel);
    if (!asked.received.empty())
        arguments.received = time_value("--received", asked.received);
    if (!asked.acknowledged.empty())
        arguments.acknowledged = time_value("--acknowledged", asked.acknowledged);
    if (!asked.at.empty())
        arguments.at = time_value("--at", asked.at);
    if (!asked.set_aside.empty())
        arguments.set_aside = set_aside(asked.set_aside);
    if (!asked.avoidable.empty())
        arguments.avoidable = avoidable_contact(asked.avoidable);
    if (asked.resolved || asked.unresolved)
        arguments.resolved = asked.resolved;
    if (!arguments.reason.empty() && !arguments.avoidable)
        throw WrongUsage("--reason says why a contact was avoidable: write --avoidable and its type too");
    if (arguments.answered && arguments.set_aside && !is_no_contact(arguments.set_aside))
        throw WrongUsage("what is answered has had its reply: leave --answered or --set-aside out");
    if (is_no_contact(arguments.set_aside) && arguments.avoidable)
        throw WrongUsage(
            "what is set aside as abusive or junk is no contact, so it cannot be avoidable: leave "
            "--set-aside or --avoidable out");
    if (!asked.until.empty())
        arguments.until = date_value("--until", asked.until);
    if (!asked.from.empty())
        arguments.from = date_value("--from", asked.from);
    if (!asked.to.empty())
        arguments.to = date_value("--to", asked.to);
    if (arguments.from && arguments.to && *arguments.to < *arguments.from)
        throw WrongUsage(
            fmt::format("--to {} is before --from {}: write the earlier day first", asked.to, asked.from));
    return arguments;
}

CLI::App* add_verb(CLI::App* contact, const char* name, const char* help, ContactArguments::Verb verb,
    ContactOptions& asked, const ContactMeans& means)
{
    CLI::App* command = contact->add_subcommand(name, help);
    if (verb != ContactArguments::Verb::Log && verb != ContactArguments::Verb::List
        && verb != ContactArguments::Verb::Checked)
        command->add_option("id", asked.contact.id, "Its number, as contact list says it")->required();
    add_json(command, asked);
    means(command, [&asked, verb]() -> ContactCommand { return arguments_of(asked, verb); });
    return command;
}

void add_log(CLI::App* contact, ContactOptions& asked, const ContactMeans& means)
{
    CLI::App* log =
        add_verb(contact, "log", "Somebody wrote or rang", ContactArguments::Verb::Log, asked, means);
    log->add_option(
           "--channel", asked.channel, "phone, email, text, web, letter, fax, social, post or out_of_hours")
        ->required()
        ->check(CLI::IsMember(words_of_all(kChannels)));
    log->add_option("--service", asked.contact.service, "Code of the service; else something else")
        ->type_name("CODE");
    log->add_option("--about", asked.contact.about, "In a few words, without names")->type_name("TEXT");
    log->add_option("--received", asked.received, "When it came, such as 2026-10-13T10:40; else now")
        ->type_name("TIME");
    log->add_option("--acknowledged", asked.acknowledged,
           "When it was acknowledged, such as 2026-10-13T10:40; an automatic reply counts")
        ->type_name("TIME");
    log->add_flag("--answered", asked.contact.answered, "It is answered in full already");
    log->add_option("--set-aside", asked.set_aside,
           "It needs no answer and is in no figure: abusive, junk, no_reply or not_scannable")
        ->check(CLI::IsMember(words_of_all(kSetAsides)));
    log->add_option("--request", asked.contact.request, "The same request is done once")->type_name("ID");
    add_outcome(log, asked);
}

void add_import(CLI::App& import, const char* name, const char* help, ContactLog log, ContactOptions& asked,
    const ContactMeans& means)
{
    CLI::App* command = import.add_subcommand(name, help);
    command->add_option("file", asked.import.file, "The log")->type_name("FILE.csv")->required();
    command->add_flag_callback(
        "--json", [&asked] { asked.import.output = Output::Json; }, "Answer as a JSON object");
    means(command, [&asked, log]() -> ContactCommand {
        asked.import.log = log;
        return asked.import;
    });
}

void add_at(CLI::App* command, ContactOptions& asked)
{
    command->add_option("--at", asked.at, "When it was, such as 2026-10-13T10:40; else now")
        ->type_name("TIME");
}

void add_answer(CLI::App* contact, ContactOptions& asked, const ContactMeans& means)
{
    CLI::App* answer =
        add_verb(contact, "answer", "It was answered in full now; said again, what came of it is coded",
            ContactArguments::Verb::Answer, asked, means);
    add_at(answer, asked);
    add_outcome(answer, asked);
    auto* why = answer->add_option(
        "--explanation", asked.contact.explanation, "Of a late answer: why, as it was told with it");
    auto* sorry = answer->add_option("--apology", asked.contact.apology, "As it was said");
    why->type_name("TEXT")->needs(sorry);
    sorry->type_name("TEXT")->needs(why);
}

void add_checked(CLI::App* contact, ContactOptions& asked, const ContactMeans& means)
{
    CLI::App* checked =
        add_verb(contact, "checked", "Somebody looked today whether anything had come by a channel",
            ContactArguments::Verb::Checked, asked, means);
    checked->add_option("--channel", asked.channel, "social, or another one")
        ->required()
        ->check(CLI::IsMember(words_of_all(kChannels)));
}

} // namespace

void add_contact_commands(CLI::App& app, CLI::App& import, ContactOptions& asked, const ContactMeans& means)
{
    CLI::App* contact = app.add_subcommand("contact", "Contacts by other channels than a visit");
    contact->require_subcommand(1);
    add_log(contact, asked, means);
    add_at(add_verb(contact, "acknowledge", "It was acknowledged now; an automatic reply counts",
               ContactArguments::Verb::Acknowledge, asked, means),
        asked);
    add_answer(contact, asked, means);
    CLI::App* explain =
        add_verb(contact, "explain", "The answer is late: why, with an apology, and by when it comes",
            ContactArguments::Verb::Explain, asked, means);
    explain->add_option("--explanation", asked.contact.explanation, "Why it is late")
        ->type_name("TEXT")
        ->required();
    explain->add_option("--apology", asked.contact.apology, "As it was said")->type_name("TEXT")->required();
    explain->add_option("--until", asked.until, "The day by which it comes")->type_name("D")->required();
    CLI::App* aside = add_verb(contact, "set-aside", "It needs no answer and is in no figure",
        ContactArguments::Verb::SetAside, asked, means);
    aside->add_option("why", asked.set_aside, "abusive, junk, no_reply or not_scannable")
        ->required()
        ->check(CLI::IsMember(words_of_all(kSetAsides)));
    add_verb(
        contact, "take-back", "It was set aside by mistake", ContactArguments::Verb::TakeBack, asked, means);
    add_checked(contact, asked, means);
    CLI::App* list = add_verb(
        contact, "list", "Those of today, or of other days", ContactArguments::Verb::List, asked, means);
    list->add_option("--from", asked.from, "First day of receipt, included")->type_name("D");
    list->add_option("--to", asked.to, "Last day of receipt, included")->type_name("D");
    list->add_flag("--open", asked.contact.open, "All that are still to answer, longest first");
    add_import(import, "calls",
        "Calls, as a telephone system lists them: all of them, or nothing.\n"
        "CSV with the columns call,offered,answered,seconds,service; local times; answered is yes or no; "
        "seconds "
        "until then or until the caller hung up",
        ContactLog::Calls, asked, means);
    add_import(import, "post",
        "Post, as a mail room scans it: all of it, or nothing.\n"
        "CSV with the columns item,received,scanned,scannable,service; local times, scanned empty where it "
        "is not "
        "yet; scannable is yes or no",
        ContactLog::Post, asked, means);
}

} // namespace nextplease::cli
