#include "kiosk/cli/estimate_options.h"

#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

// "2=90" or "NW=-90": a code and seconds.
template <class Code>
std::pair<Code, Seconds> head_start(const std::string& option, const std::string& text)
{
    constexpr int kMost = 24 * 3600;
    const std::size_t sign = text.find('=');
    int seconds = 0;
    const char* const begin = text.data() + std::min(sign + 1, text.size());
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(begin, end, seconds);
    if (sign == std::string::npos || sign == 0 || begin == end || error != std::errc {} || rest != end
        || seconds < -kMost || seconds > kMost)
        throw WrongUsage(fmt::format(
            "{} \"{}\" is not understood: write a code and seconds, such as 2=90 or NW=-90", option, text));
    return { Code(text.substr(0, sign)), Seconds { seconds } };
}

// Of a backtest.
Format table_or_json(const std::string& format)
{
    if (format == "json")
        return Format::Json;
    if (format != "table")
        throw WrongUsage(fmt::format("--format {} is not made here: write table or json", format));
    return Format::Table;
}

BacktestArguments backtest_arguments(const EstimateOptions& asked)
{
    BacktestArguments arguments = asked.backtest;
    BacktestQuestion& question = arguments.question;
    read_days(asked.period, question.from, question.to);
    for (const std::string& text : asked.priority_head_starts)
        question.priority_head_starts.push_back(head_start<PriorityCode>("--priority-head-start", text));
    for (const std::string& text : asked.service_head_starts)
        question.service_head_starts.push_back(head_start<ServiceCode>("--service-head-start", text));
    if (asked.desk_states == "known")
        question.desk_states = DeskStates::Told;
    else if (asked.desk_states == "unknown")
        question.desk_states = DeskStates::NotTold;
    arguments.format = table_or_json(asked.format);
    return arguments;
}

void add_now(CLI::App* estimate, EstimateOptions& asked, const Means& means)
{
    CLI::App* command = estimate->add_subcommand(
        "now", "What a visitor would be told who took a ticket now, for each service or one");
    command->add_option("--service", asked.now.service, "Code of the service")->type_name("CODE");
    command->add_flag_callback(
        "--json", [&asked] { asked.now.output = Output::Json; }, "Answer as a JSON object");
    means(command, [&asked]() -> EstimateCommand { return asked.now; });
}

void add_backtest(CLI::App* estimate, EstimateOptions& asked, const Means& means)
{
    CLI::App* command = estimate->add_subcommand("backtest",
        "Replay the past: what would have been said to each visitor, knowing only what had happened by then, "
        "against what came");
    add_day_range(command, asked.period, "of arrival that is scored");
    command
        ->add_option(
            "--predictions", asked.backtest.predictions, "Write one row for each visitor who was called")
        ->type_name("FILE.csv");
    command
        ->add_option("--priority-head-start", asked.priority_head_starts,
            "Of a log from elsewhere: a priority class and the seconds it is ahead, such as 2=90; may be "
            "said "
            "several times")
        ->type_name("P=S");
    command
        ->add_option(
            "--service-head-start", asked.service_head_starts, "The same for a service, such as NW=-90")
        ->type_name("CODE=S");
    command
        ->add_option("--desk-states", asked.desk_states,
            "Whether the log tells when desks opened, paused and closed: known, unknown or auto")
        ->check(CLI::IsMember({ "auto", "known", "unknown" }));
    command->add_option("--format", asked.format, "table or json");
    means(command, [&asked]() -> EstimateCommand { return backtest_arguments(asked); });
}

void add_report(CLI::App& report, EstimateOptions& asked, const Means& means)
{
    CLI::App* command = report.add_subcommand(
        "estimate", "How wrong the waits were that visitors were told, beside the rules of others");
    add_period(command, asked.period, "on which it was told");
    command->add_option("--by", asked.by, "service, hour or month")
        ->check(CLI::IsMember({ "service", "hour", "month" }));
    add_form(command, asked.form);
    means(command, [&asked]() -> EstimateCommand {
        read_days(asked.period, asked.report.question.from, asked.report.question.to);
        asked.report.question.by = *estimate_grouping(asked.by);
        static_cast<ReportForm&>(asked.report) = form_of(asked.form);
        return asked.report;
    });
}

void add_simulate(CLI::App& app, EstimateOptions& asked, const Means& means)
{
    CLI::App* command = app.add_subcommand("simulate",
        "Write the log of a reception like the configured one that does not exist: visits.csv and desks.csv, "
        "for import");
    SimulateArguments& simulate = asked.simulate;
    command->add_option("-o,--output", simulate.folder, "Where to write them")
        ->type_name("FOLDER")
        ->required();
    command->add_option("--from", asked.period.from, "First day; else 2026-01-05")->type_name("D");
    command->add_option("--days", simulate.question.days, "How many open days; 60 unless told")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    command->add_option("--seed", simulate.question.seed, "The same seed gives the same log; 1 unless told")
        ->type_name("N");
    command->add_option("--visitors", simulate.visitors, "A day; else as many as keep the desks busy")
        ->type_name("N")
        ->check(CLI::Range(1, 100000));
    command
        ->add_option("--leavers", asked.leavers,
            "Share of visitors who have little patience, such as 20%: they give up after ten minutes, more "
            "or "
            "less; nobody does unless told")
        ->type_name("P");
    command
        ->add_option("--slower-from-day", simulate.slower_from_day,
            "From that day on, counted from 1, services take 30 % longer")
        ->type_name("N");
    means(command, [&asked]() -> EstimateCommand {
        if (!asked.period.from.empty())
            asked.simulate.question.from = date_value("--from", asked.period.from);
        if (!asked.leavers.empty())
            asked.simulate.leavers = share_value("--leavers", asked.leavers);
        return asked.simulate;
    });
}

} // namespace

void add_estimate_commands(CLI::App& app, CLI::App& report, EstimateOptions& asked, const Means& means)
{
    CLI::App* estimate = app.add_subcommand("estimate", "The wait estimate, and how good it is");
    estimate->require_subcommand(1);
    add_now(estimate, asked, means);
    add_backtest(estimate, asked, means);
    add_report(report, asked, means);
    add_simulate(app, asked, means);
}

} // namespace nextplease::cli
