// Quantiles of counted durations, against those of the sorted list.
#include "core/domain/duration_count.h"

#include "core/domain/wait_figures.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <limits>
#include <numeric>
#include <random>

using namespace nextplease;

namespace {

Spread sorted_out(std::vector<std::int64_t> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto ranked = [&](std::size_t tenths) { return values.at((values.size() * tenths + 9) / 10 - 1); };
    return { .count = static_cast<std::int64_t>(values.size()),
        .sum_seconds = std::accumulate(values.begin(), values.end(), std::int64_t { 0 }),
        .median_seconds = ranked(5),
        .p90_seconds = ranked(9),
        .max_seconds = values.back() };
}

} // namespace

TEST_CASE("Quantiles are those of the sorted durations, be they few or a hundred thousand")
{
    std::mt19937 random(11);
    for (const int count : { 0, 1, 2, 9, 10, 11, 2'047, 2'048, 2'049, 100'000 }) {
        CAPTURE(count);
        DurationCount counted;
        std::vector<std::int64_t> values;
        for (int i = 0; i < count; ++i) {
            // Mostly minutes; some of days, and below zero, as a damaged clock gives them.
            const auto kind = random() % 20;
            const std::int64_t seconds = kind == 0 ? 20'000 + static_cast<std::int64_t>(random() % 200'000)
                : kind == 1                        ? -static_cast<std::int64_t>(random() % 5'000)
                                                   : static_cast<std::int64_t>(random() % 3'000);
            counted.add(seconds);
            values.push_back(seconds);
        }
        CHECK(counted.spread() == sorted_out(values));
        CHECK(counted.spread() == sorted_out(values)); // asking changes nothing
    }
}

TEST_CASE("A duration beyond 68 years is kept as the longest that can be told")
{
    DurationCount counted;
    counted.add(std::numeric_limits<std::int64_t>::max());
    CHECK(counted.spread().max_seconds == std::numeric_limits<std::int32_t>::max());
}
