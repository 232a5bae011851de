#include "kiosk/report/chart_parts.h"

#include "core/base/percent.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

constexpr double kNear = 5; // points off the goal
constexpr std::size_t kMostRows = 24; // of level bars; more are narrow upright ones

double percent_of(const Share& share)
{
    return 100.0 * static_cast<double>(share.part) / static_cast<double>(share.whole);
}

std::optional<chart::Target> target(const std::optional<double>& goal, const Words& words)
{
    if (!goal)
        return std::nullopt;
    return chart::Target { *goal, words.say(Text::CliDocumentGoal, { { "goal", goal_text(*goal, words) } }) };
}

std::string scale_words(const Words& words)
{
    return words.say(Text::CliDocumentScale, { { "value", "{}" } });
}

// Who was best and who was worst, in a sentence.
std::string share_description(
    const std::string& title, const std::vector<NamedShare>& shares, const Words& words)
{
    const auto less = [](const NamedShare& a, const NamedShare& b) {
        return percent_of(a.share) < percent_of(b.share);
    };
    std::vector<NamedShare> said;
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(said),
        [](const NamedShare& one) { return one.share.whole > 0; });
    if (said.empty())
        return words.say(Text::CliDocumentNothing);
    const auto [lowest, highest] = std::minmax_element(said.begin(), said.end(), less);
    return words.say(Text::CliDocumentRange,
        { { "title", title }, { "low", percent_words(lowest->share, words) }, { "low_name", lowest->name },
            { "high", percent_words(highest->share, words) }, { "high_name", highest->name } });
}

} // namespace

chart::Mark mark_of(double percent, const std::optional<double>& goal, Goal direction)
{
    if (!goal)
        return chart::Mark::Plain;
    const double short_of = direction == Goal::AtLeast ? *goal - percent : percent - *goal;
    if (short_of <= 0)
        return chart::Mark::Met;
    return short_of <= kNear ? chart::Mark::Near : chart::Mark::Missed;
}

chart::Value share_value(
    const Share& share, const Words& words, const std::optional<double>& goal, Goal direction)
{
    if (share.whole == 0)
        return {};
    const double percent = percent_of(share);
    return { .at = percent,
        .label = percent_text(static_cast<double>(share.part) / static_cast<double>(share.whole), words),
        .mark = mark_of(percent, goal, direction) };
}

chart::Value count_value(std::int64_t count, const Words& words)
{
    return { .at = static_cast<double>(count), .label = number_words(count, words) };
}

chart::Chart empty_chart(const std::string& title, const std::string& unit, const Words& words)
{
    return { .title = title,
        .description = title,
        .unit = unit,
        .nothing = words.say(Text::CliDocumentNothing),
        .language = words.language() };
}

chart::Chart share_chart(const std::string& title, const std::string& unit,
    const std::vector<NamedShare>& shares, const std::optional<double>& goal, Shape shape, const Words& words)
{
    chart::Chart chart = empty_chart(title, unit, words);
    chart.description = share_description(title, shares, words);
    chart::Series series;
    std::vector<std::string> names;
    for (const NamedShare& one : shares) {
        names.push_back(one.name);
        series.values.push_back(share_value(one.share, words, goal));
    }
    if (shape == Shape::Line) {
        chart::Lines lines;
        lines.categories = std::move(names);
        lines.series.push_back(std::move(series));
        lines.target = target(goal, words);
        lines.begins_at = scale_words(words);
        chart.body = std::move(lines);
    } else {
        chart::Bars bars;
        bars.direction =
            names.size() > kMostRows ? chart::Bars::Direction::Upright : chart::Bars::Direction::Level;
        bars.categories = std::move(names);
        bars.series.push_back(std::move(series));
        bars.target = target(goal, words);
        bars.unit = chart::Unit::Percent;
        chart.body = std::move(bars);
    }
    return chart;
}

chart::Chart count_chart(const std::string& title, const std::string& unit,
    const std::vector<std::string>& parts, const std::vector<NamedCounts>& counts, const Words& words)
{
    chart::Chart chart = empty_chart(title, unit, words);
    chart::Bars bars;
    bars.direction = chart::Bars::Direction::Level;
    bars.arrangement =
        parts.size() > 1 ? chart::Bars::Arrangement::Stacked : chart::Bars::Arrangement::Beside;
    std::int64_t sum = 0;
    for (const NamedCounts& one : counts)
        bars.categories.push_back(one.name);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        chart::Series series { parts[part], {} };
        for (const NamedCounts& one : counts) {
            sum += one.counts.at(part);
            series.values.push_back(count_value(one.counts.at(part), words));
        }
        bars.series.push_back(std::move(series));
    }
    if (sum > 0)
        chart.body = std::move(bars);
    return chart;
}

} // namespace nextplease::report
