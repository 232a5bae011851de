#include "kiosk/cli/complaint_output.h"

#include "core/base/percent.h"
#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/text_table.h"
#include "kiosk/report/complaint_words.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <variant>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;

// A figure by its name in exports: a number, or a share that may be of nothing.
struct Measure {
    std::string name;
    std::variant<std::int64_t, std::optional<double>> value;
};

void add_promise(
    std::vector<Measure>& all, const std::string& prefix, const std::string& verb, const PromiseFigures& f)
{
    const std::string name = prefix + verb;
    all.insert(all.end(),
        { { name + "_in_time", f.in_time }, { name + "_in_extended_time", f.in_extended_time },
            { name + "_late", f.late }, { name + "_open", f.open }, { name + "_open_late", f.open_late },
            { "share_" + name + "_in_time", f.share_in_time() },
            { "share_" + name + "_with_extension", f.share_with_extension() } });
}

// Outcomes that a complaint has none of are left out.
void add_stage(std::vector<Measure>& all, const std::string& prefix, const StageFigures& stage)
{
    all.push_back({ prefix + "complaints", stage.complaints });
    add_promise(all, prefix, "acknowledged", stage.acknowledged);
    add_promise(all, prefix, "answered", stage.answered);
    for (const CaseOutcome outcome :
        { CaseOutcome::None, CaseOutcome::PutRight, CaseOutcome::Upheld, CaseOutcome::PartlyUpheld,
            CaseOutcome::NotUpheld, CaseOutcome::Withdrawn, CaseOutcome::Refused, CaseOutcome::Routed }) {
        const std::string name = outcome == CaseOutcome::None ? "undecided" : std::string(word(outcome));
        all.push_back({ prefix + "outcome_" + name, stage.outcomes.at(static_cast<std::size_t>(outcome)) });
    }
}

std::vector<Measure> measures_of(const ComplaintFigures& figures)
{
    std::vector<Measure> all;
    for (const CaseKind kind :
        { CaseKind::Complaint, CaseKind::Comment, CaseKind::Compliment, CaseKind::ServiceRequest })
        all.push_back(
            { "received_" + std::string(word(kind)), figures.received.at(static_cast<std::size_t>(kind)) });
    all.push_back({ "open", figures.open });
    all.push_back({ "upheld", figures.upheld() });
    add_stage(all, "first_", figures.first);
    add_stage(all, "second_", figures.second);
    for (std::size_t i = 0; i < kRefusalGrounds.size(); ++i)
        all.push_back({ "refused_" + std::string(word(kRefusalGrounds.at(i))), figures.refused.at(i) });
    for (std::size_t i = 0; i < kRemedies.size(); ++i)
        all.push_back({ "remedy_" + std::string(word(kRemedies.at(i))), figures.remedies.at(i) });
    all.insert(all.end(),
        { { "actions_due", figures.actions_due }, { "actions_done_in_time", figures.actions_done },
            { "actions_done_late", figures.actions_done_late }, { "actions_late", figures.actions_late },
            { "ombudsman_asked", figures.ombudsman_asked },
            { "ombudsman_decided", figures.ombudsman_decided },
            { "ombudsman_upheld", figures.ombudsman_upheld },
            { "ombudsman_not_investigated", figures.ombudsman_sent_back } });
    return all;
}

std::string text_of(const Measure& measure)
{
    if (const auto* number = std::get_if<std::int64_t>(&measure.value))
        return std::to_string(*number);
    const auto& share = std::get<std::optional<double>>(measure.value);
    return share ? fmt::format("{:.6f}", *share) : std::string();
}

std::string words_of(const Measure& measure)
{
    const auto* share = std::get_if<std::optional<double>>(&measure.value);
    return share && *share ? percent_text(**share) + " %" : text_of(measure);
}

Row chief_row(const std::string& name, const ComplaintFigures& f)
{
    const PromiseFigures& acknowledged = f.first.acknowledged;
    const PromiseFigures& answered = f.first.answered;
    const PromiseFigures& again = f.second.answered;
    return { name, std::to_string(f.received.front()), std::to_string(f.open),
        share_words(acknowledged.share_in_time(), acknowledged.decided()),
        share_words(answered.share_in_time(), answered.decided()),
        share_words(answered.share_with_extension(), answered.decided()),
        share_words(again.share_with_extension(), again.decided()), std::to_string(f.upheld()),
        std::to_string(f.came_to(CaseOutcome::Refused)), std::to_string(f.ombudsman_upheld) };
}

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : std::string();
}

