// Documents of what councils promise and publish: standards, indicators and monitored calls.
#include "core/base/percent.h"
#include "kiosk/report/broken_words.h"
#include "kiosk/report/chart_parts.h"
#include "kiosk/report/column_words.h"
#include "kiosk/report/documents.h"
#include "kiosk/report/figure_words.h"

#include "text_keys.h"

#include <map>

namespace nextplease::report {
namespace {

std::vector<Cell> standard_row(
    const std::string& name, const Standard& standard, const StandardFigures& f, const Words& words)
{
    return { name, limit_words(standard, words), f.count, f.within, f.late, f.lost,
        Share { f.within, f.decided() },
        standard.goal_percent ? Cell(goal_text(*standard.goal_percent, words) + " %") : Cell(),
        f.verdict(standard.goal_percent), f.open, f.open_late, f.told, f.left_out };
}

Table sentences(const std::string& caption, const Words& words)
{
    return { .caption = caption, .columns = columns({ "standard", "what" }, words), .rows = {} };
}

// What a councillor asks next: which days and hours, which cases, and of which calls the share is one.
void add_broken(Section& section, const StandardReport& report, const Making& making)
{
    const Words& words = making.words;
    Table worst = sentences(words.say(Text::CliStandardWorst), words);
    std::map<std::string, std::string> titles; // by the id that lines name
    for (const StandardAnswer& answer : report.answers)
        titles[answer.standard.id] =
            title_in(answer.standard.title, words.language(), making.configuration).second;
    for (const auto& [promise, sentence] : broken_lines(report, making.configuration, words))
        worst.rows.push_back({ titles[promise], sentence });
    if (!worst.rows.empty())
        section.parts.emplace_back(std::move(worst));
    Table calls = sentences(words.say(Text::DeskContactPhone), words);
    for (const StandardAnswer& answer : report.answers) {
        if (answer.calls.offered > 0)
            calls.rows.push_back(
                { titles[answer.standard.id], call_words(answer.calls, answer.standard, words) });
    }
    if (!calls.rows.empty())
        section.parts.emplace_back(std::move(calls));
}

// Each against its own goal, so without a common line.
chart::Chart standard_chart(const std::vector<NamedShare>& shares,
    const std::vector<std::optional<double>>& goals, const Words& words)
{
    chart::Chart chart = share_chart(words.say(Text::CliDocumentChartStandards),
        words.say(Text::CliDocumentUnitShare), shares, std::nullopt, Shape::Rows, words);
    auto& bars = std::get<chart::Bars>(chart.body);
    for (std::size_t i = 0; i < goals.size(); ++i) {
        chart::Value& value = bars.series.front().values.at(i);
        if (value.at)
            value.mark = mark_of(*value.at, goals[i]);
    }
    return chart;
}

Cell value_cell(const IndicatorValue& value)
{
    if (!value.denominator)
        return value.numerator;
    return Share { value.numerator, *value.denominator };
}

chart::Value indicator_value(const IndicatorValue& value, const Words& words)
{
    return value.denominator ? share_value({ value.numerator, *value.denominator }, words) : chart::Value {};
}

chart::Chart indicator_chart(const IndicatorReport& report, const Making& making)
{
    const Words& words = making.words;
    const Configuration& configuration = making.configuration;
    chart::Chart chart = empty_chart(
        words.say(Text::CliDocumentChartIndicators), words.say(Text::CliDocumentUnitShare), words);
    chart::Bars bars;
    bars.direction = chart::Bars::Direction::Level;
    bars.unit = chart::Unit::Percent;
    bars.series = { { period_name(report.period.key(), making), {} },
        { period_name(report.period.before().key(), making), {} },
        { period_name(report.period.year_before().key(), making), {} } };
    for (const Indicator& indicator : report.indicators) {
        if (!indicator.now.denominator)
            continue;
        const std::string goal =
            indicator.goal_percent ? " (" + goal_words(indicator, words) + ")" : std::string();
        bars.categories.push_back(indicator_title(indicator, configuration, words) + goal);
        bars.series[0].values.push_back(indicator_value(indicator.now, words));
        bars.series[1].values.push_back(indicator_value(indicator.before, words));
        bars.series[2].values.push_back(indicator_value(indicator.year_before, words));
        if (chart::Value& now = bars.series[0].values.back(); now.at)
            now.mark = mark_of(*now.at, indicator.goal_percent,
                indicator.better == Indicator::Better::More ? Goal::AtLeast : Goal::AtMost);
    }
    chart.body = std::move(bars);
    return chart;
}

// Complaints received, by directorate.
chart::Chart complaint_chart(const IndicatorReport& report, const Words& words)
{
    std::vector<NamedCounts> counts;
    for (const Indicator& indicator : report.indicators) {
        if (indicator.kind == Indicator::Kind::ComplaintsOf)
            counts.push_back(
                { indicator.directorate.empty() ? words.say(Text::CliStandardNoGroup) : indicator.directorate,
                    { indicator.now.numerator } });
    }
    return count_chart(words.say(Text::CliIndicatorComplaints), words.say(Text::CliDocumentUnitComplaints),
        { words.say(Text::CliIndicatorComplaints) }, counts, words);
}

} // namespace

Document document_of(const StandardReport& report, const Making& making)
{
    const Words& words = making.words;
    Document document = begin_document(
        making, "standards", words.say(Text::CliStandardTitle), { report.question.from, report.question.to });
    add_grouping(document, word(report.question.by), words);
    Section section { words.say(Text::CliStandardTitle), {} };
    Table table { .caption = words.say(Text::CliDocumentTableStandards),
        .columns = columns({ "standard", "limit", "count", "within", "late", "lost", "share_within",
                               "goal_percent", "verdict", "open", "open_late", "told", "left_out" },
            words),
        .rows = {} };
    std::vector<NamedShare> shares;
    std::vector<std::optional<double>> goals;
    const auto add = [&](const std::string& name, const Standard& standard, const StandardFigures& figures) {
        table.rows.push_back(standard_row(name, standard, figures, words));
    };
    for (const StandardAnswer& answer : report.answers) {
        const std::string title =
            title_in(answer.standard.title, words.language(), making.configuration).second;
        add(title, answer.standard, answer.total);
        shares.push_back({ title, { answer.total.within, answer.total.decided() } });
        goals.push_back(answer.standard.goal_percent);
        for (const StandardGroup& group : answer.groups) {
            const std::string name = period_name(
                standard_group_name(group.key, report.question.by, making.configuration, words), making);
            add(words.say(Text::CliDocumentChartRow, { { "name", title }, { "group", name } }),
                answer.standard, group.figures);
        }
    }
    if (report.answers.empty()) {
        section.parts.emplace_back(words.say(Text::CliStandardNone));
    } else {
        section.parts.emplace_back(standard_chart(shares, goals, words));
        section.parts.emplace_back(std::move(table));
        add_broken(section, report, making);
    }
    document.sections.push_back(std::move(section));
    add_definitions(document, standard_definitions(report, making.configuration, words), words);
    return document;
}

Document document_of(const IndicatorReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliIndicatorTitle);
    Document document =
        begin_document(making, "indicators", title, { report.period.first(), report.period.last() });
    Section section { title, {} };
    Table table { .caption = words.say(Text::CliDocumentTableIndicators),
        .columns = { column("indicator", words), { "share", period_name(report.period.key(), making) },
            column("goal_percent", words), column("verdict", words),
            { "before", period_name(report.period.before().key(), making) },
            { "year_before", period_name(report.period.year_before().key(), making) } },
        .rows = {} };
    std::string last;
    for (const Indicator& indicator : report.indicators) {
        table.rows.push_back({ indicator_title(indicator, making.configuration, words),
            value_cell(indicator.now), goal_words(indicator, words), indicator.verdict(),
            value_cell(indicator.before), value_cell(indicator.year_before) });
        const std::string definition = indicator_definition(indicator, words);
        if (definition != last)
            document.definitions.push_back({ indicator.kind == Indicator::Kind::Standard
                    ? words.say(Text::CliIndicatorPromises)
                    : indicator_title(indicator, making.configuration, words),
                definition });
        last = definition;
    }
    section.parts.emplace_back(indicator_chart(report, making));
    section.parts.emplace_back(std::move(table));
    if (auto complaints = complaint_chart(report, words); !chart::is_empty(complaints))
        section.parts.emplace_back(std::move(complaints));
    document.sections.push_back(std::move(section));
    return document;
}

