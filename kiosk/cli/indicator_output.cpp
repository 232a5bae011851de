#include "kiosk/cli/indicator_output.h"

#include "core/base/percent.h"
#include "core/reception/csv.h"
#include "kiosk/cli/text_table.h"
#include "kiosk/cli/typed_text.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Kind = Indicator::Kind;
using report::goal_words;

std::string value_words(const IndicatorValue& value)
{
    if (!value.denominator)
        return std::to_string(value.numerator);
    const auto share = value.share();
    return share ? fmt::format("{} % ({} of {})", percent_text(*share), value.numerator, *value.denominator)
                 : "–";
}

Row csv_cells(const IndicatorValue& value)
{
    const auto share = value.share();
    return { std::to_string(value.numerator), value.denominator ? std::to_string(*value.denominator) : "",
        share ? fmt::format("{:.6f}", *share) : "" };
}

} // namespace

std::string indicator_table(
    const IndicatorReport& report, const Configuration& configuration, const Words& words, Colours colours)
{
    std::vector<Row> rows { { "", report.period.key(), "goal", "verdict", report.period.before().key(),
        report.period.year_before().key() } };
    std::string definitions;
    std::string last;
    for (const Indicator& indicator : report.indicators) {
        rows.push_back({ indicator.id + "  " + indicator_title(indicator, configuration, words),
            value_words(indicator.now), goal_words(indicator, words),
            verdict_words(indicator.verdict(), words), value_words(indicator.before),
            value_words(indicator.year_before) });
        const std::string definition = indicator_definition(indicator, words);
        if (definition != last)
            definitions += fmt::format("{}: {}\n",
                indicator.kind == Kind::Standard ? words.say(Text::CliIndicatorPromises) : indicator.id,
                definition);
        last = definition;
    }
    const std::string text = words.say(Text::CliIndicatorTitle) + ", " + report.period.key() + "\n\n"
        + aligned(rows, LastRow::OneOfThem) + '\n' + definitions;
    return colours == Colours::Yes ? coloured(without_controls(text), words) : without_controls(text);
}

std::string indicator_csv(
    const IndicatorReport& report, const Configuration& configuration, const Words& words)
{
    std::string text =
        fmt::format("# {}\n# period: {}\n", words.say(Text::CliIndicatorTitle), report.period.key());
    Row heads { "indicator", "title", "definition", "goal_percent", "better", "verdict" };
    for (const ReportingPeriod& period :
        { report.period, report.period.before(), report.period.year_before() }) {
        for (const char* what : { "numerator", "denominator", "share" })
            heads.push_back(period.key() + " " + what);
    }
    text += csv_line(heads);
    for (const Indicator& indicator : report.indicators) {
        Row row { indicator.id, indicator_title(indicator, configuration, words),
            indicator_definition(indicator, words),
            indicator.goal_percent ? fmt::format("{:g}", *indicator.goal_percent) : "",
            indicator.better == Indicator::Better::More ? "more" : "less",
            std::string(word(indicator.verdict())) };
        for (const IndicatorValue& value : { indicator.now, indicator.before, indicator.year_before }) {
            for (std::string& cell : csv_cells(value))
                row.push_back(std::move(cell));
        }
        text += csv_line(row);
    }
    return text;
}

} // namespace nextplease::cli
