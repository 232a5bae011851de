// What desks do with a visit beside calling: finish with what came of it, send on, correct, apologise.
#include "core/base/blank.h"
#include "core/domain/clocks.h"
#include "core/reception/reception.h"
#include "core/reception/unit_parts.h"

#include <algorithm>

namespace nextplease {
namespace {

using Kind = Refusal::Kind;

Refusal about(Kind kind, const Visit& visit)
{
    Refusal refusal { .kind = kind };
    refusal.number = visit.number;
    refusal.service = visit.service;
    refusal.desk = visit.desk;
    refusal.state = visit.state;
    return refusal;
}

// What is wrong with a result, whatever the visit's state.
std::optional<Refusal> unfit_result(
    const std::optional<ContactResult>& result, const Visit& visit, const Configuration& configuration)
{
    const DeskSettings& settings = configuration.desks;
    if (!result) {
        if (settings.rule_for(configuration.office.find(visit.service)) == ResultRule::Required)
            return about(Kind::ResultMissing, visit);
        return std::nullopt;
    }
    if (!result->given.empty() && !configuration.office.find(result->given)) {
        Refusal unknown = about(Kind::UnknownService, visit);
        unknown.service = result->given;
        return unknown;
    }
    const bool known = result->reason.empty() || settings.unresolved_reason(result->reason);
    const bool said = !result->reason.empty() || !blank(result->words);
    if (!known || (!result->resolved && !said))
        return about(Kind::ReasonMissing, visit);
    return std::nullopt;
}

// Whom it was passed to is kiosk.conf's for the reason, unless the desk says it.
ContactResult completed(ContactResult result, const Configuration& configuration)
{
    if (result.resolved) {
        result.reason.clear();
        result.passed_to.clear();
    }
    const UnresolvedReason* reason = configuration.desks.unresolved_reason(result.reason);
    if (reason && result.passed_to.empty())
        result.passed_to = reason->passed_to;
    return result;
}

Event result_event(const ResultRecord& record)
{
    Event event;
    event.visit = record.visit;
    event.leg = record.leg;
    event.kind = EventKind::Result;
    event.at = record.at;
    event.service = record.service;
    event.desk = record.desk;
    event.actor = record.actor;
    event.detail = result_detail(record.result);
    return event;
}

const Service* measured(const Visit& visit, const Configuration& configuration)
{
    return configuration.office.find(visit.seen ? visit.seen_service : visit.service);
}

// Where somebody sits of that name.
std::optional<DeskCode> seat_of(Records& records, const std::string& staff)
{
    for (const DeskRecord& desk : records.desks()) {
        if (desk.staff == staff)
            return desk.desk;
    }
    return std::nullopt;
}

// A service that the desk serves: the one that is asked for, if it does.
ServiceCode served_at(const Desk& desk, const ServiceCode& wanted)
{
    const bool serves = std::any_of(desk.services.begin(), desk.services.end(),
        [&](const DeskService& offered) { return offered.service == wanted; });
    return serves ? wanted : desk.services.front().service;
}

} // namespace

Reply Reception::finish(VisitId id, const RequestId& request, const Actor& actor)
{
    return finish(id, std::nullopt, request, actor);
}

Reply Reception::finish(
    VisitId id, const std::optional<ContactResult>& result, const RequestId& request, const Actor& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const auto visit = records.visit(id);
        if (!visit)
            return Refusal { .kind = Kind::UnknownNumber };
        const Desk* desk = visit->desk ? configuration_.office.find(*visit->desk) : nullptr;
        Outcome outcome = nextplease::finish(*visit, now, desk, actor);
        auto* change = std::get_if<Change>(&outcome);
        if (!change)
            return std::get<Refusal>(outcome);
        if (const auto refusal = unfit_result(result, *visit, configuration_))
            return *refusal;
        if (result) {
            const ResultRecord record { visit->id, visit->leg, now, visit->service,
                visit->desk.value_or(DeskCode {}), actor.name, completed(*result, configuration_) };
            records.put(record);
            change->events.push_back(result_event(record));
        }
        return save(records, *change, request);
    });
}

Reply Reception::transfer(
    VisitId id, const ServiceCode& to, const std::string& note, const RequestId& request, const Actor& actor)
{
    return transfer(id, Onward { .service = to, .note = note }, request, actor);
}

