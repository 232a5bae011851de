#include "core/base/percent.h"
#include "core/reception/calendar_words.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/manager/places.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_charts.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/figure_words.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::manager {
namespace {

static_assert(places::chart_room(places::kAvoidable).h == places::chart_room(places::kSatisfaction).h);
constexpr ui::Size kHalf = places::chart_room(places::kAvoidable);
constexpr float kChartText = 16;

std::string value_words(const IndicatorValue& value, const Words& words)
{
    if (!value.denominator)
        return number_words(value.numerator, words);
    return report::percent_words({ value.numerator, *value.denominator }, words);
}

std::optional<Pace> pace_in(const Indicator& indicator)
{
    switch (indicator.verdict()) {
    case Verdict::Met:
        return Pace::InTime;
    case Verdict::NotMet: {
        if (indicator.better == Indicator::Better::Less)
            return Pace::Past;
        // Close to the goal, or further off, as everywhere.
        const auto pace = pace_of(indicator.now.share(), *indicator.goal_percent);
        return pace == Pace::Near ? Pace::Near : Pace::Past;
    }
    case Verdict::NoGoal:
    case Verdict::Nothing:
        break;
    }
    return std::nullopt;
}

TableView indicators_table(const IndicatorReport& report, const Scene& scene)
{
    const Words& words = scene.words;
    TableView table;
    table.title = words.say(Text::ManagerPublished,
        { { "days", days_long(report.period.first(), report.period.last(), words) } });
    table.columns = { words.say(Text::ManagerColumnNow), words.say(Text::ManagerColumnCounted),
        words.say(Text::ManagerColumnGoal), words.say(Text::ManagerColumnBefore),
        words.say(Text::ManagerColumnYearBefore) };
    for (const Indicator& indicator : report.indicators) {
        const IndicatorValue& now = indicator.now;
        table.rows.push_back({ .letter = {},
            .name = report::indicator_title(indicator, scene.configuration, words),
            .cells = { { value_words(now, words), pace_in(indicator) },
                { now.denominator ? words.say(Text::ManagerOf,
                      { { "part", number_words(now.numerator, words) },
                          { "whole", number_words(*now.denominator, words) } })
                                  : "" },
                { report::goal_words(indicator, words) }, { value_words(indicator.before, words) },
                { value_words(indicator.year_before, words) } } });
    }
    return table;
}

ChartView laid_out(chart::Chart chart, std::string note, const Scene& scene)
{
    chart.description = chart.title;
    chart.nothing = scene.words.say(Text::ManagerNothingSaid);
    chart.language = scene.words.language();
    ChartView view {
        .title = chart.title, .note = std::move(note), .foot = {}, .drawing = {}, .nothing = {}
    };
    view.drawing = chart::lay_out(chart, { kHalf, kChartText }, chart::font_measure(scene.words.language()));
    return view;
}

ChartView avoidable_chart(const ContactReport& report, const Scene& scene)
{
    chart::Bars bars;
    bars.direction = chart::Bars::Direction::Level;
    chart::Series series;
    for (std::size_t type = 0; type < kAvoidableContacts.size(); ++type) {
        bars.categories.push_back(avoidable_words(kAvoidableContacts.at(type), scene.words));
        const std::int64_t count = report.total.by_type.at(type);
        series.values.push_back(
            { .at = static_cast<double>(count), .label = number_words(count, scene.words) });
    }
    std::vector<std::string> said;
    for (std::size_t type = 0; type < kAvoidableContacts.size(); ++type)
        said.push_back(area_words(bars.categories.at(type), series.values.at(type).label, scene.words));
    bars.series.push_back(std::move(series));
    ChartView view = laid_out({ .title = scene.words.say(Text::ManagerAvoidable),
                                  .description = {},
                                  .unit = scene.words.say(Text::CliDocumentUnitContacts),
                                  .nothing = {},
                                  .body = report.total.avoidable > 0 ? std::move(bars) : chart::Bars {} },
        scene.words.say(Text::ManagerAvoidableNote,
            { { "avoidable", number_words(report.total.avoidable, scene.words) },
                { "coded", number_words(report.total.coded, scene.words) } }),
        scene);
    view.said = { std::move(said) };
    return view;
}

ChartView satisfaction_chart(const FeedbackReport& report, const Scene& scene)
{
    chart::Lines lines;
    lines.begin = chart::Lines::Begin::AtZero; // two points in a hundred are no collapse
    chart::Series series;
    std::vector<LocalDate> firsts;
    std::vector<std::string> said;
    const auto& goal = scene.configuration.reports.satisfied_percent;
    for (const FeedbackGroup& month : report.groups) {
        firsts.push_back(parse_iso_date(month.key + "-01").value_or(scene.today));
        const auto share = month.figures.share();
        said.push_back(area_words(month_long(firsts.back(), scene.words),
            share_line(month.figures.satisfied, month.figures.visits, scene.words), scene.words));
        series.values.push_back(share ? chart::Value { .at = *share * 100,
                                    .label = percent_text(*share, scene.words),
                                    .mark = goal ? mark_of(share, *goal) : chart::Mark::Plain }
                                      : chart::Value {});
    }
    if (!report.groups.empty()) {
        const LastMonth last = last_month(report.groups.back().key, scene.today);
        lines.categories = month_names(firsts, last, scene.words);
        lines.last = last == LastMonth::SoFar ? chart::Lines::Last::SoFar : chart::Lines::Last::Whole;
    }
    lines.series.push_back(std::move(series));
    if (goal)
        lines.target = chart::Target { *goal,
            scene.words.say(Text::ManagerGoal, { { "goal", goal_text(*goal, scene.words) } }) };
    const LocalDate since = report.question.from.value_or(scene.today);
    ChartView view = laid_out({ .title = scene.words.say(Text::ManagerSatisfaction),
                                  .description = {},
                                  .unit = "%",
                                  .nothing = {},
                                  .body = std::move(lines) },
        scene.words.say(Text::ManagerSatisfactionNote,
            { { "visits", number_words(report.total.figures.visits, scene.words) },
                { "day", days_long(since, since, scene.words) } }),
        scene);
    view.said = { std::move(said) };
    return view;
}

std::string estimate_words(const EstimateReport& report, const Scene& scene)
{
    const EstimateScores& scores = report.total.scores;
    if (scores.count() == 0)
        return scene.words.say(Text::ManagerEstimateNothing);
    return scene.words.say(Text::ManagerEstimate,
        { { "error", minutes_words(static_cast<std::int64_t>(*scores.mean_error()), scene.words) },
            { "percent", percent_text(*scores.within_p90(), scene.words) },
            { "count", number_words(scores.count(), scene.words) } });
}

} // namespace

PublishedView prepare_published(const PublishedAnswer& answer, const Scene& scene)
{
    return { indicators_table(answer.indicators, scene), avoidable_chart(answer.contacts, scene),
        satisfaction_chart(answer.feedback, scene), estimate_words(answer.estimate, scene) };
}

} // namespace nextplease::manager
