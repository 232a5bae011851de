#include "core/domain/service_times.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nextplease {
namespace {

// Standard normal quantiles at (k - 0.5) / 8.
constexpr std::array<double, ServiceTimes::kImagined> kNormalPoints { -1.534120544, -0.887146559,
    -0.488776411, -0.157310685, 0.157310685, 0.488776411, 0.887146559, 1.534120544 };
// The order in which imagined durations leave: so that what is left stays spread out.
constexpr std::array<std::size_t, ServiceTimes::kImagined> kLeaving { 4, 1, 6, 3, 7, 0, 5, 2 };
constexpr std::size_t kRealForOneImagined = 2;

} // namespace

ServiceTimes::ServiceTimes(double usual)
{
    constexpr double kVariation = 0.7;
    const double variance = std::log1p(kVariation * kVariation);
    for (std::size_t k = 0; k < kImagined; ++k)
        imagined_[k] = std::exp(std::log(usual) - variance / 2 + std::sqrt(variance) * kNormalPoints[k]);
    for (const double duration : imagined_)
        insert_sorted(duration);
}

void ServiceTimes::add(double duration)
{
    real_.push_back(duration);
    if (real_.size() > kKept) {
        erase_sorted(real_.front());
        real_.erase(real_.begin());
    }
    insert_sorted(duration);
    ++seen_;
    if (imagined_left_ > 0 && seen_ % kRealForOneImagined == 0) {
        erase_sorted(imagined_[kLeaving[kImagined - imagined_left_]]);
        --imagined_left_;
    }
}

double ServiceTimes::draw_rest(double so_far, Random& random) const
{
    const auto longer = std::upper_bound(sorted_.begin(), sorted_.end(), so_far);
    const auto count = static_cast<std::size_t>(sorted_.end() - longer);
    if (count == 0)
        return random.exponential(so_far / 2);
    return longer[static_cast<std::ptrdiff_t>(random.index(count))] - so_far;
}

double ServiceTimes::mean() const
{
    return std::accumulate(sorted_.begin(), sorted_.end(), 0.0) / static_cast<double>(sorted_.size());
}

void ServiceTimes::insert_sorted(double duration)
{
    sorted_.insert(std::upper_bound(sorted_.begin(), sorted_.end(), duration), duration);
}

void ServiceTimes::erase_sorted(double duration)
{
    sorted_.erase(std::lower_bound(sorted_.begin(), sorted_.end(), duration));
}

} // namespace nextplease
