#include "kiosk/cli/ticket_options.h"

#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>

namespace nextplease::cli {
namespace {

using TicketMeans = std::function<void(CLI::App*, std::function<TicketArguments()>)>;

struct VerbWords {
    TicketArguments::Verb verb;
    const char* name;
    const char* help;
    enum class Number { None, Optional, Required } number;
};
constexpr VerbWords::Number kNone = VerbWords::Number::None;
constexpr VerbWords::Number kOptional = VerbWords::Number::Optional;
constexpr VerbWords::Number kRequired = VerbWords::Number::Required;

constexpr VerbWords kVerbs[] {
    { TicketArguments::Verb::Take, "take", "Give a ticket, also outside opening hours", kNone },
    { TicketArguments::Verb::Call, "call", "Call who is next to a desk, or this ticket", kOptional },
    { TicketArguments::Verb::Recall, "recall", "Call again", kRequired },
    { TicketArguments::Verb::Undo, "undo", "Take a call back that was a mistake", kRequired },
    { TicketArguments::Verb::Start, "start", "The visitor has come: service begins", kRequired },
    { TicketArguments::Verb::Finish, "finish", "Service is over", kRequired },
    { TicketArguments::Verb::Transfer, "transfer", "Send the visitor on to another service, with a note",
        kRequired },
    { TicketArguments::Verb::Hold, "hold", "Park the visit, with a reason", kRequired },
    { TicketArguments::Verb::Resume, "resume", "Back into the queue, at its place", kRequired },
    { TicketArguments::Verb::NoShow, "no-show", "Called and did not come", kRequired },
    { TicketArguments::Verb::Rejoin, "rejoin", "Came after all: back into the queue, at its place",
        kRequired },
    { TicketArguments::Verb::Leave, "leave", "The visitor has gone", kRequired },
    { TicketArguments::Verb::MoreTime, "more-time", "Let the next few of the same service go first",
        kRequired },
    { TicketArguments::Verb::Show, "show", "All that is known of a ticket of today", kRequired },
    { TicketArguments::Verb::List, "list", "The tickets of today that are not finished", kNone },
    { TicketArguments::Verb::CloseDay, "close-day", "Mark what is still open from earlier days as unresolved",
        kNone },
};

void add_result_options(CLI::App* command, TicketArguments& asked)
{
    CLI::Option* resolved = command->add_flag("--resolved", asked.resolved, "Nothing is left to do");
    command->add_option("--unresolved", asked.unresolved, "Why something is left: a code of kiosk.conf")
        ->type_name("CODE")
        ->excludes(resolved);
    command->add_option("--passed-to", asked.passed_to, "To whom it was passed")->type_name("T");
    command
        ->add_option("--avoidable", asked.avoidable,
            "It need not have come: clarification, signposting, repeat, unfinished or chasing (NI 14)")
        ->type_name("TYPE")
        ->check(CLI::IsMember({ "clarification", "signposting", "repeat", "unfinished", "chasing" }));
    command->add_option("--given", asked.given, "The service that was given, if it was another one")
        ->type_name("CODE");
    command->add_option("--note", asked.note, "Why, in your own words")->type_name("T");
}

void add_options_of(TicketArguments::Verb verb, CLI::App* command, TicketArguments& asked)
{
    if (verb == TicketArguments::Verb::Take) {
        command->add_option("--service", asked.service, "Code of the service")->type_name("CODE")->required();
        command->add_option("--priority", asked.priority, "A priority class of kiosk.conf")->type_name("P");
        command->add_option("--lang", asked.language, "The visitor's language, such as en")->type_name("L");
        command->add_option("--need", asked.needs, "A need of kiosk.conf; may be said several times")
            ->type_name("CODE");
        command->add_option("--interpreter", asked.interpreter, "The language to be interpreted")
            ->type_name("L");
        command->add_option("--party", asked.party, "How many people come together")->type_name("N");
        command
            ->add_option(
                "--also", asked.matters, "A further service of the same visit; may be said several times")
            ->type_name("CODE");
    } else if (verb == TicketArguments::Verb::Call) {
        command->add_option("--desk", asked.desk, "Which desk calls")->type_name("NAME")->required();
    } else if (verb == TicketArguments::Verb::Transfer) {
        command->add_option("--to", asked.service, "Code of the new service")->type_name("CODE");
        command->add_option("--desk", asked.to_desk, "To this desk")->type_name("NAME");
        command->add_option("--staff", asked.to_staff, "To this colleague, where she sits")
            ->type_name("NAME");
        command->add_option("--note", asked.note, "What the next receptionist must know")->type_name("T");
    } else if (verb == TicketArguments::Verb::Finish) {
        add_result_options(command, asked);
    } else if (verb == TicketArguments::Verb::Hold) {
        command->add_option("--reason", asked.note, "Why")->type_name("T")->required();
        command->add_option("--minutes", asked.minutes, "For how long, as far as known")
            ->type_name("M")
            ->check(CLI::Range(1, 24 * 60));
    } else if (verb == TicketArguments::Verb::List) {
        command->add_flag("--all", asked.all, "Also those that are over");
    }
}

void add_ticket_verb(
    CLI::App* ticket, const VerbWords& words, TicketArguments& asked, const TicketMeans& means)
{
    CLI::App* command = ticket->add_subcommand(words.name, words.help);
    if (words.number != kNone) {
        CLI::Option* number = command->add_option("number", asked.number, "Ticket of today, such as B042");
        number->required(words.number == kRequired);
    }
    command->add_flag_callback(
        "--json", [&asked] { asked.output = Output::Json; }, "Answer as a JSON object");
    add_options_of(words.verb, command, asked);
    if (words.verb != TicketArguments::Verb::Show && words.verb != TicketArguments::Verb::List
        && words.verb != TicketArguments::Verb::CloseDay)
        command
            ->add_option("--request", asked.request,
                "An id of your own: said again with the same one, the command is not done twice")
            ->type_name("ID");
    means(command, [&asked, verb = words.verb] {
        if (verb == TicketArguments::Verb::Transfer && asked.service.empty() && asked.to_desk.empty()
            && asked.to_staff.empty())
            throw WrongUsage("write where to: --to CODE, --desk NAME or --staff NAME");
        asked.verb = verb;
        return asked;
    });
}

} // namespace

void add_ticket_command(CLI::App& app, TicketArguments& asked,
    const std::function<void(CLI::App*, std::function<TicketArguments()>)>& means)
{
    CLI::App* ticket = app.add_subcommand("ticket", "What a visitor or a receptionist does, from a script");
    ticket->require_subcommand(1);
    for (const VerbWords& words : kVerbs)
        add_ticket_verb(ticket, words, asked, means);
}

} // namespace nextplease::cli
