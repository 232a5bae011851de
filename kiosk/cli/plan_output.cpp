#include "kiosk/cli/plan_output.h"

#include "core/base/percent.h"
#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/text_table.h"
#include "kiosk/report/plan_words.h"
#include "text_keys.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using report::change_words;
using report::desk_hours_words;
using report::desk_words;
using report::FigureNames;
using report::plan_basis;
using report::plan_definitions;
using report::plan_expectation;
using report::plan_title;
using report::range_words;

std::string minutes(double seconds)
{
    return fmt::format("{:.1f}", seconds / 60);
}

// The lowest of 100 that the chart shows.
int chart_from(const StaffingPlan& plan)
{
    constexpr int kHighest = 90;
    double lowest = plan.goal;
    for (const StretchForecast& step : plan.plan.forecast.steps)
        lowest = std::min({ lowest, step.month.low, step.expected });
    return std::clamp(static_cast<int>(std::floor(lowest * 10)) * 10, 0, kHighest);
}

// Numbers above the chart, at its two ends.
std::string chart_scale(int from)
{
    const std::string left = std::to_string(from);
    return left + std::string(static_cast<std::size_t>(kShareLineWidth) - left.size() - 3, ' ') + "100";
}

std::string desk_bar(int desks, int most)
{
    return std::string(static_cast<std::size_t>(desks), '#')
        + std::string(static_cast<std::size_t>(most - desks), ' ') + fmt::format(" {:2}", desks);
}

std::string steps_table(const StaffingPlan& plan, const Words& words)
{
    const RotaForecast& forecast = plan.plan.forecast;
    const int from = chart_from(plan);
    std::vector<Row> rows { { words.say(Text::CliPlanFrom), words.say(Text::CliPlanDesks),
        words.say(Text::CliPlanVisitors), words.say(Text::CliPlanNotSeen), words.say(Text::CliPlanWait),
        words.say(Text::CliPlanInTime), words.say(Text::CliPlanInMonth), chart_scale(from) } };
    for (const StretchForecast& step : forecast.steps) {
        if (step.counted <= 0) { // nobody comes then
            rows.push_back({ clock_face(step.time.from), desk_bar(step.desks, forecast.whole.desks), "–", "–",
                "–", "–", "–", "" });
            continue;
        }
        rows.push_back({ clock_face(step.time.from), desk_bar(step.desks, forecast.whole.desks),
            fmt::format("{:.1f}", step.visitors), fmt::format("{:.1f}", step.not_seen),
            minutes(step.mean_waited_seconds), percent_text(step.expected, words),
            range_words(step.month, words), share_line(step, plan.goal, from) });
    }
    const StretchForecast& whole = forecast.whole;
    rows.push_back({ words.say(Text::CliReportTotal), fmt::format("{:.1f} h", forecast.desk_hours),
        fmt::format("{:.1f}", whole.visitors), fmt::format("{:.1f}", whole.not_seen),
        minutes(whole.mean_waited_seconds), percent_text(whole.expected, words),
        range_words(whole.month, words), share_line(whole, plan.goal, from) });
    return aligned(rows);
}

std::string desk_lines(const StaffingPlan& plan, const Configuration& configuration, const Words& words)
{
    std::string text;
    for (const DeskHours& desk : plan.plan.desks)
        text +=
            words.say(Text::CliPlanDesk,
                { { "desk", desk_words(desk, words, configuration) }, { "hours", desk_hours_words(desk) } })
            + '\n';
    return text;
}

