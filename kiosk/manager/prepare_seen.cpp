#include "core/base/percent.h"
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/manager/places.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_charts.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

constexpr double kPercent = 100;
constexpr double kClose = 5; // points under the goal: still close (look.md, signs)
constexpr ui::Size kTrend = places::chart_room(places::kTrend);
constexpr ui::Size kHours = places::chart_room(places::kHours);
constexpr ui::Size kWaits = places::chart_room_over_foot(places::kWaits);
constexpr float kChartText = 16;

chart::Drawing laid_out(const chart::Chart& chart, ui::Size size, const Scene& scene)
{
    return chart::lay_out(chart, { size, kChartText }, chart::font_measure(scene.words.language()));
}

std::string verdict_words(const SeenFigures& total, Pace pace, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const std::string said = goal_text(goal, scene.words);
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
    view.percent = percent_text(*share, scene.words) + " %";
    view.pace = pace_of(share, scene.configuration.goal_percent);
    view.verdict = verdict_words(total, *view.pace, scene);
    view.people = scene.words.say(Text::ManagerPeople,
        { { "within", number_words(total.within, scene.words) },
            { "of", number_words(total.seen, scene.words) } });
    view.strict = percent_text(*total.strict(), scene.words) + " %";
    view.strict_words = scene.words.say(Text::ManagerStrict,
        { { "within", number_words(total.within, scene.words) },
            { "of", number_words(total.strict_of, scene.words) },
            { "failed", number_words(total.strict_of - total.seen, scene.words) } });
    const SeenFigures& before = answer.report.beside;
    if (beside.empty())
        return view;
    view.beside = before.share() ? scene.words.say(Text::ManagerBesideWords,
                      { { "days", beside }, { "percent", percent_text(*before.share(), scene.words) },
                          { "of", number_words(before.seen, scene.words) },
                          { "strict", percent_text(*before.strict(), scene.words) } })
                                 : scene.words.say(Text::ManagerBesideNobody, { { "days", beside } });
    return view;
}

std::string longest_words(const SeenAnswer& answer, const Scene& scene)
{
    if (!answer.longest)
        return {};
    const LocalTime arrived = scene.configuration.zone.local(answer.longest->arrived);
    return scene.words.say(Text::ManagerLongest,
        { { "minutes", minutes_words(answer.longest->wait.count(), scene.words) },
            { "service", name_of(ServiceCode(answer.longest->service), scene.words, scene.configuration) },
            { "day", day_words(arrived.date, scene) }, { "time", clock_face(arrived.since_midnight) } });
}

// ---- What the parts of charts say ----

std::string seen_words(const SeenShare& share, const Words& words)
{
    return share.seen > 0 ? share_line(share.within, share.seen, words) : words.say(Text::ManagerNobody);
}

std::vector<std::vector<std::string>> trend_said(const SeenAnswer& answer, const Scene& scene)
{
    const Words& words = scene.words;
    std::vector<std::vector<std::string>> said(2);
    for (const SeenReport::Stretch& stretch : answer.report.trend) {
        const std::string title = stretch_title(answer.report.question.trend, stretch.days, words);
        said[0].push_back(area_words(title, seen_words(stretch.share, words), words));
        said[1].push_back(area_words(title,
            area_words(
                words.say(Text::ManagerTrendYearBefore), seen_words(stretch.year_before, words), words),
            words));
    }
    return said;
}

std::vector<std::vector<std::string>> hours_said(const SeenAnswer& answer, const Scene& scene)
{
    const HeatPlaces places = heat_places(answer.report);
    std::vector<std::vector<std::string>> said;
    for (const int weekday : places.weekdays) {
        std::vector<std::string>& row = said.emplace_back();
        for (const int hour : places.hours) {
            const SeenShare& cell = answer.report.by_hour.at(static_cast<std::size_t>(weekday - 1))
                                        .at(static_cast<std::size_t>(hour));
            row.push_back(area_words(
                hour_title(weekday, hour, scene.words), seen_words(cell, scene.words), scene.words));
        }
    }
    return said;
}

std::vector<std::string> waits_said(const chart::Chart& chart, const Scene& scene)
{
    std::vector<std::string> said;
    const auto& counts = std::get<chart::Histogram>(chart.body).counts;
    for (std::size_t minute = 0; minute < counts.size(); ++minute)
        said.push_back(
            area_words(wait_title(static_cast<int>(minute), minute + 1 == counts.size(), scene.words),
                number_words(counts[minute], scene.words), scene.words));
    return said;
}

