// Which desks are open when, on one day that is cut into steps, such as half hours.
#pragma once

#include "core/domain/hours.h"

#include <cstddef>
#include <vector>

namespace nextplease {

// Small numbers stand for desks and steps.
class Rota {
public:
    Rota(std::size_t desks, std::size_t steps)
        : steps_(steps)
        , open_(desks * steps, 0)
    {
    }

    std::size_t desks() const { return steps_ == 0 ? 0 : open_.size() / steps_; }
    std::size_t steps() const { return steps_; }
    bool is_open(std::size_t desk, std::size_t step) const { return open_[desk * steps_ + step] != 0; }
    void open(std::size_t desk, std::size_t step) { open_[desk * steps_ + step] = 1; }
    void close(std::size_t desk, std::size_t step) { open_[desk * steps_ + step] = 0; }
    int desks_open(std::size_t step) const;
    int desk_steps() const; // in all

    friend bool operator==(const Rota&, const Rota&) = default;

private:
    std::size_t steps_;
    std::vector<char> open_; // by desk, then step
};

// Times at which a reception is open, cut into steps of that length; the last of an opening may be shorter.
std::vector<OpenSpan> steps_of(const std::vector<OpenSpan>& open, Seconds length);

// A stretch of steps, half-open, in which a desk is open without a break.
struct Stay {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t length() const { return to - from; }
    friend bool operator==(const Stay&, const Stay&) = default;
};
// Where the reception itself is closed between two steps, a stay ends.
std::vector<Stay> stays_of(const Rota& rota, std::size_t desk, const std::vector<OpenSpan>& steps);
// The steps of the opening to which `step` belongs.
Stay opening_of(std::size_t step, const std::vector<OpenSpan>& steps);

} // namespace nextplease
