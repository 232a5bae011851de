#include "core/reception/promise_walk.h"

#include <map>

namespace nextplease {
namespace {

// How long before that time something may have been received that is open in it still.
constexpr std::chrono::days kBefore { 366 };

} // namespace

void each_promised(Store& store, const Configuration& configuration, Period began, Instant now,
    const std::function<void(const Promised&)>& tell)
{
    Deadlines deadlines(configuration.zone, configuration.calendar, configuration.hours);
    const auto& standards = configuration.standards;
    const auto hold = [&](const Occasion& occasion, int among) {
        for (std::size_t i = 0; i < standards.size(); ++i) {
            const auto observation = observation_of(occasion, standards[i].stretch, configuration);
            if (observation && is_about(standards[i], *observation, deadlines))
                tell({ i, occasion, *observation, judge(standards[i], *observation, deadlines, now), among });
        }
    };
    std::map<Instant, int> told; // of one day, which is told together
    each_visit_occasion(store, configuration, began, now, [&](const Occasion& occasion) {
        if (!told.empty()
            && floor<std::chrono::days>(told.begin()->first) != floor<std::chrono::days>(occasion.began))
            told.clear();
        hold(occasion, told[occasion.began]++);
    });
    const auto other = [&](const Occasion& occasion) { hold(occasion, 0); };
    const Period received { began.from - kBefore, began.to };
    each_contact_occasion(store, received, other);
    each_case_occasion(store, received, other);
}

} // namespace nextplease
