// Keeps a promise of "nine in ten" honest: how far the stated range must be stretched or drawn in so that,
// over weeks, one in ten waits is shorter than its lower end and nine in ten no longer than its upper end.
// Adaptive conformal inference (Gibbs & Candes 2021): after each outcome the end moves a little towards where
// it should have been, whatever went wrong in the forecast.
#pragma once

#include "core/domain/look_ahead.h"
#include "core/domain/wait_range.h"

namespace nextplease {

class Calibration {
public:
    // The forecast with its ends moved; in order, and never below zero. The median is left as it is.
    Range range(const Forecast& forecast) const;

    // A visitor to whom `said` was said, was called `after` seconds later. One of several ranges said to the
    // same visitor counts less: `weight` in (0, 1].
    void learn(const Range& said, double after, double weight);

    friend bool operator==(const Calibration&, const Calibration&) = default;

private:
    double lower_ = 0; // both in the logarithm of the wait and a minute
    double upper_ = 0;
    double outcomes_ = 0;
};

} // namespace nextplease
