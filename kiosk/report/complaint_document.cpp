#include "kiosk/report/chart_parts.h"
#include "kiosk/report/column_words.h"
#include "kiosk/report/complaint_words.h"
#include "kiosk/report/documents.h"

#include "text_keys.h"

namespace nextplease::report {
namespace {

Share in_time(const PromiseFigures& promise)
{
    return { promise.in_time, promise.decided() };
}
Share with_extension(const PromiseFigures& promise)
{
    return { promise.in_time + promise.in_extended_time, promise.decided() };
}

std::vector<Cell> chief_row(const std::string& name, const ComplaintFigures& f)
{
    return { name, f.received.at(static_cast<std::size_t>(CaseKind::Complaint)), f.open,
        in_time(f.first.acknowledged), in_time(f.first.answered), with_extension(f.first.answered),
        with_extension(f.second.answered), f.upheld(), f.came_to(CaseOutcome::Refused), f.ombudsman_upheld };
}

Table chief_table(const ComplaintReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string by(word(report.question.by));
    Table table { .caption = words.say(Text::CliComplaintsTitle),
        .columns =
            columns({ "group", "complaints", "open", "acknowledged_in_time", "answered_in_time",
                        "answered_with_extension", "second_stage", "upheld", "refused", "ombudsman_upheld" },
                words),
        .rows = {},
        .last = Table::LastRow::Total };
    table.columns.front() = by.empty() ? Column { "group", words.say(Text::CliReportTotal) }
                                       : Column { by, grouping_words(by, words) };
    for (const ComplaintGroup& group : report.groups)
        table.rows.push_back(
            chief_row(period_name(complaint_group_name(group, report, making.configuration, words), making),
                group.figures));
    table.rows.push_back(chief_row(words.say(Text::CliReportTotal), report.total));
    return table;
}

Table received_table(const ComplaintFigures& figures, const Words& words)
{
    Table table { .caption = words.say(Text::CliComplaintsTableReceived),
        .columns = columns({ "what", "count" }, words),
        .rows = {} };
    for (const CaseKind kind :
        { CaseKind::Complaint, CaseKind::Comment, CaseKind::Compliment, CaseKind::ServiceRequest })
        table.rows.push_back(
            { kind_words(kind, words), figures.received.at(static_cast<std::size_t>(kind)) });
    return table;
}

Table promise_table(const ComplaintFigures& figures, const Words& words)
{
    Table table { .caption = words.say(Text::CliComplaintsTablePromises),
        .columns = columns({ "stage", "in_time", "in_extended_time", "late", "open", "open_late",
                               "answered_in_time", "answered_with_extension" },
            words),
        .rows = {} };
    table.columns.at(6).name = words.say(Text::CliColumnDecidedShare);
    table.columns.at(7).name = words.say(Text::CliColumnAnsweredWithExtension);
    const auto add = [&](Text name, const PromiseFigures& promise) {
        table.rows.push_back({ words.say(name), promise.in_time, promise.in_extended_time, promise.late,
            promise.open, promise.open_late, in_time(promise), with_extension(promise) });
    };
    add(Text::CliComplaintsFirstAcknowledged, figures.first.acknowledged);
    add(Text::CliComplaintsFirstAnswered, figures.first.answered);
    add(Text::CliComplaintsSecondAcknowledged, figures.second.acknowledged);
    add(Text::CliComplaintsSecondAnswered, figures.second.answered);
    return table;
}

Table outcome_table(const ComplaintFigures& figures, const Words& words)
{
    Table table { .caption = words.say(Text::CliComplaintsTableOutcomes),
        .columns = columns({ "what", "first_stage", "second_stage_count" }, words),
        .rows = {} };
    for (const CaseOutcome outcome : kComplaintOutcomes) {
        const auto place = static_cast<std::size_t>(outcome);
        table.rows.push_back({ outcome_words(outcome, words), figures.first.outcomes.at(place),
            figures.second.outcomes.at(place) });
    }
    return table;
}

Table counts(Text caption, const Words& words)
{
    return { .caption = words.say(caption), .columns = columns({ "what", "count" }, words), .rows = {} };
}

Table refused_table(const ComplaintFigures& figures, const Words& words)
{
    Table table = counts(Text::CliComplaintsTableRefused, words);
    for (std::size_t i = 0; i < kRefusalGrounds.size(); ++i)
        table.rows.push_back({ ground_words(kRefusalGrounds.at(i), words), figures.refused.at(i) });
    return table;
}

Table remedy_table(const ComplaintFigures& figures, const Words& words)
{
    Table table = counts(Text::CliComplaintsTableRemedies, words);
    for (std::size_t i = 0; i < kRemedies.size(); ++i)
        table.rows.push_back({ remedy_words(kRemedies.at(i), words), figures.remedies.at(i) });
    return table;
}

Table action_table(const ComplaintFigures& figures, const Words& words)
{
    Table table = counts(Text::CliComplaintsTableActions, words);
    table.rows = { { words.say(Text::CliComplaintsActionDue), figures.actions_due },
        { words.say(Text::CliComplaintsActionInTime), figures.actions_done },
        { words.say(Text::CliComplaintsActionLate), figures.actions_done_late },
        { words.say(Text::CliComplaintsActionOpenLate), figures.actions_late } };
    return table;
}

Table ombudsman_table(const ComplaintFigures& figures, const Words& words)
{
    Table table = counts(Text::CliComplaintsTableOmbudsman, words);
    table.rows = { { words.say(Text::CliComplaintsOmbudsmanAsked), figures.ombudsman_asked },
        { words.say(Text::CliComplaintsOmbudsmanDecided), figures.ombudsman_decided },
        { words.say(Text::CliComplaintsOmbudsmanUpheld), figures.ombudsman_upheld },
        { words.say(Text::CliComplaintsOmbudsmanSentBack), figures.ombudsman_sent_back } };
    return table;
}

chart::Chart answered_chart(const ComplaintReport& report, const Making& making)
{
    std::vector<NamedShare> shares;
    for (const ComplaintGroup& group : report.groups)
        shares.push_back(
            { period_name(complaint_group_name(group, report, making.configuration, making.words), making),
                with_extension(group.figures.first.answered) });
    if (shares.empty())
        shares.push_back(
            { making.words.say(Text::CliReportTotal), with_extension(report.total.first.answered) });
    const ComplaintGrouping by = report.question.by;
    const bool in_order = by == ComplaintGrouping::Month || by == ComplaintGrouping::Quarter;
    return share_chart(making.words.say(Text::CliComplaintsChart), making.words.say(Text::CliComplaintsUnit),
        shares, std::nullopt, in_order ? Shape::Line : Shape::Rows, making.words);
}

} // namespace

Document document_of(const ComplaintReport& report, const Making& making)
{
    const Words& words = making.words;
    const std::string title = words.say(Text::CliComplaintsTitle);
    Document document =
        begin_document(making, "complaints", title, { report.question.from, report.question.to });
    add_grouping(document, word(report.question.by), words);
    const ComplaintFigures& total = report.total;
    Section kept { words.say(Text::CliComplaintsTablePromises), {} };
    kept.parts.emplace_back(answered_chart(report, making));
    kept.parts.emplace_back(chief_table(report, making));
    kept.parts.emplace_back(promise_table(total, words));
    Section came { words.say(Text::CliComplaintsTableOutcomes), {} };
    came.parts.emplace_back(received_table(total, words));
    came.parts.emplace_back(outcome_table(total, words));
    came.parts.emplace_back(refused_table(total, words));
    came.parts.emplace_back(remedy_table(total, words));
    came.parts.emplace_back(action_table(total, words));
    came.parts.emplace_back(ombudsman_table(total, words));
    document.sections = { std::move(kept), std::move(came) };
    add_definitions(document, complaint_definitions(report, words), words);
    return document;
}

} // namespace nextplease::report
