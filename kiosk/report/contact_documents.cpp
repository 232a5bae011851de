// Documents of what visitors and callers came for and thought of it: contacts, results, feedback; and of how
// good the told waits were.
#include "kiosk/report/chart_parts.h"
#include "kiosk/report/column_words.h"
#include "kiosk/report/documents.h"
#include "kiosk/report/figure_words.h"

#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace nextplease::report {
namespace {

std::vector<std::string> avoidable_keys()
{
    std::vector<std::string> keys;
    for (const AvoidableContact type : kAvoidableContacts)
        keys.push_back("avoidable_" + std::string(word(type)));
    return keys;
}

std::vector<std::string> avoidable_words(const Words& words)
{
    std::vector<std::string> names;
    for (const std::string& key : avoidable_keys())
        names.push_back(term_words(key, words));
    return names;
}

template <class Counts>
void append(std::vector<Cell>& row, const Counts& counts)
{
    for (const std::int64_t count : counts)
        row.emplace_back(count);
}

template <class Counts>
std::vector<std::int64_t> listed(const Counts& counts)
{
    return { counts.begin(), counts.end() };
}

// The head of the first column: what the rows are.
Column first_column(std::string_view by, const Words& words)
{
    if (by.empty())
        return { "group", words.say(Text::CliReportTotal) };
    return { std::string(by), grouping_words(by, words) };
}

chart::Chart avoidable_chart(const std::vector<NamedCounts>& counts, const Words& words)
{
    return count_chart(words.say(Text::CliDocumentChartAvoidable), words.say(Text::CliDocumentUnitContacts),
        avoidable_words(words), counts, words);
}

// Why contacts were avoidable, most often first: in all, and in each group, as many of the last ones as a
// page has room for.
Table reason_table(const ContactReport& report, const Making& making)
{
    constexpr std::size_t kMostGroups = 12;
    const Words& words = making.words;
    const ContactFigures& figures = report.total;
    std::vector<std::pair<std::string, std::int64_t>> reasons(figures.reasons.begin(), figures.reasons.end());
    std::stable_sort(
        reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const std::size_t first = report.groups.size() - std::min(report.groups.size(), kMostGroups);
    const std::span shown = std::span(report.groups).subspan(first);
    Table table { .caption = words.say(Text::CliDocumentTableReasons),
        .columns = { { "reason", words.say(Text::CliDocumentReason) }, column("contacts", words) },
        .rows = {} };
    for (const ContactGroup& group : shown)
        table.columns.push_back({ group.key,
            period_name(
                contact_group_name(group.key, report.question.by, making.configuration, words), making) });
    for (const auto& [reason, count] : reasons) {
        std::vector<Cell>& row = table.rows.emplace_back(std::vector<Cell> { reason, count });
        for (const ContactGroup& group : shown) {
            const auto here = group.figures.reasons.find(reason);
            row.emplace_back(here == group.figures.reasons.end() ? std::int64_t { 0 } : here->second);
        }
    }
    return table;
}

std::vector<Cell> contact_row(const std::string& name, const ContactFigures& f)
{
    std::vector<Cell> row { name, f.contacts, Share { f.resolved, f.resolvable },
        Share { f.avoidable, f.coded }, Share { f.coded, f.contacts } };
    append(row, f.by_type);
    row.emplace_back(f.set_aside);
    return row;
}

std::vector<Cell> result_row(const std::string& name, const ResultGroup& group)
{
    const ResultFigures& f = group.results;
    std::vector<Cell> row { name, f.said, Share { f.resolved, f.said }, Share { f.avoidable, f.said } };
    append(row, f.by_type);
    row.emplace_back(group.apologies.late);
    row.emplace_back(Share { group.apologies.told, group.apologies.late });
    return row;
}

std::vector<Cell> feedback_row(const std::string& name, const Satisfaction& f)
{
    std::vector<Cell> row { name, f.visits, Share { f.satisfied, f.visits } };
    append(row, f.by_score);
    row.emplace_back(f.others);
    return row;
}

std::vector<std::string> score_words(const Words& words)
{
    std::vector<std::string> names;
    for (int score = kLowestScore; score <= kHighestScore; ++score)
        names.push_back(words.say(Text::CliColumnScore, { { "score", static_cast<long>(score) } }));
    return names;
}

Cell seconds_cell(const std::optional<double>& seconds)
{
    return seconds ? Cell(Duration { *seconds }) : Cell();
}

Cell figure_cell(const std::optional<double>& value)
{
    return value ? Cell(Figure { *value, 3 }) : Cell();
}

// A share that is kept as a fraction of a count.
Cell share_cell(const std::optional<double>& share, std::int64_t of)
{
    return share ? Cell(Share { static_cast<std::int64_t>(*share * static_cast<double>(of) + 0.5), of })
                 : Cell();
}

std::vector<Cell> estimate_row(const std::string& name, const EstimateScores& scores)
{
    std::vector<Cell> row { name, scores.count(), seconds_cell(scores.mean_wait()),
        seconds_cell(scores.mean_error()), scores.bias() ? Cell(Figure { *scores.bias(), 1 }) : Cell(),
        share_cell(scores.within_p90(), scores.count()), share_cell(scores.within_range(), scores.count()) };
    for (const Rival rival : kRivals)
        row.push_back(figure_cell(scores.ratio_to(rival)));
    return row;
}

chart::Chart error_chart(const EstimateReport& report, const Making& making)
{
    const Words& words = making.words;
    chart::Chart chart =
        empty_chart(words.say(Text::CliDocumentChartErrors), words.say(Text::CliDocumentUnitError), words);
    chart::Bars bars;
    bars.direction = chart::Bars::Direction::Level;
    chart::Series series;
    const auto add = [&](const std::string& name, const std::optional<double>& error) {
        bars.categories.push_back(name);
        series.values.push_back(
            error ? chart::Value { .at = *error, .label = fmt::format("{:.0f}", *error) } : chart::Value {});
    };
    for (const EstimateGroup& group : report.groups)
        add(period_name(estimate_group_name(group, report, making.configuration, words), making),
            group.scores.mean_error());
    add(words.say(Text::CliReportTotal), report.total.scores.mean_error());
    bars.series.push_back(std::move(series));
    chart.body = std::move(bars);
    return chart;
}

} // namespace

Document document_of(const ContactReport& report, const Making& making)
{
    const Words& words = making.words;
    const ContactGrouping by = report.question.by;
    const std::string title = words.say(Text::CliContactsTitle);
    Document document =
        begin_document(making, "contacts", title, { report.question.from, report.question.to });
    add_grouping(document, word(by), words);
    Table table { .caption = words.say(Text::CliDocumentTableContacts),
        .columns = { first_column(word(by), words), column("contacts", words),
            column("share_resolved", words), column("share_avoidable", words), column("share_coded", words) },
        .rows = {},
        .last = Table::LastRow::Total };
    for (const std::string& key : avoidable_keys())
        table.columns.push_back(column(key, words));
    table.columns.push_back(column("set_aside", words));
    std::vector<NamedCounts> counts;
    for (const ContactGroup& group : report.groups) {
        const std::string name =
            period_name(contact_group_name(group.key, by, making.configuration, words), making);
        table.rows.push_back(contact_row(name, group.figures));
        counts.push_back({ name, listed(group.figures.by_type) });
    }
    const std::string total = words.say(Text::CliReportTotal);
    table.rows.push_back(contact_row(total, report.total));
    if (counts.empty())
        counts.push_back({ total, listed(report.total.by_type) });
    Section section { title, {} };
    section.parts.emplace_back(avoidable_chart(counts, words));
    section.parts.emplace_back(std::move(table));
    if (!report.total.reasons.empty())
        section.parts.emplace_back(reason_table(report, making));
    document.sections.push_back(std::move(section));
    add_definitions(document, contact_definitions(report, words), words);
    return document;
}

Document document_of(const ResultReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliOutcomeTitle);
    Document document =
        begin_document(making, "outcomes", title, { report.question.from, report.question.to });
    add_grouping(document, word(report.question.by), words);
    Table table { .caption = words.say(Text::CliDocumentTableResults),
        .columns = { first_column(word(report.question.by), words), column("results", words),
            column("share_resolved", words), column("share_avoidable", words) },
        .rows = {},
        .last = Table::LastRow::Total };
    for (const std::string& key : avoidable_keys())
        table.columns.push_back(column(key, words));
    table.columns.push_back(column("late_visits", words));
    table.columns.push_back(column("share_late_apologised", words));
    std::vector<NamedCounts> counts;
    for (const ResultGroup& group : report.groups) {
        const std::string name =
            period_name(result_group_name(group, report, making.configuration, words), making);
        table.rows.push_back(result_row(name, group));
        counts.push_back({ name, listed(group.results.by_type) });
    }
    const std::string total = words.say(Text::CliReportTotal);
    table.rows.push_back(result_row(total, report.total));
    if (counts.empty())
        counts.push_back({ total, listed(report.total.results.by_type) });
    Section section { title, {} };
    section.parts.emplace_back(avoidable_chart(counts, words));
    section.parts.emplace_back(std::move(table));
    document.sections.push_back(std::move(section));
    add_definitions(document, result_definitions(report, words), words);
    return document;
}

