#include "core/reception/break_import.h"

#include <algorithm>
#include <map>
#include <set>

namespace nextplease {
namespace {

using DeskDay = std::pair<LocalDate, DeskCode>;

struct DeskMoment {
    DeskCode desk;
    EventKind kind;
    Instant at;
};

// The services of each desk on each day, by time.
std::map<DeskDay, std::vector<Period>> services_in(Store& store)
{
    std::map<DeskDay, std::vector<Period>> services;
    store.read([&](Records& records) {
        records.each_visit({ Instant::min(), Instant::max() }, [&](const Visit& visit) {
            if (visit.called && visit.desk && visit.ended)
                services[{ visit.day, *visit.desk }].push_back({ *visit.called, *visit.ended });
        });
    });
    for (auto& [desk_day, periods] : services)
        std::sort(
            periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
    return services;
}

std::set<DeskDay> told_in(Store& store, const Zone& zone)
{
    std::set<DeskDay> told;
    store.scan_events(EventId {}, Instant::min(), [&](const EventRow& row) {
        if (!row.visit.value())
            told.emplace(zone.date(row.at), DeskCode(std::string(row.desk)));
    });
    return told;
}

// When the break was, if it was: between services, and for at least half of its length.
std::optional<Period> taken(const Period& planned, const std::vector<Period>& services)
{
    Period had = planned;
    const auto length = planned.to - planned.from;
    for (const Period& service : services) {
        if (service.from <= had.from && had.from < service.to)
            had = { service.to, service.to + length };
    }
    const auto next = std::find_if(
        services.begin(), services.end(), [&](const Period& service) { return service.from >= had.from; });
    if (next == services.end())
        return std::nullopt; // it had gone home
    had.to = std::min(had.to, next->from);
    if (had.to - had.from < length / 2)
        return std::nullopt;
    return had;
}

void add_day(std::vector<DeskMoment>& moments, const DeskDay& desk_day, const std::vector<Period>& services,
    const Configuration& configuration)
{
    const auto& [day, code] = desk_day;
    moments.push_back({ code, EventKind::DeskOpened, services.front().from });
    Instant last = services.front().to;
    for (const Period& service : services)
        last = std::max(last, service.to);
    if (const Desk* desk = configuration.office.find(code)) {
        for (const OpenSpan& span : desk->breaks) {
            const Instant midnight = configuration.zone.start_of(day);
            const Period planned { configuration.zone.instant({ day, span.from }).value_or(midnight),
                configuration.zone.instant({ day, span.to }).value_or(midnight) };
            if (const auto had = taken(planned, services); had && services.front().from < had->from) {
                moments.push_back({ code, EventKind::DeskPaused, had->from });
                moments.push_back({ code, EventKind::DeskOpened, had->to });
            }
        }
    }
    moments.push_back({ code, EventKind::DeskClosed, last });
}

} // namespace

DeskImportSummary import_breaks(Store& store, const Configuration& configuration)
{
    const std::set<DeskDay> told = told_in(store, configuration.zone);
    std::vector<DeskMoment> moments;
    for (const auto& [desk_day, services] : services_in(store)) {
        if (!told.contains(desk_day))
            add_day(moments, desk_day, services, configuration);
    }
    std::stable_sort(
        moments.begin(), moments.end(), [](const DeskMoment& a, const DeskMoment& b) { return a.at < b.at; });
    DeskImportSummary summary;
    if (moments.empty())
        return summary;
    store.write([&](Records& records) {
        summary = {};
        for (const DeskMoment& moment : moments) {
            Event event;
            event.kind = moment.kind;
            event.at = moment.at;
            event.desk = moment.desk;
            event.actor = "import";
            records.add(event);
            ++summary.rows;
            ++summary.added;
        }
    });
    return summary;
}

} // namespace nextplease