std::string what_ifs(const StaffingPlan& plan, const Words& words)
{
    if (plan.what_ifs.empty())
        return {};
    std::vector<Row> rows { { words.say(Text::CliPlanWhatIf), words.say(Text::CliPlanDeskHours),
        words.say(Text::CliPlanNotSeen), words.say(Text::CliPlanWait), words.say(Text::CliPlanInTime),
        words.say(Text::CliPlanChange), words.say(Text::CliPlanInMonth),
        words.say(Text::CliPlanWorstStep) } };
    const auto add = [&](const std::string& name, const PlannedDay& day) {
        const auto& steps = day.forecast.steps;
        const auto worst = std::min_element(steps.begin(), steps.end(),
            [](const StretchForecast& a, const StretchForecast& b) { return a.expected < b.expected; });
        const StretchForecast& whole = day.forecast.whole;
        rows.push_back(
            { name, fmt::format("{:.1f}", day.forecast.desk_hours), fmt::format("{:.1f}", whole.not_seen),
                minutes(whole.mean_waited_seconds), percent_text(whole.expected, words),
                change_words(whole.expected - plan.plan.forecast.whole.expected, words),
                range_words(whole.month, words),
                fmt::format("{} {}", clock_face(worst->time.from), percent_text(worst->expected, words)) });
    };
    add(words.say(Text::CliPlanAsPlanned), plan.plan);
    for (const StaffingPlan::Changed& changed : plan.what_ifs)
        add(changed.what_if.text, changed.day);
    return '\n' + aligned(rows, LastRow::OneOfThem);
}

std::string share_cell(double share)
{
    return fmt::format("{:.6f}", share);
}

void add_csv_rows(
    std::string& text, const std::string& which, const PlannedDay& day, const StaffingPlan& plan)
{
    const auto add = [&](const std::string& from, const StretchForecast& one, const std::string& formula) {
        text += csv_line({ which, from, clock_face(one.time.to), std::to_string(one.desks), formula,
            fmt::format("{:.3f}", one.visitors), share_cell(one.expected), share_cell(one.error),
            share_cell(one.month.low), share_cell(one.month.high), share_cell(one.day.low),
            share_cell(one.day.high), share_cell(one.share_left), fmt::format("{:.3f}", one.not_seen),
            fmt::format("{:.1f}", one.mean_waited_seconds) });
    };
    for (std::size_t step = 0; step < day.forecast.steps.size(); ++step) {
        const auto& formula = plan.by_formula[step]; // for whom the plan is made, not those of a what-if
        add(clock_face(day.forecast.steps[step].time.from), day.forecast.steps[step],
            formula && &day == &plan.plan ? std::to_string(*formula) : "");
    }
    add("total", day.forecast.whole, "");
}

} // namespace

std::string share_line(const StretchForecast& forecast, double goal, int from)
{
    std::string line(static_cast<std::size_t>(kShareLineWidth), ' ');
    const auto place = [&](double share) {
        const double along = (share * 100 - from) / (100 - from);
        return static_cast<std::size_t>(std::lround(std::clamp(along, 0.0, 1.0) * (kShareLineWidth - 1)));
    };
    for (std::size_t i = place(forecast.month.low); i <= place(forecast.month.high); ++i)
        line[i] = '=';
    line[place(goal)] = '|';
    line[place(forecast.expected)] = 'o';
    return line;
}

std::string plan_table(const StaffingPlan& plan, const Configuration& configuration, const Words& words)
{
    std::string text = plan_title(plan, words) + '\n' + plan_expectation(plan, words) + '\n'
        + plan_basis(plan, words) + "\n\n" + steps_table(plan, words) + '\n'
        + desk_lines(plan, configuration, words) + what_ifs(plan, words) + '\n';
    for (const auto& [name, sentence] : plan_definitions(plan, FigureNames::Heads, words))
        text += fmt::format("{}: {}\n", name, sentence);
    return text;
}

std::string plan_csv(const StaffingPlan& plan, const Configuration&, const Words& words)
{
    std::string text = fmt::format("# {}\n# {}", plan_title(plan, words), plan_basis(plan, words) + '\n');
    for (const auto& [key, sentence] : plan_definitions(plan, FigureNames::Keys, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    text += csv_line({ "plan", "from", "to", "desks", "desks_by_formula", "visitors", "share_within",
        "share_within_error", "share_within_month_low", "share_within_month_high", "share_within_day_low",
        "share_within_day_high", "share_left", "not_seen", "waited_mean_seconds" });
    add_csv_rows(text, "plan", plan.plan, plan);
    for (const StaffingPlan::Changed& changed : plan.what_ifs)
        add_csv_rows(text, changed.what_if.text, changed.day, plan);
    return text;
}

} // namespace nextplease::cli
