#include "core/domain/why_next.h"

#include <algorithm>

namespace nextplease {
namespace {

// The earliest of those whom the desk may call and who came before `visit`.
const Visit* earlier_than(
    const Visit& visit, std::span<const Visit> visits, const Desk& desk, std::string_view staff)
{
    const Visit* earliest = nullptr;
    for (const Visit& other : visits) {
        if (other.id != visit.id && may_take(desk, other, staff) && other.arrived < visit.arrived
            && (!earliest || other.arrived < earliest->arrived))
            earliest = &other;
    }
    return earliest;
}

WhyNext::Reason reason_of(const Next& next, const Visit* earlier, const Office& office)
{
    using Reason = WhyNext::Reason;
    const Visit& visit = next.visit;
    if (next.waiting == 1)
        return Reason::OnlyOne;
    if (!visit.for_desk.empty() || !visit.for_staff.empty())
        return Reason::SentHere;
    if (next.only_rank_decided)
        return Reason::Rank;
    if (!earlier)
        return Reason::WaitsLongest;
    if (visit.appointment_at)
        return Reason::Appointment;
    if (queue_key(visit, office) < visit.queue_from || queue_key(*earlier, office) > earlier->queue_from)
        return Reason::HeadStart;
    return Reason::MovedBack;
}

} // namespace

std::optional<WhyNext> why_next(
    std::span<const Visit> visits, const Desk& desk, const Office& office, std::string_view staff)
{
    const auto next = who_is_next(visits, desk, office, staff);
    if (!next)
        return std::nullopt;
    const Visit* earlier = earlier_than(next->visit, visits, desk, staff);
    WhyNext why { reason_of(*next, earlier, office), next->visit, next->waiting, {} };
    if (earlier)
        why.earlier = earlier->number;
    return why;
}

} // namespace nextplease
