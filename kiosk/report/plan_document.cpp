#include "kiosk/report/chart_parts.h"
#include "kiosk/report/documents.h"
#include "kiosk/report/plan_words.h"

#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

constexpr double kPercent = 100;

std::vector<std::string> step_names(const StaffingPlan& plan)
{
    std::vector<std::string> names;
    names.reserve(plan.plan.forecast.steps.size());
    for (const StretchForecast& step : plan.plan.forecast.steps)
        names.push_back(clock_face(step.time.from));
    return names;
}

// Over many days a share has no whole that is a whole number: it is said of 100, with as many decimals as the
// chart has for it.
Cell share_cell(double share)
{
    const std::string said = percent_text(share);
    return Figure { share * kPercent, static_cast<int>(said.size() - said.find('.') - 1) };
}

Table steps_table(const PlannedDay& day, const StaffingPlan& plan, const Words& words)
{
    Table table { .caption = words.say(Text::CliPlanTableSteps),
        .columns = { { "from", words.say(Text::CliPlanFrom) }, { "desks", words.say(Text::CliPlanDesks) },
            { "desks_by_formula", words.say(Text::CliPlanFormula) },
            { "visitors", words.say(Text::CliPlanVisitors) }, { "not_seen", words.say(Text::CliPlanNotSeen) },
            { "waited_mean_seconds", words.say(Text::CliPlanWait) },
            { "share_within", words.say(Text::CliPlanInTime) },
            { "share_within_month_low", words.say(Text::CliPlanMonthLow) },
            { "share_within_month_high", words.say(Text::CliPlanMonthHigh) } },
        .rows = {},
        .last = Table::LastRow::Total };
    const auto add = [&](const Cell& from, const Cell& formula, const StretchForecast& one) {
        const bool anybody = one.counted > 0; // else there is nothing to wait for or to be in time with
        const auto share = [&](double of) { return anybody ? share_cell(of) : Cell(); };
        table.rows.push_back({ from, std::int64_t { one.desks }, formula, Figure { one.visitors, 1 },
            Figure { one.not_seen, 1 }, anybody ? Cell(Duration { one.mean_waited_seconds }) : Cell(),
            share(one.expected), share(one.month.low), share(one.month.high) });
    };
    for (std::size_t i = 0; i < day.forecast.steps.size(); ++i) {
        const auto& formula = plan.by_formula.at(i);
        add(clock_face(day.forecast.steps[i].time.from), formula ? Cell(std::int64_t { *formula }) : Cell(),
            day.forecast.steps[i]);
    }
    add(words.say(Text::CliReportTotal), Cell(), day.forecast.whole);
    return table;
}

Table desks_table(const PlannedDay& day, const Words& words, const Configuration& configuration)
{
    Table table { .caption = words.say(Text::CliPlanTableDesks),
        .columns = { { "desk", words.say(Text::CliPlanDeskName) },
            { "open", words.say(Text::CliPlanHours) } },
        .rows = {} };
    for (const DeskHours& desk : day.desks)
        table.rows.push_back({ desk_words(desk, words, configuration), desk_hours_words(desk) });
    return table;
}

Table what_if_table(const StaffingPlan& plan, const Words& words)
{
    Table table { .caption = words.say(Text::CliPlanTableWhatIfs),
        .columns = { { "what_if", words.say(Text::CliPlanWhatIf) },
            { "desk_hours", words.say(Text::CliPlanDeskHours) },
            { "not_seen", words.say(Text::CliPlanNotSeen) },
            { "waited_mean_seconds", words.say(Text::CliPlanWait) },
            { "share_within", words.say(Text::CliPlanInTime) }, { "change", words.say(Text::CliPlanChange) },
            { "share_within_month_low", words.say(Text::CliPlanMonthLow) },
            { "share_within_month_high", words.say(Text::CliPlanMonthHigh) } },
        .rows = {} };
    const double planned = plan.plan.forecast.whole.expected;
    const auto add = [&](const std::string& name, const PlannedDay& day) {
        const StretchForecast& whole = day.forecast.whole;
        table.rows.push_back({ name, Figure { day.forecast.desk_hours, 1 }, Figure { whole.not_seen, 1 },
            Duration { whole.mean_waited_seconds }, share_cell(whole.expected),
            Figure { (whole.expected - planned) * kPercent, 1 }, share_cell(whole.month.low),
            share_cell(whole.month.high) });
    };
    add(words.say(Text::CliPlanAsPlanned), plan.plan);
    for (const StaffingPlan::Changed& changed : plan.what_ifs)
        add(changed.what_if.text, changed.day);
    return table;
}

} // namespace

