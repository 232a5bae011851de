#include "core/domain/queue.h"

#include <algorithm>

namespace nextplease {
namespace {

std::optional<int> rank_at(const Desk& desk, const ServiceCode& service)
{
    for (const DeskService& offered : desk.services) {
        if (offered.service == service)
            return offered.rank;
    }
    return std::nullopt;
}

} // namespace

Seconds head_start_of(const PriorityCode& priority, const ServiceCode& service, const Office& office)
{
    Seconds head_start { 0 };
    if (const PriorityClass* known = office.find(priority))
        head_start += known->head_start;
    if (const Service* known = office.find(service))
        head_start += known->head_start;
    return head_start;
}

Instant queue_key(const Visit& visit, const Office& office)
{
    return visit.queue_from - head_start_of(visit.priority, visit.service, office);
}

Place place_of(const Visit& visit, const Office& office)
{
    return { queue_key(visit, office), visit.arrived, visit.id };
}

std::vector<Visit> in_queue_order(std::span<const Visit> visits, const Office& office)
{
    std::vector<std::pair<Place, const Visit*>> places;
    for (const Visit& visit : visits) {
        if (visit.state == VisitState::Waiting)
            places.emplace_back(place_of(visit, office), &visit);
    }
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Visit> ordered;
    ordered.reserve(places.size());
    for (const auto& [place, visit] : places)
        ordered.push_back(*visit);
    return ordered;
}

bool may_take(const Desk& desk, const Visit& visit, std::string_view staff)
{
    return visit.state == VisitState::Waiting && rank_at(desk, visit.service)
        && is_for(visit.for_desk, DeskCode {}, desk.code)
        && is_for<std::string_view>(visit.for_staff, {}, staff);
}

std::optional<Next> who_is_next(
    std::span<const Visit> visits, const Desk& desk, const Office& office, std::string_view staff)
{
    struct Candidate {
        Turn<Place> turn;
        const Visit* visit;
    };
    std::vector<Candidate> candidates;
    for (const Visit& visit : visits) {
        if (may_take(desk, visit, staff))
            candidates.push_back({ { *rank_at(desk, visit.service), place_of(visit, office) }, &visit });
    }
    if (candidates.empty())
        return std::nullopt;
    const auto first = first_in_turn(candidates.begin(), candidates.end(),
        [](const Candidate& one) -> const Turn<Place>& { return one.turn; });
    const Turn<Place>& best = first->turn;

    Next next { .visit = *first->visit, .rank = best.rank, .waiting = static_cast<int>(candidates.size()) };
    for (const auto& [other, visit] : candidates) {
        next.only_rank_decided |= other.rank > best.rank && other.place < best.place;
        next.head_start_decided |= other.rank == best.rank && other.place.arrived < best.place.arrived;
    }
    return next;
}

std::vector<VisitId> first_in_line(std::span<const Visit> visits, const Desk& desk, const Office& office,
    std::string_view staff, std::size_t count)
{
    std::vector<std::pair<Turn<Place>, VisitId>> line;
    for (const Visit& visit : visits) {
        if (may_take(desk, visit, staff))
            line.push_back({ { *rank_at(desk, visit.service), place_of(visit, office) }, visit.id });
    }
    const auto shown = line.begin() + static_cast<std::ptrdiff_t>(std::min(count, line.size()));
    std::partial_sort(line.begin(), shown, line.end());
    std::vector<VisitId> first;
    for (auto at = line.begin(); at != shown; ++at)
        first.push_back(at->second);
    return first;
}

std::optional<Instant> key_behind(const Place& mine, std::vector<Place> later, int behind)
{
    if (later.empty())
        return std::nullopt;
    std::sort(later.begin(), later.end());
    const Place& last = later[std::min(later.size(), static_cast<std::size_t>(behind)) - 1];
    // Of the same second, whoever arrived first goes first.
    const Place same_second { last.key, mine.arrived, mine.id };
    return last < same_second ? last.key : last.key + Seconds { 1 };
}

std::optional<Instant> queue_from_behind(
    const Visit& visit, std::span<const Visit> visits, const Office& office, int behind)
{
    const Place mine = place_of(visit, office);
    std::vector<Place> later;
    for (const Visit& other : visits) {
        const Place place = place_of(other, office);
        if (other.state == VisitState::Waiting && other.service == visit.service && mine < place)
            later.push_back(place);
    }
    const auto key = key_behind(mine, std::move(later), behind);
    if (!key)
        return std::nullopt;
    return visit.queue_from + (*key - mine.key);
}

int people_ahead(const Visit& visit, std::span<const Visit> visits, const Office& office)
{
    const Place mine = place_of(visit, office);
    return static_cast<int>(std::count_if(visits.begin(), visits.end(), [&](const Visit& other) {
        return other.state == VisitState::Waiting && other.service == visit.service && other.id != visit.id
            && place_of(other, office) < mine;
    }));
}

int people_ahead_of_newcomer(
    const ServiceCode& service, Instant now, std::span<const Visit> visits, const Office& office)
{
    Visit newcomer;
    newcomer.id = last_in_line();
    newcomer.service = service;
    newcomer.arrived = now;
    newcomer.queue_from = now;
    return people_ahead(newcomer, visits, office);
}

} // namespace nextplease