ChartView trend_view(const SeenAnswer& answer, const Scene& scene)
{
    const chart::Chart chart = trend_chart(answer, scene);
    return { .title = chart.title,
        .note = scene.words.say(Text::ManagerSigns),
        .foot = {},
        .drawing = laid_out(chart, kTrend, scene),
        .nothing = {},
        .said = trend_said(answer, scene) };
}

ChartView hours_view(const SeenAnswer& answer, const Scene& scene)
{
    const chart::Chart chart = hours_chart(answer, scene);
    return { .title = chart.title,
        .note = scene.words.say(Text::ManagerPercentSeen),
        .foot = {},
        .drawing = laid_out(chart, kHours, scene),
        .nothing = {},
        .said = hours_said(answer, scene) };
}

ChartView waits_view(const SeenAnswer& answer, const Scene& scene)
{
    const chart::Chart chart = waits_chart(answer, scene);
    return { .title = chart.title,
        .note = scene.words.say(Text::ManagerMinutesPeople,
            { { "people", number_words(answer.report.total.seen, scene.words) } }),
        .foot = longest_words(answer, scene),
        .drawing = laid_out(chart, kWaits, scene),
        .nothing = {},
        .said = { waits_said(chart, scene) } };
}

TableRow row_of(const SeenFigures& figures, std::string letter, std::string name, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const auto share = figures.share();
    const bool seen = figures.seen > 0;
    return { .letter = std::move(letter),
        .name = std::move(name),
        .cells = { { number_words(figures.seen, scene.words) },
            { share ? percent_text(*share, scene.words) : "–", pace_of(share, goal) },
            { seen ? minutes_words(figures.median, scene.words) : "–" },
            { seen ? minutes_words(figures.p90, scene.words) : "–" },
            { number_words(figures.left, scene.words), std::nullopt, figures.left > 0 } },
        .opens = figures.visits > 0 };
}

TableView groups_table(const SeenAnswer& answer, By by, const Scene& scene)
{
    TableView table;
    table.title = by_title(by, scene.words);
    table.columns = { scene.words.say(Text::ManagerColumnSeen), scene.words.say(Text::ManagerColumnInTime),
        scene.words.say(Text::ManagerColumnMedian), scene.words.say(Text::ManagerColumnNine),
        scene.words.say(Text::ManagerColumnLeft) };
    for (const SeenReport::Group& group : groups_of(answer.report, by)) {
        const Service* service = by == By::Service
            ? scene.configuration.office.find(ServiceCode(answer.services.at(group.place)))
            : nullptr;
        table.rows.push_back(row_of(group.figures, service ? service->letter : "",
            group_name(answer, by, group.place, scene), scene));
    }
    table.sum = row_of(answer.report.total, "", scene.words.say(Text::ManagerAll), scene);
    table.nothing = scene.words.say(Text::ManagerNobody);
    return table;
}

} // namespace

std::string minutes_words(std::int64_t seconds, const Words& words)
{
    constexpr double kMinute = 60;
    return with_decimal_mark(fmt::format("{:.1f}", static_cast<double>(seconds) / kMinute), words);
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

std::string by_title(By by, const Words& words)
{
    constexpr std::array kTitles { Text::ManagerByService, Text::ManagerByDesk, Text::ManagerByHour,
        Text::ManagerByWeekday };
    static_assert(kTitles.size() == kByChoices);
    return words.say(kTitles.at(static_cast<std::size_t>(by)));
}

const std::vector<SeenReport::Group>& groups_of(const SeenReport& report, By by)
{
    switch (by) {
    case By::Desk:
        return report.desks;
    case By::Hour:
        return report.hours;
    case By::Weekday:
        return report.weekdays;
    case By::Service:
        break;
    }
    return report.services;
}

std::string group_name(const SeenAnswer& answer, By by, std::uint8_t place, const Scene& scene)
{
    switch (by) {
    case By::Desk:
        if (answer.desks.at(place).empty())
            return scene.words.say(Text::CliReportNoDesk);
        return name_of(DeskCode(answer.desks.at(place)), scene.words, scene.configuration);
    case By::Hour:
        return clock_face(std::chrono::hours { place });
    case By::Weekday:
        return weekday_short(place, scene.words);
    case By::Service:
        break;
    }
    return name_of(ServiceCode(answer.services.at(place)), scene.words, scene.configuration);
}

SeenView prepare_seen(const SeenAnswer& answer, By by, const Scene& scene, const std::string& beside)
{
    return { headline(answer, scene, beside), trend_view(answer, scene), hours_view(answer, scene),
        waits_view(answer, scene), groups_table(answer, by, scene) };
}

} // namespace nextplease::manager