Document form_of(const ReportingPeriod& period, const std::vector<MonitoredCall>& calls, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliMonitorForm);
    Document document = begin_document(making, "calls-to-make", title, { period.first(), period.last() });
    const bool timed = monitored_within(making.configuration).has_value();
    Table table { .caption = title,
        .columns = { { "call", words.say(Text::CliMonitorColumnCall) }, column("directorate", words),
            { "number", words.say(Text::CliMonitorToRing) },
            { "at", words.say(Text::CliMonitorColumnWhen) } },
        .rows = {} };
    for (const char* key : { "answered_within", "script", "name_given", "right" }) {
        if (timed || key != std::string_view("answered_within"))
            table.columns.push_back(column(key, words));
    }
    table.columns.push_back({ "words", words.say(Text::CliMonitorColumnWords) });
    const auto box = [](bool heard) { return std::string(heard ? "☑" : "☐"); };
    for (const MonitoredCall& call : calls) {
        const Directorate* known = making.configuration.office.find(call.directorate);
        const CallHeard heard = call.heard.value_or(CallHeard {});
        std::vector<Cell> row { std::to_string(call.id.value()),
            known ? known->name : call.directorate.text(), call.number,
            making.configuration.zone.local(call.at) };
        if (timed)
            row.emplace_back(box(call.heard && heard.within));
        for (const bool one : { heard.script, heard.name, heard.right })
            row.emplace_back(box(call.heard && one));
        row.emplace_back(heard.words);
        table.rows.push_back(std::move(row));
    }
    Section section { title, { words.say(Text::CliMonitorFormHow) } };
    section.parts.emplace_back(std::move(table));
    document.sections.push_back(std::move(section));
    document.definitions = {
        { words.say(Text::CliMonitorCorrect), words.say(Text::CliMonitorDefinitionCorrect) },
        { words.say(Text::CliColumnSampled), words.say(Text::CliMonitorDefinitionSample) },
    };
    return document;
}

