// Durations in whole seconds, counted so that their exact quantiles can be told. Plain values, one thread.
#pragma once

#include <cstdint>
#include <vector>

namespace nextplease {

struct Spread;

// At most about 4 bytes for each second of the longest of up to eight hours, however many are added, beside 4
// bytes for each one below 0 or longer.
class DurationCount {
public:
    void add(std::int64_t seconds); // kept within 32 bits
    // Quantiles by nearest rank: element number ceil(q * n) of the sorted ones, counted from 1.
    Spread spread() const;

private:
    void add_to_counts(std::int32_t seconds);

    bool counted_ = false; // they are many
    std::vector<std::int32_t> few_; // as they came, until they are many
    std::vector<std::uint32_t> counts_; // by second, once they are
    std::vector<std::int32_t> strange_; // those that have no place there
};

} // namespace nextplease
