#include "core/reception/cases.h"

#include "core/reception/case_steps.h"

#include "text_keys.h"

#include <algorithm>
#include <cassert>

namespace nextplease {
namespace {

bool blank(const Secret& words)
{
    return words.text().find_first_not_of(" \t\n\r") == std::string::npos;
}

std::optional<CaseRefusal> fault_of(const CaseWish& wish, const Configuration& configuration)
{
    if (!wish.service.empty() && !configuration.office.find(wish.service))
        return CaseRefusal::UnknownService;
    const bool ordinary = wish.category.empty();
    if (!ordinary && (wish.kind != CaseKind::Complaint || !configuration.complaints.find(wish.category)))
        return CaseRefusal::UnknownCategory;
    if (!wish.channel.empty() && !channel(wish.channel))
        return CaseRefusal::UnknownChannel;
    if (blank(wish.words))
        return CaseRefusal::WordsMissing;
    if (wish.reply != ReplyWish::None && blank(wish.contact))
        return CaseRefusal::ContactMissing;
    return std::nullopt;
}

Case sealed_case(const CaseWish& wish, const Configuration& configuration)
{
    Case record;
    record.letter = configuration.complaints.reference_letter;
    record.kind = wish.kind;
    record.service = wish.service;
    record.category = wish.category;
    record.channel = wish.channel;
    record.handler = named_handler(record, configuration);
    record.reply = wish.reply;
    record.reply_language = wish.reply_language.empty() ? wish.language : wish.reply_language;
    record.language = wish.language;
    record.understood.wanted = one_line(wish.wanted);
    record.understood.adjustments = one_line(wish.adjustments);
    record.words = seal(wish.words, configuration.public_key);
    // "Only retain as much data as is required for that purpose" (M): who wishes no reply gives no address.
    if (wish.reply != ReplyWish::None)
        record.contact = seal(wish.contact, configuration.public_key);
    return record;
}

} // namespace

CaseReply receive_case(
    Reception& reception, const CaseWish& wish, const RequestId& request, const std::string& actor)
{
    const Configuration& configuration = reception.configuration();
    if (const auto fault = fault_of(wish, configuration))
        return *fault;
    Case record = sealed_case(wish, configuration);
    CaseDone done;
    reception.store().write([&](Records& records) {
        if (!request.empty()) {
            if (const auto known = records.case_of(request)) {
                done = { *known, true };
                return;
            }
        }
        const Instant now = reception.now();
        record.received = std::min(wish.received.value_or(now), now);
        record.first.began = record.received;
        const CaseDates dates = dates_of(record.kind, record.received, configuration);
        record.first.acknowledge_by = dates.acknowledge_by;
        record.first.respond_by = dates.respond_by;
        done.record = record;
        done.record.id = records.add(record);
        CaseEvent event;
        event.record = done.record.id;
        event.at = now;
        event.actor = actor;
        event.request = request;
        if (!record.handler.empty())
            event.after = "handler=" + record.handler + '\n';
        records.add(event);
        escalate_by_category(records, done.record, configuration, now);
    });
    return done;
}

CaseDates dates_of(CaseKind kind, Instant received, const Configuration& configuration)
{
    if (kind != CaseKind::Complaint)
        return {};
    const CaseRules rules = configuration.complaints.counted();
    const WorkingDays calendar(configuration.calendar);
    const StageClocks clocks =
        stage_clocks(rules.first, rules, calendar, received, receipt_day(received, configuration));
    return { clocks.acknowledge_by, clocks.respond_by };
}

std::string handler_of(const CategoryCode& category, const Words& words, const Configuration& configuration)
{
    const ComplaintCategory* special = configuration.complaints.find(category);
    const Worded& handler = special ? special->handled_by : configuration.complaints.handled_by;
    return handler.empty() ? words.say(Text::CommonCaseTeam)
                           : words_in(handler, words.language(), configuration.languages);
}

FeedbackReply give_feedback(Reception& reception, const FeedbackWish& wish, const RequestId& request)
{
    assert(wish.score >= kLowestScore && wish.score <= kHighestScore);
    Feedback feedback;
    feedback.visit = wish.visit;
    feedback.language = wish.language;
    feedback.score = wish.score;
    feedback.words = seal(wish.words, reception.configuration().public_key);
    feedback.request = request;
    FeedbackReply reply = FeedbackRefusal::UnknownVisit;
    reception.store().write([&](Records& records) {
        if (!request.empty()) {
            if (const auto known = records.feedback_of(request)) {
                reply = FeedbackDone { *known, true, false };
                return;
            }
        }
        bool replaced = false;
        if (wish.visit) {
            const auto visit = records.visit(*wish.visit);
            if (!visit)
                return;
            feedback.service = visit->seen_service.empty() ? visit->service : visit->seen_service;
            replaced = records.feedback_of(visit->id).has_value();
        }
        feedback.at = reception.now();
        feedback.id = records.add(feedback);
        reply = FeedbackDone { feedback, false, replaced };
    });
    return reply;
}

bool has_feedback(Reception& reception, VisitId visit)
{
    bool found = false;
    reception.store().read([&](Records& records) { found = records.feedback_of(visit).has_value(); });
    return found;
}

} // namespace nextplease
