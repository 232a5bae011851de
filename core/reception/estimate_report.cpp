#include "core/reception/estimate_report.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 4> kWords { "", "service", "hour", "month" };

std::string key_of(EstimateGrouping by, const ServiceCode& service, const LocalTime& at)
{
    switch (by) {
    case EstimateGrouping::None:
        return {};
    case EstimateGrouping::Service:
        return service.text();
    case EstimateGrouping::Hour:
        return fmt::format("{:02}", at.since_midnight / std::chrono::hours { 1 });
    case EstimateGrouping::Month:
        return to_iso(at.date).substr(0, 7);
    }
    return {};
}

// The estimates that wait for their outcome, by visit: one for each leg.
using Open = std::unordered_map<VisitId, std::vector<EstimateRecord>>;

Open given_in(Store& store, Period period, EstimateReport& report)
{
    Open open;
    store.scan_estimates(EstimateId {}, period.from, [&](const EstimateRecord& estimate) {
        if (estimate.said != Stated::WithTicket || estimate.at >= period.to)
            return;
        ++report.given;
        report.without_time += estimate.known ? 0 : 1;
        if (estimate.known)
            open[estimate.visit].push_back(estimate);
    });
    return open;
}

void put_in_order(std::vector<EstimateGroup>& groups, const std::vector<Service>& services)
{
    const auto place = [&](const EstimateGroup& group) {
        return std::find_if(services.begin(), services.end(),
            [&](const Service& service) { return service.code.text() == group.key; });
    };
    std::stable_sort(groups.begin(), groups.end(),
        [&](const EstimateGroup& a, const EstimateGroup& b) { return place(a) < place(b); });
}

} // namespace

std::string_view word(EstimateGrouping grouping)
{
    return kWords.at(static_cast<std::size_t>(grouping));
}

std::optional<EstimateGrouping> estimate_grouping(std::string_view text)
{
    const auto at = std::find(kWords.begin(), kWords.end(), text);
    if (at == kWords.end())
        return std::nullopt;
    return static_cast<EstimateGrouping>(at - kWords.begin());
}

EstimateReport estimate_report(
    Store& store, const Configuration& configuration, const EstimateQuestion& question)
{
    EstimateReport report;
    report.question = question;
    report.zone = configuration.zone.name();
    const Period period = configuration.zone.days(question.from, question.to);
    Open open = given_in(store, period, report);
    std::map<std::string, EstimateScores> groups;
    if (open.empty())
        return report; // the log of events is long
    store.scan_events(EventId {}, period.from, [&](const EventRow& event) {
        const auto found = open.find(event.visit);
        if (found == open.end())
            return;
        // Out of the queue without a call: what was said is neither right nor wrong.
        if (event.kind == EventKind::Held || event.kind == EventKind::ServiceChanged)
            std::erase_if(
                found->second, [&](const EstimateRecord& estimate) { return estimate.at < event.at; });
        if (event.kind != EventKind::Called)
            return;
        std::erase_if(found->second, [&](const EstimateRecord& estimate) {
            if (estimate.leg != event.leg || estimate.at > event.at)
                return false;
            const ScoredEstimate scored { estimate.range, estimate.rivals,
                static_cast<double>((event.at - estimate.at).count()) };
            const std::string key = key_of(
                question.by, ServiceCode(std::string(event.service)), configuration.zone.local(estimate.at));
            report.total.scores.add(scored);
            if (question.by != EstimateGrouping::None && scored.waited > 0)
                groups[key].add(scored);
            return true;
        });
    });
    for (auto& [key, scores] : groups)
        report.groups.push_back({ key, scores });
    if (question.by == EstimateGrouping::Service)
        put_in_order(report.groups, configuration.office.services);
    return report;
}

} // namespace nextplease
