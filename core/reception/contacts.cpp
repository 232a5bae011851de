#include "core/reception/contacts.h"

#include <algorithm>
#include <cassert>

namespace nextplease {
namespace {

std::string code_of(const OtherContact& contact, std::string_view before = {})
{
    std::string text;
    if (contact.avoidable)
        text += " " + std::string(before) + "avoidable=" + std::string(word(*contact.avoidable));
    if (contact.resolved)
        text += " " + std::string(before) + (*contact.resolved ? "resolved=yes" : "resolved=no");
    return text;
}

Event event_of(EventKind kind, const OtherContact& contact, Instant now, const Actor& actor)
{
    Event event;
    event.kind = kind;
    event.at = now;
    event.service = contact.service;
    event.desk = actor.desk;
    event.actor = actor.name;
    event.detail = std::string(word(contact.channel)) + " contact=" + std::to_string(contact.id.value());
    return event;
}

// `at` is when it was done, where it is told afterwards.
void tell(Records& records, EventKind kind, const OtherContact& contact, Instant now, const Actor& actor,
    std::optional<Instant> at = {})
{
    static const Zone utc("UTC");
    Event event = event_of(kind, contact, now, actor);
    event.detail += code_of(contact);
    if (contact.set_aside)
        event.detail += " set_aside=" + std::string(word(*contact.set_aside));
    if (at && *at != now)
        event.detail += " at=" + to_iso(utc.local(*at)) + "Z";
    if (kind == EventKind::ContactExplained)
        event.detail += " until=" + to_iso(contact.told->until) + " explanation=" + contact.told->explanation
            + " apology=" + contact.told->apology;
    records.add(event);
}

using Change = std::function<std::optional<Refusal::Kind>(Records&, OtherContact&, Instant)>;

ContactReply change(Reception& reception, ContactId id, const Change& work)
{
    ContactReply reply = Refusal { .kind = Refusal::Kind::UnknownContact };
    reception.store().write([&](Records& records) {
        auto contact = records.contact(id);
        if (!contact)
            return;
        if (const auto refused = work(records, *contact, reception.now()))
            reply = Refusal { .kind = *refused };
        else
            reply = *contact;
    });
    return reply;
}

bool by_machine(Channel channel, const Configuration& configuration)
{
    const std::vector<Channel>& automatic = configuration.contacts.automatic_acknowledgement;
    return std::find(automatic.begin(), automatic.end(), channel) != automatic.end();
}

bool is_blank(const std::string& text)
{
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

std::optional<Refusal> unknown_service(const ServiceCode& service, const Configuration& configuration)
{
    if (service.empty() || configuration.office.find(service))
        return std::nullopt;
    Refusal refusal { .kind = Refusal::Kind::UnknownService };
    refusal.service = service;
    return refusal;
}

// What was told before stands as the first only while its date had not passed: after that it is told late.
DelayTold told_at(const OtherContact& contact, Instant at, LocalDate until, const std::string& explanation,
    const std::string& apology, const Zone& zone)
{
    const bool stood = contact.told && zone.date(at) <= contact.told->until;
    return { stood ? contact.told->at : at, until, explanation, apology };
}

bool take_code(OtherContact& contact, const ContactOutcome& outcome)
{
    const OtherContact before = contact;
    if (outcome.avoidable)
        contact.avoidable = outcome.avoidable;
    if (outcome.resolved)
        contact.resolved = outcome.resolved;
    if (!outcome.reason.empty())
        contact.reason = outcome.reason;
    return contact != before;
}

// What came of one that is answered: the time of the answer stays.
std::optional<Refusal::Kind> code_again(Records& records, OtherContact& contact,
    const ContactOutcome& outcome, Instant now, const Zone& zone, const Actor& actor)
{
    const bool explains = !outcome.explanation.empty()
        && !(contact.told && contact.told->explanation == outcome.explanation
            && contact.told->apology == outcome.apology);
    if (explains && contact.told && zone.date(*contact.answered) <= contact.told->until)
        return Refusal::Kind::ContactOver;
    const OtherContact before = contact;
    const bool codes = take_code(contact, outcome);
    if ((codes || explains) && is_no_contact(contact.set_aside))
        return Refusal::Kind::ContactOver;
    if (explains)
        contact.told = DelayTold { now, zone.date(*contact.answered), outcome.explanation, outcome.apology };
    if (contact == before)
        return std::nullopt;
    records.put(contact);
    if (explains)
        tell(records, EventKind::ContactExplained, contact, now, actor);
    if (codes) {
        Event event = event_of(EventKind::ContactCoded, contact, now, actor);
        event.detail += code_of(contact) + code_of(before, "was_");
        if (!before.reason.empty())
            event.detail += " was_reason=" + before.reason;
        records.add(event);
    }
    return std::nullopt;
}

void add_score(Records& records, Feedback& feedback, const OtherContact* contact, const Actor& actor)
{
    feedback.id = records.add(feedback);
    Event event;
    event.kind = EventKind::ScoreRecorded;
    event.at = feedback.at;
    event.service = feedback.service;
    event.desk = actor.desk;
    event.actor = actor.name;
    event.detail = std::string(word(*feedback.channel)) + " score=" + std::to_string(feedback.score);
    if (contact)
        event.detail += " contact=" + std::to_string(contact->id.value());
    records.add(event);
}

Feedback score_of(const OtherContact& contact, int score, Instant at)
{
    Feedback feedback;
    feedback.at = at;
    feedback.service = contact.service;
    feedback.score = score;
    feedback.channel = contact.channel;
    feedback.contact = contact.id;
    return feedback;
}

OtherContact contact_of(const ContactWish& wish, Instant now, const RequestId& request, const Actor& actor)
{
    OtherContact contact;
    contact.channel = wish.channel;
    contact.service = wish.service;
    contact.about = wish.about;
    contact.received = std::min(wish.received.value_or(now), now);
    contact.avoidable = wish.avoidable;
    contact.set_aside = wish.set_aside;
    contact.resolved = wish.resolved;
    contact.reason = wish.reason;
    contact.actor = actor.name;
    contact.request = request;
    return contact;
}

} // namespace

ContactReply log_contact(
    Reception& reception, const ContactWish& wish, const RequestId& request, const Actor& actor)
{
    const Configuration& configuration = reception.configuration();
    if (auto refusal = unknown_service(wish.service, configuration))
        return *refusal;
    OtherContact contact;
    reception.store().write([&](Records& records) {
        if (!request.empty()) {
            if (const auto known = records.contact_of(request)) {
                contact = *known;
                return;
            }
        }
        const Instant now = reception.now();
        contact = contact_of(wish, now, request, actor);
        if (wish.acknowledged)
            contact.acknowledged = std::clamp(*wish.acknowledged, contact.received, now);
        else if (by_machine(wish.channel, configuration))
            contact.acknowledged = contact.received;
        if (wish.answered == ContactWish::Answered::Now) {
            contact.acknowledged = contact.acknowledged.value_or(now);
            contact.answered = now;
        }
        contact.id = records.add(contact);
        records.add_checked(contact.channel, configuration.zone.date(now));
        tell(records, EventKind::ContactLogged, contact, now, actor);
        if (contact.answered)
            tell(records, EventKind::ContactAnswered, contact, now, actor);
        if (wish.score) {
            Feedback feedback = score_of(contact, *wish.score, now);
            add_score(records, feedback, &contact, actor);
        }
    });
    return contact;
}

ContactReply acknowledge_contact(
    Reception& reception, ContactId id, const Actor& actor, std::optional<Instant> at)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if (contact.acknowledged)
                return std::nullopt;
            if (!contact.is_open())
                return Refusal::Kind::ContactOver;
            contact.acknowledged = std::max(contact.received, std::min(at.value_or(now), now));
            records.put(contact);
            records.add_checked(contact.channel, reception.configuration().zone.date(*contact.acknowledged));
            tell(records, EventKind::ContactAcknowledged, contact, now, actor, contact.acknowledged);
            return std::nullopt;
        });
}

