#include "kiosk/cli/json_output.h"

#include "core/base/local_time.h"
#include "kiosk/cli/feedback_output.h"
#include "kiosk/cli/result_output.h"

#include <array>
#include <nlohmann/json.hpp>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& object)
{
    // What is not UTF-8 (another program's store) is shown as U+FFFD rather than refused.
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json utc(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return to_iso(LocalTime { LocalDate { day }, at - day }) + "Z";
}
Json utc(const std::optional<Instant>& at)
{
    return at ? utc(*at) : Json(nullptr);
}

Json seconds(Seconds time)
{
    return time.count();
}
template <class Duration>
Json seconds(const std::optional<Duration>& time)
{
    return time ? Json(Seconds { *time }.count()) : Json(nullptr);
}

template <class Tag>
Json code(const Code<Tag>& text)
{
    return text.empty() ? Json(nullptr) : Json(text.text());
}
Json code(const std::optional<DeskCode>& desk)
{
    return desk ? code(*desk) : Json(nullptr);
}
Json text(const std::string& words)
{
    return words.empty() ? Json(nullptr) : Json(words);
}
Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

template <class Tag>
Json codes(const std::vector<Code<Tag>>& list)
{
    Json array = Json::array();
    for (const auto& one : list)
        array.push_back(one.text());
    return array;
}

Json object_of(const TicketView& ticket)
{
    const Visit& visit = ticket.visit;
    const bool seen = visit.seen.has_value();
    const auto& estimate = ticket.estimate;
    return Json {
        { "number", code(visit.number) },
        { "service", visit.service.text() },
        { "state", word(visit.state) },
        { "priority", code(visit.priority) },
        { "language", code(visit.language) },
        { "day", to_iso(visit.day) },
        { "people_ahead", estimate ? Json(estimate->people_ahead) : Json(nullptr) },
        { "wait_estimate_seconds", estimate ? seconds(estimate->about) : Json(nullptr) },
        { "wait_estimate_up_to_seconds", estimate ? seconds(estimate->up_to) : Json(nullptr) },
        { "next", estimate ? Json(estimate->next()) : Json(nullptr) },
        { "go_to_desk", estimate ? code(estimate->go_to) : Json(nullptr) },
        { "desk", code(visit.desk) },
        { "arrived", utc(visit.arrived) },
        { "called", utc(visit.called) },
        { "seen", utc(visit.seen) },
        { "ended", utc(visit.ended) },
        { "hold_until", utc(visit.hold_until) },
        { "wait_seconds", seconds(ticket.clocks.wait) },
        { "walk_seconds", seconds(ticket.clocks.walk) },
        { "service_seconds", seen ? seconds(ticket.clocks.service) : Json(nullptr) },
        { "held_seconds", seconds(visit.held) },
        { "total_seconds", seconds(ticket.clocks.total) },
        { "limit_seconds", seconds(ticket.limit) },
        { "leg", visit.leg },
        { "calls", visit.calls },
        { "recalls", visit.recalls },
        { "note", text(visit.note) },
        { "needs", codes(visit.needs) },
        { "interpreter", code(visit.interpreter) },
        { "party", visit.party },
        { "matters", codes(visit.matters) },
        { "appointment_at", utc(visit.appointment_at) },
        { "more_time", visit.more_time },
        { "reference", text(visit.reference) },
        { "repeated", ticket.repeated },
    };
}

Json object_of(const Leg& leg)
{
    return Json {
        { "leg", leg.leg },
        { "service", leg.service.text() },
        { "since", utc(leg.since) },
        { "desk", code(leg.desk) },
        { "called", utc(leg.called) },
        { "service_seconds", seconds(leg.served) },
        { "ended", utc(leg.ended) },
        { "how", leg.how == VisitState::Waiting ? "transferred" : word(leg.how) },
    };
}

Json object_of(const Event& event)
{
    return Json {
        { "event", word(event.kind) },
        { "at", utc(event.at) },
        { "leg", event.leg },
        { "service", code(event.service) },
        { "desk", code(event.desk) },
        { "actor", event.actor },
        { "detail", text(event.detail) },
    };
}

void add_spread(Json& object, const std::string& name, const Spread& spread)
{
    const auto figure = [&](std::int64_t value) { return spread.count > 0 ? Json(value) : Json(nullptr); };
    object[name + "_mean_seconds"] = number(spread.mean_seconds());
    object[name + "_median_seconds"] = figure(spread.median_seconds);
    object[name + "_p90_seconds"] = figure(spread.p90_seconds);
    object[name + "_max_seconds"] = figure(spread.max_seconds);
}

void add_figures(Json& object, const WaitGroup& group)
{
    const WaitFigures& f = group.figures;
    object.update(Json {
        { "visits", f.visits },
        { "seen", f.seen },
        { "within", f.within },
        { "left_early", f.left_early },
        { "left_late", f.left_late },
        { "no_show", f.no_show },
        { "no_show_late", f.no_show_late },
        { "unresolved", f.unresolved },
        { "unresolved_late", f.unresolved_late },
        { "waiting", f.waiting },
        { "waiting_late", f.waiting_late },
        { "served", f.served },
        { "share_seen_within", number(f.share_seen_within()) },
        { "share_seen_of", f.seen },
        { "share_all_within", number(f.share_all_within()) },
        { "share_all_of", f.share_all_of() },
        { "limit_seconds", seconds(group.limit) },
    });
    add_spread(object, "wait", f.wait);
    add_spread(object, "walk", f.walk);
    add_spread(object, "service", f.service);
}

// The group's own key, as a number where it is one, and the words for it.
Json head_of(const WaitGroup& group, Grouping by, const Configuration& configuration, const Words& words)
{
    const std::string key(word(by));
    Json object;
    if (by == Grouping::Hour || by == Grouping::Weekday)
        object[key] = std::stoi(group.key);
    else
        object[key] = text(group.key);
    object["name"] = group_name(group, by, configuration, words);
    return object;
}

Json object_of(const Appointment& appointment, const Zone& zone)
{
    return Json {
        { "reference", appointment.reference },
        { "service", appointment.service.text() },
        { "at", utc(appointment.at) },
        { "local_time", to_iso(zone.local(appointment.at)) },
        { "state", word(appointment.state) },
        { "language", code(appointment.language) },
        { "needs", codes(appointment.needs) },
        { "interpreter", code(appointment.interpreter) },
        { "note", text(appointment.note) },
    };
}

std::string_view word(CheckIn::Kind kind)
{
    constexpr std::array<std::string_view, 8> kWords { "early", "in_time", "late", "too_late", "another_day",
        "day_passed", "already_arrived", "cancelled" };
    return kWords.at(static_cast<std::size_t>(kind));
}

} // namespace

