#include "core/domain/clocks.h"

#include <algorithm>

namespace nextplease {
namespace {

Instant wait_stops(const Visit& visit, Instant now)
{
    if (visit.seen)
        return *visit.seen;
    if (visit.ended)
        return visit.called ? *visit.called : *visit.ended;
    return now;
}

} // namespace

Instant held_from(const Visit& visit)
{
    return std::max(*visit.held_since, visit.appointment_at.value_or(*visit.held_since));
}

Clocks clocks_of(const Visit& visit, Instant now)
{
    Clocks clocks;
    Seconds held = visit.held;
    if (visit.held_since && !visit.seen)
        held += now - held_from(visit);
    // Before its appointment a visit has not begun to wait.
    clocks.wait = std::max(wait_stops(visit, now) - visit.arrived - held, Seconds { 0 });
    if (visit.seen)
        clocks.walk = *visit.seen - *visit.seen_called;
    clocks.service = visit.served;
    if (visit.started)
        clocks.service += now - *visit.started;
    clocks.total = visit.ended.value_or(now) - visit.arrived;
    return clocks;
}

Pace pace_of(Seconds wait, Seconds limit)
{
    if (wait > limit)
        return Pace::Past;
    return limit - wait <= kNear ? Pace::Near : Pace::InTime;
}

} // namespace nextplease
