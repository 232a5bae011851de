// Forgetting what tells of a person when it has been kept as long as kiosk.conf's [retention] says. Figures
// stay what they were.
#pragma once

#include "core/reception/reception.h"
#include "core/store/forgetting.h"

namespace nextplease {

// What was older than that is forgotten today. `configuration` must outlive it.
ForgetLimits forget_limits(const Configuration& configuration, LocalDate today);

// One unit of work: so short that a kiosk or a desk does not notice it. `keeper` is of the reception's store.
Forgotten forget_some(Reception& reception, Keeper& keeper);

struct ForgottenPast {
    Forgotten done;
    bool log_emptied = true; // nothing of it lies in the store's files any more
};
// All of it, after close_past_days(), with pauses in which others get their turn.
ForgottenPast forget_past(Reception& reception);

// What forget_past() would take out; at most about `at_most` records are looked at. `grace`: so much longer
// than [retention] it may be kept.
Forgotten kept_too_long(Keeper& keeper, const Configuration& configuration, LocalDate today,
    std::chrono::days grace, int at_most);

} // namespace nextplease
