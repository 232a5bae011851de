#include "core/reception/estimate_scores.h"

#include <cmath>

namespace nextplease {

std::string_view word(Rival rival)
{
    constexpr std::array<std::string_view, kRivals.size()> kWords { "fixed", "rolling10", "les", "ql" };
    return kWords.at(static_cast<std::size_t>(rival));
}

const std::optional<double>& of(const RivalEstimates& estimates, Rival rival)
{
    switch (rival) {
    case Rival::Fixed:
        return estimates.fixed;
    case Rival::RollingTen:
        return estimates.rolling_ten;
    case Rival::LastToEnter:
        return estimates.last_to_enter;
    case Rival::QueueLength:
        break;
    }
    return estimates.queue_length;
}

void EstimateScores::add(const ScoredEstimate& scored)
{
    if (scored.waited <= 0)
        return;
    const double error = std::abs(scored.range.p50 - scored.waited);
    ++count_;
    wait_ += scored.waited;
    error_ += error;
    bias_ += scored.range.p50 - scored.waited;
    within_p90_ += scored.waited <= scored.range.p90 ? 1 : 0;
    within_range_ += scored.range.p10 < scored.waited && scored.waited <= scored.range.p90 ? 1 : 0;
    for (const Rival rival : kRivals) {
        if (const auto& said = of(scored.rivals, rival)) {
            Against& against = rivals_.at(static_cast<std::size_t>(rival));
            ++against.count;
            against.ours += error;
            against.theirs += std::abs(*said - scored.waited);
        }
    }
}

std::optional<double> EstimateScores::mean_error(Rival rival) const
{
    const Against& against = rivals_.at(static_cast<std::size_t>(rival));
    return against.count ? std::optional(against.theirs / static_cast<double>(against.count)) : std::nullopt;
}

std::optional<double> EstimateScores::ratio_to(Rival rival) const
{
    const Against& against = rivals_.at(static_cast<std::size_t>(rival));
    return against.theirs > 0 ? std::optional(against.ours / against.theirs) : std::nullopt;
}

} // namespace nextplease
