#include "kiosk/cli/contact_output.h"
#include "kiosk/cli/indicator_output.h"
#include "kiosk/cli/monitor_output.h"
#include "kiosk/cli/standard_output.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

#include <nlohmann/json.hpp>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& object)
{
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json text(std::string_view value)
{
    return value.empty() ? Json(nullptr) : Json(std::string(value));
}

Json day(const std::optional<LocalDate>& date)
{
    return date ? Json(to_iso(*date)) : Json(nullptr);
}

// UTC: "2026-10-13T09:24:05Z"
Json instant(const std::optional<Instant>& at)
{
    if (!at)
        return nullptr;
    const auto midnight = std::chrono::floor<std::chrono::days>(*at);
    return to_iso(LocalTime { LocalDate { midnight }, *at - midnight }) + "Z";
}

Json object_of(const BrokenPromise& broken)
{
    return { { "reference", text(broken.reference) }, { "channel", word(broken.channel) },
        { "service", text(broken.service.text()) }, { "started_at", instant(broken.started) },
        { "due_at", instant(broken.due) }, { "stopped_at", instant(broken.stopped) },
        { "over_seconds", broken.over.count() } };
}

Json object_of(const StandardFigures& figures, const std::optional<double>& goal)
{
    Json object { { "count", figures.count }, { "within", figures.within },
        { "within_extended", figures.extended }, { "late", figures.late }, { "lost", figures.lost },
        { "open", figures.open }, { "open_late", figures.open_late }, { "late_told", figures.told },
        { "left_out", figures.left_out }, { "decided", figures.decided() },
        { "share_within", number(figures.share()) }, { "verdict", word(figures.verdict(goal)) } };
    object["broken_days"] = Json::object();
    for (const auto& [date, count] : figures.broken_days)
        object["broken_days"][to_iso(date)] = count;
    object["broken_hours"] = figures.broken_hours;
    object["worst"] = Json::array();
    for (const BrokenPromise& broken : figures.worst)
        object["worst"].push_back(object_of(broken));
    return object;
}

Json object_of(const OpenContact& one, Instant now)
{
    const OtherContact& contact = one.contact;
    const bool open = contact.is_open();
    Json object { { "id", contact.id.value() }, { "channel", word(contact.channel) },
        { "service", text(contact.service.text()) }, { "about", text(contact.about) },
        { "received_at", instant(contact.received) }, { "acknowledged_at", instant(contact.acknowledged) },
        { "answered_at", instant(contact.answered) }, { "lost_at", instant(contact.lost) } };
    object["set_aside"] = contact.set_aside ? Json(word(*contact.set_aside)) : Json(nullptr);
    object["avoidable"] = contact.avoidable ? Json(word(*contact.avoidable)) : Json(nullptr);
    object["avoidable_reason"] = text(contact.reason);
    object["resolved"] = contact.resolved ? Json(*contact.resolved) : Json(nullptr);
    object["told"] = nullptr;
    if (contact.told)
        object["told"] = Json { { "at", instant(contact.told->at) }, { "until", to_iso(contact.told->until) },
            { "explanation", contact.told->explanation }, { "apology", contact.told->apology } };
    object["acknowledge_by"] = instant(open ? one.dates.acknowledge_by : std::nullopt);
    object["answer_by"] = instant(open ? one.dates.answer_by : std::nullopt);
    object["late"] = open && one.late(now);
    object["explanation_owed"] = one.owes_explanation();
    object["log_reference"] = text(contact.log);
    object["actor"] = contact.actor;
    return object;
}

Json object_of(const PhoneFigures& calls)
{
    return {
        { "offered", calls.offered },
        { "answered", calls.answered },
        { "abandoned", calls.abandoned },
        { "abandoned_at_once", calls.at_once },
        { "in_time", calls.in_time },
        { "answer_rate", number(calls.answer_rate()) },
        { "abandoned_rate", number(calls.abandoned_rate()) },
        { "abandoned_rate_without_at_once", number(calls.abandoned_rate_without_at_once()) },
        { "in_time_of_answered", number(calls.in_time_of_answered()) },
        { "in_time_of_offered", number(calls.in_time_of_offered()) },
        { "in_time_without_at_once", number(calls.in_time_without_at_once()) },
    };
}

} // namespace

std::string contact_json(const OpenContact& one, Instant now)
{
    return written(object_of(one, now));
}

std::string contacts_json(const std::vector<OpenContact>& contacts, Instant now)
{
    Json object { { "contacts", Json::array() } };
    for (const OpenContact& one : contacts)
        object["contacts"].push_back(object_of(one, now));
    return written(object);
}

std::string contact_import_json(const ContactImportSummary& summary)
{
    return written({ { "rows", summary.rows }, { "added", summary.added }, { "updated", summary.updated },
        { "already_there", summary.already_there } });
}

std::string standard_json(
    const StandardReport& report, const Configuration& configuration, const Words& words)
{
    Json object;
    for (const auto& [key, sentence] : standard_definitions(report, configuration, words))
        object["definitions"][key] = sentence;
    object["filters"] = Json {
        { "from", day(report.question.from) },
        { "to", day(report.question.to) },
        { "by", text(word(report.question.by)) },
        { "zone", report.zone },
    };
    object["standards"] = Json::array();
    for (const StandardAnswer& answer : report.answers) {
        const Standard& standard = answer.standard;
        Json entry { { "id", standard.id },
            { "title", title_in(standard.title, words.language(), configuration).second },
            { "source", standard.source }, { "channels", Json::array() },
            { "from", words_of(standard.stretch).from }, { "to", words_of(standard.stretch).to },
            { "limit", standard.limit ? Json(to_text(*standard.limit)) : Json(nullptr) },
            { "extended", standard.extended ? Json(to_text(*standard.extended)) : Json(nullptr) },
            { "goal_percent", number(standard.goal_percent) } };
        for (const StandardChannel channel : standard.channels)
            entry["channels"].push_back(word(channel));
        entry["total"] = object_of(answer.total, standard.goal_percent);
        if (answer.calls.offered > 0)
            entry["calls"] = object_of(answer.calls);
        entry["groups"] = Json::array();
        for (const StandardGroup& group : answer.groups) {
            Json one { { "key", text(group.key) },
                { "name", standard_group_name(group.key, report.question.by, configuration, words) } };
            one.update(object_of(group.figures, standard.goal_percent));
            entry["groups"].push_back(std::move(one));
        }
        object["standards"].push_back(std::move(entry));
    }
    return written(object);
}

