#include "core/domain/estimate.h"

#include "core/domain/queue.h"

#include <algorithm>
#include <cmath>

namespace nextplease {

Minutes told(double minutes)
{
    constexpr int kExactUpTo = 20;
    constexpr int kStep = 5;
    const int whole = std::max(1, static_cast<int>(std::ceil(minutes - 1e-9)));
    return Minutes { whole <= kExactUpTo ? whole : (whole + kStep - 1) / kStep * kStep };
}

Minutes told_likely(double minutes)
{
    constexpr int kExactUpTo = 20;
    constexpr int kStep = 5;
    if (minutes < 1)
        return Minutes { 0 };
    const int whole = static_cast<int>(std::lround(minutes));
    return Minutes { whole <= kExactUpTo ? whole : static_cast<int>(std::lround(minutes / kStep)) * kStep };
}

Estimate told_estimate(int people_ahead, double likely_minutes, double most_minutes)
{
    Estimate estimate { .people_ahead = people_ahead, .about = told_likely(likely_minutes), .up_to = {} };
    if (const Minutes most = told(most_minutes); most > std::max(*estimate.about, Minutes { 1 }))
        estimate.up_to = most;
    return estimate;
}

DeskCode free_desk_for(const Visit& visit, const Room& room)
{
    for (const Desk& desk : room.office.desks) {
        const auto record = std::find_if(room.desks.begin(), room.desks.end(),
            [&](const DeskRecord& one) { return one.desk == desk.code && one.state == DeskState::Open; });
        const bool busy = std::any_of(
            room.visits.begin(), room.visits.end(), [&](const Visit& one) { return one.desk == desk.code; });
        if (record == room.desks.end() || busy)
            continue;
        const auto next = who_is_next(room.visits, desk, room.office, record->staff);
        if (next && next->visit.id == visit.id)
            return desk.code;
    }
    return {};
}

} // namespace nextplease
