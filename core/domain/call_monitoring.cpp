#include "core/domain/call_monitoring.h"

#include "core/domain/random.h"

#include <algorithm>
#include <cassert>

namespace nextplease {
namespace {

// FNV-1a: the same on every machine.
std::uint64_t hash_of(const std::string& text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

std::vector<LocalDate> open_days(
    const ReportingPeriod& month, const WorkingDays& days, const OpeningHours& hours)
{
    std::vector<LocalDate> open;
    for (LocalDate day = month.first(); day <= month.last(); day = add_days(day, 1)) {
        if (days.is_working_day(day) && !hours.on(day).empty())
            open.push_back(day);
    }
    return open;
}

// A random minute at which the day is open.
Instant random_minute(LocalDate day, const OpeningHours& hours, const Zone& zone, Random& chance)
{
    std::vector<Instant> minutes;
    for (const OpenSpan& span : hours.on(day)) {
        for (Seconds at = span.from; at < span.to; at += Minutes { 1 }) {
            if (const auto instant = zone.instant({ day, at }))
                minutes.push_back(*instant);
        }
    }
    return minutes.empty() ? zone.start_of(day) : minutes[chance.index(minutes.size())];
}

} // namespace

std::vector<MonitoredCall> sample_calls(const Directorate& directorate, const ReportingPeriod& month,
    int count, std::uint64_t seed, const WorkingDays& days, const OpeningHours& hours, const Zone& zone)
{
    assert(month.kind == ReportingPeriod::Kind::Month);
    const std::vector<LocalDate> open = open_days(month, days, hours);
    std::vector<MonitoredCall> calls;
    if (open.empty())
        return calls;
    Random chance(mixed(seed) ^ hash_of(month.key() + ' ' + directorate.code.text()));
    // The order of kiosk.conf must not matter.
    std::vector<std::string> numbers = directorate.numbers;
    std::sort(numbers.begin(), numbers.end());
    while (!numbers.empty() && static_cast<int>(calls.size()) < count) {
        const auto chosen = numbers.begin() + static_cast<std::ptrdiff_t>(chance.index(numbers.size()));
        MonitoredCall call;
        call.month = month.key();
        call.directorate = directorate.code;
        call.number = *chosen;
        call.at = random_minute(open[chance.index(open.size())], hours, zone, chance);
        call.seed = seed;
        calls.push_back(std::move(call));
        numbers.erase(chosen);
    }
    std::stable_sort(calls.begin(), calls.end(),
        [](const MonitoredCall& a, const MonitoredCall& b) { return a.at < b.at; });
    return calls;
}

void CallFigures::add(const MonitoredCall& call)
{
    ++sampled;
    if (!call.heard)
        return;
    ++rung;
    within += call.heard->within ? 1 : 0;
    script += call.heard->script ? 1 : 0;
    name += call.heard->name ? 1 : 0;
    right += call.heard->right ? 1 : 0;
    correct += call.heard->correct() ? 1 : 0;
}

std::optional<double> CallFigures::share() const
{
    if (rung == 0)
        return std::nullopt;
    return static_cast<double>(correct) / static_cast<double>(rung);
}

} // namespace nextplease