std::string appointment_json(const Appointment& appointment, const Zone& zone)
{
    return written(object_of(appointment, zone));
}

std::string appointments_json(const std::vector<Appointment>& appointments, const Zone& zone)
{
    Json object { { "appointments", Json::array() } };
    for (const Appointment& appointment : appointments)
        object["appointments"].push_back(object_of(appointment, zone));
    return written(object);
}

std::string check_in_json(const CheckedIn& answer, const Zone& zone)
{
    Json object { { "check_in", word(answer.kind) }, { "repeated", answer.repeated } };
    object["number"] = answer.visit ? code(answer.visit->number) : Json(nullptr);
    object["appointment"] = object_of(answer.appointment, zone);
    return written(object);
}

std::string appointment_import_json(const AppointmentSummary& summary)
{
    return written(Json {
        { "rows", summary.rows },
        { "added", summary.added },
        { "already_there", summary.already_there },
    });
}

std::string ticket_json(const TicketView& ticket)
{
    return written(object_of(ticket));
}

std::string ticket_json(
    const TicketView& ticket, const std::vector<Leg>& legs, const std::vector<Event>& events)
{
    Json object = object_of(ticket);
    object["legs"] = Json::array();
    for (const Leg& leg : legs)
        object["legs"].push_back(object_of(leg));
    object["events"] = Json::array();
    for (const Event& event : events)
        object["events"].push_back(object_of(event));
    return written(object);
}

std::string tickets_json(LocalDate day, const std::vector<TicketView>& tickets)
{
    Json object { { "day", to_iso(day) }, { "tickets", Json::array() } };
    for (const TicketView& ticket : tickets)
        object["tickets"].push_back(object_of(ticket));
    return written(object);
}

std::string desk_json(const DeskRecord& desk)
{
    return written(
        Json { { "desk", desk.desk.text() }, { "state", word(desk.state) }, { "since", utc(desk.since) } });
}

std::string closed_days_json(int unresolved)
{
    return written(Json { { "unresolved", unresolved } });
}

std::string forgotten_json(const ForgottenPast& past, Purge purge)
{
    const Forgotten& done = past.done;
    return written(Json {
        { "dry_run", purge == Purge::Would },
        { "visits", done.visits },
        { "appointments", done.appointments },
        { "feedback", done.feedback },
        { "contacts", done.contacts },
        { "cases", done.cases },
        { "names", done.names },
        { "log_emptied", past.log_emptied },
    });
}

std::string import_json(const ImportSummary& summary, const std::optional<DeskImportSummary>& desks)
{
    Json object {
        { "rows", summary.rows },
        { "added", summary.added },
        { "already_there", summary.already_there },
        { "found_services", codes(summary.found_services) },
    };
    if (desks)
        object["desks"] = Json {
            { "rows", desks->rows },
            { "added", desks->added },
            { "already_there", desks->already_there },
        };
    return written(object);
}

