// Who is next: the one rule by which desks call, screens order their lists and the wait estimate looks ahead.
// Pure; the same input always gives the same order.
#pragma once

#include "core/domain/office.h"
#include "core/domain/visit.h"

#include <compare>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace nextplease {

// How much earlier than it came a visit queues: the head starts of its priority class and of its service.
// Classes and services that the office does not have give none.
Seconds head_start_of(const PriorityCode& priority, const ServiceCode& service, const Office& office);

// The moment from which a visit queues: its place (`queue_from`) minus the head starts of its priority class
// and of its service. Because a head start is minutes and not a lane of its own, it can never starve anyone:
// every later arrival falls behind in the end.
Instant queue_key(const Visit& visit, const Office& office);

// Where a visit stands among those of all services: by queue_key, then by arrival, then by the order in which
// the tickets were taken.
struct Place {
    Instant key;
    Instant arrived;
    VisitId id;
    friend auto operator<=>(const Place&, const Place&) = default;
};
Place place_of(const Visit& visit, const Office& office);

// An id behind every ticket that was taken: of somebody who would take one now.
constexpr VisitId last_in_line()
{
    return VisitId { std::numeric_limits<std::int64_t>::max() };
}

// THE RULE of who is next at a desk: the lowest rank of service first, whatever has waited longer, and within
// a rank whoever's place is first.
template <class SomePlace>
struct Turn {
    int rank = 1;
    SomePlace place {};
    friend auto operator<=>(const Turn&, const Turn&) = default;
};

// Of the candidates, whom a desk may call, the one that it calls; `end` if there is none. `turn_of` says each
// one's Turn. Desks call by it through who_is_next, and the wait estimate looks ahead by it.
template <class Candidate, class TurnOf>
Candidate first_in_turn(Candidate begin, Candidate end, TurnOf turn_of)
{
    Candidate best = begin;
    for (Candidate at = begin; at != end; ++at) {
        if (turn_of(*at) < turn_of(*best))
            best = at;
    }
    return best;
}

// Waiting visits in the order in which a desk that serves everything would call them: by queue_key, then by
// arrival, then by the order in which the tickets were taken. Visits that are not Waiting are left out.
std::vector<Visit> in_queue_order(std::span<const Visit> visits, const Office& office);

// Why a visit is the one.
struct Next {
    Visit visit;
    int rank = 1; // of its service at this desk
    bool only_rank_decided = false; // somebody of a lower-ranked service has a better key
    bool head_start_decided = false; // somebody who came earlier waits in the same rank
    int waiting = 0; // whom the desk may call, this one included
};

// The visit that `desk` calls next: of its services, the lowest rank with anybody waiting, then queue order.
// nullopt if nobody waits for it.
// `staff`: who sits there, for those who were sent on to them; empty: not known.
std::optional<Next> who_is_next(
    std::span<const Visit> visits, const Desk& desk, const Office& office, std::string_view staff = {});

// Whom the desk would call one after another if nobody else came, at most `count`: who_is_next is the first.
std::vector<VisitId> first_in_line(std::span<const Visit> visits, const Desk& desk, const Office& office,
    std::string_view staff, std::size_t count);

// Whether a visit that was sent on to `wanted` is for whoever is `there`; `nobody`: it was not sent on.
template <class Name>
bool is_for(const Name& wanted, const Name& nobody, const Name& there)
{
    return wanted == nobody || wanted == there;
}

// Whether the visit waits for that desk: it serves the service, and the visit was not sent to another desk or
// colleague.
bool may_take(const Desk& desk, const Visit& visit, std::string_view staff);

// The key of a place behind the next `behind` of `later`, or behind all of them if they are fewer: the places
// of the same service that are behind `mine`. nullopt if there is none. REQUIRES: behind > 0.
std::optional<Instant> key_behind(const Place& mine, std::vector<Place> later, int behind);

// From when `visit` must queue to stand behind the next `behind` people of its own service, or behind all of
// them if they are fewer; nobody's head start is lost by it. Whoever has the same second as the last of them
// goes first too. nullopt if nobody of its service is behind it. REQUIRES: behind > 0.
std::optional<Instant> queue_from_behind(
    const Visit& visit, std::span<const Visit> visits, const Office& office, int behind);

// How many of the waiting would be called before `visit` by a desk that serves its service, all else
// unchanged: those ahead of it in its own service's queue. For a newcomer see people_ahead_of_newcomer.
int people_ahead(const Visit& visit, std::span<const Visit> visits, const Office& office);

// The same for someone who would take an ordinary ticket for `service` at `now`.
int people_ahead_of_newcomer(
    const ServiceCode& service, Instant now, std::span<const Visit> visits, const Office& office);

} // namespace nextplease
