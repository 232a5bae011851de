#include "core/reception/visit_table.h"

#include "core/base/error.h"
#include "core/domain/visit_count.h"
#include "core/reception/local_wall.h"
#include "core/reception/row_times.h"

#include <algorithm>

namespace nextplease {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t kMostNames = 255;

std::int32_t clamped(std::int64_t seconds)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp(seconds, std::int64_t { 0 }, kMost));
}

} // namespace

VisitTable::VisitTable(const Configuration& configuration)
    : configuration_(configuration)
{
    services_.reserve(configuration.office.services.size());
    for (const Service& service : configuration.office.services)
        services_.push_back(service.code.text());
    desks_.reserve(configuration.office.desks.size());
    for (const Desk& desk : configuration.office.desks)
        desks_.push_back(desk.code.text());
}

void VisitTable::load(Store& store, std::optional<LocalDate> from, std::optional<LocalDate> to, Instant now)
{
    const std::uint16_t first = from ? day_of(*from) : std::uint16_t { 0 };
    const std::uint16_t last = to ? day_of(*to) : std::numeric_limits<std::uint16_t>::max();
    std::erase_if(visits_, [&](const VisitFact& fact) { return first <= fact.day && fact.day <= last; });
    LocalWall walls(configuration_.zone);
    store.scan(configuration_.zone.days(from, to), [&](const VisitRow& row) {
        const Instant wall = walls.wall(row.arrived);
        const auto day = std::chrono::floor<days>(wall);
        VisitFact fact;
        fact.arrived = clamped((row.arrived - Instant { kEpoch }).count());
        fact.day = static_cast<std::uint16_t>(std::clamp<std::int64_t>((day - kEpoch).count(), 0, 65'535));
        fact.hour = static_cast<std::uint8_t>(std::chrono::floor<std::chrono::hours>(wall - day).count());
        fact.service = place(services_, row.service);
        fact.desk = place(desks_, row.desk);
        const CountedVisit verdict = count_visit(times_of(row), limit_of(fact.service), now);
        fact.wait = clamped(verdict.wait.count());
        fact.counted = verdict.kind;
        fact.late = verdict.late;
        fact.booked = row.appointment_at.has_value();
        visits_.push_back(fact);
    });
}

std::uint8_t VisitTable::place(std::vector<std::string>& names, std::string_view name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) {
        if (names.size() == kMostNames)
            throw Failure(Failure::Kind::Unavailable,
                "the store has more than 255 services or desks: look whether an import had its columns mixed "
                "up");
        names.emplace_back(name);
        return static_cast<std::uint8_t>(names.size() - 1);
    }
    return static_cast<std::uint8_t>(at - names.begin());
}

Seconds VisitTable::limit_of(std::uint8_t service)
{
    if (limits_.size() <= service)
        limits_.resize(service + std::size_t { 1 });
    std::optional<Seconds>& known = limits_.at(service);
    if (!known) {
        const Service* found = configuration_.office.find(ServiceCode(services_.at(service)));
        known = found ? found->limit : configuration_.limit;
    }
    return *known;
}

std::uint16_t VisitTable::day_of(LocalDate date)
{
    return static_cast<std::uint16_t>(
        std::clamp<std::int64_t>((sys_days { date } - kEpoch).count(), 0, 65'535));
}
LocalDate VisitTable::date_of(std::uint16_t day)
{
    return LocalDate { kEpoch + days { day } };
}
Instant VisitTable::instant_of(std::int32_t seconds)
{
    return Instant { kEpoch } + Seconds { seconds };
}
int VisitTable::weekday_of(std::uint16_t day)
{
    return static_cast<int>(std::chrono::weekday { kEpoch + days { day } }.iso_encoding());
}

} // namespace nextplease
