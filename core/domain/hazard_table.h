// How long something lasts that is often cut short before it ends: the pause between two calls of a desk, a
// break, a visitor's patience. What was cut short (censored) tells that it lasted at least so long, and a
// mean of the ended ones alone would be too short.
//
// The estimator of Kaplan and Meier (1958) in its piecewise-constant form: time is cut at knots, and in each
// bin the hazard is the number of ends divided by the time spent in the bin. A prior of a few imagined events
// holds the bins in which nothing was seen yet.
#pragma once

#include "core/domain/random.h"

#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace nextplease {

// Longer than anything: what is left beyond the last knot.
inline constexpr double kNever = std::numeric_limits<double>::infinity();

enum class Ending { Seen, CutShort };

// All times in seconds.
class HazardTable {
public:
    // `prior_survival(t)` is the share that lasts longer than t, and counts as much as `prior_events` that
    // were seen to end or to outlast the knots. REQUIRES: knots grow from 0.
    HazardTable(std::span<const double> knots, const std::function<double(double)>& prior_survival,
        double prior_events);

    // One that lasted `duration`. What goes on past the last knot counts as outlasting them all.
    void add(double duration, Ending ending);
    // Makes all that was seen count half as much; the prior stays.
    void forget_half();

    // -ln of the share that lasts longer than t: the hazard up to t.
    double cumulative(double t) const;
    double survival(double t) const { return std::exp(-cumulative(t)); }
    double last_knot() const { return knots_.back(); }

    // A duration by chance; kNever beyond the last knot.
    double draw(Random& random) const { return after(random.exponential(1)); }
    // How much longer, given that it lasted `so_far` already.
    double draw_rest(double so_far, Random& random) const
    {
        return after(cumulative(so_far) + random.exponential(1)) - so_far;
    }
    // Where the cumulative hazard reaches `hazard`; kNever beyond the last knot.
    double after(double hazard) const;

private:
    void rebuild(std::size_t from);

    std::vector<double> knots_;
    std::vector<double> prior_events_, prior_exposure_; // by bin
    std::vector<double> events_, exposure_; // by bin, as seen
    std::vector<double> hazard_; // by bin
    std::vector<double> cumulative_; // at each knot
};

// A HazardTable's draws made cheap: its quantiles at so many equally likely points. Valid until the table
// changes.
class QuantileTable {
public:
    void fill(const HazardTable& table);
    double draw(Random& random) const { return quantiles_[random.bits() >> (64 - kBits)]; }

private:
    static constexpr int kBits = 10;
    std::vector<double> quantiles_;
};

} // namespace nextplease
