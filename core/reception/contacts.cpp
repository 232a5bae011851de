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
    records.add(event);
}

ContactReply change(
    Reception& reception, ContactId id, const std::function<void(Records&, OtherContact&, Instant)>& work)
{
    ContactReply reply = Refusal { .kind = Refusal::Kind::UnknownContact };
    reception.store().write([&](Records& records) {
        auto contact = records.contact(id);
        if (!contact)
            return;
        work(records, *contact, reception.now());
        reply = *contact;
    });
    return reply;
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
        if (wish.answered == ContactWish::Answered::Now) {
            contact.acknowledged = now;
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
    return change(reception, id, [&](Records& records, OtherContact& contact, Instant now) {
        if (contact.acknowledged)
            return;
        contact.acknowledged = now;
        records.put(contact);
        tell(records, EventKind::ContactAcknowledged, contact, now, actor);
    });
}

ContactReply answer_contact(Reception& reception, ContactId id, const Actor& actor)
{
    return change(reception, id, [&](Records& records, OtherContact& contact, Instant now) {
        if (contact.answered)
            return;
        contact.acknowledged = contact.acknowledged.value_or(now);
        contact.answered = now;
        records.put(contact);
        tell(records, EventKind::ContactAnswered, contact, now, actor);
    });
}

} // namespace nextplease
