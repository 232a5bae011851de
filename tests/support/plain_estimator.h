// An estimator for tests of what is done with estimates: people ahead x the service's configured minutes /
// desks that are open for it. The upper end takes each service time to scatter by 0.7 of its mean,
// independently, so that of n people ahead the 90 % point is  m/d * (n + 1.2816 * 0.7 * sqrt(n)).
#pragma once

#include "core/domain/estimate.h"
#include "core/domain/queue.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace testing {

inline int open_desks_for(const ServiceCode& service, const Room& room)
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

inline Estimate plain(const ServiceCode& code, int ahead, const Room& room)
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
    estimate.about = nextplease::told(likely);
    if (const Minutes most = nextplease::told(late); most > *estimate.about)
        estimate.up_to = most;
    return estimate;
}

} // namespace testing

class PlainEstimator : public WaitEstimator {
public:
    Estimate for_visit(const Visit& visit, const Room& room) const override
    {
        return testing::plain(visit.service, people_ahead(visit, room.visits, room.office), room);
    }
    Estimate for_newcomer(const ServiceCode& service, const Room& room) const override
    {
        return testing::plain(
            service, people_ahead_of_newcomer(service, room.now, room.visits, room.office), room);
    }
};

} // namespace nextplease
