#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/manager/prepare.h"
#include "text_keys.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

constexpr double kPercent = 100;
constexpr double kClose = 5; // points under the goal: still close (look.md, signs)
constexpr ui::Size kWeeks { 1192, 300 };
constexpr ui::Size kHours { 544, 400 };
constexpr ui::Size kWaits { 544, 372 };
constexpr float kChartText = 16;

chart::Drawing laid_out(const chart::Chart& chart, ui::Size size, const Scene& scene)
{
    return chart::lay_out(chart, { size, kChartText }, chart::font_measure(scene.words.language()));
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

std::string within_words(const SeenAnswer& answer, const Scene& scene)
{
    const auto limit = one_limit(answer, scene.configuration);
    return limit ? scene.words.count(Text::ManagerSeenWithin, static_cast<long>(limit->count()))
                 : scene.words.say(Text::ManagerSeenWithinOwn);
}

std::string verdict_words(const SeenFigures& total, Pace pace, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const std::string said = fmt::format("{:g}", goal);
    if (pace == Pace::InTime)
        return scene.words.say(Text::ManagerGoalMet, { { "goal", said } });
    const auto needed =
        static_cast<std::int64_t>(std::ceil(goal / kPercent * static_cast<double>(total.seen) - 1e-9));
    return scene.words.count(pace == Pace::Near ? Text::ManagerGoalNear : Text::ManagerGoalMissed,
        static_cast<long>(needed - total.within), { { "goal", said } });
}

HeadlineView headline(const SeenAnswer& answer, const Scene& scene, const std::string& beside)
{
    const SeenFigures& total = answer.report.total;
    HeadlineView view;
    view.title = within_words(answer, scene);
    const auto share = total.share();
    if (!share) {
        view.people = scene.words.say(Text::ManagerNobody);
        return view;
    }
    view.percent = percent_words(*share) + " %";
    view.pace = pace_of(share, scene.configuration.goal_percent);
    view.verdict = verdict_words(total, *view.pace, scene);
    view.people = scene.words.say(Text::ManagerPeople,
        { { "within", number_words(total.within) }, { "of", number_words(total.seen) } });
    view.strict = percent_words(*total.strict()) + " %";
    view.strict_words = scene.words.say(Text::ManagerStrict,
        { { "within", number_words(total.within) }, { "of", number_words(total.strict_of) },
            { "failed", number_words(total.strict_of - total.seen) } });
    const SeenFigures& before = answer.report.beside;
    if (beside.empty())
        return view;
    view.beside = before.share()
        ? scene.words.say(Text::ManagerBesideWords,
            { { "days", beside }, { "percent", percent_words(*before.share()) },
                { "of", number_words(before.seen) }, { "strict", percent_words(*before.strict()) } })
        : scene.words.say(Text::ManagerBesideNobody, { { "days", beside } });
    return view;
}

// "20 Jul", then the day alone until the month changes.
std::vector<std::string> week_names(const std::vector<SeenReport::Week>& weeks, const Scene& scene)
{
    std::vector<std::string> names;
    names.reserve(weeks.size());
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const LocalDate monday = weeks[i].monday;
        const bool month_known = i > 0 && weeks[i - 1].monday.month() == monday.month();
        const unsigned day { monday.day() };
        names.push_back(
            month_known ? std::to_string(day) : fmt::format("{} {}", day, month_short(monday, scene.words)));
    }
    return names;
}

ChartView weeks_chart(const SeenAnswer& answer, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const SeenReport& report = answer.report;
    chart::Lines lines;
    lines.categories = week_names(report.weeks, scene);
    chart::Series series;
    series.values.reserve(report.weeks.size());
    for (const SeenReport::Week& week : report.weeks) {
        const auto share = week.share.share();
        series.values.push_back(share ? chart::Value { .at = *share * kPercent,
                                    .label = percent_words(*share),
                                    .mark = mark_of(share, goal) }
                                      : chart::Value {});
    }
    lines.series.push_back(std::move(series));
    lines.target =
        chart::Target { goal, scene.words.say(Text::ManagerGoal, { { "goal", fmt::format("{:g}", goal) } }) };
    lines.begins_at = scene.words.say(Text::ManagerScale, { { "from", "{}" } });
    if (report.question.to >= scene.today && iso_weekday(scene.today) < 7) {
        lines.last = chart::Lines::Last::SoFar;
        lines.categories.back() += '\n' + scene.words.say(Text::ManagerSoFar);
    }
    ChartView view;
    view.title = scene.words.say(Text::ManagerWeeks);
    view.note = scene.words.say(Text::ManagerSigns);
    const chart::Chart chart { .title = view.title,
        .description = view.title,
        .unit = within_words(answer, scene),
        .nothing = scene.words.say(Text::ManagerNobody),
        .language = scene.words.language(),
        .body = std::move(lines) };
    view.drawing = laid_out(chart, kWeeks, scene);
    return view;
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

ChartView hours_chart(const SeenAnswer& answer, const Scene& scene)
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
    ChartView view;
    view.title = scene.words.say(Text::ManagerHours);
    view.note = scene.words.say(Text::ManagerPercentSeen);
    const chart::Chart chart { .title = view.title,
        .description = view.title,
        .unit = {},
        .nothing = scene.words.say(Text::ManagerNobody),
        .language = scene.words.language(),
        .body = std::move(heat) };
    view.drawing = laid_out(chart, kHours, scene);
    return view;
}

