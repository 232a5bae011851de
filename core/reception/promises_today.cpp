#include "core/reception/promises_today.h"

#include "core/reception/promise_walk.h"

namespace nextplease {

std::vector<PromiseToday> promises_today(Store& store, const Configuration& configuration, Instant now)
{
    const LocalDate today = configuration.zone.date(now);
    const Period day = configuration.zone.days(today, today);
    std::vector<PromiseToday> promises(configuration.standards.size());
    each_promised(store, configuration, day, now, [&](const Promised& one) {
        PromiseToday& promise = promises[one.standard];
        if (day.contains(one.observation.started))
            promise.begun.add(one.observation, one.judged, configuration.zone);
        if (one.judged.standing == Standing::OpenLate)
            ++promise.late_now;
        if (one.judged.standing == Standing::Open && one.judged.due && *one.judged.due < day.to)
            ++promise.due_today;
    });
    return promises;
}

} // namespace nextplease
