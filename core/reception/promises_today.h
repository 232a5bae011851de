// Today against each promise: what began today, as the report on standards of today counts it, and what is
// open still, whenever it began: due by the end of today, or late already.
#pragma once

#include "core/domain/standard.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <vector>

namespace nextplease {

struct PromiseToday {
    StandardFigures begun; // today
    std::int64_t due_today = 0; // open, in time still, and only until the end of today
    std::int64_t late_now = 0; // open past the limit
    friend bool operator==(const PromiseToday&, const PromiseToday&) = default;
};

// As kiosk.conf has the promises. What was received more than a year ago is not looked at.
std::vector<PromiseToday> promises_today(Store& store, const Configuration& configuration, Instant now);

} // namespace nextplease
