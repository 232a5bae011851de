// How a share is written, everywhere.
#include "core/base/percent.h"

#include <doctest/doctest.h>

#include <string>

using nextplease::percent_text;
using nextplease::with_decimal_mark;

namespace {

std::string of(long part, long whole)
{
    return percent_text(static_cast<double>(part) / static_cast<double>(whole));
}

} // namespace

TEST_CASE("A share is rounded half up to a tenth of a percent")
{
    CHECK(of(1944, 2440) == "79.7"); // 79.67
    CHECK(of(6015, 6797) == "88.5"); // 88.495
    CHECK(of(1, 16) == "6.3"); // 6.25
    CHECK(of(1, 80) == "1.3"); // 1.25
    CHECK(of(9625, 10'000) == "96.3"); // 96.25
    CHECK(of(1, 3) == "33.3");
    CHECK(of(2, 3) == "66.7");
}

TEST_CASE("A goal of five, ten, fifteen ... percent is written only for a share that is exactly that")
{
    CHECK(of(0, 7) == "0.0");
    CHECK(of(7, 7) == "100.0");
    CHECK(of(19, 20) == "95.0");
    CHECK(of(2374, 2500) == "94.96"); // just below a goal of 95
    CHECK(of(1504, 10'000) == "15.04"); // just above a goal of at most 15
    CHECK(of(9999, 10'000) == "99.99");
    CHECK(of(99'999, 100'000) == "99.999");
    CHECK(of(1, 100'000) == "0.001");
    CHECK(of(9'499'999, 10'000'000) == "94.99999");
}

TEST_CASE("Other shares have one decimal, so that a column of them reads evenly")
{
    CHECK(of(4397, 10'000) == "44.0");
    CHECK(of(80'999, 100'000) == "81.0");
    CHECK(of(8101, 10'000) == "81.0");
}

TEST_CASE("No share of up to a thousand reads as a goal that it misses, nor misses one that it reads as")
{
    for (long whole = 1; whole <= 1000; ++whole) {
        for (long part = 0; part <= whole; ++part) {
            const double read = std::stod(of(part, whole));
            for (long goal = 0; goal <= 100; goal += 5) {
                REQUIRE((part * 100 >= goal * whole) == (read >= static_cast<double>(goal)));
                REQUIRE((part * 100 <= goal * whole) == (read <= static_cast<double>(goal)));
            }
        }
    }
}

TEST_CASE("The decimal mark is the reader's")
{
    using nextplease::Language;
    using nextplease::words;
    CHECK(percent_text(0.796, words(Language("en"))) == "79.6");
    CHECK(percent_text(0.796, words(Language("pl"))) == "79,6");
    CHECK(percent_text(0.796, words(Language("uk"))) == "79,6");
    CHECK(percent_text(0.796, words(Language("ur"))) == "79.6");
    CHECK(with_decimal_mark("12.5", words(Language("ro"))) == "12,5");
}

TEST_CASE("A goal is written as it was set, with the reader's decimal mark")
{
    using nextplease::goal_text;
    using nextplease::Language;
    using nextplease::words;
    CHECK(goal_text(95, words(Language("en"))) == "95");
    CHECK(goal_text(97.5, words(Language("en"))) == "97.5");
    CHECK(goal_text(97.5, words(Language("pl"))) == "97,5");
}
