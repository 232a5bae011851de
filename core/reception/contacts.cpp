#include "core/reception/contacts.h"

#include <algorithm>

namespace nextplease {
namespace {

void tell(Records& records, EventKind kind, const OtherContact& contact, Instant now, const Actor& actor)
{
    Event event;
    event.kind = kind;
    event.at = now;
    event.service = contact.service;
    event.desk = actor.desk;
    event.actor = actor.name;
    event.detail = std::string(word(contact.channel)) + " contact=" + std::to_string(contact.id.value());
    if (contact.avoidable)
        event.detail += " avoidable=" + std::string(word(*contact.avoidable));
    if (contact.resolved)
        event.detail += *contact.resolved ? " resolved=yes" : " resolved=no";
    if (contact.set_aside)
        event.detail += " set_aside=" + std::string(word(*contact.set_aside));
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

} // namespace

ContactReply log_contact(
    Reception& reception, const ContactWish& wish, const RequestId& request, const Actor& actor)
{
    if (!wish.service.empty() && !reception.configuration().office.find(wish.service)) {
        Refusal refusal { .kind = Refusal::Kind::UnknownService };
        refusal.service = wish.service;
        return refusal;
    }
    OtherContact contact;
    contact.channel = wish.channel;
    contact.service = wish.service;
    contact.about = wish.about;
    contact.avoidable = wish.avoidable;
    contact.set_aside = wish.set_aside;
    contact.resolved = wish.resolved;
    contact.reason = wish.reason;
    contact.actor = actor.name;
    contact.request = request;
    reception.store().write([&](Records& records) {
        if (!request.empty()) {
            if (const auto known = records.contact_of(request)) {
                contact = *known;
                return;
            }
        }
        const Instant now = reception.now();
        contact.received = std::min(wish.received.value_or(now), now);
        if (wish.acknowledged)
            contact.acknowledged = std::clamp(*wish.acknowledged, contact.received, now);
        else if (by_machine(wish.channel, reception.configuration()))
            contact.acknowledged = contact.received;
        if (wish.answered == ContactWish::Answered::Now) {
            contact.acknowledged = contact.acknowledged.value_or(now);
            contact.answered = now;
        }
        contact.id = records.add(contact);
        tell(records, EventKind::ContactLogged, contact, now, actor);
        if (contact.answered)
            tell(records, EventKind::ContactAnswered, contact, now, actor);
    });
    return contact;
}

ContactReply acknowledge_contact(Reception& reception, ContactId id, const Actor& actor)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if (contact.acknowledged)
                return std::nullopt;
            if (!contact.is_open())
                return Refusal::Kind::ContactOver;
            contact.acknowledged = now;
            records.put(contact);
            tell(records, EventKind::ContactAcknowledged, contact, now, actor);
            return std::nullopt;
        });
}

ContactReply answer_contact(
    Reception& reception, ContactId id, const Actor& actor, const ContactOutcome& outcome)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if (contact.answered)
                return std::nullopt;
            if (!contact.is_open())
                return Refusal::Kind::ContactOver;
            contact.acknowledged = contact.acknowledged.value_or(now);
            contact.answered = now;
            if (outcome.avoidable)
                contact.avoidable = outcome.avoidable;
            if (outcome.resolved)
                contact.resolved = outcome.resolved;
            if (!outcome.reason.empty())
                contact.reason = outcome.reason;
            records.put(contact);
            tell(records, EventKind::ContactAnswered, contact, now, actor);
            return std::nullopt;
        });
}

ContactReply explain_contact(Reception& reception, ContactId id, const std::string& explanation,
    const std::string& apology, LocalDate until, const Actor& actor)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            if (!contact.is_open())
                return Refusal::Kind::ContactOver;
            const LocalDate today = reception.configuration().zone.date(now);
            if (is_blank(explanation) || is_blank(apology) || until < today)
                return Refusal::Kind::DelayUntold;
            const Instant first = contact.told ? contact.told->at : now;
            contact.told = DelayTold { first, until, explanation, apology };
            records.put(contact);
            tell(records, EventKind::ContactExplained, contact, now, actor);
            return std::nullopt;
        });
}

ContactReply set_contact_aside(Reception& reception, ContactId id, SetAside why, const Actor& actor)
{
    return change(reception, id,
        [&](Records& records, OtherContact& contact, Instant now) -> std::optional<Refusal::Kind> {
            contact.set_aside = why;
            records.put(contact);
            tell(records, EventKind::ContactSetAside, contact, now, actor);
            return std::nullopt;
        });
}

} // namespace nextplease
