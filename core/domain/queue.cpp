#include "core/domain/queue.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace nextplease {
namespace {

struct Place {
    Instant key;
    Instant arrived;
    VisitId id;
    friend auto operator<=>(const Place&, const Place&) = default;
};

Place place_of(const Visit& visit, const Office& office)
{
    return { queue_key(visit, office), visit.arrived, visit.id };
}

std::optional<int> rank_at(const Desk& desk, const ServiceCode& service)
{
    for (const DeskService& offered : desk.services) {
        if (offered.service == service)
            return offered.rank;
    }
    return std::nullopt;
}

} // namespace

Instant queue_key(const Visit& visit, const Office& office)
{
    Instant key = visit.queue_from;
    if (const PriorityClass* priority = office.find(visit.priority))
        key -= priority->head_start;
    if (const Service* service = office.find(visit.service))
        key -= service->head_start;
    return key;
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

std::optional<Next> who_is_next(std::span<const Visit> visits, const Desk& desk, const Office& office)
{
    struct Candidate {
        int rank;
        Place place;
        const Visit* visit;
    };
    std::vector<Candidate> candidates;
    for (const Visit& visit : visits) {
        if (visit.state != VisitState::Waiting)
            continue;
        if (const auto rank = rank_at(desk, visit.service))
            candidates.push_back({ *rank, place_of(visit, office), &visit });
    }
    if (candidates.empty())
        return std::nullopt;
    const auto best =
        *std::min_element(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return std::tie(a.rank, a.place) < std::tie(b.rank, b.place);
        });

    Next next { .visit = *best.visit, .rank = best.rank, .waiting = static_cast<int>(candidates.size()) };
    for (const Candidate& other : candidates) {
        next.only_rank_decided |= other.rank > best.rank && other.place < best.place;
        next.head_start_decided |= other.rank == best.rank && other.place.arrived < best.place.arrived;
    }
    return next;
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
    if (later.empty())
        return std::nullopt;
    std::sort(later.begin(), later.end());
    const Place& last = later[std::min(later.size(), static_cast<std::size_t>(behind)) - 1];
    // Of the same second, whoever arrived first goes first.
    const Place same_second { last.key, mine.arrived, mine.id };
    const Instant key = last < same_second ? last.key : last.key + Seconds { 1 };
    return visit.queue_from + (key - mine.key);
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
    newcomer.id = VisitId { std::numeric_limits<std::int64_t>::max() };
    newcomer.service = service;
    newcomer.arrived = now;
    newcomer.queue_from = now;
    return people_ahead(newcomer, visits, office);
}

} // namespace nextplease