std::string indicator_json(
    const IndicatorReport& report, const Configuration& configuration, const Words& words)
{
    const auto value_of = [](const IndicatorValue& value) {
        Json object { { "numerator", value.numerator } };
        object["denominator"] = value.denominator ? Json(*value.denominator) : Json(nullptr);
        object["share"] = number(value.share());
        return object;
    };
    Json object { { "period", report.period.key() }, { "from", to_iso(report.period.first()) },
        { "to", to_iso(report.period.last()) }, { "zone", report.zone } };
    object["indicators"] = Json::array();
    for (const Indicator& indicator : report.indicators)
        object["indicators"].push_back({ { "id", indicator.id },
            { "title", indicator_title(indicator, configuration, words) },
            { "definition", indicator_definition(indicator, words) },
            { "limit", indicator.limit ? Json(to_text(*indicator.limit)) : Json(nullptr) },
            { "goal_percent", number(indicator.goal_percent) },
            { "better", indicator.better == Indicator::Better::More ? "more" : "less" },
            { "verdict", word(indicator.verdict()) }, { "now", value_of(indicator.now) },
            { "before", value_of(indicator.before) }, { "year_before", value_of(indicator.year_before) } });
    return written(object);
}

std::string contact_report_json(
    const ContactReport& report, const Configuration& configuration, const Words& words)
{
    const auto object_of_figures = [](const ContactFigures& figures) {
        Json object { { "contacts", figures.contacts }, { "resolved_said", figures.resolvable },
            { "resolved", figures.resolved }, { "share_resolved", number(figures.share_resolved()) },
            { "coded", figures.coded }, { "avoidable", figures.avoidable },
            { "share_avoidable", number(figures.share_avoidable()) } };
        object["avoidable_by_type"] = Json::object();
        for (const AvoidableContact type : kAvoidableContacts)
            object["avoidable_by_type"][std::string(word(type))] =
                figures.by_type.at(static_cast<std::size_t>(type));
        object["reasons"] = Json::object();
        for (const auto& [reason, count] : figures.reasons)
            object["reasons"][reason] = count;
        object["set_aside"] = figures.set_aside;
        return object;
    };
    Json object;
    for (const auto& [key, sentence] : contact_definitions(report, words))
        object["definitions"][key] = sentence;
    object["filters"] = Json { { "from", day(report.question.from) }, { "to", day(report.question.to) },
        { "by", text(word(report.question.by)) }, { "zone", report.zone } };
    object["total"] = object_of_figures(report.total);
    object["groups"] = Json::array();
    for (const ContactGroup& group : report.groups) {
        Json one { { "key", text(group.key) },
            { "name", contact_group_name(group.key, report.question.by, configuration, words) } };
        one.update(object_of_figures(group.figures));
        object["groups"].push_back(std::move(one));
    }
    return written(object);
}

std::string monitored_calls_json(const std::vector<MonitoredCall>& calls)
{
    Json object { { "calls", Json::array() } };
    for (const MonitoredCall& call : calls) {
        Json one { { "call", call.id.value() }, { "month", call.month },
            { "directorate", call.directorate.text() }, { "number", call.number },
            { "ring_at", instant(call.at) }, { "seed", call.seed } };
        one["heard"] = nullptr;
        if (call.heard)
            one["heard"] = Json { { "at", instant(call.heard->at) }, { "within", call.heard->within },
                { "script", call.heard->script }, { "name", call.heard->name },
                { "right", call.heard->right }, { "correct", call.heard->correct() },
                { "words", text(call.heard->words) }, { "actor", call.heard->actor } };
        object["calls"].push_back(std::move(one));
    }
    return written(object);
}

std::string monitoring_json(
    const MonitoringReport& report, const Configuration& configuration, const Words& words)
{
    const auto object_of_figures = [](const CallFigures& figures) {
        return Json { { "sampled", figures.sampled }, { "rung", figures.rung }, { "within", figures.within },
            { "script", figures.script }, { "name_given", figures.name }, { "right", figures.right },
            { "correct", figures.correct }, { "share_correct", number(figures.share()) } };
    };
    Json object { { "period", report.period.key() } };
    object["filters"] =
        Json { { "from", to_iso(report.period.first()) }, { "to", to_iso(report.period.last()) } };
    object["definitions"] = Json { { "correct", words.say(Text::CliMonitorDefinitionCorrect) },
        { "sampled", words.say(Text::CliMonitorDefinitionSample) } };
    object["total"] = object_of_figures(report.total);
    object["directorates"] = Json::array();
    for (const MonitoringGroup& group : report.groups) {
        const Directorate* directorate = configuration.office.find(group.directorate);
        Json one { { "directorate", group.directorate.text() },
            { "name", directorate ? directorate->name : group.directorate.text() },
            { "director", text(directorate ? directorate->director : std::string()) } };
        one.update(object_of_figures(group.figures));
        object["directorates"].push_back(std::move(one));
    }
    return written(object);
}

} // namespace nextplease::cli
