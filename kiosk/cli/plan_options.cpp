#include "kiosk/cli/plan_options.h"

#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays { "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday" };
constexpr int kMostDesks = 100;
constexpr int kMostReplications = 10'000;

int weekday_value(const std::string& text)
{
    const auto known = std::find(kWeekdays.begin(), kWeekdays.end(), text);
    if (known == kWeekdays.end())
        throw WrongUsage(fmt::format("--weekday \"{}\" is not understood: write monday to sunday", text));
    return static_cast<int>(known - kWeekdays.begin()) + 1;
}

OpenSpan hours_value(const std::string& text)
{
    const std::size_t dash = text.find('-');
    const auto from = parse_clock_face(std::string_view(text).substr(0, dash));
    const auto to =
        dash == std::string::npos ? std::nullopt : parse_clock_face(std::string_view(text).substr(dash + 1));
    if (!from || !to || *to <= *from)
        throw WrongUsage(fmt::format(
            "--hours \"{}\" is not understood: write 09:00-17:00, or 09:00-12:30,13:30-17:00", text));
    return { *from, *to };
}

Seconds limit_value(const std::string& text)
{
    const Seconds limit = duration_value("--limit", text);
    if (limit <= Seconds { 0 })
        throw WrongUsage(fmt::format("nobody can be seen within --limit {}: write 15m, 90s or 1h", text));
    return limit;
}

Seconds step_value(const std::string& text)
{
    const Seconds step = duration_value("--step", text);
    if (step < Minutes { 10 } || step > Minutes { 120 })
        throw WrongUsage(fmt::format("--step {} is not planned by: write 10m to 2h", text));
    return step;
}

void read_hours(const PlanTyped& asked, PlanQuestion& question)
{
    for (const std::string& text : asked.hours)
        question.hours.push_back(hours_value(text));
    for (std::size_t i = 1; i < question.hours.size(); ++i) {
        if (question.hours[i].from < question.hours[i - 1].to)
            throw WrongUsage("--hours overlap: write them in order, such as 09:00-12:30,13:30-17:00");
    }
}

PlanArguments plan_arguments(const PlanTyped& asked)
{
    PlanArguments arguments = asked.plan;
    PlanQuestion& question = arguments.question;
    if (!asked.day.empty())
        question.day = date_value("--day", asked.day);
    if (!asked.weekday.empty())
        question.weekday = weekday_value(asked.weekday);
    read_days(asked.history, question.from, question.to);
    read_hours(asked, question);
    if (!asked.limit.empty())
        question.limit = limit_value(asked.limit);
    if (!asked.goal.empty())
        question.goal = share_value("--goal", asked.goal);
    if (!asked.step.empty())
        question.step = step_value(asked.step);
    if (!asked.stay.empty())
        question.shortest_stay = duration_value("--shortest-stay", asked.stay);
    if (asked.whole_day)
        question.each = StaffingGoal::Each::Day;
    if (asked.as_now)
        question.desks = PlanQuestion::Desks::AsConfigured;
    for (const std::string& text : asked.what_ifs)
        question.what_ifs.push_back(parse_what_if(text));
    static_cast<ReportForm&>(arguments) = form_of(asked.form);
    return arguments;
}

void add_day(CLI::App* command, PlanTyped& asked)
{
    CLI::Option* day =
        command->add_option("--day", asked.day, "The day to plan; else the next open one")->type_name("D");
    command->add_option("--weekday", asked.weekday, "An ordinary day instead: monday to sunday")
        ->type_name("DAY")
        ->excludes(day);
    add_day_range(command, asked.history, "of the history, which is 52 weeks unless told");
    command
        ->add_option("--forecast", asked.plan.question.forecast,
            "Visitors expected in each hour, instead of those of the history: CSV with the columns "
            "hour,visitors")
        ->type_name("FILE.csv");
    command->add_option("--hours", asked.hours, "Opening hours, instead of those of kiosk.conf")
        ->type_name("09:00-17:00")
        ->delimiter(',');
}

void add_goal(CLI::App* command, PlanTyped& asked)
{
    command
        ->add_option("--limit", asked.limit, "Seen within 15m, 90s or 1h; else each service's own standard")
        ->type_name("T");
    command->add_option("--goal", asked.goal, "Share that shall be, such as 95%; else kiosk.conf's")
        ->type_name("P");
    command->add_flag("--whole-day", asked.whole_day,
        "Reach the goal on the day as a whole; else in each of its hours too");
}

void add_desks(CLI::App* command, PlanTyped& asked)
{
    command
        ->add_option("--max-desks", asked.plan.question.most_desks, "Open at once; else those of kiosk.conf")
        ->type_name("N")
        ->check(CLI::Range(1, kMostDesks));
    command->add_option("--shortest-stay", asked.stay, "No desk is open for less; 2h unless told")
        ->type_name("T");
    command->add_option("--step", asked.step, "Desks open and close at these steps; 30m unless told")
        ->type_name("T");
    command->add_flag("--as-now", asked.as_now,
        "Plan nothing: judge the desks as kiosk.conf opens them, with their breaks");
    command
        ->add_option("--what-if", asked.what_ifs,
            "Judge the plan with a change too: \"desks 11:00-14:00 +1\", \"service H desks 2\" or \"visitors "
            "+10%\"; may be said several times")
        ->type_name("CHANGE")
        ->allow_extra_args(false);
}

} // namespace

void add_plan_command(CLI::App& app, PlanTyped& asked,
    const std::function<void(CLI::App*, std::function<PlanArguments()>)>& means)
{
    CLI::App* command = app.add_subcommand("plan",
        "How many desks for which hours, so that enough visitors are seen in time: by simulation of the day");
    add_day(command, asked);
    add_goal(command, asked);
    add_desks(command, asked);
    command
        ->add_option("--replications", asked.plan.question.replications,
            "Days that are simulated to find the plan; 400 unless told")
        ->type_name("N")
        ->check(CLI::Range(40, kMostReplications));
    command
        ->add_option("--seed", asked.plan.question.seed, "The same seed gives the same plan; 1 unless told")
        ->type_name("N");
    add_form(command, asked.form);
    means(command, [&asked] { return plan_arguments(asked); });
}

} // namespace nextplease::cli
