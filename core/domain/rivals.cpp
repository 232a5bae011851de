#include "core/domain/rivals.h"

#include <algorithm>
#include <numeric>

namespace nextplease {
namespace {

constexpr std::size_t kWaits = 10;
constexpr std::size_t kServices = 100;
constexpr Seconds kIdleOnDuty { 60 };

int on_duty(const Hall& hall, Instant now)
{
    using Doing = HallDesk::Doing;
    return static_cast<int>(
        std::count_if(hall.desks().begin(), hall.desks().end(), [&](const HallDesk& desk) {
            return desk.doing == Doing::Serving
                || (desk.doing == Doing::Free && now - desk.since < kIdleOnDuty);
        }));
}

} // namespace

void Rivals::learn(const Taught& taught)
{
    if (taught.served) {
        services_.push_back(taught.served->duration);
        if (services_.size() > kServices)
            services_.pop_front();
    }
    if (!taught.departed || taught.departed->how != Taught::Departure::How::Called)
        return;
    const double wait = taught.departed->wait();
    if (wait <= 0)
        return;
    waits_.push_back(wait);
    if (waits_.size() > kWaits)
        waits_.pop_front();
}

RivalEstimates Rivals::estimates(const Waiter& who, const Hall& hall, Instant now) const
{
    const auto mean = [](const std::deque<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    };
    RivalEstimates rivals;
    const double position = hall.ahead_of_all(who) + 1.0;
    const Service& service = hall.services()[static_cast<std::size_t>(who.service)];
    rivals.fixed = position * static_cast<double>(Seconds(service.usual).count());
    if (!waits_.empty()) {
        rivals.rolling_ten = mean(waits_);
        rivals.last_to_enter = waits_.back();
    }
    if (!services_.empty())
        rivals.queue_length = position * mean(services_) / std::max(on_duty(hall, now), 1);
    return rivals;
}

} // namespace nextplease