ContactReply answer_contact(
    Reception& reception, ContactId id, const Actor& actor, const ContactOutcome& outcome)
{
    const Zone& zone = reception.configuration().zone;
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            const bool explains = !outcome.explanation.empty() || !outcome.apology.empty();
            if (explains && (is_blank(outcome.explanation) || is_blank(outcome.apology)))
                return Refusal::Kind::DelayUntold;
            if (contact.answered)
                return code_again(records, contact, outcome, now, zone, actor);
            if (!contact.is_open())
                return Refusal::Kind::ContactOver;
            const Instant at = std::max(
                contact.acknowledged.value_or(contact.received), std::min(outcome.at.value_or(now), now));
            contact.acknowledged = contact.acknowledged.value_or(at);
            contact.answered = at;
            if (explains)
                contact.told =
                    told_at(contact, at, zone.date(at), outcome.explanation, outcome.apology, zone);
            take_code(contact, outcome);
            records.put(contact);
            records.add_checked(contact.channel, zone.date(at));
            if (explains)
                tell(records, EventKind::ContactExplained, contact, now, actor, at);
            tell(records, EventKind::ContactAnswered, contact, now, actor, at);
            return std::nullopt;
        });
}

ContactReply explain_contact(Reception& reception, ContactId id, const std::string& explanation,
    const std::string& apology, LocalDate until, const Actor& actor)
{
    const Zone& zone = reception.configuration().zone;
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if (!contact.is_open())
                return Refusal::Kind::ContactOver;
            if (is_blank(explanation) || is_blank(apology) || until < zone.date(now))
                return Refusal::Kind::DelayUntold;
            contact.told = told_at(contact, now, until, explanation, apology, zone);
            records.put(contact);
            tell(records, EventKind::ContactExplained, contact, now, actor);
            return std::nullopt;
        });
}

