#include "core/domain/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nextplease {
namespace {

// Short waits are moved by seconds, long ones by shares: this is where the one becomes the other.
constexpr double kShort = 60;
constexpr double kLeastGain = 0.01;
constexpr double kEarlyOutcomes = 20; // the first ones move the ends faster

double moved(double wait, double by)
{
    return std::max(std::exp(std::log(wait + kShort) + by) - kShort, 0.0);
}

} // namespace

Range Calibration::range(const Forecast& forecast) const
{
    std::array ends { moved(forecast.p10, lower_), forecast.p50, moved(forecast.p90, upper_) };
    std::sort(ends.begin(), ends.end());
    return { ends[0], ends[1], ends[2] };
}

void Calibration::learn(const Range& said, double after, double weight)
{
    outcomes_ += 1;
    const double gain = weight * std::max(kLeastGain, 1 / (outcomes_ + kEarlyOutcomes));
    lower_ += gain * (0.1 - (after <= said.p10 ? 1 : 0));
    upper_ += gain * (0.9 - (after <= said.p90 ? 1 : 0));
}

} // namespace nextplease