chart::Chart plan_share_chart(const StaffingPlan& plan, const PlannedDay& day, const Words& words)
{
    chart::Chart chart =
        empty_chart(words.say(Text::CliPlanChartShare), words.say(Text::CliPlanChartShareUnit), words);
    chart.description = plan_expectation(plan, words);
    chart::Lines lines;
    lines.categories = step_names(plan);
    chart::Series series;
    const double goal = plan.goal * kPercent;
    for (const StretchForecast& step : day.forecast.steps) {
        if (step.counted <= 0) {
            series.values.emplace_back(); // nobody comes then
            continue;
        }
        series.values.push_back({ .at = step.expected * kPercent,
            .label = percent_text(step.expected, words),
            .mark = mark_of(step.expected * kPercent, goal),
            .low = step.month.low * kPercent,
            .high = step.month.high * kPercent });
    }
    lines.series.push_back(std::move(series));
    lines.target =
        chart::Target { goal, words.say(Text::CliDocumentGoal, { { "goal", goal_text(goal, words) } }) };
    lines.begins_at = words.say(Text::CliDocumentScale, { { "value", "{}" } });
    chart.body = std::move(lines);
    return chart;
}

chart::Chart plan_desks_chart(const StaffingPlan& plan, const PlannedDay& day, const Words& words)
{
    chart::Chart chart =
        empty_chart(words.say(Text::CliPlanChartDesks), words.say(Text::CliPlanChartDesksUnit), words);
    chart::Bars bars;
    bars.categories = step_names(plan);
    chart::Series series;
    for (const StretchForecast& step : day.forecast.steps)
        series.values.push_back(
            { .at = static_cast<double>(step.desks), .label = std::to_string(step.desks) });
    bars.series.push_back(std::move(series));
    chart.body = std::move(bars);
    return chart;
}

Document document_of(const StaffingPlan& plan, const Making& making)
{
    const Words& words = making.words;
    Document document =
        begin_document(making, "plan", plan_title(plan, words), { plan.basis.from, plan.basis.to });
    document.asked.push_back({ words.say(Text::CliPlanDay), plan_day(plan, words) });
    document.asked.push_back({ words.say(Text::CliPlanGoal), goal_text(plan.goal * kPercent, words) + " %" });
    Section expected { words.say(Text::CliPlanResult), {} };
    expected.parts.emplace_back(plan_expectation(plan, words));
    expected.parts.emplace_back(plan_basis(plan, words));
    expected.parts.emplace_back(plan_share_chart(plan, plan.plan, words));
    expected.parts.emplace_back(plan_desks_chart(plan, plan.plan, words));
    Section steps { words.say(Text::CliPlanTableSteps), {} };
    steps.parts.emplace_back(steps_table(plan.plan, plan, words));
    steps.parts.emplace_back(desks_table(plan.plan, words, making.configuration));
    document.sections = { std::move(expected), std::move(steps) };
    if (!plan.what_ifs.empty())
        document.sections.push_back({ words.say(Text::CliPlanTableWhatIfs), { what_if_table(plan, words) } });
    for (const auto& [name, sentence] : plan_definitions(plan, FigureNames::Heads, words)) {
        // The sentence of the terminal explains the terminal's chart.
        const bool month = name == words.say(Text::CliPlanInMonth);
        document.definitions.push_back(
            { name, month ? words.say(Text::CliPlanDefinitionMonthRange) : sentence });
    }
    return document;
}

} // namespace nextplease::report
