#include "core/domain/duration_count.h"

#include "core/domain/wait_figures.h"

#include <algorithm>
#include <limits>

namespace nextplease {
namespace {

constexpr std::size_t kMany = 2048;
constexpr std::int32_t kCounted = 8 * 3600;

struct Several {
    std::int32_t seconds;
    std::int64_t times;
};

Spread spread_of(const std::vector<Several>& sorted)
{
    Spread spread;
    for (const Several& one : sorted) {
        spread.count += one.times;
        spread.sum_seconds += one.seconds * one.times;
    }
    if (spread.count == 0)
        return {};
    const std::int64_t median_rank = (spread.count * 5 + 9) / 10;
    const std::int64_t p90_rank = (spread.count * 9 + 9) / 10;
    std::int64_t passed = 0;
    for (const Several& one : sorted) {
        const std::int64_t before = passed;
        passed += one.times;
        if (before < median_rank && median_rank <= passed)
            spread.median_seconds = one.seconds;
        if (before < p90_rank && p90_rank <= passed)
            spread.p90_seconds = one.seconds;
    }
    spread.max_seconds = sorted.back().seconds;
    return spread;
}

void append(std::vector<Several>& sorted, std::vector<std::int32_t> values)
{
    std::sort(values.begin(), values.end());
    for (const std::int32_t seconds : values)
        sorted.push_back({ seconds, 1 });
}

} // namespace

void DurationCount::add(std::int64_t seconds)
{
    using Limits = std::numeric_limits<std::int32_t>;
    const auto kept =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(seconds, Limits::min(), Limits::max()));
    if (counted_)
        return add_to_counts(kept);
    few_.push_back(kept);
    if (few_.size() < kMany)
        return;
    counted_ = true;
    for (const std::int32_t one : few_)
        add_to_counts(one);
    few_ = {};
}

void DurationCount::add_to_counts(std::int32_t seconds)
{
    if (seconds < 0 || seconds >= kCounted)
        return strange_.push_back(seconds);
    const auto place = static_cast<std::size_t>(seconds);
    if (place >= counts_.size())
        counts_.resize(place + place / 4 + 1);
    ++counts_[place];
}

Spread DurationCount::spread() const
{
    std::vector<Several> sorted;
    if (!counted_) {
        append(sorted, few_);
        return spread_of(sorted);
    }
    std::vector<std::int32_t> strange = strange_;
    std::sort(strange.begin(), strange.end());
    const auto positive = std::lower_bound(strange.begin(), strange.end(), 0);
    append(sorted, { strange.begin(), positive });
    for (std::size_t second = 0; second < counts_.size(); ++second) {
        if (counts_[second] > 0)
            sorted.push_back({ static_cast<std::int32_t>(second), counts_[second] });
    }
    append(sorted, { positive, strange.end() });
    return spread_of(sorted);
}

} // namespace nextplease