std::string wait_report_json(const WaitReport& report, const Configuration& configuration, const Words& words)
{
    const WaitQuestion& asked = report.question;
    const auto date = [](const std::optional<LocalDate>& day) {
        return day ? Json(to_iso(*day)) : Json(nullptr);
    };
    Json object;
    for (const Definition& definition : wait_definitions(report, words))
        object["definitions"][definition.key] = definition.sentence;
    object["filters"] = Json {
        { "from", date(asked.from) },
        { "to", date(asked.to) },
        { "limit_seconds", seconds(asked.limit) },
        { "by", text(std::string(word(asked.by))) },
        { "zone", report.zone },
    };
    object["total"] = Json::object();
    add_figures(object["total"], report.total);
    object["groups"] = Json::array();
    for (const WaitGroup& group : report.groups) {
        Json entry = head_of(group, asked.by, configuration, words);
        add_figures(entry, group);
        object["groups"].push_back(std::move(entry));
    }
    return written(object);
}

namespace {

Json day(const std::optional<LocalDate>& date)
{
    return date ? Json(to_iso(*date)) : Json(nullptr);
}

Json object_of(const Satisfaction& figures)
{
    return Json {
        { "visits", figures.visits },
        { "satisfied", figures.satisfied },
        { "share_satisfied", number(figures.share()) },
        { "by_score", figures.by_score },
        { "others", figures.others },
        { "others_by_score", figures.others_by_score },
    };
}

Json object_of(const ResultGroup& group)
{
    const ResultFigures& results = group.results;
    Json object { { "results", results.said }, { "resolved", results.resolved },
        { "share_resolved", number(results.share_resolved()) }, { "avoidable", results.avoidable },
        { "share_avoidable", number(results.share_avoidable()) } };
    for (const AvoidableContact type : kAvoidableContacts)
        object["avoidable_" + std::string(word(type))] = results.by_type.at(static_cast<std::size_t>(type));
    object["late"] = group.apologies.late;
    object["late_apologised"] = group.apologies.told;
    object["share_late_apologised"] = number(group.apologies.share());
    return object;
}

} // namespace

std::string feedback_json(
    const FeedbackReport& report, const Configuration& configuration, const Words& words)
{
    const FeedbackQuestion& asked = report.question;
    Json object;
    for (const auto& [key, sentence] : feedback_definitions(report, words))
        object["definitions"][key] = sentence;
    object["filters"] = Json {
        { "from", day(asked.from) },
        { "to", day(asked.to) },
        { "by", text(std::string(word(asked.by))) },
        { "zone", report.zone },
    };
    object["total"] = object_of(report.total.figures);
    object["groups"] = Json::array();
    for (const FeedbackGroup& group : report.groups) {
        Json entry { { "key", text(group.key) },
            { "name", feedback_group_name(group, report, configuration, words) } };
        entry.update(object_of(group.figures));
        object["groups"].push_back(std::move(entry));
    }
    return written(object);
}

std::string feedback_words_json(const FeedbackOpened& opened)
{
    Json object { { "feedback", Json::array() }, { "sealed_to_other_keys", opened.other_keys },
        { "damaged", opened.damaged } };
    for (const OpenedFeedback& one : opened.read)
        object["feedback"].push_back(Json {
            { "at", utc(one.feedback.at) },
            { "score", one.feedback.score },
            { "service", text(one.feedback.service.text()) },
            { "language", text(one.feedback.language.text()) },
            { "words", one.words.text() },
        });
    return written(object);
}

std::string score_json(const Feedback& given)
{
    return written(Json {
        { "at", utc(given.at) },
        { "score", given.score },
        { "channel", given.channel ? Json(word(*given.channel)) : Json(nullptr) },
        { "service", text(given.service.text()) },
        { "contact", given.contact ? Json(given.contact->value()) : Json(nullptr) },
    });
}

std::string readings_json(const std::vector<FeedbackReading>& readings)
{
    Json object { { "readings", Json::array() } };
    for (const FeedbackReading& one : readings)
        object["readings"].push_back(Json {
            { "at", utc(one.at) },
            { "actor", one.actor },
            { "from", day(one.from) },
            { "to", day(one.to) },
            { "words", one.words },
        });
    return written(object);
}

std::string result_json(const ResultReport& report, const Configuration& configuration, const Words& words)
{
    Json object;
    for (const auto& [key, sentence] : result_definitions(report, words))
        object["definitions"][key] = sentence;
    object["filters"] = Json {
        { "from", day(report.question.from) },
        { "to", day(report.question.to) },
        { "by", text(std::string(word(report.question.by))) },
        { "zone", report.zone },
    };
    object["total"] = object_of(report.total);
    object["groups"] = Json::array();
    for (const ResultGroup& group : report.groups) {
        Json entry { { "key", text(group.key) },
            { "name", result_group_name(group, report, configuration, words) } };
        entry.update(object_of(group));
        object["groups"].push_back(std::move(entry));
    }
    return written(object);
}

std::string staff_json(const std::vector<StaffMember>& staff)
{
    Json object { { "staff", Json::array() } };
    for (const StaffMember& member : staff)
        object["staff"].push_back(Json { { "name", member.name }, { "complaints", member.complaints } });
    return written(object);
}

} // namespace nextplease::cli
