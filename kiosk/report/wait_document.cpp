#include "kiosk/report/cell_words.h"
#include "kiosk/report/chart_parts.h"
#include "kiosk/report/column_words.h"
#include "kiosk/report/documents.h"

#include "core/reception/wait_report_text.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::report {
namespace {

std::vector<Cell> count_row(const std::string& name, const WaitFigures& f)
{
    return { name, f.visits, f.seen, f.within, Share { f.within, f.seen },
        Share { f.within, f.share_all_of() }, f.left_early, f.left_late, f.no_show, f.unresolved, f.waiting };
}

Table count_table(const std::string& first, Grouping by, const Words& words)
{
    Table table { .caption = words.say(Text::CliDocumentTableVisits),
        .columns = columns({ "group", "visits", "seen", "within", "share_seen_within", "share_all_within",
                               "left_early", "left_late", "no_show", "unresolved", "waiting" },
            words),
        .rows = {},
        .last = Table::LastRow::Total };
    table.columns.front() = { by == Grouping::None ? "group" : std::string(word(by)), first };
    return table;
}

std::vector<Cell> time_row(const std::string& name, const WaitFigures& f)
{
    std::vector<Cell> row { name };
    for (const Spread* spread : { &f.wait, &f.walk, &f.service }) {
        const auto mean = spread->mean_seconds();
        row.push_back(mean ? Cell(Duration { *mean }) : Cell());
        for (const auto seconds : { spread->median_seconds, spread->p90_seconds, spread->max_seconds })
            row.push_back(spread->count > 0 ? Cell(Duration { static_cast<double>(seconds) }) : Cell());
    }
    return row;
}

Table time_table(const std::string& first, const Words& words)
{
    Table table { .caption = words.say(Text::CliDocumentTableTimes),
        .columns = { { "group", first } },
        .rows = {},
        .last = Table::LastRow::Total };
    for (const auto& [key, clock] :
        { std::pair("wait", Text::CliReportColumnWait), std::pair("walk", Text::CliReportColumnWalk),
            std::pair("service", Text::CliReportColumnService) }) {
        for (const auto& [figure, text] :
            { std::pair("mean", Text::CliReportColumnMean), std::pair("median", Text::CliReportColumnMedian),
                std::pair("p90", Text::CliReportColumnP90), std::pair("max", Text::CliReportColumnMax) })
            table.columns.push_back(
                { fmt::format("{}_{}_seconds", key, figure), words.say(clock) + ", " + words.say(text) });
    }
    return table;
}

chart::Chart histogram(const WaitDistribution& distribution, const WaitReport& report, const Words& words)
{
    chart::Chart chart =
        empty_chart(words.say(Text::CliDocumentChartWaits), words.say(Text::CliDocumentUnitWaits), words);
    chart.description = words.say(Text::CliDocumentChartWaitsSaid,
        { { "people", number_words(report.total.figures.wait.count, words) },
            { "median", duration_words(static_cast<double>(report.total.figures.wait.median_seconds)) },
            { "p90", duration_words(static_cast<double>(report.total.figures.wait.p90_seconds)) } });
    const Spread& wait = report.total.figures.wait;
    chart::Histogram body;
    body.counts = distribution.counts;
    body.width = static_cast<double>(distribution.width.count());
    const auto line = [&](std::int64_t seconds, Text text) {
        return chart::Target { static_cast<double>(seconds),
            words.say(text, { { "time", duration_words(static_cast<double>(seconds)) } }) };
    };
    if (wait.count > 0) {
        body.median = line(wait.median_seconds, Text::CliDocumentMedianAt);
        body.p90 = line(wait.p90_seconds, Text::CliDocumentP90At);
    }
    if (report.total.limit)
        body.targets = { line(report.total.limit->count(), Text::CliDocumentTargetAt) };
    chart.body = body;
    return chart;
}

chart::Chart seen_chart(const WaitReport& report, const Making& making)
{
    const Words& words = making.words;
    const Grouping by = report.question.by;
    std::vector<NamedShare> shares;
    for (const WaitGroup& group : report.groups)
        shares.push_back(
            { by == Grouping::Hour ? group.key
                                   : period_name(group_name(group, by, making.configuration, words), making),
                { group.figures.within, group.figures.seen } });
    const bool in_time = by == Grouping::Day || by == Grouping::Month || by == Grouping::Hour;
    return share_chart(words.say(Text::CliDocumentChartSeen), words.say(Text::CliDocumentUnitSeen), shares,
        making.configuration.goal_percent, in_time ? Shape::Line : Shape::Rows, words);
}

} // namespace

Document document_of(const WaitReport& report, const WaitDistribution* distribution, const Making& making)
{
    const Words& words = making.words;
    const Grouping by = report.question.by;
    Document document = begin_document(
        making, "waiting", words.say(Text::CliReportTitle), { report.question.from, report.question.to });
    add_grouping(document, word(by), words);
    document.asked.push_back({ words.say(Text::CliDocumentTarget),
        report.question.limit ? duration_words(static_cast<double>(report.question.limit->count()))
                              : words.say(Text::CliStandardOwnLimit) });
    const std::string first =
        by == Grouping::None ? words.say(Text::CliReportTotal) : grouping_words(word(by), words);
    Table counts = count_table(first, by, words);
    Table times = time_table(first, words);
    const auto add = [&](const std::string& name, const WaitFigures& figures) {
        counts.rows.push_back(count_row(name, figures));
        times.rows.push_back(time_row(name, figures));
    };
    for (const WaitGroup& group : report.groups)
        add(period_name(group_name(group, by, making.configuration, words), making), group.figures);
    add(words.say(Text::CliReportTotal), report.total.figures);

    Section seen { words.say(Text::CliDocumentChartSeen), {} };
    if (by != Grouping::None)
        seen.parts.emplace_back(seen_chart(report, making));
    seen.parts.emplace_back(std::move(counts));
    Section waits { words.say(Text::CliDocumentChartWaits), {} };
    if (distribution)
        waits.parts.emplace_back(histogram(*distribution, report, words));
    waits.parts.emplace_back(std::move(times));
    document.sections = { std::move(seen), std::move(waits) };
    for (const Definition& definition : wait_definitions(report, words))
        document.definitions.push_back({ term_words(definition.key, words), definition.sentence });
    return document;
}

} // namespace nextplease::report
