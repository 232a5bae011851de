#include "kiosk/manager/seen_charts.h"

#include "core/base/percent.h"
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace nextplease::manager {
namespace {

constexpr double kPercent = 100;
constexpr double kClose = 5; // points under the goal: still close (look.md, signs)

// The standard that holds for all that is chosen; none: each service has its own.
std::optional<Minutes> one_limit(const SeenAnswer& answer, const Configuration& configuration)
{
    std::optional<Minutes> limit;
    const auto& chosen = answer.report.question.service;
    for (const SeenReport::Group& group : answer.report.services) {
        if (chosen && group.place != *chosen)
            continue;
        const Service* service = configuration.office.find(ServiceCode(answer.services.at(group.place)));
        const Minutes its = service ? service->limit : configuration.limit;
        if (limit && *limit != its)
            return std::nullopt;
        limit = its;
    }
    return limit ? limit : std::optional(configuration.limit);
}

// Each time that holds for some of what is shown, and how many were seen after it.
using LateByLimit = std::map<Minutes, std::int64_t>;
constexpr std::size_t kMostTargets = 3; // more lines than these would hide the bars
LateByLimit late_by_limit(const SeenAnswer& answer, const Configuration& configuration)
{
    LateByLimit late;
    for (const SeenReport::Group& group : answer.report.services) {
        const Service* service = configuration.office.find(ServiceCode(answer.services.at(group.place)));
        late[service ? service->limit : configuration.limit] += group.figures.seen - group.figures.within;
    }
    return late;
}

// The last stretch is still growing.
bool is_so_far(const SeenReport& report, const Scene& scene)
{
    if (report.question.to < scene.today)
        return false;
    switch (report.question.trend) {
    case SeenQuestion::Trend::Days:
        return true;
    case SeenQuestion::Trend::Weeks:
        return iso_weekday(scene.today) < 7;
    case SeenQuestion::Trend::Months:
        break;
    }
    return add_days(scene.today, 1).month() == scene.today.month();
}

// "20 Jul", then the day alone until the month changes; years where more than one is shown; of the last one
// that it is of the days so far.
std::vector<std::string> stretch_names(const SeenReport& report, const Scene& scene)
{
    const bool so_far = is_so_far(report, scene);
    std::vector<std::string> names;
    names.reserve(report.trend.size());
    if (report.question.trend == SeenQuestion::Trend::Months) {
        std::vector<LocalDate> firsts;
        for (const SeenReport::Stretch& stretch : report.trend)
            firsts.push_back(stretch.days.from);
        return month_names(firsts, so_far ? LastMonth::SoFar : LastMonth::Whole, scene.words);
    }
    const bool years = report.trend.front().days.from.year() != report.trend.back().days.from.year();
    for (std::size_t i = 0; i < report.trend.size(); ++i) {
        const LocalDate first = report.trend[i].days.from;
        const std::string month = month_short(first, scene.words);
        const unsigned day { first.day() };
        const bool known = i > 0 && report.trend[i - 1].days.from.month() == first.month();
        names.push_back(known ? std::to_string(day) : fmt::format("{} {}", day, month));
        const bool new_year = i == 0 || report.trend[i - 1].days.from.year() != first.year();
        if (so_far && i + 1 == report.trend.size())
            names.back() += '\n' + scene.words.say(Text::ManagerSoFar);
        else if (years && new_year)
            names.back() += fmt::format("\n{}", static_cast<int>(first.year()));
    }
    return names;
}

chart::Series series_of(
    const SeenReport& report, SeenShare SeenReport::Stretch::*share, double goal, const Words& words)
{
    const bool judged = share == &SeenReport::Stretch::share;
    chart::Series series;
    series.values.reserve(report.trend.size());
    for (const SeenReport::Stretch& stretch : report.trend) {
        const auto of = (stretch.*share).share();
        if (!of)
            series.values.emplace_back();
        else if (judged)
            series.values.push_back(
                { .at = *of * kPercent, .label = percent_text(*of, words), .mark = mark_of(of, goal) });
        else
            series.values.push_back({ .at = *of * kPercent });
    }
    return series;
}

std::vector<chart::HeatStep> heat_steps(double goal, const Words& words)
{
    struct Step {
        double under; // points under the goal
        chart::Mark mark;
    };
    constexpr std::array kSteps { Step { -2, chart::Mark::Plain }, Step { 0, chart::Mark::Plain },
        Step { kClose, chart::Mark::Near }, Step { 2 * kClose, chart::Mark::Missed },
        Step { kPercent, chart::Mark::Missed } };
    std::vector<chart::HeatStep> steps;
    double above = kPercent + 1;
    for (const Step& step : kSteps) {
        const double from = std::clamp(goal - step.under, 0.0, kPercent);
        if (from >= above)
            continue;
        const bool first = steps.empty();
        const bool last = &step == &kSteps.back();
        const std::string label = first
            ? words.say(Text::ManagerAndOver, { { "from", fmt::format("{:g}", from) } })
            : last ? words.say(Text::ManagerUnder, { { "to", fmt::format("{:g}", above) } })
                   : words.say(Text::ManagerFromTo,
                       { { "from", fmt::format("{:g}", from) }, { "to", fmt::format("{:g}", above - 1) } });
        steps.push_back({ from, label, step.mark });
        above = from;
    }
    return steps;
}

// As many minutes as it takes to see where the waits end; the last bar is all that is longer.
std::size_t minutes_shown(const SeenFigures& total, const std::optional<Minutes>& limit)
{
    constexpr std::size_t kStep = 5;
    const auto twice = std::max<std::size_t>(static_cast<std::size_t>(total.p90) / 60,
                           limit ? static_cast<std::size_t>(limit->count()) : 0)
        * 2;
    return std::clamp<std::size_t>((twice / kStep + 1) * kStep, 2 * kStep, kMinutesShown);
}

} // namespace

std::string within_words(const SeenAnswer& answer, const Scene& scene)
{
    const auto limit = one_limit(answer, scene.configuration);
    return limit ? scene.words.count(Text::ManagerSeenWithin, static_cast<long>(limit->count()))
                 : scene.words.say(Text::ManagerSeenWithinOwn);
}

std::string stretch_title(SeenQuestion::Trend trend, const SeenQuestion::Days& days, const Words& words)
{
    switch (trend) {
    case SeenQuestion::Trend::Days:
        return words.say(Text::ManagerBehindDay, { { "day", short_date(days.from, words) } });
    case SeenQuestion::Trend::Weeks:
        return words.say(Text::ManagerBehindWeek, { { "day", short_date(days.from, words) } });
    case SeenQuestion::Trend::Months:
        break;
    }
    return words.say(Text::ManagerBehindMonth, { { "month", month_long(days.from, words) } });
}

std::string hour_title(int weekday, int hour, const Words& words)
{
    return words.say(Text::ManagerBehindHour,
        { { "weekday", weekday_short(weekday, words) },
            { "time", clock_face(std::chrono::hours { hour }) } });
}

chart::Mark mark_of(const std::optional<double>& share, double goal)
{
    const auto pace = pace_of(share, goal);
    if (!pace)
        return chart::Mark::Plain;
    return *pace == Pace::InTime ? chart::Mark::Met
        : *pace == Pace::Near    ? chart::Mark::Near
                                 : chart::Mark::Missed;
}

std::string wait_title(int minutes, bool and_over, const Words& words)
{
    return words.say(Text::ManagerBehindWait,
        { { "minutes",
            and_over ? fmt::format("{}+", minutes) : fmt::format("{}–{}", minutes, minutes + 1) } });
}

std::string trend_title(SeenQuestion::Trend trend, const Words& words)
{
    switch (trend) {
    case SeenQuestion::Trend::Days:
        return words.say(Text::ManagerTrendDays);
    case SeenQuestion::Trend::Weeks:
        return words.say(Text::ManagerTrendWeeks);
    case SeenQuestion::Trend::Months:
        break;
    }
    return words.say(Text::ManagerTrendMonths);
}

chart::Chart trend_chart(const SeenAnswer& answer, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const SeenReport& report = answer.report;
    chart::Lines lines;
    lines.categories = stretch_names(report, scene);
    lines.series.push_back(series_of(report, &SeenReport::Stretch::share, goal, scene.words));
    const bool known_before = std::any_of(report.trend.begin(), report.trend.end(),
        [](const SeenReport::Stretch& stretch) { return stretch.year_before.seen > 0; });
    if (known_before) {
        lines.series.push_back(series_of(report, &SeenReport::Stretch::year_before, goal, scene.words));
        lines.series[0].name = scene.words.say(Text::ManagerTrendThisYear);
        lines.series[1].name = scene.words.say(Text::ManagerTrendYearBefore);
    }
    lines.target = chart::Target { goal,
        scene.words.say(Text::ManagerGoal, { { "goal", goal_text(goal, scene.words) } }) };
    lines.begins_at = scene.words.say(Text::ManagerScale, { { "from", "{}" } });
    if (is_so_far(report, scene))
        lines.last = chart::Lines::Last::SoFar;
    const std::string title = trend_title(report.question.trend, scene.words);
    return { .title = title,
        .description = title,
        .unit = within_words(answer, scene),
        .nothing = scene.words.say(Text::ManagerNobody),
        .language = scene.words.language(),
        .body = std::move(lines) };
}

HeatPlaces heat_places(const SeenReport& report)
{
    HeatPlaces places;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        const auto& row = report.by_hour.at(static_cast<std::size_t>(weekday - 1));
        if (std::any_of(row.begin(), row.end(), [](const SeenShare& cell) { return cell.seen > 0; }))
            places.weekdays.push_back(weekday);
    }
    for (std::size_t hour = 0; hour < 24; ++hour) {
        const bool any = std::any_of(report.by_hour.begin(), report.by_hour.end(),
            [&](const auto& row) { return row.at(hour).seen > 0; });
        if (any)
            places.hours.push_back(static_cast<int>(hour));
    }
    return places;
}

