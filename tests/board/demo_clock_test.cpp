#include "core/base/error.h"
#include "core/base/local_time.h"
#include "kiosk/demo/demo_clock.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace std::chrono_literals;

namespace {

const Instant kStart = std::chrono::sys_days { std::chrono::year { 2026 } / 10 / 13 } + 9h;

} // namespace

TEST_CASE("Processes that are given one option show the same time")
{
    const Instant real = SystemClock {}.now() - 60s;
    const auto clock = parse_clock(clock_option(kStart, real, 30));
    const Instant shown = clock->now();
    CHECK(shown >= kStart + 30min);
    CHECK(shown < kStart + 31min);
}

TEST_CASE("A clock option is written for people")
{
    CHECK(clock_option(kStart, Instant { 1'791'968'400s }, 10) == "2026-10-13T09:00:00Z@1791968400*10");
    CHECK(clock_option(kStart, Instant { 1'791'968'400s }, 0.5) == "2026-10-13T09:00:00Z@1791968400*0.5");
}

TEST_CASE("Both instants may be seconds or ISO times, and the speed may be left out")
{
    const Instant now = SystemClock {}.now();
    const auto seconds = parse_clock(std::to_string(kStart.time_since_epoch().count()) + "@"
        + std::to_string(now.time_since_epoch().count()));
    CHECK(seconds->now() - kStart <= 5s);
    CHECK(seconds->now() >= kStart);
    CHECK_NOTHROW(parse_clock("2026-10-13T09:00:00Z@2026-10-13T09:00:00Z*2"));
}

TEST_CASE("What is not a clock is refused with what to write")
{
    for (const char* wrong : { "", "10:00", "2026-10-13T09:00:00Z", "2026-10-13T09:00:00@1*2", "x@1*2",
             "1@x*2", "1@1*x", "1@1*0", "1@1*-3", "1@1*inf", "1@1*nan", "1@1*2 " }) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(parse_clock(wrong), InputError);
    }
}
