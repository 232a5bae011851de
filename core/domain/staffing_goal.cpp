#include "core/domain/staffing_goal.h"

#include <cmath>
#include <numeric>

namespace nextplease {

void PooledShare::add(int within, int counted)
{
    const double w = within;
    const double c = counted;
    ++days_;
    within_ += w;
    counted_ += c;
    within_squared_ += w * w;
    counted_squared_ += c * c;
    product_ += w * c;
}

double PooledShare::share() const
{
    return counted_ > 0 ? within_ / counted_ : 1;
}

double PooledShare::error() const
{
    if (counted_ <= 0 || days_ < 2)
        return 0;
    const double r = share();
    const double squares = within_squared_ - 2 * r * product_ + r * r * counted_squared_;
    return std::sqrt(std::max(squares, 0.0) * days_ / (days_ - 1)) / counted_;
}

Stretches::Stretches(const std::vector<OpenSpan>& steps, StaffingGoal::Each each)
{
    constexpr Seconds kHour { 3600 };
    for (std::size_t step = 0; each == StaffingGoal::Each::Hour && step < steps.size(); ++step) {
        if (step == 0 || steps[step].from / kHour != steps[step - 1].from / kHour)
            members_.emplace_back();
        members_.back().push_back(step);
    }
    std::vector<std::size_t> day(steps.size());
    std::iota(day.begin(), day.end(), std::size_t { 0 });
    members_.push_back(std::move(day));
}

void Stretches::add(const std::vector<StepCount>& day, std::vector<PooledShare>& shares) const
{
    for (std::size_t stretch = 0; stretch < members_.size(); ++stretch) {
        int within = 0;
        int counted = 0;
        for (const std::size_t step : members_[stretch]) {
            within += day[step].within;
            counted += day[step].counted;
        }
        shares[stretch].add(within, counted);
    }
}

std::vector<PooledShare> shares_with(
    Rehearsal& rehearsal, const std::vector<DrawnDay>& days, const Rota& rota, const Stretches& stretches)
{
    std::vector<PooledShare> shares(stretches.count());
    for (const DrawnDay& day : days)
        stretches.add(rehearsal.play(day, rota), shares);
    return shares;
}

} // namespace nextplease
