#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/indicator_output.h"
#include "kiosk/cli/text_table.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : std::string();
}

Row table_row(const std::string& name, const ContactFigures& figures)
{
    // How many were coded at all stands beside the share, which is of them (NI 14).
    const auto coded = figures.contacts == 0
        ? std::nullopt
        : std::optional(static_cast<double>(figures.coded) / static_cast<double>(figures.contacts));
    Row row { name, std::to_string(figures.contacts),
        share_words(figures.share_resolved(), figures.resolvable), share_words(coded, figures.contacts),
        share_words(figures.share_avoidable(), figures.coded) };
    for (const std::int64_t count : figures.by_type)
        row.push_back(std::to_string(count));
    row.push_back(std::to_string(figures.set_aside));
    return row;
}

Row csv_row(const std::string& key, const std::string& name, const ContactFigures& figures)
{
    const auto share = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.6f}", *value) : std::string();
    };
    Row row { key, name, std::to_string(figures.contacts), std::to_string(figures.resolvable),
        std::to_string(figures.resolved), share(figures.share_resolved()), std::to_string(figures.coded),
        std::to_string(figures.avoidable), share(figures.share_avoidable()) };
    for (const std::int64_t count : figures.by_type)
        row.push_back(std::to_string(count));
    row.push_back(std::to_string(figures.set_aside));
    std::string reasons;
    for (const auto& [reason, count] : figures.reasons)
        reasons += fmt::format("{}{} ({})", reasons.empty() ? "" : "; ", reason, count);
    row.push_back(reasons);
    return row;
}

// The reasons of a group, most often first.
std::string reason_lines(const std::string& name, const ContactFigures& figures)
{
    std::vector<std::pair<std::string, std::int64_t>> reasons(figures.reasons.begin(), figures.reasons.end());
    std::stable_sort(
        reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    constexpr std::size_t kShown = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(kShown, reasons.size()); ++i)
        text += fmt::format("    {} ({})\n", reasons[i].first, reasons[i].second);
    return text.empty() ? text : name + '\n' + text;
}

} // namespace

std::string contact_table(const ContactReport& report, const Configuration& configuration, const Words& words)
{
    std::vector<Row> rows { { "", "contacts", "resolved", "coded", "avoidable", "clarification",
        "signposting", "repeat", "unfinished", "chasing", "set aside" } };
    std::string reasons;
    for (const ContactGroup& group : report.groups) {
        const std::string name = contact_group_name(group.key, report.question.by, configuration, words);
        rows.push_back(table_row(name, group.figures));
        reasons += reason_lines(name, group.figures);
    }
    const std::string total = words.say(Text::CliReportTotal);
    rows.push_back(table_row(total, report.total));
    reasons += reason_lines(total, report.total);
    std::string text = words.say(Text::CliContactsTitle) + ": "
        + words.say(Text::CliReportPeriod,
            { { "from",
                  report.question.from ? date(report.question.from) : words.say(Text::CliFeedbackFirst) },
                { "to",
                    report.question.to ? date(report.question.to) : words.say(Text::CliReportLastVisit) } })
        + "\n\n" + aligned(rows) + '\n';
    if (!reasons.empty())
        text += words.say(Text::CliContactsReasons) + ":\n" + reasons + '\n';
    for (const auto& [key, sentence] : contact_definitions(report, words))
        text += fmt::format("{}: {}\n", key, sentence);
    return text;
}

std::string contact_csv(const ContactReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliContactsTitle),
        date(report.question.from), date(report.question.to));
    for (const auto& [key, sentence] : contact_definitions(report, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    Row heads { report.question.by == ContactGrouping::None ? "group" : std::string(word(report.question.by)),
        "name", "contacts", "resolved_said", "resolved", "share_resolved", "coded", "avoidable",
        "share_avoidable" };
    for (const AvoidableContact type : kAvoidableContacts)
        heads.push_back("avoidable_" + std::string(word(type)));
    heads.insert(heads.end(), { "set_aside", "reasons" });
    text += csv_line(heads);
    for (const ContactGroup& group : report.groups)
        text += csv_line(csv_row(group.key,
            contact_group_name(group.key, report.question.by, configuration, words), group.figures));
    return text + csv_line(csv_row("total", words.say(Text::CliReportTotal), report.total));
}

} // namespace nextplease::cli
