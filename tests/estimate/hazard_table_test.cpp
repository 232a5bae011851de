#include "core/domain/hazard_table.h"

#include <array>
#include <doctest/doctest.h>

using namespace nextplease;

namespace {

constexpr std::array<double, 5> kKnots { 0, 60, 120, 300, 600 };

double minute(double t)
{
    return std::exp(-t / 60);
}

} // namespace

TEST_CASE("With nothing seen the table is its prior")
{
    const HazardTable table(kKnots, &minute, 10);
    for (const double t : { 30.0, 60.0, 100.0, 400.0 })
        CHECK(table.survival(t) == doctest::Approx(minute(t)));
}

TEST_CASE("What was cut short makes the rest last longer, not shorter")
{
    HazardTable all_seen(kKnots, &minute, 1);
    HazardTable some_cut(kKnots, &minute, 1);
    for (int i = 0; i < 100; ++i) {
        all_seen.add(50, Ending::Seen);
        all_seen.add(150, Ending::Seen);
        some_cut.add(50, Ending::CutShort);
        some_cut.add(150, Ending::Seen);
    }
    CHECK(some_cut.survival(100) > 0.9);
    CHECK(all_seen.survival(100) == doctest::Approx(0.5).epsilon(0.35));
    CHECK(some_cut.survival(100) > all_seen.survival(100));
}

TEST_CASE("Many real events outweigh the prior, and draws follow them")
{
    HazardTable table(kKnots, &minute, 10);
    Random random(1);
    for (int i = 0; i < 20'000; ++i)
        table.add(random.exponential(200), Ending::Seen);
    QuantileTable quantiles;
    quantiles.fill(table);
    double below = 0;
    double never = 0;
    double quick_below = 0;
    constexpr int kDraws = 20'000;
    for (int i = 0; i < kDraws; ++i) {
        const double one = table.draw(random);
        below += one < 139 ? 1 : 0; // the median of an exponential with mean 200
        never += one == kNever ? 1 : 0;
        quick_below += quantiles.draw(random) < 139 ? 1 : 0;
    }
    CHECK(below / kDraws == doctest::Approx(0.5).epsilon(0.04));
    CHECK(quick_below / kDraws == doctest::Approx(0.5).epsilon(0.04));
    CHECK(never / kDraws == doctest::Approx(std::exp(-3)).epsilon(0.1));
}

TEST_CASE("The rest of something is drawn from those that lasted so long")
{
    HazardTable table(kKnots, &minute, 0.01);
    for (int i = 0; i < 1000; ++i) {
        table.add(30, Ending::Seen);
        table.add(200, Ending::Seen);
    }
    Random random(2);
    for (int i = 0; i < 1000; ++i)
        CHECK(table.draw_rest(120, random) >= 0);
    CHECK(table.draw_rest(700, random) == kNever);
}

TEST_CASE("What is forgotten by half counts half")
{
    HazardTable table(kKnots, &minute, 10);
    for (int i = 0; i < 100; ++i)
        table.add(30, Ending::Seen);
    HazardTable half(kKnots, &minute, 10);
    for (int i = 0; i < 50; ++i)
        half.add(30, Ending::Seen);
    table.forget_half();
    CHECK(table.survival(50) == doctest::Approx(half.survival(50)));
}
