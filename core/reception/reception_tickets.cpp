// How a visit begins: a ticket is taken.
#include "core/reception/reception.h"
#include "core/reception/unit_parts.h"

#include <algorithm>

namespace nextplease {
namespace {

using Kind = Refusal::Kind;

Refusal about(Kind kind, const ServiceCode& service)
{
    Refusal refusal { .kind = kind };
    refusal.service = service;
    return refusal;
}

// Why no ticket is given for `service` at this time, if so. Staff may give one nevertheless.
std::optional<Refusal> closed_for_tickets(const Service& service, const LocalTime& local)
{
    if (service.gives_tickets_at(local))
        return std::nullopt;
    Refusal refusal =
        about(service.hours.open_at(local) ? Kind::ClosingSoon : Kind::ServiceClosed, service.code);
    refusal.opens = service.next_tickets(local);
    return refusal;
}

// The daily cap binds the kiosk; who has an appointment is not counted in it.
std::optional<Refusal> full_for_today(Records& records, const Service& service, const LocalTime& local)
{
    if (!service.tickets_a_day || records.tickets_taken(local.date, service.code) < *service.tickets_a_day)
        return std::nullopt;
    Refusal refusal = about(Kind::DayFull, service.code);
    refusal.opens = service.next_tickets({ add_days(local.date, 1), Seconds { 0 } });
    return refusal;
}

// The further services of a wish: each once, and not the one that it begins with.
std::vector<ServiceCode> further_matters(const TicketWish& wish)
{
    std::vector<ServiceCode> matters;
    for (const ServiceCode& matter : wish.matters) {
        if (matter != wish.service && std::find(matters.begin(), matters.end(), matter) == matters.end())
            matters.push_back(matter);
    }
    return matters;
}

// What is wrong with a wish whatever the time is.
std::optional<Refusal> not_possible(const TicketWish& wish, const Office& office)
{
    for (const ServiceCode& service : wish.matters) {
        if (!office.find(service))
            return about(Kind::UnknownService, service);
    }
    Refusal refusal = about(Kind::UnknownPriority, wish.service);
    refusal.priority = wish.priority;
    if (!wish.priority.empty() && !office.find(wish.priority))
        return refusal;
    if (const auto need = unknown_need(wish.needs, wish.interpreter, office))
        return need;
    if (wish.party < 1 || wish.party > office.rules.party_at_most)
        return about(Kind::PartyTooLarge, wish.service);
    if (further_matters(wish).size() > static_cast<std::size_t>(office.rules.matters_at_most))
        return about(Kind::TooManyMatters, wish.service);
    return std::nullopt;
}

// What a wish asks for, as the visit has it. A priority that staff give goes before the rule for needs.
Visit visit_of(const TicketWish& wish, const Office& office)
{
    Visit visit;
    visit.service = wish.service;
    visit.language = wish.language;
    visit.needs = in_order(wish.needs, office);
    visit.priority = wish.priority.empty() ? office.priority_of(visit.needs) : wish.priority;
    visit.interpreter = wish.interpreter;
    visit.party = wish.party;
    visit.matters = further_matters(wish);
    return visit;
}

} // namespace

Reply Reception::take(const TicketWish& wish, const RequestId& request, const std::string& actor)
{
    return unit(
        request, [&](Records& records, Instant now) { return take(records, now, wish, request, { actor }); });
}

Reply Reception::take(
    Records& records, Instant now, const TicketWish& wish, const RequestId& request, const Actor& actor)
{
    const Office& office = configuration_.office;
    const Service* service = office.find(wish.service);
    if (!service)
        return about(Kind::UnknownService, wish.service);
    if (const auto refusal = not_possible(wish, office))
        return *refusal;
    const LocalTime local = configuration_.zone.local(now);
    if (wish.hours == TicketWish::Hours::Bind) {
        if (const auto refusal = closed_for_tickets(*service, local))
            return *refusal;
        if (const auto refusal = full_for_today(records, *service, local))
            return *refusal;
    }
    const auto number = free_number(records, local.date, service->letter);
    if (!number)
        return about(Kind::NumbersUsedUp, wish.service);
    Visit visit = visit_of(wish, office);
    visit.day = local.date;
    visit.number = *number;
    return save(records, nextplease::take(visit, now, actor), request);
}

Reply Reception::then(Records& records, const Reply& done, const std::function<Outcome(const Visit&)>& arrow)
{
    if (std::holds_alternative<Refusal>(done))
        return done;
    return save_or_refuse(records, arrow(std::get<Done>(done).visit), {});
}

} // namespace nextplease
