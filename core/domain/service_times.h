// How long visitors of one service keep a desk, from the call to the end: the last 200 durations as they
// were. No shape is assumed. Until there are enough, a few imagined ones from the configured minutes stand
// in, and leave one by one as real ones come.
#pragma once

#include "core/domain/random.h"

#include <array>
#include <cstddef>
#include <vector>

namespace nextplease {

// All times in seconds.
class ServiceTimes {
public:
    static constexpr std::size_t kKept = 200;
    static constexpr std::size_t kImagined = 8;

    // `usual`: the configured mean; the imagined ones scatter log-normally by 0.7 of it.
    explicit ServiceTimes(double usual);

    void add(double duration);

    double draw(Random& random) const { return sorted_[random.index(sorted_.size())]; }
    // How much longer, given that it lasts `so_far` already: among those that lasted longer. Where none did,
    // nothing is known but that it goes on.
    double draw_rest(double so_far, Random& random) const;
    double mean() const;

private:
    void insert_sorted(double duration);
    void erase_sorted(double duration);

    std::array<double, kImagined> imagined_ {};
    std::size_t imagined_left_ = kImagined;
    std::size_t seen_ = 0; // in all
    std::vector<double> real_; // the oldest first
    std::vector<double> sorted_; // imagined and real
};

} // namespace nextplease
