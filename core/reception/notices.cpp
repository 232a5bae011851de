#include "core/reception/notices.h"

#include "core/base/blank.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease {
namespace {

void tell(Records& records, EventKind kind, const DelayNotice& notice, Instant now, const Actor& actor)
{
    Event event;
    event.kind = kind;
    event.at = now;
    event.desk = actor.desk;
    event.actor = actor.name;
    event.detail = "notice=" + std::to_string(notice.id.value());
    for (const ServiceCode& service : notice.services)
        event.detail += " service=" + service.text();
    if (!notice.reason.empty())
        event.detail += " reason=" + notice.reason;
    if (!notice.words.empty())
        event.detail += " words=" + notice.words;
    records.add(event);
}

bool share_a_service(const DelayNotice& one, const DelayNotice& other)
{
    return one.services.empty() || other.services.empty()
        || std::any_of(one.services.begin(), one.services.end(),
            [&](const ServiceCode& service) { return other.about(service); });
}

void take_down(Records& records, const DelayNotice& notice, Instant now, const Actor& actor)
{
    records.clear_notice(notice.id, now);
    tell(records, EventKind::NoticeCleared, notice, now, actor);
}

} // namespace

NoticeReply put_notice(Reception& reception, const NoticeWish& wish, const Actor& actor)
{
    const Configuration& configuration = reception.configuration();
    Refusal refusal { .kind = Refusal::Kind::ReasonMissing };
    const bool known = wish.reason.empty() || configuration.desks.late_reason(wish.reason);
    if (!known || (wish.reason.empty() && blank(wish.words)))
        return refusal;
    for (const ServiceCode& service : wish.services) {
        if (!configuration.office.find(service)) {
            refusal.kind = Refusal::Kind::UnknownService;
            refusal.service = service;
            return refusal;
        }
    }
    DelayNotice notice;
    notice.services = wish.services;
    notice.reason = wish.reason;
    notice.words = wish.words;
    notice.actor = actor.name;
    reception.store().write([&](Records& records) {
        notice.put = reception.now();
        notice.until = notice.put + wish.stands.value_or(configuration.desks.notice);
        for (const DelayNotice& before : records.notices(notice.put)) {
            if (share_a_service(before, notice))
                take_down(records, before, notice.put, actor);
        }
        notice.id = records.add(notice);
        tell(records, EventKind::NoticePut, notice, notice.put, actor);
    });
    return notice;
}

NoticeReply clear_notice(Reception& reception, NoticeId id, const Actor& actor)
{
    NoticeReply reply = Refusal { .kind = Refusal::Kind::NoticeGone };
    reception.store().write([&](Records& records) {
        const Instant now = reception.now();
        for (DelayNotice& notice : records.notices(now)) {
            if (notice.id != id)
                continue;
            take_down(records, notice, now, actor);
            notice.cleared = now;
            reply = notice;
        }
    });
    return reply;
}

std::string notice_reason(const DelayNotice& notice, const Words& words, const Configuration& configuration)
{
    const LateReason* reason = configuration.desks.late_reason(notice.reason);
    if (!reason)
        return notice.words;
    const std::string why = words_in(reason->words, words.language(), configuration.languages);
    return notice.words.empty() ? why : why + ' ' + notice.words;
}

DelayWords delay_words(const DelayNotice& notice, const Words& words, const Configuration& configuration)
{
    const std::string separator = words.say(Text::CommonListSeparator);
    std::string services;
    for (const ServiceCode& service : notice.services)
        services += (services.empty() ? "" : separator) + name_of(service, words, configuration);
    return { services.empty() ? words.say(Text::NoticeDelayAll)
                              : words.say(Text::NoticeDelayServices, { { "services", services } }),
        words.say(Text::NoticeDelayText, { { "reason", notice_reason(notice, words, configuration) } }) };
}

const DelayNotice* notice_about(const Snapshot& snapshot, const ServiceCode& service)
{
    for (const DelayNotice& notice : snapshot.notices) {
        if (notice.about(service))
            return &notice;
    }
    return nullptr;
}

} // namespace nextplease
