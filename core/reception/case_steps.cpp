#include "core/reception/case_steps.h"

#include <algorithm>

namespace nextplease {
namespace {

using Kind = CaseObstacle::Kind;

Case corrected(const Case& record, const case_step::Correct& correct)
{
    Case right = record;
    right.service = correct.service.value_or(record.service);
    right.category = correct.category.value_or(record.category);
    return right;
}

bool is_under_way(const Case& record)
{
    return record.state == CaseState::Logged || record.state == CaseState::Acknowledged;
}

// Who had it only for what was wrong hands it on, and so does whom it turns out to be about.
std::optional<CaseObstacle> complete(
    case_step::Correct& correct, const Case& record, const Configuration& configuration)
{
    if (correct.service && !correct.service->empty() && !configuration.office.find(*correct.service))
        return CaseObstacle { Kind::UnknownService };
    const Case right = corrected(record, correct);
    const ComplaintCategory* special = configuration.complaints.find(right.category);
    if (correct.category && !correct.category->empty()) {
        if (record.kind != CaseKind::Complaint)
            return CaseObstacle { Kind::NotAComplaint };
        if (!special)
            return CaseObstacle { Kind::UnknownCategory };
    }
    const std::string had = named_handler(record, configuration);
    const bool is_free = record.handler.empty() || same_officer(record.handler, had)
        || (special && same_officer(record.handler, special->about));
    if (is_free && is_under_way(record) && !record.second)
        correct.handler = named_handler(right, configuration);
    return std::nullopt;
}

std::string officer_of(const ComplaintCategory& category, const Configuration& configuration)
{
    return words_in(category.handled_by, configuration.languages.front(), configuration.languages);
}

// The step with what kiosk.conf knows; or what it does not know.
std::variant<CaseStep, CaseObstacle> completed(
    CaseStep step, const Case& record, const Configuration& configuration)
{
    const ComplaintSettings& complaints = configuration.complaints;
    if (auto* acknowledge = std::get_if<case_step::Acknowledge>(&step)) {
        if (acknowledge->handler.empty() && record.handler.empty())
            acknowledge->handler = proposed_handler(record, configuration);
    } else if (auto* pass = std::get_if<case_step::Pass>(&step)) {
        if (pass->to.empty())
            pass->to = complaints.head_of(record.service);
    } else if (auto* escalate = std::get_if<case_step::Escalate>(&step)) {
        if (escalate->handler.empty())
            escalate->handler = next_officer(record, configuration);
    } else if (auto* route = std::get_if<case_step::Route>(&step)) {
        const StatutoryProcedure* procedure = complaints.procedure(route->procedure);
        if (!procedure)
            return CaseObstacle { Kind::UnknownProcedure };
        route->to = procedure->handled_by;
    } else if (auto* other = std::get_if<case_step::Reclassify>(&step)) {
        Case complaint = record;
        complaint.kind = other->kind;
        other->handler = named_handler(complaint, configuration);
    } else if (auto* correct = std::get_if<case_step::Correct>(&step)) {
        if (const auto obstacle = complete(*correct, record, configuration))
            return *obstacle;
    } else if (auto* change = std::get_if<case_step::Change>(&step)) {
        for (const ServiceCode& service : change->also.value_or(std::vector<ServiceCode> {})) {
            if (!configuration.office.find(service))
                return CaseObstacle { Kind::UnknownService };
        }
    }
    return step;
}

} // namespace

void escalate_by_category(Records& records, Case& record, const Configuration& configuration, Instant now)
{
    const ComplaintCategory* special = configuration.complaints.find(record.category);
    if (!special || !special->second_stage || record.second || !is_under_way(record))
        return;
    Case first = record;
    if (first.state == CaseState::Logged)
        first.handler.clear(); // nobody had its first stage: whoever the category names may have the second
    const CaseStep step =
        case_step::Escalate { "category " + record.category.text(), officer_of(*special, configuration) };
    const CaseStepResult result = take_step(first, step, configuration.complaints.counted(),
        WorkingDays(configuration.calendar), moment_of(first, record.received, "rule", configuration));
    if (const auto* change = std::get_if<CaseChange>(&result)) {
        record = change->record;
        records.put(record);
        CaseEvent event = change->event;
        event.at = now;
        records.add(event);
    }
}

std::string named_handler(const Case& record, const Configuration& configuration)
{
    if (record.kind != CaseKind::Complaint)
        return {};
    if (const ComplaintCategory* special = configuration.complaints.find(record.category))
        return special->second_stage ? std::string() : officer_of(*special, configuration);
    // "Passed to the head of the service" (C): whose it is from the first day, where no category says else.
    return record.category.empty() ? configuration.complaints.head_of(record.service) : std::string();
}

LocalDate receipt_day(Instant at, const Configuration& configuration)
{
    if (configuration.complaints.rules.count == CaseRules::Count::CalendarDays)
        return configuration.zone.date(at);
    return WorkingDays(configuration.calendar).receipt_day(configuration.zone.local(at), configuration.hours);
}

CaseMoment moment_of(
    const Case& record, Instant now, const std::string& actor, const Configuration& configuration)
{
    const ComplaintCategory* special = configuration.complaints.find(record.category);
    CaseMoment moment { now, configuration.zone.date(now), receipt_day(now, configuration),
        receipt_day(clocks_of(record).began, configuration), actor,
        special ? special->about : std::string() };
    if (clocks_of(record).acknowledged)
        moment.acknowledged = configuration.zone.date(*clocks_of(record).acknowledged);
    moment.came = configuration.zone.date(clocks_of(record).began);
    return moment;
}

std::string next_officer(const Case& record, const Configuration& configuration)
{
    if (record.second)
        return {};
    const std::string officer = configuration.complaints.second_officer(record.category);
    return same_officer(officer, record.handler) ? std::string() : officer;
}

std::string proposed_handler(const Case& record, const Configuration& configuration)
{
    if (!record.handler.empty())
        return record.handler;
    const std::string head = configuration.complaints.head_of(record.service);
    if (record.category.empty() && !head.empty())
        return head;
    return handler_of(record.category, words(configuration.languages.front()), configuration);
}

std::optional<LocalDate> last_day_to_ask(const Case& record, const Configuration& configuration)
{
    const std::optional<Limit>& within = configuration.complaints.ask_within;
    if (!within || !record.first.responded)
        return std::nullopt;
    const LocalDate answered = configuration.zone.date(*record.first.responded);
    constexpr int kDaysAWeek = 7;
    if (within->unit == Limit::Unit::WorkingDay)
        return WorkingDays(configuration.calendar).due(answered, within->count);
    return add_days(answered, within->unit == Limit::Unit::Week ? within->count * kDaysAWeek : within->count);
}

const StatutoryProcedure* own_procedure(const Case& record, const Configuration& configuration)
{
    const bool under_way = record.state == CaseState::Logged || record.state == CaseState::Acknowledged;
    if (record.kind != CaseKind::Complaint || !under_way || !record.procedure.empty())
        return nullptr;
    return configuration.complaints.procedure_of(record.service);
}

namespace {

std::optional<CaseObstacle> fault_of(
    std::optional<Instant> at, const Case& record, Instant now, const Configuration& configuration)
{
    if (!at)
        return std::nullopt;
    if (*at > now)
        return CaseObstacle { Kind::TimeToCome };
    if (const Instant latest = latest_step(record); *at < latest)
        return CaseObstacle { Kind::TimeTooEarly, configuration.zone.date(latest) };
    return std::nullopt;
}

} // namespace

CaseStepReply step_case(Reception& reception, CaseId id, const CaseStep& step, const RequestId& request,
    const std::string& actor, std::optional<Instant> at)
{
    const Configuration& configuration = reception.configuration();
    CaseStepReply reply = CaseObstacle { Kind::UnknownCase };
    reception.store().write([&](Records& records) {
        if (!request.empty()) {
            if (const auto known = records.case_of(request)) {
                reply = CaseDone { *known, true };
                return;
            }
        }
        const auto record = records.case_of(id);
        if (!record)
            return;
        const Instant now = reception.now();
        if (const auto fault = fault_of(at, *record, now, configuration)) {
            reply = *fault;
            return;
        }
        const auto whole = completed(step, *record, configuration);
        if (const auto* obstacle = std::get_if<CaseObstacle>(&whole)) {
            reply = *obstacle;
            return;
        }
        CaseMoment moment = moment_of(*record, at.value_or(now), actor, configuration);
        const auto* correct = std::get_if<case_step::Correct>(&step);
        if (correct && correct->category) {
            const ComplaintCategory* special = configuration.complaints.find(*correct->category);
            moment.about = special ? special->about : std::string();
        }
        const CaseStepResult result = take_step(*record, std::get<CaseStep>(whole),
            configuration.complaints.counted(), WorkingDays(configuration.calendar), moment);
        if (const auto* obstacle = std::get_if<CaseObstacle>(&result)) {
            reply = *obstacle;
            return;
        }
        auto change = std::get<CaseChange>(result);
        records.put(change.record);
        change.event.request = request;
        records.add(change.event);
        if (correct && correct->category)
            escalate_by_category(records, change.record, configuration, now);
        reply = CaseDone { change.record };
    });
    return reply;
}

int recount_cases(Reception& reception, const std::string& actor)
{
    const Configuration& configuration = reception.configuration();
    int changed = 0;
    reception.store().write([&](Records& records) {
        const int open = records.count_open_cases(reception.today(), {}).open;
        for (const Case& record : records.open_cases({ .at_most = open })) {
            const StageClocks& stage = clocks_of(record);
            const auto change = recount(record, configuration.complaints.counted(),
                WorkingDays(configuration.calendar), receipt_day(stage.began, configuration),
                moment_of(record, reception.now(), actor, configuration));
            if (!change)
                continue;
            records.put(change->record);
            records.add(change->event);
            ++changed;
        }
    });
    return changed;
}

std::optional<CaseStory> case_story(Store& store, CaseId id)
{
    std::optional<CaseStory> story;
    store.read([&](Records& records) {
        if (const auto record = records.case_of(id))
            story = CaseStory { *record, records.events_of(id) };
    });
    return story;
}

} // namespace nextplease
