// Everything that began in a time or is open still, held against each promise of kiosk.conf.
#pragma once

#include "core/reception/standard_feed.h"

namespace nextplease {

// What some promise was about, as it stands.
struct Promised {
    std::size_t standard = 0; // place in kiosk.conf's promises
    const Occasion& occasion;
    const Observation& observation;
    Judged judged;
    int among = 0; // of a visit: so many that arrived in the same second were told before it
};

// Visits that arrived in `began`; contacts and cases that were received up to a year before it too. For each
// of them, every promise that is about it, whether its clock began in that time or not.
void each_promised(Store& store, const Configuration& configuration, Period began, Instant now,
    const std::function<void(const Promised&)>& tell);

} // namespace nextplease
