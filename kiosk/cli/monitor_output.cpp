#include "kiosk/cli/monitor_output.h"

#include "core/reception/csv.h"
#include "kiosk/cli/text_table.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

const Directorate* find(const DirectorateCode& code, const Configuration& configuration)
{
    return configuration.office.find(code);
}

std::string name_of(const DirectorateCode& code, const Configuration& configuration)
{
    const Directorate* directorate = find(code, configuration);
    return directorate ? directorate->name : code.text();
}

std::string yes_no(bool value)
{
    return value ? "yes" : "no";
}

std::string result_words(const MonitoredCall& call, const Words& words)
{
    if (!call.heard)
        return words.say(Text::CliMonitorToRing);
    if (call.heard->correct())
        return "✓ " + words.say(Text::CliMonitorCorrect);
    std::string missing;
    const auto add = [&](bool there, const char* what) {
        if (!there)
            missing += (missing.empty() ? "" : ", ") + std::string(what);
    };
    add(call.heard->within, "in time");
    add(call.heard->script, "script");
    add(call.heard->name, "name");
    add(call.heard->right, "right answer");
    return "✗ " + words.say(Text::CliMonitorIncorrect, { { "missing", missing } });
}

// The column of what is asked only where a promise counts in seconds.
constexpr std::ptrdiff_t kWithinColumn = 3;

Row figures_row(const std::string& name, const CallFigures& figures)
{
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    return { name, number(figures.sampled), number(figures.rung), number(figures.within),
        number(figures.script), number(figures.name), number(figures.right),
        share_words(figures.share(), figures.rung) };
}

} // namespace

std::string monitored_calls_table(
    const std::vector<MonitoredCall>& calls, const Configuration& configuration, const Words& words)
{
    if (calls.empty())
        return words.say(Text::CliMonitorNoNumbers) + '\n';
    std::vector<Row> rows { { "call", "directorate", "number", "at", "result" } };
    for (const MonitoredCall& call : calls)
        rows.push_back({ std::to_string(call.id.value()), name_of(call.directorate, configuration),
            call.number, to_iso(configuration.zone.local(call.at)), result_words(call, words) });
    return aligned(rows, LastRow::OneOfThem);
}

std::string monitored_calls_csv(const std::vector<MonitoredCall>& calls, const Configuration& configuration)
{
    std::string text = csv_line({ "call", "month", "directorate", "number", "at", "seed", "heard_at",
        "heard_within", "heard_script", "heard_name", "heard_right", "heard_correct", "heard_words" });
    for (const MonitoredCall& call : calls) {
        const auto& heard = call.heard;
        text += csv_line({ std::to_string(call.id.value()), call.month, call.directorate.text(), call.number,
            to_iso(configuration.zone.local(call.at)), std::to_string(call.seed),
            heard ? to_iso(configuration.zone.local(heard->at)) : "", heard ? yes_no(heard->within) : "",
            heard ? yes_no(heard->script) : "", heard ? yes_no(heard->name) : "",
            heard ? yes_no(heard->right) : "", heard ? yes_no(heard->correct()) : "",
            heard ? heard->words : "" });
    }
    return text;
}

std::string monitoring_table(
    const MonitoringReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = words.say(Text::CliMonitorTitle) + ", " + report.period.key() + "\n\n";
    std::vector<Row> rows { { "", "sampled", "rung", "in time", "script", "name", "right", "correct" } };
    for (const MonitoringGroup& group : report.groups)
        rows.push_back(figures_row(name_of(group.directorate, configuration), group.figures));
    rows.push_back(figures_row(words.say(Text::CliReportTotal), report.total));
    if (!monitored_within(configuration)) {
        for (Row& row : rows)
            row.erase(row.begin() + kWithinColumn);
    }
    text += aligned(rows) + '\n';
    for (const MonitoringGroup& group : report.groups) {
        const Directorate* directorate = find(group.directorate, configuration);
        if (directorate && !directorate->director.empty())
            text += directorate->name + ", "
                + words.say(Text::CliMonitorResultsTo, { { "director", directorate->director } }) + '\n';
    }
    return text + "\ncorrect: " + words.say(Text::CliMonitorDefinitionCorrect)
        + "\nsampled: " + words.say(Text::CliMonitorDefinitionSample) + '\n';
}

std::string monitoring_csv(const MonitoringReport& report, const Configuration& configuration)
{
    std::string text = csv_line({ "directorate", "name", "director", "sampled", "rung", "within", "script",
        "name_given", "right", "correct", "share_correct" });
    const auto line = [&](const std::string& code, const std::string& name, const std::string& director,
                          const CallFigures& figures) {
        const auto number = [](std::int64_t value) { return std::to_string(value); };
        const auto share = figures.share();
        text += csv_line({ code, name, director, number(figures.sampled), number(figures.rung),
            number(figures.within), number(figures.script), number(figures.name), number(figures.right),
            number(figures.correct), share ? fmt::format("{:.6f}", *share) : "" });
    };
    for (const MonitoringGroup& group : report.groups) {
        const Directorate* directorate = find(group.directorate, configuration);
        line(group.directorate.text(), name_of(group.directorate, configuration),
            directorate ? directorate->director : "", group.figures);
    }
    line("total", "", "", report.total);
    return text;
}

} // namespace nextplease::cli
