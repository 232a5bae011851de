#include "kiosk/cli/appointment_options.h"

#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace nextplease::cli {
namespace {

// What is checked only when the command line was read as a whole.
struct Written {
    std::string at, from, to;
};

struct VerbWords {
    AppointmentArguments::Verb verb;
    const char* name;
    const char* help;
};
constexpr VerbWords kVerbs[] {
    { AppointmentArguments::Verb::Add, "add", "Book one; its reference is made unless told" },
    { AppointmentArguments::Verb::Cancel, "cancel",
        "Cancel one that is booked, with an apology and the reason" },
    { AppointmentArguments::Verb::Move, "move", "Give it another time, with an apology and the reason" },
    { AppointmentArguments::Verb::CheckIn, "check-in",
        "The visitor is here: into the queue, by the rule for appointments" },
    { AppointmentArguments::Verb::Import, "import",
        "Take a list from a booking system: all of it, or nothing; twice adds nothing.\n"
        "CSV with the columns reference,service,at,language,needs,note; local times such as "
        "2026-10-13T10:40, "
        "needs with spaces between them" },
    { AppointmentArguments::Verb::List, "list", "Today's, or those of some days, by time" },
};

void add_options_of(
    AppointmentArguments::Verb verb, CLI::App* command, AppointmentArguments& asked, Written& written)
{
    if (verb == AppointmentArguments::Verb::Cancel || verb == AppointmentArguments::Verb::Move)
        command->add_option("--apology", asked.apology, "The apology and the reason that the visitor is told")
            ->type_name("T")
            ->required();
    if (verb == AppointmentArguments::Verb::Move)
        command->add_option("--at", written.at, "The new local time, such as 2026-10-13T10:40")
            ->type_name("TIME")
            ->required();
    if (verb == AppointmentArguments::Verb::Cancel || verb == AppointmentArguments::Verb::Move
        || verb == AppointmentArguments::Verb::CheckIn)
        command->add_option("reference", asked.reference, "As the visitor has it")->required();
    if (verb == AppointmentArguments::Verb::CheckIn)
        command
            ->add_option("--request", asked.request,
                "An id of your own: said again with the same one, the command is not done twice")
            ->type_name("ID");
    if (verb == AppointmentArguments::Verb::Add || verb == AppointmentArguments::Verb::CheckIn)
        command->add_option("--lang", asked.language, "The visitor's language, such as en")->type_name("L");
    if (verb == AppointmentArguments::Verb::Import)
        command->add_option("file", asked.file, "The list")->type_name("FILE.csv")->required();
    if (verb == AppointmentArguments::Verb::List) {
        command->add_option("--from", written.from, "First day, included")->type_name("D");
        command->add_option("--to", written.to, "Last day, included")->type_name("D");
    }
    if (verb != AppointmentArguments::Verb::Add)
        return;
    command->add_option("--service", asked.service, "Code of the service")->type_name("CODE")->required();
    command->add_option("--at", written.at, "Local time, such as 2026-10-13T10:40")
        ->type_name("TIME")
        ->required();
    command->add_option("--reference", asked.reference, "A reference of your own")->type_name("R");
    command->add_option("--need", asked.needs, "A need of kiosk.conf; may be said several times")
        ->type_name("CODE");
    command->add_option("--interpreter", asked.interpreter, "The language to be interpreted")->type_name("L");
    command->add_option("--note", asked.note, "What it is about, for the desk; nobody's name")
        ->type_name("T");
}

AppointmentArguments with(AppointmentArguments asked, AppointmentArguments::Verb verb, const Written& written)
{
    asked.verb = verb;
    if (verb == AppointmentArguments::Verb::Add || verb == AppointmentArguments::Verb::Move)
        asked.at = time_value("--at", written.at);
    if (!written.from.empty())
        asked.from = date_value("--from", written.from);
    if (!written.to.empty())
        asked.to = date_value("--to", written.to);
    if (asked.from && asked.to && *asked.to < *asked.from)
        throw WrongUsage(
            "--to " + written.to + " is before --from " + written.from + ": write the earlier day first");
    return asked;
}

} // namespace

void add_appointment_command(CLI::App& app, AppointmentArguments& asked,
    const std::function<void(CLI::App*, std::function<AppointmentArguments()>)>& means)
{
    CLI::App* appointment = app.add_subcommand("appointment", "Appointments, which visitors check in for");
    appointment->require_subcommand(1);
    const auto written = std::make_shared<Written>();
    for (const VerbWords& words : kVerbs) {
        CLI::App* command = appointment->add_subcommand(words.name, words.help);
        add_options_of(words.verb, command, asked, *written);
        command->add_flag_callback(
            "--json", [&asked] { asked.output = Output::Json; }, "Answer as a JSON object");
        means(command, [&asked, written, verb = words.verb] { return with(asked, verb, *written); });
    }
}

} // namespace nextplease::cli