chart::Chart hours_chart(const SeenAnswer& answer, const Scene& scene)
{
    const HeatPlaces places = heat_places(answer.report);
    chart::Heat heat;
    heat.steps = heat_steps(scene.configuration.goal_percent, scene.words);
    for (const int hour : places.hours)
        heat.columns.push_back(fmt::format("{:02}", hour));
    for (const int weekday : places.weekdays) {
        heat.rows.push_back(weekday_short(weekday, scene.words));
        std::vector<chart::Value> row;
        row.reserve(places.hours.size());
        for (const int hour : places.hours) {
            const SeenShare& cell = answer.report.by_hour.at(static_cast<std::size_t>(weekday - 1))
                                        .at(static_cast<std::size_t>(hour));
            const auto share = cell.share();
            const double percent = share ? std::floor(*share * kPercent + 1e-9) : 0;
            row.push_back(share ? chart::Value { .at = percent, .label = fmt::format("{:g}", percent) }
                                : chart::Value {});
        }
        heat.cells.push_back(std::move(row));
    }
    const std::string title = scene.words.say(Text::ManagerHours);
    return { .title = title,
        .description = title,
        .unit = {},
        .nothing = scene.words.say(Text::ManagerNobody),
        .language = scene.words.language(),
        .body = std::move(heat) };
}

