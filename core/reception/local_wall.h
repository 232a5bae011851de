// The time on the reception's wall, cheap for millions: the zone is asked once per UTC day, and only on days
// on which the clocks change once per moment.
#pragma once

#include "core/base/local_time.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace nextplease {

// One thread. The zone must outlive it.
class LocalWall {
public:
    explicit LocalWall(const Zone& zone)
        : zone_(zone)
    {
    }

    // As if the local time were UTC: its days and hours are those of the wall.
    Instant wall(Instant at);

private:
    Seconds offset_at(Instant at) const;
    std::optional<Seconds> offset_of(std::chrono::sys_days day) const;

    const Zone& zone_;
    std::unordered_map<std::int64_t, std::optional<Seconds>> offsets_; // by UTC day since 1970
    std::chrono::sys_days day_ = std::chrono::sys_days::min();
    std::optional<Seconds> offset_;
};

} // namespace nextplease
