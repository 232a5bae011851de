// Monitored calls, and how they were answered by directorate: for a terminal, as CSV and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/monitoring.h"

#include <string>
#include <vector>

namespace nextplease::cli {

std::string monitored_calls_table(
    const std::vector<MonitoredCall>& calls, const Configuration& configuration, const Words& words);
std::string monitored_calls_csv(const std::vector<MonitoredCall>& calls, const Configuration& configuration);
std::string monitored_calls_json(const std::vector<MonitoredCall>& calls);

std::string monitoring_table(
    const MonitoringReport& report, const Configuration& configuration, const Words& words);
std::string monitoring_csv(const MonitoringReport& report, const Configuration& configuration);
std::string monitoring_json(
    const MonitoringReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