Document document_of(const FeedbackReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliFeedbackTitle);
    Document document =
        begin_document(making, "feedback", title, { report.question.from, report.question.to });
    add_grouping(document, word(report.question.by), words);
    Table table { .caption = words.say(Text::CliDocumentTableFeedback),
        .columns = { first_column(word(report.question.by), words), column("visits", words),
            column("share_satisfied", words) },
        .rows = {},
        .last = Table::LastRow::Total };
    int score = kLowestScore;
    for (const std::string& name : score_words(words))
        table.columns.push_back({ fmt::format("score_{}", score++), name });
    table.columns.push_back(column("others", words));
    std::vector<NamedCounts> counts;
    for (const FeedbackGroup& group : report.groups) {
        const std::string name =
            period_name(feedback_group_name(group, report, making.configuration, words), making);
        table.rows.push_back(feedback_row(name, group.figures));
        counts.push_back({ name, listed(group.figures.by_score) });
    }
    const std::string total = words.say(Text::CliReportTotal);
    table.rows.push_back(feedback_row(total, report.total.figures));
    if (counts.empty())
        counts.push_back({ total, listed(report.total.figures.by_score) });
    Section section { title, {} };
    section.parts.emplace_back(count_chart(words.say(Text::CliDocumentChartScores),
        words.say(Text::CliDocumentUnitAnswers), score_words(words), counts, words));
    section.parts.emplace_back(std::move(table));
    document.sections.push_back(std::move(section));
    add_definitions(document, feedback_definitions(report, words), words);
    return document;
}

