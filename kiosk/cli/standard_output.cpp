#include "kiosk/cli/standard_output.h"

#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/text_table.h"
#include "kiosk/cli/typed_text.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : std::string();
}

std::string goal_cell(const Standard& standard)
{
    return standard.goal_percent ? fmt::format("{:g}", *standard.goal_percent) : "";
}

Row table_row(
    const std::string& name, const Standard& standard, const StandardFigures& figures, const Words& words)
{
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    const auto share = figures.share();
    return { name, number(figures.count), number(figures.within), number(figures.late), number(figures.lost),
        share ? fmt::format("{:.1f} % of {}", *share * 100, figures.decided()) : "–",
        standard.goal_percent ? goal_cell(standard) + " %" : "–",
        verdict_words(figures.verdict(standard.goal_percent), words), number(figures.open),
        number(figures.open_late), number(figures.told), number(figures.left_out) };
}

// The days and hours that broke it, most first.
std::string most_broken(const StandardFigures& figures, const Words& words)
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

std::string worst_words(const BrokenPromise& broken, const Configuration& configuration, const Words& words)
{
    const auto wall = [&](Instant at) { return to_iso(configuration.zone.local(at)); };
    std::string text = broken.reference.empty() ? channel_words(broken.channel, words) : broken.reference;
    if (!broken.service.empty())
        text += ", " + name_of(broken.service, words, configuration);
    text += ", " + wall(broken.started);
    if (broken.due)
        text += ", " + words.say(Text::CliStandardDue, { { "due", wall(*broken.due) } });
    text += ", "
        + (broken.stopped ? words.say(Text::CliStandardStopped, { { "stopped", wall(*broken.stopped) } })
                          : words.say(Text::CliStandardNever));
    return broken.over > Seconds { 0 } ? text + ", +" + over_words(broken.over) : text;
}

// As kiosk.conf writes them, the same in every language.
std::string channel_codes(const Standard& standard)
{
    std::string text;
    for (const StandardChannel channel : standard.channels)
        text += (text.empty() ? "" : ", ") + std::string(word(channel));
    return text;
}

std::string limit_code(const Standard& standard)
{
    return limit_words(standard, words(Language("en")));
}

Row csv_row(const StandardAnswer& answer, const std::string& title, const std::string& key,
    const std::string& name, const StandardFigures& figures)
{
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    const auto share = figures.share();
    return { answer.standard.id, title, channel_codes(answer.standard), limit_code(answer.standard),
        goal_cell(answer.standard), key, name, number(figures.count), number(figures.within),
        number(figures.extended), number(figures.late), number(figures.lost), number(figures.open),
        number(figures.open_late), number(figures.told), number(figures.left_out), number(figures.decided()),
        share ? fmt::format("{:.6f}", *share) : "",
        std::string(word(figures.verdict(answer.standard.goal_percent))) };
}

// Telephones, by every denominator that is in use.
std::string call_words(const PhoneFigures& calls, const Standard& standard, const Words& words)
{
    const auto percent = [](const std::optional<double>& share) {
        return share ? fmt::format("{:.1f} %", *share * 100) : std::string("–");
    };
    std::string text = words.say(Text::CliStandardCalls,
        { { "id", standard.id }, { "offered", static_cast<long>(calls.offered) },
            { "answered", static_cast<long>(calls.answered) },
            { "answer_rate", percent(calls.answer_rate()) },
            { "abandoned", static_cast<long>(calls.abandoned) },
            { "abandoned_rate", percent(calls.abandoned_rate()) },
            { "in_time", static_cast<long>(calls.in_time) },
            { "of_answered", percent(calls.in_time_of_answered()) },
            { "of_offered", percent(calls.in_time_of_offered()) } });
    if (calls.at_once > 0)
        text += " "
            + words.say(Text::CliStandardCallsAtOnce,
                { { "at_once", static_cast<long>(calls.at_once) },
                    { "seconds", static_cast<long>(standard.lost_grace.count()) },
                    { "in_time", percent(calls.in_time_without_at_once()) },
                    { "abandoned", percent(calls.abandoned_rate_without_at_once()) } });
    return text + '\n';
}

} // namespace

std::string coloured(std::string text, const Words& words)
{
    constexpr std::string_view kGreen = "32";
    constexpr std::string_view kRed = "1;31";
    for (const auto& [verdict, colour] :
        { std::pair(Verdict::NotMet, kRed), std::pair(Verdict::Met, kGreen) }) {
        const std::string plain = verdict_words(verdict, words);
        const std::string painted = fmt::format("\033[{}m{}\033[0m", colour, plain);
        for (std::size_t at = text.find(plain); at != std::string::npos;
             at = text.find(plain, at + painted.size()))
            text.replace(at, plain.size(), painted);
    }
    return text;
}

std::string standard_table(
    const StandardReport& report, const Configuration& configuration, const Words& words, Colours colours)
{
    std::vector<Row> rows { { "", "count", "within", "late", "lost", "share", "goal", "verdict", "open",
        "open late", "told", "left out" } };
    std::string broken;
    for (const StandardAnswer& answer : report.answers) {
        rows.push_back(table_row(answer.standard.id + "  "
                + title_in(answer.standard.title, words.language(), configuration).second,
            answer.standard, answer.total, words));
        for (const StandardGroup& group : answer.groups)
            rows.push_back(
                table_row("    " + standard_group_name(group.key, report.question.by, configuration, words),
                    answer.standard, group.figures, words));
        if (answer.total.worst.empty())
            continue;
        broken += fmt::format("{} ({}): {}\n", answer.standard.id, limit_words(answer.standard, words),
            most_broken(answer.total, words));
        for (const BrokenPromise& one : answer.total.worst)
            broken += "    " + worst_words(one, configuration, words) + '\n';
    }
    std::string text = words.say(Text::CliStandardTitle) + ": "
        + words.say(Text::CliReportPeriod,
            { { "from",
                  report.question.from ? date(report.question.from) : words.say(Text::CliFeedbackFirst) },
                { "to",
                    report.question.to ? date(report.question.to) : words.say(Text::CliReportLastVisit) } })
        + "\n\n";
    if (report.answers.empty())
        return text + words.say(Text::CliStandardNone) + '\n';
    text += aligned(rows, LastRow::OneOfThem) + '\n';
    for (const StandardAnswer& answer : report.answers) {
        if (answer.calls.offered > 0)
            text += call_words(answer.calls, answer.standard, words) + '\n';
    }
    if (!broken.empty())
        text += words.say(Text::CliStandardWorst) + ":\n" + broken + '\n';
    for (const auto& [key, sentence] : standard_definitions(report, words))
        text += fmt::format("{}: {}\n", key, sentence);
    return colours == Colours::Yes ? coloured(without_controls(text), words) : without_controls(text);
}

std::string standard_csv(const StandardReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliStandardTitle),
        date(report.question.from), date(report.question.to));
    for (const auto& [key, sentence] : standard_definitions(report, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    text += csv_line({ "standard", "title", "channels", "limit", "goal_percent", "group", "name", "count",
        "within", "within_extended", "late", "lost", "open", "open_late", "late_told", "left_out", "decided",
        "share_within", "verdict" });
    for (const StandardAnswer& answer : report.answers) {
        const std::string& title = title_in(answer.standard.title, words.language(), configuration).second;
        for (const StandardGroup& group : answer.groups)
            text += csv_line(csv_row(answer, title, group.key,
                standard_group_name(group.key, report.question.by, configuration, words), group.figures));
        text += csv_line(csv_row(answer, title, "total", words.say(Text::CliReportTotal), answer.total));
    }
    return text;
}

} // namespace nextplease::cli