Document document_of(const MonitoringReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliMonitorTitle);
    Document document =
        begin_document(making, "monitored-calls", title, { report.period.first(), report.period.last() });
    Table table { .caption = words.say(Text::CliDocumentTableMonitoring),
        .columns = columns({ "directorate", "director", "sampled", "rung", "answered_within", "script",
                               "name_given", "right", "share_correct" },
            words),
        .rows = {},
        .last = Table::LastRow::Total };
    std::vector<NamedShare> shares;
    const auto add = [&](const std::string& name, const std::string& director, const CallFigures& f) {
        table.rows.push_back({ name, director, f.sampled, f.rung, f.within, f.script, f.name, f.right,
            Share { f.correct, f.rung } });
    };
    for (const MonitoringGroup& group : report.groups) {
        const Directorate* known = making.configuration.office.find(group.directorate);
        const std::string name = known ? known->name : group.directorate.text();
        add(name, known ? known->director : "", group.figures);
        shares.push_back({ name, { group.figures.correct, group.figures.rung } });
    }
    add(words.say(Text::CliReportTotal), "", report.total);
    Section section { title, {} };
    section.parts.emplace_back(
        share_chart(words.say(Text::CliDocumentChartCorrect), words.say(Text::CliDocumentUnitShare), shares,
            making.configuration.reports.monitored_percent, Shape::Rows, words));
    section.parts.emplace_back(std::move(table));
    document.sections.push_back(std::move(section));
    for (const auto& [term, meaning] :
        { std::pair(Text::CliMonitorCorrect, Text::CliMonitorDefinitionCorrect),
            std::pair(Text::CliColumnSampled, Text::CliMonitorDefinitionSample) })
        document.definitions.push_back({ words.say(term), words.say(meaning) });
    return document;
}

} // namespace nextplease::report