Reply Reception::transfer(VisitId id, Onward onward, const RequestId& request, const Actor& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const auto visit = records.visit(id);
        if (!visit)
            return Refusal { .kind = Kind::UnknownNumber };
        if (onward.service.empty())
            onward.service = visit->service;
        if (!configuration_.office.find(onward.service)) {
            Refusal refusal { .kind = Kind::UnknownService };
            refusal.service = onward.service;
            return refusal;
        }
        Refusal nobody { .kind = Kind::NotThere };
        nobody.reference = onward.staff;
        const auto seat = onward.staff.empty() ? std::optional(onward.desk) : seat_of(records, onward.staff);
        if (!seat)
            return nobody;
        const Desk* to = configuration_.office.find(*seat);
        if (!seat->empty() && !to) {
            Refusal refusal { .kind = Kind::UnknownDesk };
            refusal.desk = *seat;
            return refusal;
        }
        if (to)
            onward.service = served_at(*to, onward.service);
        onward.rule = configuration_.desks.transfer_note;
        const Desk* desk = visit->desk ? configuration_.office.find(*visit->desk) : nullptr;
        return save_or_refuse(records, nextplease::transfer(*visit, onward, now, desk, actor), request);
    });
}

Reply Reception::serve_now(
    const DeskCode& code, const TicketWish& wish, const RequestId& request, const Actor& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        Refusal refusal { .kind = Kind::UnknownDesk };
        refusal.desk = code;
        if (!configuration_.office.find(code))
            return refusal;
        for (const Visit& visit : records.open_visits()) {
            if (visit.desk == code) {
                refusal.kind = Kind::DeskBusy;
                refusal.number = visit.number;
                return refusal;
            }
        }
        Reply reply = take(records, now, wish, request, actor);
        reply = then(
            records, reply, [&](const Visit& visit) { return nextplease::call(visit, code, now, actor); });
        return then(records, reply, [&](const Visit& visit) { return nextplease::start(visit, now, actor); });
    });
}

Reply Reception::return_to_queue(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(id, request,
        [&](const Visit& visit, Instant now) { return nextplease::return_to_queue(visit, now, actor); });
}

Reply Reception::change_service(
    VisitId id, const ServiceCode& to, const RequestId& request, const Actor& actor)
{
    return change(id, request, [&](const Visit& visit, Instant now) -> Outcome {
        if (!configuration_.office.find(to)) {
            Refusal refusal { .kind = Kind::UnknownService };
            refusal.service = to;
            return refusal;
        }
        return nextplease::change_service(visit, to, now, actor);
    });
}

Reply Reception::change_company(VisitId id, Company company, const RequestId& request, const Actor& actor)
{
    const Office& office = configuration_.office;
    return change(id, request, [&](const Visit& visit, Instant now) -> Outcome {
        if (const auto refusal = unknown_need(company.needs, company.interpreter, office))
            return *refusal;
        if (company.party < 1 || company.party > office.rules.party_at_most)
            return about(Kind::PartyTooLarge, visit);
        company.needs = in_order(company.needs, office);
        const bool by_needs = visit.priority == office.priority_of(visit.needs);
        company.priority = by_needs ? office.priority_of(company.needs) : visit.priority;
        return nextplease::change_company(visit, company, now, actor);
    });
}

Reply Reception::apologise(VisitId id, const std::string& reason, const std::string& words,
    const RequestId& request, const Actor& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const auto visit = records.visit(id);
        if (!visit)
            return Refusal { .kind = Kind::UnknownNumber };
        const bool known = reason.empty() || configuration_.desks.late_reason(reason);
        if (!known || (reason.empty() && blank(words)))
            return about(Kind::ReasonMissing, *visit);
        const Service* service = measured(*visit, configuration_);
        const Seconds wait = clocks_of(*visit, now).wait;
        if (pace_of(wait, service ? service->limit : configuration_.limit) != Pace::Past)
            return about(Kind::NotLate, *visit);
        const DeskCode desk = actor.desk.value_or(visit->desk.value_or(DeskCode {}));
        const Apology apology { visit->id, now, wait, reason, words, desk, actor.name };
        records.put(apology);
        Event event;
        event.visit = visit->id;
        event.leg = visit->leg;
        event.kind = EventKind::Apologised;
        event.at = now;
        event.service = visit->service;
        event.desk = desk;
        event.actor = actor.name;
        event.detail = apology_detail(apology);
        event.request = request;
        records.add(event);
        return Done { *visit, false };
    });
}

} // namespace nextplease
