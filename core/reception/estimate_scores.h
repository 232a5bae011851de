// How good estimates were: each against the wait that it was about, and against what the rules of others
// would have said of the same visits.
#pragma once

#include "core/domain/wait_range.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

enum class Rival { Fixed, RollingTen, LastToEnter, QueueLength };
inline constexpr std::array kRivals { Rival::Fixed, Rival::RollingTen, Rival::LastToEnter,
    Rival::QueueLength };
std::string_view word(Rival rival); // "fixed", "rolling10", "les", "ql"
const std::optional<double>& of(const RivalEstimates& estimates, Rival rival);

// One estimate with its outcome.
struct ScoredEstimate {
    Range range;
    RivalEstimates rivals;
    double waited = 0; // seconds, until the call
};

// Only visitors who had to wait and were called are counted: nobody needs an estimate of no wait.
class EstimateScores {
public:
    void add(const ScoredEstimate& scored);

    std::int64_t count() const { return count_; }
    // In seconds and as shares of count(); nothing where nothing was counted.
    std::optional<double> mean_wait() const { return share(wait_); }
    std::optional<double> mean_error() const { return share(error_); } // MAE of the p50
    std::optional<double> bias() const { return share(bias_); } // p50 minus wait; above 0: said too long
    std::optional<double> within_p90() const { return share(within_p90_); }
    std::optional<double> within_range() const { return share(within_range_); } // p10 < wait <= p90

    // Of a rival, on those visits of which it said something.
    std::optional<double> mean_error(Rival rival) const;
    // Our error on just those visits, divided by the rival's: below 1 is better than it.
    std::optional<double> ratio_to(Rival rival) const;

private:
    std::optional<double> share(double sum) const
    {
        return count_ ? std::optional(sum / static_cast<double>(count_)) : std::nullopt;
    }
    struct Against {
        std::int64_t count = 0;
        double ours = 0;
        double theirs = 0;
    };

    std::int64_t count_ = 0;
    double wait_ = 0;
    double error_ = 0;
    double bias_ = 0;
    double within_p90_ = 0;
    double within_range_ = 0;
    std::array<Against, kRivals.size()> rivals_ {};
};

} // namespace nextplease