Document document_of(const EstimateReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliEstimateTitle);
    Document document =
        begin_document(making, "estimates", title, { report.question.from, report.question.to });
    add_grouping(document, word(report.question.by), words);
    Table table { .caption = words.say(Text::CliDocumentTableEstimates),
        .columns = columns(
            { "group", "waited", "mean_wait_seconds", "mean_error", "bias", "within_p90", "within_range",
                "ratio_to_fixed", "ratio_to_rolling10", "ratio_to_les", "ratio_to_ql" },
            words),
        .rows = {},
        .last = Table::LastRow::Total };
    table.columns.front() = first_column(word(report.question.by), words);
    for (const EstimateGroup& group : report.groups)
        table.rows.push_back(
            estimate_row(period_name(estimate_group_name(group, report, making.configuration, words), making),
                group.scores));
    table.rows.push_back(estimate_row(words.say(Text::CliReportTotal), report.total.scores));
    Section section { title, {} };
    section.parts.emplace_back(error_chart(report, making));
    section.parts.emplace_back(std::move(table));
    section.parts.emplace_back(
        words.say(Text::CliEstimateGiven, { { "given", report.given }, { "without", report.without_time } }));
    document.sections.push_back(std::move(section));
    add_definitions(document, estimate_definitions(words), words);
    return document;
}

} // namespace nextplease::report