ContactReply set_contact_aside(Reception& reception, ContactId id, SetAside why, const Actor& actor)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if ((contact.answered || contact.lost) && !is_no_contact(why))
                return Refusal::Kind::ContactOver;
            contact.set_aside = why;
            records.put(contact);
            tell(records, EventKind::ContactSetAside, contact, now, actor);
            return std::nullopt;
        });
}

ContactReply take_back_contact(Reception& reception, ContactId id, const Actor& actor)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if (!contact.set_aside)
                return std::nullopt;
            Event event = event_of(EventKind::ContactTakenBack, contact, now, actor);
            event.detail += " was_set_aside=" + std::string(word(*contact.set_aside));
            contact.set_aside.reset();
            records.put(contact);
            records.add(event);
            return std::nullopt;
        });
}

void check_channel(Reception& reception, Channel channel, const Actor& actor)
{
    reception.store().write([&](Records& records) {
        const Instant now = reception.now();
        records.add_checked(channel, reception.configuration().zone.date(now));
        Event event;
        event.kind = EventKind::ChannelChecked;
        event.at = now;
        event.desk = actor.desk;
        event.actor = actor.name;
        event.detail = word(channel);
        records.add(event);
    });
}

std::variant<Feedback, Refusal> record_score(
    Reception& reception, const ScoreWish& wish, const RequestId& request, const Actor& actor)
{
    assert(wish.score >= kLowestScore && wish.score <= kHighestScore);
    if (auto refusal = unknown_service(wish.service, reception.configuration()))
        return *refusal;
    std::variant<Feedback, Refusal> reply = Refusal { .kind = Refusal::Kind::UnknownContact };
    reception.store().write([&](Records& records) {
        if (!request.empty()) {
            if (const auto known = records.feedback_of(request)) {
                reply = *known;
                return;
            }
        }
        OtherContact contact;
        contact.channel = wish.channel;
        contact.service = wish.service;
        if (wish.contact) {
            const auto stored = records.contact(*wish.contact);
            if (!stored)
                return;
            contact = *stored;
        }
        Feedback feedback = score_of(contact, wish.score, reception.now());
        if (!wish.contact)
            feedback.contact.reset();
        feedback.request = request;
        add_score(records, feedback, wish.contact ? &contact : nullptr, actor);
        reply = feedback;
    });
    return reply;
}

} // namespace nextplease
