// Call monitoring over a store: the month's sample, what was heard, and the share that was answered correctly
// by directorate. The rules are core/domain/call_monitoring.h. On the thread of the reception; throws Failure
// when the store fails.
#pragma once

#include "core/reception/reception.h"

#include <variant>
#include <vector>

namespace nextplease {

// The month's sample of every directorate that has numbers: drawn once, with [reports] monitoring_seed and
// monitored_calls, and the same ever after, whatever is configured by then. By directorate as kiosk.conf has
// them, then by time. REQUIRES: month.kind is Month.
std::vector<MonitoredCall> monitoring_sample(Reception& reception, const ReportingPeriod& month);

// In how many seconds a telephone is answered, as the first promise of kiosk.conf about telephones has it
// that counts in seconds; none: it is not asked of a monitored call.
std::optional<Seconds> monitored_within(const Configuration& configuration);

using MonitoringReply = std::variant<MonitoredCall, Refusal>;
// What was heard; said again, the later stands and the event log has both. Refused for a call that is not
// known, or whose time has not come.
MonitoringReply record_call(
    Reception& reception, MonitoredCallId call, const CallHeard& heard, const Actor& actor);

struct MonitoringGroup {
    DirectorateCode directorate;
    CallFigures figures;
};
struct MonitoringReport {
    ReportingPeriod period;
    CallFigures total;
    std::vector<MonitoringGroup> groups; // with a sample; as kiosk.conf has them, then others by code
    std::vector<MonitoredCall> calls; // by month and time
};
MonitoringReport monitoring_report(
    Store& store, const Configuration& configuration, const ReportingPeriod& period);

} // namespace nextplease
