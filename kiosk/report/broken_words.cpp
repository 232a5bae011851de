#include "kiosk/report/broken_words.h"

#include "core/base/number_words.h"
#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "kiosk/report/figure_words.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

std::string over_words(Seconds over)
{
    if (over >= std::chrono::hours { 48 })
        return fmt::format("{} d", std::chrono::floor<std::chrono::days>(over).count());
    if (over >= std::chrono::hours { 2 })
        return fmt::format("{} h", std::chrono::floor<std::chrono::hours>(over).count());
    if (over >= Minutes { 2 })
        return fmt::format("{} min", std::chrono::floor<Minutes>(over).count());
    return fmt::format("{} s", over.count());
}

} // namespace

std::string broken_words(const StandardFigures& figures, const Words& words)
{
    std::vector<std::pair<std::int64_t, std::string>> days, hours;
    for (const auto& [day, count] : figures.broken_days)
        days.emplace_back(-count, short_date(day, words));
    for (std::size_t hour = 0; hour < figures.broken_hours.size(); ++hour) {
        if (figures.broken_hours.at(hour) > 0)
            hours.emplace_back(-figures.broken_hours.at(hour), fmt::format("{:02}:00", hour));
    }
    static constexpr std::size_t kShown = 3;
    const auto first = [](std::vector<std::pair<std::int64_t, std::string>>& all) {
        std::stable_sort(
            all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::string text;
        for (std::size_t i = 0; i < std::min(kShown, all.size()); ++i)
            text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", all[i].second, -all[i].first);
        return text;
    };
    return words.say(Text::CliStandardBroken, { { "days", first(days) }, { "hours", first(hours) } });
}

std::string worst_words(const BrokenPromise& broken, const Configuration& configuration, const Words& words)
{
    const auto wall = [&](Instant at) {
        const LocalTime local = configuration.zone.local(at);
        return fmt::format("{} {}, {}", short_date(local.date, words), static_cast<int>(local.date.year()),
            clock_face(local.since_midnight));
    };
    std::string text = broken.reference.empty() ? channel_words(broken.channel, words) : broken.reference;
    if (!broken.service.empty())
        text += ", " + name_of(broken.service, words, configuration);
    text += ", " + wall(broken.started);
    if (broken.due)
        text += ", " + words.say(Text::CliStandardDue, { { "due", wall(*broken.due) } });
    text += ", "
        + (broken.stopped ? words.say(Text::CliStandardStopped, { { "stopped", wall(*broken.stopped) } })
                          : words.say(Text::CliStandardNever));
    return broken.over > Seconds { 0 } && !broken.lost ? text + ", +" + over_words(broken.over) : text;
}

std::string call_words(const PhoneFigures& calls, const Standard& standard, const Words& words)
{
    const auto percent = [&](const std::optional<double>& share) {
        return share ? percent_text(*share, words) + " %" : std::string("–");
    };
    std::string text = words.say(Text::CliStandardCalls,
        { { "id", standard.id }, { "offered", number_words(calls.offered, words) },
            { "answered", number_words(calls.answered, words) },
            { "answer_rate", percent(calls.answer_rate()) },
            { "abandoned", number_words(calls.abandoned, words) },
            { "abandoned_rate", percent(calls.abandoned_rate()) },
            { "in_time", number_words(calls.in_time, words) },
            { "of_answered", percent(calls.in_time_of_answered()) },
            { "of_offered", percent(calls.in_time_of_offered()) } });
    if (calls.at_once > 0)
        text += " "
            + words.say(Text::CliStandardCallsAtOnce,
                { { "at_once", number_words(calls.at_once, words) },
                    { "seconds", static_cast<long>(standard.lost_grace.count()) },
                    { "in_time", percent(calls.in_time_without_at_once()) },
                    { "abandoned", percent(calls.abandoned_rate_without_at_once()) } });
    return text;
}

std::vector<std::pair<std::string, std::string>> broken_lines(
    const StandardReport& report, const Configuration& configuration, const Words& words)
{
    std::vector<std::pair<std::string, std::string>> lines;
    for (const StandardAnswer& answer : report.answers) {
        if (answer.total.worst.empty())
            continue;
        lines.emplace_back(answer.standard.id, broken_words(answer.total, words));
        for (const BrokenPromise& one : answer.total.worst)
            lines.emplace_back(answer.standard.id, worst_words(one, configuration, words));
    }
    return lines;
}

} // namespace nextplease::report
