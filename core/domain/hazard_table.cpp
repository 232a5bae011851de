#include "core/domain/hazard_table.h"

#include <algorithm>

namespace nextplease {

HazardTable::HazardTable(
    std::span<const double> knots, const std::function<double(double)>& prior_survival, double prior_events)
    : knots_(knots.begin(), knots.end())
    , events_(knots.size() - 1, 0)
    , exposure_(knots.size() - 1, 0)
    , hazard_(knots.size() - 1, 0)
    , cumulative_(knots.size(), 0)
{
    for (std::size_t bin = 0; bin + 1 < knots_.size(); ++bin) {
        const double before = prior_survival(knots_[bin]);
        const double behind = prior_survival(knots_[bin + 1]);
        const double events = prior_events * (before - behind);
        prior_events_.push_back(events);
        prior_exposure_.push_back(events * (knots_[bin + 1] - knots_[bin]) / std::log(before / behind));
    }
    rebuild(0);
}

void HazardTable::add(double duration, Ending ending)
{
    for (std::size_t bin = 0; bin + 1 < knots_.size(); ++bin) {
        const double width = knots_[bin + 1] - knots_[bin];
        const double inside = std::clamp(duration - knots_[bin], 0.0, width);
        exposure_[bin] += inside;
        if (duration < knots_[bin + 1]) {
            if (ending == Ending::Seen)
                events_[bin] += 1;
            break;
        }
    }
    rebuild(0);
}

void HazardTable::forget_half()
{
    for (std::size_t bin = 0; bin < events_.size(); ++bin) {
        events_[bin] /= 2;
        exposure_[bin] /= 2;
    }
    rebuild(0);
}

void HazardTable::rebuild(std::size_t from)
{
    for (std::size_t bin = from; bin < hazard_.size(); ++bin) {
        hazard_[bin] = (events_[bin] + prior_events_[bin]) / (exposure_[bin] + prior_exposure_[bin]);
        cumulative_[bin + 1] = cumulative_[bin] + hazard_[bin] * (knots_[bin + 1] - knots_[bin]);
    }
}

double HazardTable::cumulative(double t) const
{
    if (t >= knots_.back())
        return cumulative_.back();
    if (t <= 0)
        return 0;
    const auto next = std::upper_bound(knots_.begin(), knots_.end(), t);
    const auto bin = static_cast<std::size_t>(next - knots_.begin()) - 1;
    return cumulative_[bin] + hazard_[bin] * (t - knots_[bin]);
}

double HazardTable::after(double hazard) const
{
    if (hazard >= cumulative_.back())
        return kNever;
    const auto next = std::upper_bound(cumulative_.begin(), cumulative_.end(), hazard);
    const auto bin = static_cast<std::size_t>(next - cumulative_.begin()) - 1;
    return knots_[bin] + (hazard - cumulative_[bin]) / hazard_[bin];
}

void QuantileTable::fill(const HazardTable& table)
{
    constexpr std::size_t kPoints = std::size_t { 1 } << kBits;
    quantiles_.resize(kPoints);
    for (std::size_t point = 0; point < kPoints; ++point) {
        const double share = (static_cast<double>(point) + 0.5) / static_cast<double>(kPoints);
        quantiles_[point] = table.after(-std::log1p(-share));
    }
}

} // namespace nextplease
