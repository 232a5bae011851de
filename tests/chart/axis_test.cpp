#include "kiosk/chart/axis.h"

#include <cmath>
#include <doctest/doctest.h>
#include <random>

using namespace nextplease::chart;

TEST_CASE("An axis ends on round numbers and holds every value")
{
    std::mt19937 random(7);
    for (const Unit unit : { Unit::Number, Unit::Percent, Unit::Duration }) {
        for (int i = 0; i < 2000; ++i) {
            const double most = unit == Unit::Percent ? 100 : 50000;
            double low = std::uniform_real_distribution<>(0, most)(random);
            double high = std::uniform_real_distribution<>(0, most)(random);
            if (low > high)
                std::swap(low, high);
            const Axis axis = nice_axis(low, high, unit, 5);
            CAPTURE(low);
            CAPTURE(high);
            CHECK(axis.from <= low + 1e-6);
            CHECK(axis.to >= high - 1e-6);
            CHECK(axis.ticks().size() >= 2);
            CHECK(axis.ticks().size() <= 13);
            CHECK(std::abs(axis.ticks().back() - axis.to) < 1e-6);
            CHECK(axis.from >= 0);
        }
    }
}

TEST_CASE("A percentage never leaves 0 to 100")
{
    CHECK(nice_axis(99.7, 100, Unit::Percent, 5).to == 100);
    CHECK(nice_axis(88, 100, Unit::Percent, 5).to == 100);
    CHECK(nice_axis(0, 0.2, Unit::Percent, 5).from == 0);
    CHECK(nice_axis(100, 100, Unit::Percent, 5).to == 100);
}

TEST_CASE("Numbers of people are counted in whole steps")
{
    CHECK(nice_axis(0, 3, Unit::Number, 8).step == 1);
    CHECK(nice_axis(0, 1, Unit::Number, 5).step == 1);
    CHECK(nice_axis(0, 170, Unit::Number, 4).step == 50);
}

TEST_CASE("Times are divided and said as people count them")
{
    const Axis short_wait = nice_axis(0, 1700, Unit::Duration, 6);
    CHECK(short_wait.step == 300);
    CHECK(tick_words(900, short_wait, Unit::Duration) == "15");
    const Axis day = nice_axis(9 * 3600, 17 * 3600, Unit::TimeOfDay, 8);
    CHECK(day.step == 3600);
    CHECK(tick_words(9 * 3600, day, Unit::TimeOfDay) == "09:00");
    const Axis long_wait = nice_axis(0, 6 * 3600, Unit::Duration, 6);
    CHECK(tick_words(3600, long_wait, Unit::Duration) == "1:00");
    CHECK(tick_words(95, nice_axis(88, 97, Unit::Percent, 5), Unit::Percent) == "95 %");
}
