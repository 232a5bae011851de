#include "kiosk/cli/result_output.h"

#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/text_table.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : std::string();
}

std::string share(const std::optional<double>& value)
{
    return value ? fmt::format("{:.6f}", *value) : "";
}

Row csv_row(const std::string& key, const std::string& name, const ResultGroup& group)
{
    const ResultFigures& results = group.results;
    Row row { key, name, std::to_string(results.said), std::to_string(results.resolved),
        share(results.share_resolved()), std::to_string(results.avoidable),
        share(results.share_avoidable()) };
    for (const std::int64_t count : results.by_type)
        row.push_back(std::to_string(count));
    row.push_back(std::to_string(group.apologies.late));
    row.push_back(std::to_string(group.apologies.told));
    row.push_back(share(group.apologies.share()));
    return row;
}

Row csv_heads(ResultGrouping by)
{
    Row row { by == ResultGrouping::None ? "group" : std::string(word(by)), "name", "results", "resolved",
        "share_resolved", "avoidable", "share_avoidable" };
    for (const AvoidableContact type : kAvoidableContacts)
        row.push_back("avoidable_" + std::string(word(type)));
    row.insert(row.end(), { "late", "late_apologised", "share_late_apologised" });
    return row;
}

Row table_row(const std::string& name, const ResultGroup& group)
{
    const ResultFigures& results = group.results;
    Row row { name, std::to_string(results.said), share_words(results.share_resolved(), results.said),
        share_words(results.share_avoidable(), results.said) };
    for (const std::int64_t count : results.by_type)
        row.push_back(std::to_string(count));
    row.push_back(std::to_string(group.apologies.late));
    row.push_back(share_words(group.apologies.share(), group.apologies.late));
    return row;
}

} // namespace

std::string result_table(const ResultReport& report, const Configuration& configuration, const Words& words)
{
    std::vector<Row> rows { { "", "results", "resolved", "avoidable", "clarification", "signposting",
        "repeat", "unfinished", "chasing", "late", "apologised" } };
    for (const ResultGroup& group : report.groups)
        rows.push_back(table_row(result_group_name(group, report, configuration, words), group));
    rows.push_back(table_row(words.say(Text::CliReportTotal), report.total));
    std::string text = words.say(Text::CliOutcomeTitle) + ": "
        + words.say(Text::CliReportPeriod,
            { { "from",
                  report.question.from ? date(report.question.from) : words.say(Text::CliFeedbackFirst) },
                { "to",
                    report.question.to ? date(report.question.to) : words.say(Text::CliReportLastVisit) } })
        + "\n\n" + aligned(rows) + '\n';
    for (const auto& [key, sentence] : result_definitions(report, words))
        text += fmt::format("{}: {}\n", key, sentence);
    return text;
}

std::string result_csv(const ResultReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliOutcomeTitle),
        date(report.question.from), date(report.question.to));
    for (const auto& [key, sentence] : result_definitions(report, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    text += csv_line(csv_heads(report.question.by));
    for (const ResultGroup& group : report.groups)
        text += csv_line(csv_row(group.key, result_group_name(group, report, configuration, words), group));
    return text + csv_line(csv_row("total", words.say(Text::CliReportTotal), report.total));
}

} // namespace nextplease::cli
