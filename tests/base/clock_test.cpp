// Where "now" comes from.
#include "core/base/time.h"

#include <doctest/doctest.h>

using namespace nextplease;

namespace {

constexpr Instant kStart { Seconds { 1'790'000'000 } };

} // namespace

TEST_CASE("A manual clock stands still until it is told")
{
    ManualClock clock(kStart);
    CHECK(clock.now() == kStart);
    CHECK(clock.now() == kStart);
    clock.advance(Minutes { 2 });
    CHECK(clock.now() == kStart + Seconds { 120 });
    clock.set(kStart);
    CHECK(clock.now() == kStart);
}

TEST_CASE("The machine's clock shows whole seconds that do not run ahead")
{
    const Instant seen = SystemClock().now();
    CHECK(seen <= std::chrono::system_clock::now());
    CHECK(std::chrono::system_clock::now() - seen < Seconds { 5 });
}

TEST_CASE("A scaled clock runs as many times as fast, and two with the same values agree")
{
    // An hour ago the demonstration stood at kStart; at sixty times the speed it is sixty hours further now.
    const Instant hour_ago = std::chrono::floor<Seconds>(std::chrono::system_clock::now()) - Seconds { 3600 };
    const ScaledClock clock(kStart, hour_ago, 60);
    const ScaledClock same(kStart, hour_ago, 60);
    const Instant expected = kStart + Seconds { 3600 * 60 };
    CHECK(clock.now() >= expected);
    CHECK(clock.now() < expected + Seconds { 5 * 60 });
    CHECK(same.now() - clock.now() < Seconds { 60 });
}

TEST_CASE("A scaled clock has whole seconds also before its start")
{
    const Instant later = std::chrono::floor<Seconds>(std::chrono::system_clock::now()) + Seconds { 100 };
    const Instant shown = ScaledClock(kStart, later, 2).now();
    CHECK(shown >= kStart - Seconds { 200 });
    CHECK(shown < kStart);
}

TEST_CASE("A period has its beginning in it, but not its end")
{
    const Period period { kStart, kStart + Seconds { 10 } };
    CHECK(period.contains(kStart));
    CHECK(period.contains(kStart + Seconds { 9 }));
    CHECK_FALSE(period.contains(kStart + Seconds { 10 }));
    CHECK_FALSE(period.contains(kStart - Seconds { 1 }));
}
