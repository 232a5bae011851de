#include "core/domain/service_times.h"

#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("Before anything is known the configured minutes are drawn")
{
    const ServiceTimes times(300);
    CHECK(times.mean() == doctest::Approx(300).epsilon(0.07));
}

TEST_CASE("A wrong configuration is forgotten within sixteen visitors")
{
    ServiceTimes times(3600);
    for (int i = 0; i < 16; ++i)
        times.add(60);
    CHECK(times.mean() == doctest::Approx(60));
}

TEST_CASE("Only the last two hundred count")
{
    ServiceTimes times(300);
    for (int i = 0; i < 300; ++i)
        times.add(1000);
    for (int i = 0; i < 200; ++i)
        times.add(10);
    CHECK(times.mean() == doctest::Approx(10));
}

TEST_CASE("A service under way lasts at least as long as it has")
{
    ServiceTimes times(300);
    for (int i = 0; i < 200; ++i)
        times.add(i);
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const double rest = times.draw_rest(100, random);
        CHECK(rest > 0);
        CHECK(rest <= 99);
    }
    CHECK(times.draw_rest(1e6, random) > 0); // longer than any
}

TEST_CASE("Services of no length are drawn as such")
{
    ServiceTimes times(300);
    for (int i = 0; i < 200; ++i)
        times.add(0);
    Random random(1);
    CHECK(times.draw(random) == 0);
    CHECK(times.draw_rest(0, random) == 0);
}
