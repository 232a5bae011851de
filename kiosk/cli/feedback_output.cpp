#include "kiosk/cli/feedback_output.h"

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

Row csv_row(const std::string& key, const std::string& name, const Satisfaction& f)
{
    Row row { key, name, std::to_string(f.visits), std::to_string(f.satisfied),
        f.share() ? fmt::format("{:.6f}", *f.share()) : "" };
    for (const std::int64_t count : f.by_score)
        row.push_back(std::to_string(count));
    row.push_back(std::to_string(f.others));
    for (const std::int64_t count : f.others_by_score)
        row.push_back(std::to_string(count));
    return row;
}

Row csv_heads(FeedbackGrouping by)
{
    Row row { by == FeedbackGrouping::None ? "group" : std::string(word(by)), "name", "visits", "satisfied",
        "share_satisfied" };
    for (const char* who : { "", "others_" }) {
        if (*who)
            row.emplace_back("others");
        for (int score = kLowestScore; score <= kHighestScore; ++score)
            row.push_back(fmt::format("{}score_{}", who, score));
    }
    return row;
}

Row table_row(const std::string& name, const Satisfaction& f)
{
    Row row { name, std::to_string(f.visits), share_words(f.share(), f.visits) };
    for (const std::int64_t count : f.by_score)
        row.push_back(std::to_string(count));
    row.push_back(std::to_string(f.others));
    return row;
}

} // namespace

std::string feedback_group_name(const FeedbackGroup& group, const FeedbackReport& report,
    const Configuration& configuration, const Words& words)
{
    if (report.question.by != FeedbackGrouping::Directorate)
        return report::feedback_group_name(group, report, configuration, words);
    const Directorate* directorate = configuration.office.find(DirectorateCode(group.key));
    if (directorate)
        return directorate->name;
    return group.key.empty() ? words.say(Text::CliStandardNoGroup) : group.key;
}

std::string feedback_table(
    const FeedbackReport& report, const Configuration& configuration, const Words& words)
{
    std::vector<Row> rows { { "", "visits", "satisfied", "1", "2", "3", "4", "5", "others" } };
    for (const FeedbackGroup& group : report.groups)
        rows.push_back(table_row(feedback_group_name(group, report, configuration, words), group.figures));
    rows.push_back(table_row(words.say(Text::CliReportTotal), report.total.figures));
    std::string text = words.say(Text::CliFeedbackTitle) + ": "
        + words.say(Text::CliReportPeriod,
            { { "from",
                  report.question.from ? date(report.question.from) : words.say(Text::CliFeedbackFirst) },
                { "to",
                    report.question.to ? date(report.question.to) : words.say(Text::CliReportLastVisit) } })
        + "\n\n" + aligned(rows) + '\n';
    for (const auto& [key, sentence] : feedback_definitions(report, words))
        text += fmt::format("{}: {}\n", key, sentence);
    return text;
}

std::string feedback_csv(const FeedbackReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliFeedbackTitle),
        date(report.question.from), date(report.question.to));
    for (const auto& [key, sentence] : feedback_definitions(report, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    text += csv_line(csv_heads(report.question.by));
    for (const FeedbackGroup& group : report.groups)
        text += csv_line(
            csv_row(group.key, feedback_group_name(group, report, configuration, words), group.figures));
    return text + csv_line(csv_row("total", words.say(Text::CliReportTotal), report.total.figures));
}

} // namespace nextplease::cli
