#include "kiosk/cli/retention_options.h"

#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>

namespace nextplease::cli {
namespace {

ExportArguments export_of(RetentionTyped& typed)
{
    ExportArguments& asked = typed.exported;
    if (asked.ticket.empty() && asked.appointment.empty() && asked.reference.empty())
        throw WrongUsage(
            "write whose: --ticket A001 --day 2026-10-13, --appointment REFERENCE or --case K-318: see "
            "nextplease export --help");
    if (!typed.day.empty())
        asked.day = date_value("--day", typed.day);
    return asked;
}

} // namespace

void add_retention_commands(CLI::App& app, RetentionTyped& typed,
    const std::function<void(CLI::App*, std::function<PurgeArguments()>)>& means_purge,
    const std::function<void(CLI::App*, std::function<ExportArguments()>)>& means_export)
{
    CLI::App* purge =
        app.add_subcommand("purge", "Take out what was kept as long as [retention] of kiosk.conf says");
    purge->add_flag("--dry-run", typed.purge.dry_run, "Say what would be taken out, and change nothing");
    purge->add_flag_callback(
        "--json", [&typed] { typed.purge.output = Output::Json; }, "Answer as a JSON object");
    means_purge(purge, [&typed] { return typed.purge; });

    ExportArguments& asked = typed.exported;
    CLI::App* command = app.add_subcommand(
        "export", "Everything that is held of one person's visit, appointment or case, for that person");
    command->add_option("-o,--output", asked.folder, "The folder to write it to: one JSON file and one text")
        ->type_name("DIR")
        ->required();
    auto* ticket = command->add_option("--ticket", asked.ticket, "A ticket number")->type_name("N");
    auto* day =
        command->add_option("--day", typed.day, "The day of the ticket; else today")->type_name("DATE");
    auto* appointment =
        command->add_option("--appointment", asked.appointment, "The reference of an appointment")
            ->type_name("REF");
    auto* reference =
        command->add_option("--case", asked.reference, "The reference of a complaint, comment or compliment")
            ->type_name("REF");
    ticket->excludes(appointment)->excludes(reference);
    appointment->excludes(reference);
    day->needs(ticket);
    means_export(command, [&typed] { return export_of(typed); });
}

} // namespace nextplease::cli