chart::Chart waits_chart(const SeenAnswer& answer, const Scene& scene)
{
    const SeenReport& report = answer.report;
    const auto limit = one_limit(answer, scene.configuration);
    chart::Histogram histogram;
    const std::size_t shown = minutes_shown(report.total, limit);
    if (report.total.seen > 0) {
        histogram.counts.assign(
            report.waits.begin(), report.waits.begin() + static_cast<std::ptrdiff_t>(shown));
        std::int64_t more = 0;
        for (std::size_t i = shown; i < report.waits.size(); ++i)
            more += report.waits[i];
        histogram.counts.push_back(more);
        histogram.median = chart::Target { static_cast<double>(report.total.median),
            scene.words.say(
                Text::ManagerMedian, { { "minutes", minutes_words(report.total.median, scene.words) } }) };
        histogram.p90 = chart::Target { static_cast<double>(report.total.p90),
            scene.words.say(
                Text::ManagerNineInTen, { { "minutes", minutes_words(report.total.p90, scene.words) } }) };
        const auto limits = late_by_limit(answer, scene.configuration);
        for (const auto& [minutes, late] : limits.size() <= kMostTargets ? limits : LateByLimit {})
            histogram.targets.push_back({ static_cast<double>(Seconds { minutes }.count()),
                scene.words.say(Text::ManagerTarget,
                    { { "minutes", static_cast<long>(minutes.count()) },
                        { "people", number_words(late, scene.words) } }) });
    }
    const std::string title = scene.words.say(Text::ManagerWaits);
    return { .title = title,
        .description = title,
        .unit = {},
        .nothing = scene.words.say(Text::ManagerNobody),
        .language = scene.words.language(),
        .body = std::move(histogram) };
}

} // namespace nextplease::manager
