// The simulated reception for any kiosk.conf, and its log as files that import takes.
#pragma once

#include "core/domain/simulated_reception.h"
#include "core/reception/configuration.h"

#include <string>

namespace nextplease {

// The configured services, desks and head starts. Where kiosk.conf does not tell: short services are asked
// for more often than long ones, and so many visitors come that desks are busy three quarters of the time.
SimulationRules simulation_rules(const Configuration& configuration);

struct SimulationQuestion {
    LocalDate from; // the first day; days on which the reception is closed are passed over
    int days = 60; // on which it is open
    std::uint64_t seed = 1;
};

struct SimulatedLog {
    std::string visits; // CSV as import_log reads it
    std::string desks; // CSV as import_desks reads it
    long count = 0; // of visits
};

// The same question and configuration give the same log.
SimulatedLog simulated_log(
    const SimulationRules& rules, const Configuration& configuration, const SimulationQuestion& question);

} // namespace nextplease
