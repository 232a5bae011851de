#include "kiosk/cli/estimate_output.h"

#include "core/base/percent.h"
#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/text_table.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

std::string seconds(const std::optional<double>& value)
{
    return value ? fmt::format("{:.1f} s", *value) : "-";
}

std::string share(const std::optional<double>& value)
{
    return value ? percent_text(*value) + " %" : "-";
}

std::string ratio(const std::optional<double>& value)
{
    return value ? fmt::format("{:.3f}", *value) : "-";
}

std::string cell(const std::optional<double>& value)
{
    return value ? fmt::format("{:.6f}", *value) : "";
}

std::string whole_cell(const std::optional<double>& value)
{
    return value ? fmt::format("{:.1f}", *value) : "";
}

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : std::string();
}

Row scores_row(const std::string& name, const EstimateScores& scores)
{
    Row row { name, std::to_string(scores.count()), seconds(scores.mean_wait()), seconds(scores.mean_error()),
        seconds(scores.bias()), share(scores.within_p90()), share(scores.within_range()) };
    for (const Rival rival : kRivals)
        row.push_back(ratio(scores.ratio_to(rival)));
    return row;
}

Row scores_heads(const Words& words)
{
    return { "", words.say(Text::CliEstimateWaited), words.say(Text::CliEstimateMeanWait),
        words.say(Text::CliEstimateError), words.say(Text::CliEstimateBias),
        words.say(Text::CliEstimateWithinP90), words.say(Text::CliEstimateWithinRange),
        words.say(Text::CliEstimateToFixed), words.say(Text::CliEstimateToRolling),
        words.say(Text::CliEstimateToLes), words.say(Text::CliEstimateToQl) };
}

std::string definitions(const Words& words)
{
    std::string text;
    for (const auto& [key, sentence] : estimate_definitions(words))
        text += fmt::format("{}: {}\n", key, sentence);
    return text;
}

std::string period(
    const std::optional<LocalDate>& from, const std::optional<LocalDate>& to, const Words& words)
{
    return words.say(Text::CliReportPeriod,
        { { "from", from ? to_iso(*from) : words.say(Text::CliReportFirstVisit) },
            { "to", to ? to_iso(*to) : words.say(Text::CliReportLastVisit) } });
}

} // namespace

std::string backtest_table(const BacktestReport& report, const Words& words)
{
    const auto& question = report.question;
    const std::vector<Row> rows { scores_heads(words),
        scores_row(words.say(Text::CliReportTotal), report.scores) };
    std::vector<Row> rivals { { "", words.say(Text::CliEstimateError), words.say(Text::CliEstimateRatio) } };
    for (const Rival rival : kRivals)
        rivals.push_back({ std::string(word(rival)), seconds(report.scores.mean_error(rival)),
            ratio(report.scores.ratio_to(rival)) });
    return words.say(Text::CliEstimateBacktestTitle) + ": " + period(question.from, question.to, words)
        + "\n\n" + aligned(rows) + '\n' + aligned(rivals) + '\n' + definitions(words);
}

std::string predictions_header()
{
    return "ticket,arrived,waited,wait_seconds,ahead,p10_seconds,p50_seconds,p90_seconds,rolling10_seconds,"
           "les_seconds,ql_seconds\n";
}

std::string prediction_line(const Prediction& prediction)
{
    const ScoredEstimate& scored = prediction.scored;
    return csv_line({ prediction.ticket, to_iso(prediction.arrived), scored.waited > 0 ? "1" : "0",
        fmt::format("{:.0f}", scored.waited), std::to_string(prediction.ahead), whole_cell(scored.range.p10),
        whole_cell(scored.range.p50), whole_cell(scored.range.p90), whole_cell(scored.rivals.rolling_ten),
        whole_cell(scored.rivals.last_to_enter), whole_cell(scored.rivals.queue_length) });
}

std::string estimate_table(
    const EstimateReport& report, const Configuration& configuration, const Words& words)
{
    std::vector<Row> rows { scores_heads(words) };
    for (const EstimateGroup& group : report.groups)
        rows.push_back(scores_row(estimate_group_name(group, report, configuration, words), group.scores));
    rows.push_back(scores_row(words.say(Text::CliReportTotal), report.total.scores));
    return words.say(Text::CliEstimateTitle) + ": " + period(report.question.from, report.question.to, words)
        + "\n\n" + aligned(rows) + '\n'
        + words.say(Text::CliEstimateGiven, { { "given", report.given }, { "without", report.without_time } })
        + '\n' + definitions(words);
}

std::string estimate_csv(const EstimateReport& report, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliEstimateTitle),
        date(report.question.from), date(report.question.to));
    for (const auto& [key, sentence] : estimate_definitions(words))
        text += fmt::format("# {}: {}\n", key, sentence);
    Row heads { report.question.by == EstimateGrouping::None ? "group"
                                                             : std::string(word(report.question.by)),
        "name", "waited", "mean_wait_seconds", "mean_error_seconds", "bias_seconds", "share_within_p90",
        "share_within_range" };
    for (const Rival rival : kRivals) {
        heads.push_back(fmt::format("{}_mean_error_seconds", word(rival)));
        heads.push_back(fmt::format("ratio_to_{}", word(rival)));
    }
    text += csv_line(heads);
    const auto add = [&](const std::string& key, const std::string& name, const EstimateScores& scores) {
        Row row { key, name, std::to_string(scores.count()), cell(scores.mean_wait()),
            cell(scores.mean_error()), cell(scores.bias()), cell(scores.within_p90()),
            cell(scores.within_range()) };
        for (const Rival rival : kRivals) {
            row.push_back(cell(scores.mean_error(rival)));
            row.push_back(cell(scores.ratio_to(rival)));
        }
        text += csv_line(row);
    };
    for (const EstimateGroup& group : report.groups)
        add(group.key, estimate_group_name(group, report, configuration, words), group.scores);
    add("total", words.say(Text::CliReportTotal), report.total.scores);
    return text;
}

std::string estimates_now_table(
    const std::vector<ServiceEstimate>& services, const Configuration& configuration, const Words& words)
{
    std::vector<Row> rows { { "", words.say(Text::CliEstimateAhead), "p10", "p50", "p90",
        words.say(Text::CliEstimateTold) } };
    for (const ServiceEstimate& one : services) {
        const Range& range = one.forecast.range;
        const bool known = one.told.about.has_value();
        rows.push_back({ name_of(one.service, words, configuration), std::to_string(one.told.people_ahead),
            known ? fmt::format("{:.0f} s", range.p10) : "-",
            known ? fmt::format("{:.0f} s", range.p50) : "-",
            known ? fmt::format("{:.0f} s", range.p90) : "-",
            known ? plain_wait_words(one.told, words) : words.say(Text::CliEstimateNoTime) });
    }
    return aligned(rows);
}

} // namespace nextplease::cli
