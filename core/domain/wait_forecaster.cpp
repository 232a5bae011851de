#include "core/domain/wait_forecaster.h"

#include <algorithm>
#include <cassert>

namespace nextplease {
namespace {

constexpr double kMostWithoutCall = 0.05; // of the replicates
constexpr double kRepeatedWeight = 0.3; // of a range said while waiting: neighbours tell nearly the same

double seconds(Instant from, Instant to)
{
    return static_cast<double>((to - from).count());
}

std::uint64_t seed_of(std::int64_t number, std::int64_t repetition)
{
    return mixed(static_cast<std::uint64_t>(number)) + static_cast<std::uint64_t>(repetition);
}

} // namespace

WaitForecaster::WaitForecaster(const Office& office, DeskStates desk_states)
    : hall_(office, desk_states)
    , lessons_(desk_states)
{
}

void WaitForecaster::begin_day(const DayPlan& plan)
{
    hall_.begin_day(plan);
    lessons_.begin_day();
}

const Taught& WaitForecaster::observe(const HallEvent& event)
{
    const Taught& taught = hall_.observe(event);
    lessons_.learn(taught, hall_.services());
    rivals_.learn(taught);
    if (taught.departed)
        keep_or_break_promises(event, *taught.departed);
    return taught;
}

// Whoever was called at once had no use for a range: those who had to wait are the ones it is for.
void WaitForecaster::keep_or_break_promises(const HallEvent& event, const Taught::Departure& departed)
{
    const auto found = promises_.find(event.visit);
    if (found == promises_.end())
        return;
    const bool counts = departed.how == Taught::Departure::How::Called && departed.wait() > 0;
    for (const Promise& promise : found->second) {
        const bool of_this_stay = promise.leg == event.leg && promise.at >= departed.waiter.joined;
        if (!counts || !of_this_stay || promise.at >= event.at)
            continue;
        const double after = seconds(promise.at, event.at);
        if (promise.said == Stated::WithTicket)
            with_ticket_.learn(promise.range, after, 1);
        else
            while_waiting_.learn(promise.range, after, kRepeatedWeight);
    }
    // Of one who comes back, there may be later ones; said in this very second, it may be either's. What was
    // learnt must not depend on which of the two was read first.
    std::erase_if(found->second, [&](const Promise& one) { return one.at < event.at; });
    if (found->second.empty())
        promises_.erase(found);
}

void WaitForecaster::remember(VisitId visit, int leg, Instant at, Stated said, const Range& range)
{
    promises_[visit].push_back({ leg, at, said, range });
}

WaitForecast WaitForecaster::finished(
    const Forecast& forecast, const Waiter& waiter, const Calibration& calibration) const
{
    return { calibration.range(forecast), forecast, hall_.ahead(waiter), forecast.never <= kMostWithoutCall };
}

WaitForecast WaitForecaster::for_visit(VisitId visit, Instant now, Stated said, int repetition)
{
    const Waiter* waiter = hall_.waiter(visit);
    assert(waiter);
    lessons_.settle(hall_.services());
    const Forecast forecast =
        look_ahead_.for_one(*waiter, hall_, lessons_, expected_, now, seed_of(visit.value(), repetition));
    return finished(forecast, *waiter, said == Stated::WithTicket ? with_ticket_ : while_waiting_);
}

WaitForecast WaitForecaster::for_newcomer(int service, int priority, Instant now)
{
    const Waiter newcomer = hall_.newcomer(service, priority, now);
    lessons_.settle(hall_.services());
    const Forecast forecast = look_ahead_.for_one(
        newcomer, hall_, lessons_, expected_, now, seed_of(service, now.time_since_epoch().count()));
    return finished(forecast, newcomer, with_ticket_);
}

HallForecast WaitForecaster::for_all(Instant now)
{
    lessons_.settle(hall_.services());
    const auto all =
        look_ahead_.for_all(hall_, lessons_, expected_, now, seed_of(0, now.time_since_epoch().count()));
    HallForecast forecast;
    const std::vector<Waiter>& waiting = hall_.waiting();
    for (std::size_t i = 0; i < waiting.size(); ++i)
        forecast.waiting.emplace_back(waiting[i].visit, finished(all.waiting[i], waiting[i], while_waiting_));
    for (std::size_t service = 0; service < all.newcomers.size(); ++service) {
        const Waiter newcomer = hall_.newcomer(static_cast<int>(service), 0, now);
        forecast.newcomers.push_back(finished(all.newcomers[service], newcomer, with_ticket_));
    }
    return forecast;
}

RivalEstimates WaitForecaster::rivals(VisitId visit, Instant now) const
{
    const Waiter* waiter = hall_.waiter(visit);
    assert(waiter);
    return rivals_.estimates(*waiter, hall_, now);
}

} // namespace nextplease
