#include "core/domain/wait_figures.h"

#include "core/domain/clocks.h"
#include "core/domain/visit_count.h"

#include <algorithm>

namespace nextplease {
namespace {

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

Counted counted(const VisitTimes& visit, Seconds wait, Seconds limit)
{
    if (visit.seen)
        return Counted::Seen;
    switch (visit.state) {
    case VisitState::Left:
        return wait > limit ? Counted::LeftLate : Counted::LeftEarly;
    case VisitState::NoShow:
        return Counted::NoShow;
    case VisitState::Served:
    case VisitState::Unresolved:
        return Counted::Unresolved;
    case VisitState::Waiting:
    case VisitState::Called:
    case VisitState::Serving:
    case VisitState::Held:
        return Counted::Waiting;
    }
    return Counted::Waiting;
}

Seconds wait_of(const VisitTimes& visit, Instant now)
{
    Instant stop = now;
    if (visit.seen)
        stop = *visit.seen;
    else if (visit.ended)
        stop = visit.called.value_or(*visit.ended);
    const bool on_hold = visit.held_since && !visit.seen && !visit.ended;
    const Seconds held = visit.held + (on_hold ? now - *visit.held_since : Seconds { 0 });
    return std::max(stop - visit.arrived - held, Seconds { 0 });
}

} // namespace

CountedVisit count_visit(const VisitTimes& visit, Seconds limit, Instant now)
{
    const Seconds wait = wait_of(visit, now);
    return { counted(visit, wait, limit), wait, wait > limit };
}

std::optional<double> Spread::mean_seconds() const
{
    return share(sum_seconds, count);
}
std::optional<double> WaitFigures::share_seen_within() const
{
    return share(within, seen);
}
std::optional<double> WaitFigures::share_all_within() const
{
    return share(within, share_all_of());
}

Counted WaitTally::add(const VisitTimes& visit)
{
    return add(visit, limit_);
}

Counted WaitTally::add(const VisitTimes& visit, Seconds limit)
{
    const auto [kind, wait, late] = count_visit(visit, limit, now_);
    ++counts_.visits;
    switch (kind) {
    case Counted::Seen:
        ++counts_.seen;
        counts_.within += late ? 0 : 1;
        waits_.add(wait.count());
        walks_.add((*visit.seen - visit.called.value_or(*visit.seen)).count());
        break;
    case Counted::LeftEarly:
        ++counts_.left_early;
        break;
    case Counted::LeftLate:
        ++counts_.left_late;
        break;
    case Counted::NoShow:
        ++counts_.no_show;
        counts_.no_show_late += late ? 1 : 0;
        break;
    case Counted::Unresolved:
        ++counts_.unresolved;
        counts_.unresolved_late += late ? 1 : 0;
        break;
    case Counted::Waiting:
        ++counts_.waiting;
        counts_.waiting_late += late ? 1 : 0;
        break;
    }
    if (visit.state == VisitState::Served) {
        ++counts_.served;
        services_.add(visit.served.count());
    }
    return kind;
}

WaitFigures WaitTally::figures() const
{
    WaitFigures figures = counts_;
    figures.wait = waits_.spread();
    figures.walk = walks_.spread();
    figures.service = services_.spread();
    return figures;
}

VisitTimes times_of(const Visit& visit)
{
    return { .state = visit.state,
        .arrived = visit.arrived,
        .called = visit.seen_called ? visit.seen_called : visit.called,
        .seen = visit.seen,
        .ended = visit.ended,
        .held = visit.held,
        .served = visit.served,
        .held_since = visit.held_since ? std::optional(held_from(visit)) : std::nullopt };
}

} // namespace nextplease
