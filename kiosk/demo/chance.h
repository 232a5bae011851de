// Random quantities that come out the same on every machine for the same seed, which the standard library's
// distributions do not promise.
#pragma once

#include "core/base/time.h"

#include <cmath>
#include <numbers>
#include <random>

namespace nextplease {

class Chance {
public:
    explicit Chance(unsigned seed)
        : engine_(seed)
    {
    }

    // (0, 1)
    double share() { return (static_cast<double>(engine_()) + 0.5) / 4294967296.0; }
    bool happens(double probability) { return share() < probability; }
    // [from, to)
    Seconds between(Seconds from, Seconds to)
    {
        return from + whole(share() * static_cast<double>((to - from).count()));
    }
    // The time to the next event of a Poisson stream.
    Seconds until_next(double per_second) { return whole(-std::log(share()) / per_second); }
    // Lognormal with that mean and a standard deviation of `variation` times it.
    Seconds lognormal(Seconds mean, double variation)
    {
        const double variance = std::log(1 + variation * variation);
        const double normal = std::sqrt(-2 * std::log(share())) * std::cos(2 * std::numbers::pi * share());
        return whole(
            static_cast<double>(mean.count()) * std::exp(std::sqrt(variance) * normal - variance / 2));
    }
    std::size_t pick(std::size_t count)
    {
        return static_cast<std::size_t>(share() * static_cast<double>(count));
    }

private:
    static Seconds whole(double seconds) { return Seconds { std::llround(std::floor(seconds)) }; }

    std::mt19937 engine_; // 32 bits
};

} // namespace nextplease
