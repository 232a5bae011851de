#include "core/reception/monitoring.h"

#include <algorithm>
#include <map>

namespace nextplease {
namespace {

std::size_t place_of(const DirectorateCode& code, const Configuration& configuration)
{
    const auto& all = configuration.office.directorates;
    const auto at = std::find_if(
        all.begin(), all.end(), [&](const Directorate& directorate) { return directorate.code == code; });
    return static_cast<std::size_t>(at - all.begin());
}

bool has_sample(const std::vector<MonitoredCall>& calls, const DirectorateCode& code)
{
    return std::any_of(
        calls.begin(), calls.end(), [&](const MonitoredCall& call) { return call.directorate == code; });
}

// What was heard, and where it corrects an earlier result that one too.
std::string detail_of(const MonitoredCall& call, const std::optional<CallHeard>& before)
{
    const auto answers = [](const CallHeard& heard, const std::string& prefix) {
        const auto said = [&](const char* what, bool yes) {
            return " " + prefix + what + (yes ? "=yes" : "=no");
        };
        return said("within", heard.within) + said("script", heard.script) + said("name", heard.name)
            + said("right", heard.right);
    };
    return "call=" + std::to_string(call.id.value()) + answers(*call.heard, "")
        + (before ? answers(*before, "was_") : "")
        + (call.heard->words.empty() ? "" : " words=" + call.heard->words);
}

} // namespace

std::vector<MonitoredCall> monitoring_sample(Reception& reception, const ReportingPeriod& month)
{
    const Configuration& configuration = reception.configuration();
    const WorkingDays days(configuration.calendar);
    std::vector<MonitoredCall> calls;
    reception.store().write([&](Records& records) {
        const std::vector<MonitoredCall> before = records.monitored_calls(month.key());
        for (const Directorate& directorate : configuration.office.directorates) {
            if (has_sample(before, directorate.code))
                continue;
            for (const MonitoredCall& call :
                sample_calls(directorate, month, configuration.reports.monitored_calls,
                    configuration.reports.monitoring_seed, days, configuration.hours, configuration.zone))
                records.add(call);
        }
        calls = records.monitored_calls(month.key());
    });
    std::stable_sort(calls.begin(), calls.end(), [&](const MonitoredCall& a, const MonitoredCall& b) {
        return place_of(a.directorate, configuration) < place_of(b.directorate, configuration);
    });
    return calls;
}

std::optional<Seconds> monitored_within(const Configuration& configuration)
{
    for (const Standard& standard : configuration.standards) {
        const bool telephone =
            std::find(standard.channels.begin(), standard.channels.end(), StandardChannel::Phone)
            != standard.channels.end();
        if (telephone && standard.limit && standard.limit->unit == Limit::Unit::Second)
            return Seconds { standard.limit->count };
    }
    return std::nullopt;
}

MonitoringReply record_call(
    Reception& reception, MonitoredCallId id, const CallHeard& heard, const Actor& actor)
{
    MonitoringReply reply = Refusal { .kind = Refusal::Kind::UnknownCall };
    reception.store().write([&](Records& records) {
        auto call = records.monitored_call(id);
        if (!call)
            return;
        const Instant now = reception.now();
        if (now < call->at) {
            reply = Refusal { .kind = Refusal::Kind::CallNotYet };
            return;
        }
        const std::optional<CallHeard> before = call->heard;
        call->heard = heard;
        call->heard->at = now;
        call->heard->actor = actor.name;
        records.put(*call);
        Event event;
        event.kind = EventKind::CallMonitored;
        event.at = now;
        event.desk = actor.desk;
        event.actor = actor.name;
        event.detail = detail_of(*call, before);
        records.add(event);
        reply = *call;
    });
    return reply;
}

MonitoringReport monitoring_report(
    Store& store, const Configuration& configuration, const ReportingPeriod& period)
{
    MonitoringReport report { period, {}, {}, {} };
    const std::chrono::year_month last { period.last().year(), period.last().month() };
    store.read([&](Records& records) {
        for (std::chrono::year_month month { period.first().year(), period.first().month() }; month <= last;
             month += std::chrono::months { 1 }) {
            const ReportingPeriod one { ReportingPeriod::Kind::Month, month.year(),
                unsigned { month.month() } };
            for (MonitoredCall& call : records.monitored_calls(one.key()))
                report.calls.push_back(std::move(call));
        }
    });
    std::map<std::pair<std::size_t, std::string>, MonitoringGroup> groups;
    for (const MonitoredCall& call : report.calls) {
        MonitoringGroup& group =
            groups[{ place_of(call.directorate, configuration), call.directorate.text() }];
        group.directorate = call.directorate;
        group.figures.add(call);
        report.total.add(call);
    }
    for (auto& [place, group] : groups)
        report.groups.push_back(std::move(group));
    return report;
}

} // namespace nextplease
