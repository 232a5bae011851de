#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_charts.h"
#include "text_keys.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

constexpr double kPercent = 100;
constexpr double kClose = 5; // points under the goal: still close (look.md, signs)
constexpr ui::Size kTrend { 1192, 300 };
constexpr ui::Size kHours { 544, 400 };
constexpr ui::Size kWaits { 544, 372 };
constexpr float kChartText = 16;

chart::Drawing laid_out(const chart::Chart& chart, ui::Size size, const Scene& scene)
{
    return chart::lay_out(chart, { size, kChartText }, chart::font_measure(scene.words.language()));
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

ChartView trend_view(const SeenAnswer& answer, const Scene& scene)
{
    const chart::Chart chart = trend_chart(answer, scene);
    return { .title = chart.title,
        .note = scene.words.say(Text::ManagerSigns),
        .foot = {},
        .drawing = laid_out(chart, kTrend, scene),
        .nothing = {} };
}

ChartView hours_view(const SeenAnswer& answer, const Scene& scene)
{
    const chart::Chart chart = hours_chart(answer, scene);
    return { .title = chart.title,
        .note = scene.words.say(Text::ManagerPercentSeen),
        .foot = {},
        .drawing = laid_out(chart, kHours, scene),
        .nothing = {} };
}

ChartView waits_view(const SeenAnswer& answer, const Scene& scene)
{
    const chart::Chart chart = waits_chart(answer, scene);
    return { .title = chart.title,
        .note = scene.words.say(
            Text::ManagerMinutesPeople, { { "people", number_words(answer.report.total.seen) } }),
        .foot = longest_words(answer, scene),
        .drawing = laid_out(chart, kWaits, scene),
        .nothing = {} };
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

SeenView prepare_seen(const SeenAnswer& answer, const Scene& scene, const std::string& beside)
{
    return { headline(answer, scene, beside), trend_view(answer, scene), hours_view(answer, scene),
        waits_view(answer, scene), groups_table(answer, scene) };
}

} // namespace nextplease::manager