std::string longest_words(const SeenAnswer& answer, const Scene& scene)
{
    if (!answer.longest)
        return {};
    const LocalTime arrived = scene.configuration.zone.local(answer.longest->arrived);
    return scene.words.say(Text::ManagerLongest,
        { { "minutes", number_words((answer.longest->wait.count() + 59) / 60) },
            { "service", name_of(ServiceCode(answer.longest->service), scene.words, scene.configuration) },
            { "day", short_date(arrived.date, scene.words) },
            { "time", clock_face(arrived.since_midnight) } });
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

ChartView waits_chart(const SeenAnswer& answer, const Scene& scene)
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
            scene.words.say(Text::ManagerMedian, { { "minutes", minutes_words(report.total.median) } }) };
        histogram.p90 = chart::Target { static_cast<double>(report.total.p90),
            scene.words.say(Text::ManagerNineInTen, { { "minutes", minutes_words(report.total.p90) } }) };
        if (limit)
            histogram.target = chart::Target { static_cast<double>(Seconds { *limit }.count()),
                scene.words.say(Text::ManagerTarget,
                    { { "minutes", static_cast<long>(limit->count()) },
                        { "people", number_words(report.waited_past) } }) };
    }
    ChartView view;
    view.title = scene.words.say(Text::ManagerWaits);
    view.note =
        scene.words.say(Text::ManagerMinutesPeople, { { "people", number_words(report.total.seen) } });
    view.foot = longest_words(answer, scene);
    const chart::Chart chart { .title = view.title,
        .description = view.title,
        .unit = {},
        .nothing = scene.words.say(Text::ManagerNobody),
        .language = scene.words.language(),
        .body = std::move(histogram) };
    view.drawing = laid_out(chart, kWaits, scene);
    return view;
}

TableRow row_of(const SeenFigures& figures, std::string letter, std::string name, double goal)
{
    const auto share = figures.share();
    const bool seen = figures.seen > 0;
    return { .letter = std::move(letter),
        .name = std::move(name),
        .cells = { { number_words(figures.seen) },
            { share ? percent_words(*share) : "–", pace_of(share, goal) },
            { seen ? minutes_words(figures.median) : "–" }, { seen ? minutes_words(figures.p90) : "–" },
            { number_words(figures.left) } },
        .opens = figures.visits > 0 };
}

// By desk where one service is chosen, else by service.
TableView groups_table(const SeenAnswer& answer, const Scene& scene)
{
    const Configuration& configuration = scene.configuration;
    const SeenReport& report = answer.report;
    const double goal = configuration.goal_percent;
    const bool by_desk = report.question.service.has_value();
    TableView table;
    table.title = scene.words.say(by_desk ? Text::ManagerByDesk : Text::ManagerByService);
    table.columns = { scene.words.say(Text::ManagerColumnSeen), scene.words.say(Text::ManagerColumnInTime),
        scene.words.say(Text::ManagerColumnMedian), scene.words.say(Text::ManagerColumnNine),
        scene.words.say(Text::ManagerColumnLeft) };
    for (const SeenReport::Group& group : by_desk ? report.desks : report.services) {
        const std::string& code = (by_desk ? answer.desks : answer.services).at(group.place);
        const Service* service = by_desk ? nullptr : configuration.office.find(ServiceCode(code));
        table.rows.push_back(row_of(group.figures, service ? service->letter : "",
            by_desk ? name_of(DeskCode(code), scene.words, configuration)
                    : name_of(ServiceCode(code), scene.words, configuration),
            goal));
    }
    table.sum = row_of(report.total, "", scene.words.say(Text::ManagerAll), goal);
    table.nothing = scene.words.say(Text::ManagerNobody);
    return table;
}

} // namespace

std::string percent_words(double share)
{
    constexpr double kTenths = 10;
    return fmt::format("{:.1f}", std::floor(share * kPercent * kTenths + 1e-9) / kTenths);
}

std::string minutes_words(std::int64_t seconds)
{
    constexpr double kMinute = 60;
    return fmt::format("{:.1f}", static_cast<double>(seconds) / kMinute);
}

std::string number_words(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::optional<Pace> pace_of(const std::optional<double>& share, double goal_percent)
{
    if (!share)
        return std::nullopt;
    const double below = goal_percent - *share * kPercent;
    constexpr double kRounding = 1e-9; // 0.95 is not quite 95 / 100
    if (below <= kRounding)
        return Pace::InTime;
    return below <= kClose + kRounding ? Pace::Near : Pace::Past;
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

SeenView prepare_seen(const SeenAnswer& answer, const Scene& scene, const std::string& beside)
{
    return { headline(answer, scene, beside), weeks_chart(answer, scene), hours_chart(answer, scene),
        waits_chart(answer, scene), groups_table(answer, scene) };
}

} // namespace nextplease::manager
