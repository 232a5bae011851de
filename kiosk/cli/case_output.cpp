#include "kiosk/cli/case_output.h"

#include "core/base/local_time.h"

#include <nlohmann/json.hpp>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& object)
{
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json utc(const std::optional<Instant>& at)
{
    if (!at)
        return nullptr;
    const auto day = std::chrono::floor<std::chrono::days>(*at);
    return to_iso(LocalTime { LocalDate { day }, *at - day }) + "Z";
}
Json day(const std::optional<LocalDate>& date)
{
    return date ? Json(to_iso(*date)) : Json(nullptr);
}
Json text(const std::string& words)
{
    return words.empty() ? Json(nullptr) : Json(words);
}
Json opened(const std::optional<Secret>& words)
{
    return words ? text(std::string(words->text())) : Json(nullptr);
}

Json object_of(const StageClocks& stage)
{
    return Json {
        { "began", utc(stage.began) },
        { "acknowledge_by", day(stage.acknowledge_by) },
        { "acknowledged", utc(stage.acknowledged) },
        { "respond_by", day(stage.respond_by) },
        { "first_respond_by", day(stage.first_respond_by) },
        { "extended", utc(stage.extended) },
        { "extensions", stage.extensions },
        { "extended_late", stage.extended_late },
        { "responded", utc(stage.responded) },
        { "ended", utc(stage.ended) },
    };
}

Json object_of(const CaseUnderstanding& understood)
{
    return Json {
        { "summary", text(understood.summary) },
        { "wanted", text(understood.wanted) },
        { "not_ours", text(understood.not_ours) },
        { "adjustments", text(understood.adjustments) },
    };
}

Json list_of(const std::vector<Remedy>& remedies)
{
    Json list = Json::array();
    for (const Remedy one : remedies)
        list.push_back(word(one));
    return list;
}

Json list_of(const std::vector<CaseAction>& actions)
{
    Json list = Json::array();
    for (const CaseAction& action : actions)
        list.push_back(
            Json { { "what", action.what }, { "due", to_iso(action.due) }, { "done", day(action.done) } });
    return list;
}

Json lines(const std::string& fields)
{
    Json object = Json::object();
    for (std::size_t at = 0; at < fields.size();) {
        const std::size_t end = std::min(fields.find('\n', at), fields.size());
        const std::size_t equals = std::min(fields.find('=', at), end);
        object[fields.substr(at, equals - at)] =
            fields.substr(std::min(equals + 1, end), end - std::min(equals + 1, end));
        at = end + 1;
    }
    return object;
}

Json object_of(const CaseEvent& event)
{
    return Json {
        { "kind", word(event.kind) },
        { "at", utc(event.at) },
        { "actor", event.actor },
        { "reason", text(event.reason) },
        { "before", lines(event.before) },
        { "after", lines(event.after) },
    };
}

Json object_of(const Case& c)
{
    Json also = Json::array();
    for (const ServiceCode& service : c.also)
        also.push_back(service.text());
    return Json {
        { "reference", reference_of(c) },
        { "kind", word(c.kind) },
        { "state", word(c.state) },
        { "outcome", word(c.outcome) },
        { "first_outcome", word(c.first_outcome) },
        { "refused_because", c.ground == RefusalGround::None ? Json(nullptr) : Json(word(c.ground)) },
        { "stage", stage_of(c) },
        { "due", day(next_due(c)) },
        { "handler", text(c.handler) },
        { "received", utc(c.received) },
        { "channel", text(c.channel) },
        { "service", text(c.service.text()) },
        { "also", also },
        { "partners", text(c.partners) },
        { "documents", text(c.documents) },
        { "category", text(c.category.text()) },
        { "procedure", text(c.procedure) },
        { "understood", object_of(c.understood) },
        { "remedies", list_of(c.remedies) },
        { "actions", list_of(c.actions) },
        { "passed", utc(c.passed) },
        { "acknowledge_by", day(c.first.acknowledge_by) },
        { "respond_by", day(c.first.respond_by) },
        { "first_stage", object_of(c.first) },
        { "second_stage", c.second ? object_of(*c.second) : Json(nullptr) },
        { "as_complaint", c.as_complaint ? object_of(*c.as_complaint) : Json(nullptr) },
        { "ombudsman_asked", utc(c.ombudsman_asked) },
        { "ombudsman_decided", utc(c.ombudsman_decided) },
        { "ombudsman_upheld", c.ombudsman_upheld ? Json(*c.ombudsman_upheld) : Json(nullptr) },
        { "closed", utc(c.closed) },
        { "reply", word(c.reply) },
        { "reply_language", text(c.reply_language.text()) },
        { "language", text(c.language.text()) },
        { "sealed_to", text(c.words.key) },
    };
}

} // namespace

std::string case_json(
    const CaseView& view, const std::vector<CaseEvent>& events, const std::string& own_procedure)
{
    Json object = object_of(view.record);
    object["own_procedure"] = text(own_procedure);
    object["words"] = opened(view.words);
    object["contact"] = opened(view.contact);
    object["events"] = Json::array();
    for (const CaseEvent& event : events)
        object["events"].push_back(object_of(event));
    return written(object);
}

std::string cases_json(const std::vector<Case>& cases)
{
    Json object { { "cases", Json::array() } };
    for (const Case& record : cases)
        object["cases"].push_back(object_of(record));
    return written(object);
}

std::string letter_json(const Letter& letter, LetterKind kind)
{
    return written(Json {
        { "kind", word(kind) },
        { "language", letter.language.text() },
        { "large_print", letter.large_print },
        { "text", text_of(letter) },
    });
}

} // namespace nextplease::cli