Json object_of(const ComplaintFigures& figures)
{
    Json object = Json::object();
    for (const Measure& measure : measures_of(figures)) {
        if (const auto* number = std::get_if<std::int64_t>(&measure.value))
            object[measure.name] = *number;
        else if (const auto& share = std::get<std::optional<double>>(measure.value))
            object[measure.name] = *share;
        else
            object[measure.name] = nullptr;
    }
    return object;
}

} // namespace

std::string complaint_table(
    const ComplaintReport& made, const Configuration& configuration, const Words& words)
{
    std::vector<Row> rows { { "", "complaints", "open", "acknowledged", "answered", "with extension",
        "stage 2", "upheld", "refused", "Ombudsman" } };
    for (const ComplaintGroup& group : made.groups)
        rows.push_back(
            chief_row(report::complaint_group_name(group, made, configuration, words), group.figures));
    rows.push_back(chief_row(words.say(Text::CliReportTotal), made.total));
    std::vector<Row> all;
    for (const Measure& measure : measures_of(made.total)) {
        Row row { measure.name, words_of(measure) };
        std::replace(row[0].begin(), row[0].end(), '_', ' ');
        if (row[1].empty())
            row[1] = "-";
        all.push_back(std::move(row));
    }
    const ComplaintQuestion& asked = made.question;
    std::string text = words.say(Text::CliComplaintsTitle) + ": "
        + words.say(Text::CliReportPeriod,
            { { "from", asked.from ? date(asked.from) : words.say(Text::CliFeedbackFirst) },
                { "to", asked.to ? date(asked.to) : words.say(Text::CliReportLastVisit) } })
        + "\n\n" + aligned(rows) + '\n' + words.say(Text::CliComplaintsAll) + "\n\n"
        + aligned(all, LastRow::OneOfThem) + '\n';
    for (const auto& [key, sentence] : report::complaint_definitions(made, words))
        text += fmt::format("{}: {}\n", key, sentence);
    return text;
}

std::string complaint_csv(const ComplaintReport& made, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("# {}\n# from: {}\n# to: {}\n", words.say(Text::CliComplaintsTitle),
        date(made.question.from), date(made.question.to));
    for (const auto& [key, sentence] : report::complaint_definitions(made, words))
        text += fmt::format("# {}: {}\n", key, sentence);
    const bool whole = made.question.by == ComplaintGrouping::None;
    Row heads { whole ? "group" : std::string(word(made.question.by)), "name" };
    for (const Measure& measure : measures_of({}))
        heads.push_back(measure.name);
    text += csv_line(heads);
    const auto line = [&](const std::string& key, const std::string& name, const ComplaintFigures& figures) {
        Row row { key, name };
        for (const Measure& measure : measures_of(figures))
            row.push_back(text_of(measure));
        text += csv_line(row);
    };
    for (const ComplaintGroup& group : made.groups)
        line(group.key, report::complaint_group_name(group, made, configuration, words), group.figures);
    line("total", words.say(Text::CliReportTotal), made.total);
    return text;
}

std::string complaint_json(
    const ComplaintReport& made, const Configuration& configuration, const Words& words)
{
    const auto day = [](const std::optional<LocalDate>& date) {
        return date ? Json(to_iso(*date)) : Json(nullptr);
    };
    const std::string by(word(made.question.by));
    Json object;
    for (const auto& [key, sentence] : report::complaint_definitions(made, words))
        object["definitions"][key] = sentence;
    object["filters"] = Json { { "from", day(made.question.from) }, { "to", day(made.question.to) },
        { "by", by.empty() ? Json(nullptr) : Json(by) }, { "zone", made.zone } };
    object["total"] = object_of(made.total);
    object["groups"] = Json::array();
    for (const ComplaintGroup& group : made.groups) {
        Json one { { "key", group.key.empty() ? Json(nullptr) : Json(group.key) },
            { "name", report::complaint_group_name(group, made, configuration, words) } };
        one.update(object_of(group.figures));
        object["groups"].push_back(std::move(one));
    }
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace nextplease::cli
