#include "core/domain/estimate.h"

#include "core/domain/queue.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace {

int open_desks_for(const ServiceCode& service, const Room& room)
{
    int open = 0;
    for (const DeskRecord& record : room.desks) {
        if (record.state != DeskState::Open)
            continue;
        const Desk* desk = room.office.find(record.desk);
        if (desk
            && std::any_of(desk->services.begin(), desk->services.end(),
                [&](const DeskService& offered) { return offered.service == service; }))
            ++open;
    }
    return open;
}

Estimate plain(const ServiceCode& code, int ahead, const Room& room)
{
    Estimate estimate { .people_ahead = ahead, .about = {}, .up_to = {} };
    const Service* service = room.office.find(code);
    const int desks = open_desks_for(code, room);
    if (!service || desks == 0)
        return estimate;
    constexpr double kVariation = 0.7;
    constexpr double kNinetyPercent = 1.2816;
    const double each = static_cast<double>(service->usual.count()) / desks;
    const double likely = each * ahead;
    const double late = each * (ahead + kNinetyPercent * kVariation * std::sqrt(ahead));
    estimate.about = told(likely);
    if (const Minutes most = told(late); most > *estimate.about)
        estimate.up_to = most;
    return estimate;
}

} // namespace

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

Estimate PlainEstimator::for_visit(const Visit& visit, const Room& room) const
{
    return plain(visit.service, people_ahead(visit, room.visits, room.office), room);
}

Estimate PlainEstimator::for_newcomer(const ServiceCode& service, const Room& room) const
{
    return plain(service, people_ahead_of_newcomer(service, room.now, room.visits, room.office), room);
}

} // namespace nextplease
