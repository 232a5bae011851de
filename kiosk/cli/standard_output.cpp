#include "kiosk/cli/standard_output.h"

#include "core/base/percent.h"
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
        share ? fmt::format("{} % of {}", percent_text(*share), figures.decided()) : "–",
        standard.goal_percent ? goal_cell(standard) + " %" : "–",
        verdict_words(figures.verdict(standard.goal_percent), words), number(figures.open),
        number(figures.open_late), number(figures.told), number(figures.left_out) };
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
            broken_words(answer.total, words));
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
            text += call_words(answer.calls, answer.standard, words) + "\n\n";
    }
    if (!broken.empty())
        text += words.say(Text::CliStandardWorst) + ":\n" + broken + '\n';
    for (const auto& [key, sentence] : standard_definitions(report, configuration, words))
        text += fmt::format("{}: {}\n", key, sentence);
    return colours == Colours::Yes ? coloured(without_controls(text), words) : without_controls(text);
}

std::string standard_csv(const StandardReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliStandardTitle),
        date(report.question.from), date(report.question.to));
    for (const auto& [key, sentence] : standard_definitions(report, configuration, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    for (const auto& [promise, sentence] : broken_lines(report, configuration, words))
        text += fmt::format("# {}: {}\n", promise, sentence);
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
