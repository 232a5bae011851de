#include "core/reception/local_wall.h"

namespace nextplease {

Instant LocalWall::wall(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    if (day != day_) {
        const auto [known, is_new] = offsets_.try_emplace(day.time_since_epoch().count());
        if (is_new)
            known->second = offset_of(day);
        day_ = day;
        offset_ = known->second;
    }
    return at + (offset_ ? *offset_ : offset_at(at));
}

Seconds LocalWall::offset_at(Instant at) const
{
    const LocalTime local = zone_.local(at);
    return Instant { std::chrono::sys_days { local.date } } + local.since_midnight - at;
}

// Nothing on a day on which it changes.
std::optional<Seconds> LocalWall::offset_of(std::chrono::sys_days day) const
{
    const Seconds first = offset_at(day);
    const Seconds last = offset_at(day + std::chrono::days { 1 } - Seconds { 1 });
    return first == last ? std::optional(first) : std::nullopt;
}

} // namespace nextplease
