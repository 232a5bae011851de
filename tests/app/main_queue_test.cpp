#include "kiosk/app/main_queue.h"

#include <array>
#include <atomic>
#include <doctest/doctest.h>
#include <thread>

using namespace nextplease::app;

TEST_CASE("What other threads post runs here, once each, in each thread's order")
{
    constexpr int kThreads = 4;
    constexpr int kPosts = 5000;
    std::atomic<int> woken = 0;
    MainQueue queue([&woken] { ++woken; });
    std::array<int, kThreads> last {};
    int run = 0;
    bool ordered = true;
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] {
                for (int i = 1; i <= kPosts; ++i)
                    queue.post([&, t, i] {
                        ordered = ordered && last[t] == i - 1;
                        last[t] = i;
                        ++run;
                    });
            });
        while (run < kThreads * kPosts)
            queue.run();
    }
    CHECK(ordered);
    CHECK(run == kThreads * kPosts);
    CHECK(woken == kThreads * kPosts);
    CHECK_FALSE(queue.run());
}

TEST_CASE("Work that posts more work has it run next time")
{
    MainQueue queue([] {});
    int first = 0, second = 0;
    queue.post([&] {
        ++first;
        queue.post([&second] { ++second; });
    });
    CHECK(queue.run());
    CHECK(first == 1);
    CHECK(second == 0);
    CHECK(queue.run());
    CHECK(second == 1);
}
