#include "kiosk/cli/policy_options.h"

#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

void add_standards(CLI::App& report, PolicyOptions& asked, const PolicyMeans& means)
{
    CLI::App* command = report.add_subcommand("standards",
        "Every promise of kiosk.conf: how many, how many within, which share, against which goal, and what "
        "is "
        "open");
    add_period(command, asked.period, "on which the clock began");
    command->add_option("--by", asked.by, "service, directorate, month or quarter")
        ->check(CLI::IsMember({ "service", "directorate", "month", "quarter" }));
    add_form(command, asked.form);
    means(command, [&asked]() -> PolicyCommand {
        StandardReportArguments arguments;
        read_days(asked.period, arguments.question.from, arguments.question.to);
        arguments.question.by = *standard_grouping(asked.by);
        static_cast<ReportForm&>(arguments) = form_of(asked.form);
        return arguments;
    });
}

void add_indicators(CLI::App& report, PolicyOptions& asked, const PolicyMeans& means)
{
    CLI::App* command = report.add_subcommand("indicators",
        "What managers publish, beside the period before and the same one a year before; else the last whole "
        "one");
    add_whole_periods(command, asked.period);
    add_form(command, asked.form);
    means(command, [&asked]() -> PolicyCommand {
        return IndicatorArguments { form_of(asked.form), whole_period_of(asked.period) };
    });
}

void add_feedback(CLI::App& report, PolicyOptions& asked, const PolicyMeans& means)
{
    CLI::App* command = report.add_subcommand(
        "feedback", "How satisfied visitors and callers were, each visit and contact counted once");
    add_period(command, asked.period, "on which it was given");
    command->add_option("--by", asked.by, "channel, service, directorate, month or quarter")
        ->check(CLI::IsMember({ "channel", "service", "directorate", "month", "quarter" }));
    add_form(command, asked.form);
    means(command, [&asked]() -> PolicyCommand {
        FeedbackReportArguments arguments;
        read_days(asked.period, arguments.question.from, arguments.question.to);
        arguments.question.by = *feedback_grouping(asked.by);
        static_cast<ReportForm&>(arguments) = form_of(asked.form);
        return arguments;
    });
}

void add_contacts(CLI::App& report, PolicyOptions& asked, const PolicyMeans& means)
{
    CLI::App* command = report.add_subcommand("contacts",
        "Contacts of all channels: resolved at the first one, avoidable by type and reason (NI 14)");
    add_period(command, asked.period, "of the contact");
    command->add_option("--by", asked.by, "channel, service, directorate, month or quarter")
        ->check(CLI::IsMember({ "channel", "service", "directorate", "month", "quarter" }));
    add_form(command, asked.form);
    means(command, [&asked]() -> PolicyCommand {
        ContactReportArguments arguments;
        read_days(asked.period, arguments.question.from, arguments.question.to);
        arguments.question.by = *contact_grouping(asked.by);
        static_cast<ReportForm&>(arguments) = form_of(asked.form);
        return arguments;
    });
}

void add_complaints(CLI::App& report, PolicyOptions& asked, const PolicyMeans& means)
{
    CLI::App* command = report.add_subcommand("complaints",
        "Complaints: how many, acknowledged and answered in time, with and without an extension, what came "
        "of "
        "them, why some were refused, remedies, actions, and the Ombudsman's decisions");
    add_period(
        command, asked.period, "of receipt; of an action's day; of what the Ombudsman was asked or decided");
    command->add_option("--by", asked.by, "service, directorate, category, handler, month or quarter")
        ->check(CLI::IsMember({ "service", "directorate", "category", "handler", "month", "quarter" }));
    add_form(command, asked.form);
    means(command, [&asked]() -> PolicyCommand {
        ComplaintReportArguments arguments;
        read_days(asked.period, arguments.question.from, arguments.question.to);
        arguments.question.by = *complaint_grouping(asked.by);
        static_cast<ReportForm&>(arguments) = form_of(asked.form);
        return arguments;
    });
}

CLI::App* add_monitor_verb(CLI::App* monitor, const char* name, const char* help, MonitorArguments::Verb verb,
    PolicyOptions& asked, const PolicyMeans& means)
{
    CLI::App* command = monitor->add_subcommand(name, help);
    means(command, [&asked, verb]() -> PolicyCommand {
        MonitorArguments arguments = asked.monitor;
        arguments.verb = verb;
        arguments.period = whole_period_of(asked.period);
        static_cast<ReportForm&>(arguments) = form_of(asked.form);
        if (!asked.within.empty())
            arguments.within = asked.within == "yes";
        arguments.heard.script = asked.script == "yes";
        arguments.heard.name = asked.name == "yes";
        arguments.heard.right = asked.right == "yes";
        return arguments;
    });
    return command;
}

void add_monitor(CLI::App& app, PolicyOptions& asked, const PolicyMeans& means)
{
    using Verb = MonitorArguments::Verb;
    CLI::App* monitor =
        app.add_subcommand("monitor", "Telephone numbers to ring by chance, and how they were answered");
    monitor->require_subcommand(1);
    CLI::App* sample = add_monitor_verb(
        monitor, "sample", "Draw the month's numbers of each directorate, once", Verb::Sample, asked, means);
    sample->add_option("--month", asked.period.month, "Which month, such as 2026-10; else this one")
        ->type_name("M");
    add_form(sample, asked.form);
    CLI::App* list = add_monitor_verb(monitor, "list", "Those that were drawn", Verb::List, asked, means);
    list->add_option("--month", asked.period.month, "Which month, such as 2026-10; else this one")
        ->type_name("M");
    add_form(list, asked.form);
    const auto add_directorate = [&](CLI::App* command) {
        command
            ->add_option("--directorate", asked.monitor.directorate,
                "Of that directorate alone, for its director: its code")
            ->type_name("D");
    };
    add_directorate(list);
    CLI::App* report = add_monitor_verb(
        monitor, "report", "How many were answered correctly, for each director", Verb::Report, asked, means);
    add_whole_periods(report, asked.period);
    add_form(report, asked.form);
    add_directorate(report);
    CLI::App* record = add_monitor_verb(monitor, "record", "What was heard", Verb::Record, asked, means);
    record->add_option("call", asked.monitor.call, "Its number, as monitor list says it")->required();
    const auto add_answer = [&](const char* option, std::string& answer, const char* help) {
        record->add_option(option, answer, help)->required()->check(CLI::IsMember({ "yes", "no" }));
    };
    record
        ->add_option("--within", asked.within,
            "Answered in the time of the promise about telephones; only where it counts in seconds")
        ->check(CLI::IsMember({ "yes", "no" }));
    add_answer("--script", asked.script, "Greeted as the council's script has it");
    add_answer("--name", asked.name, "Who answered gave their name");
    add_answer("--right", asked.right, "The right answer, or properly transferred");
    record->add_option("--words", asked.monitor.heard.words, "What else was heard")->type_name("TEXT");
}

} // namespace

void add_policy_commands(CLI::App& app, CLI::App& report, PolicyOptions& asked, const PolicyMeans& means)
{
    add_standards(report, asked, means);
    add_indicators(report, asked, means);
    add_feedback(report, asked, means);
    add_contacts(report, asked, means);
    add_complaints(report, asked, means);
    add_monitor(app, asked, means);
}

} // namespace nextplease::cli
