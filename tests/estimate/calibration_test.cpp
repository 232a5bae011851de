#include "core/domain/calibration.h"
#include "core/domain/random.h"

#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("The ends are in order and never below zero")
{
    Calibration calibration;
    const Forecast forecast { .p10 = 0, .p50 = 30, .p90 = 40 };
    for (int i = 0; i < 500; ++i)
        calibration.learn(calibration.range(forecast), 0, 1);
    const Range range = calibration.range(forecast);
    CHECK(range.p10 >= 0);
    CHECK(range.p10 <= range.p50);
    CHECK(range.p50 <= range.p90);
}

TEST_CASE("Forecasts that are far too sure are stretched until nine in ten hold")
{
    Calibration calibration;
    Random random(1);
    int within_p90 = 0;
    int within_range = 0;
    constexpr int kLearnt = 2000;
    constexpr int kCounted = 4000;
    for (int i = 0; i < kLearnt + kCounted; ++i) {
        const Forecast forecast { .p10 = 550, .p50 = 600, .p90 = 650 };
        const double wait = 600 * std::exp(0.5 * random.normal());
        const Range said = calibration.range(forecast);
        calibration.learn(said, wait, 1);
        if (i >= kLearnt) {
            within_p90 += wait <= said.p90 ? 1 : 0;
            within_range += said.p10 < wait && wait <= said.p90 ? 1 : 0;
        }
    }
    CHECK(within_p90 / double { kCounted } == doctest::Approx(0.90).epsilon(0.012));
    CHECK(within_range / double { kCounted } == doctest::Approx(0.80).epsilon(0.02));
}

TEST_CASE("The median is left as the forecast has it")
{
    Calibration calibration;
    const Forecast forecast { .p10 = 100, .p50 = 600, .p90 = 900 };
    for (int i = 0; i < 100; ++i)
        calibration.learn(calibration.range(forecast), 5000, 1);
    CHECK(calibration.range(forecast).p50 == 600);
}
