#include "kiosk/cli/published_options.h"

#include "kiosk/cli/arguments.h"
#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

void add_visits(CLI::App& report, PublishedOptions& asked, const PublishedMeans& means)
{
    CLI::App* command = report.add_subcommand("visits",
        "Every visit of a period, one row each, as CSV, JSON or a workbook; flat memory for millions");
    add_period(command, asked.period, "of arrival");
    command
        ->add_option(
            "--limit", asked.limit, "The target: 10m, 60s, 1h, or 10 (minutes); else each service's own")
        ->type_name("T");
    command->add_option("--format", asked.form.format, "csv, json or xlsx");
    command->add_option("-o,--output", asked.form.file, "Write it here instead of on the terminal")
        ->type_name("FILE");
    command->add_option("--lang", asked.form.language, "In which language it says what its columns mean")
        ->type_name("L");
    means(command, [&asked]() -> PublishedCommand {
        VisitsArguments arguments;
        if (asked.form.format == "table")
            asked.form.format = "csv";
        if (asked.form.format != "csv" && asked.form.format != "json" && asked.form.format != "xlsx")
            throw WrongUsage(
                fmt::format("--format {} is not made here: write csv, json or xlsx", asked.form.format));
        static_cast<ReportForm&>(arguments) = form_of(asked.form);
        auto& question = arguments.question;
        read_days(asked.period, question.from, question.to);
        if (!asked.limit.empty())
            question.limit = duration_value("--limit", asked.limit);
        return arguments;
    });
}

void add_notice(CLI::App& report, PublishedOptions& asked, const PublishedMeans& means)
{
    CLI::App* command = report.add_subcommand("notice",
        "The month's notice for the website and the wall, as HTML and PDF in every configured language");
    command
        ->add_option("--month", asked.period.month, "Which month, such as 2026-10; else the last whole one")
        ->type_name("M");
    command->add_option("-o,--output", asked.folder, "Where to write it")->type_name("FOLDER")->required();
    command->add_option("--lang", asked.language, "Only in that language")->type_name("L");
    means(command, [&asked]() -> PublishedCommand {
        return NoticeArguments { month_of(asked.period), asked.folder, asked.language };
    });
}

void add_scheduled(CLI::App& report, PublishedOptions& asked, const PublishedMeans& means)
{
    CLI::App* command = report.add_subcommand("scheduled",
        "Write what [[reports.scheduled]] of kiosk.conf lists, for the last whole day, week, month or "
        "quarter");
    command->add_flag("--again", asked.again, "Write also what is there already");
    means(command, [&asked]() -> PublishedCommand { return ScheduledArguments { asked.again }; });
}

} // namespace

void add_published_commands(CLI::App& report, PublishedOptions& asked, const PublishedMeans& means)
{
    add_visits(report, asked, means);
    add_notice(report, asked, means);
    add_scheduled(report, asked, means);
}

} // namespace nextplease::cli
