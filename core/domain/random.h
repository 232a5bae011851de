// A small generator of our own, so that the same seed gives the same numbers on every machine and in every
// build: estimates and simulations can then be repeated to the bit.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace nextplease {

// Two seeds that differ a little give streams that differ wholly (the finaliser of SplitMix64).
constexpr std::uint64_t mixed(std::uint64_t seed)
{
    seed += 0x9E3779B97F4A7C15ULL;
    seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EBULL;
    return seed ^ (seed >> 31);
}

// xorshift64* (Marsaglia 2003, Vigna 2016).
class Random {
public:
    explicit Random(std::uint64_t seed)
        : state_(mixed(seed) | 1U)
    {
    }

    std::uint64_t bits()
    {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return state_ * 0x2545F4914F6CDD1DULL;
    }

    // In (0, 1): never 0, so that its logarithm exists.
    double uniform() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1.0p-53; }
    // In [0, below). REQUIRES: 0 < below < 2^32.
    std::size_t index(std::size_t below) { return ((bits() >> 32) * below) >> 32; }
    bool chance(double probability) { return uniform() < probability; }
    double exponential(double mean) { return -mean * std::log(uniform()); }
    // Standard normal (Box and Muller).
    double normal()
    {
        constexpr double kTwoPi = 6.283185307179586;
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(kTwoPi * uniform());
    }

private:
    std::uint64_t state_;
};

} // namespace nextplease
