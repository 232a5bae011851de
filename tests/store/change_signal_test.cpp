// Hearing of commits of other processes.
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

#include <chrono>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

constexpr std::chrono::seconds kLong { 30 };
constexpr std::chrono::seconds kSoon {
    10
}; // generous: the machine may be busy, and kLong is what it must beat

class Watched {
public:
    Watched()
        : url("sqlite:" + (folder / "store.db").string())
        , store(open_store(url, Opening::Create))
        , signal(change_signal(url))
    {
    }

    // How long the next change takes to be seen, when `change` happens in another process.
    std::chrono::milliseconds seen_after(const std::function<void(Store&)>& change)
    {
        const std::int64_t before = store->revision();
        const pid_t child = fork();
        if (child == 0) {
            change(*open_store(url, Opening::Existing));
            _exit(0);
        }
        const auto start = std::chrono::steady_clock::now();
        while (store->revision() == before && std::chrono::steady_clock::now() - start < kLong)
            signal->wait(kLong);
        const auto took = std::chrono::steady_clock::now() - start;
        waitpid(child, nullptr, 0);
        return std::chrono::duration_cast<std::chrono::milliseconds>(took);
    }

    TempFolder folder;
    std::string url;
    std::unique_ptr<Store> store;
    std::unique_ptr<ChangeSignal> signal;
};

std::chrono::steady_clock::duration time_of(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - start;
}

} // namespace

TEST_CASE("A commit of another process ends the wait")
{
    Watched watched;
    for (int i = 1; i <= 5; ++i) {
        const auto number = "A00" + std::to_string(i);
        CHECK(watched.seen_after([&](Store& store) { store_visit(store, waiting_visit(number)); }) < kSoon);
    }
}

TEST_CASE("An interruption ends the wait under way, or the next one")
{
    Watched watched;
    watched.signal->interrupt();
    CHECK(time_of([&] { watched.signal->wait(kLong); }) < kSoon);
    std::jthread other([&] { watched.signal->interrupt(); });
    CHECK(time_of([&] { watched.signal->wait(kLong); }) < kSoon);
}

TEST_CASE("Without a change the wait takes its time, and no longer")
{
    Watched watched;
    const std::chrono::milliseconds timeout { 30 };
    watched.signal->wait(std::chrono::milliseconds { 1 }); // what opening the store has left
    CHECK(time_of([&] { watched.signal->wait(timeout); }) >= timeout);
}

TEST_CASE("A tick file that somebody removes is made again, and commits are heard as before")
{
    Watched watched;
    const std::filesystem::path tick = watched.folder / "store.db.tick";
    store_visit(*watched.store, waiting_visit("A001"));
    REQUIRE(std::filesystem::remove(tick));
    watched.signal->wait(kLong); // hears of the removal
    CHECK(std::filesystem::exists(tick));
    CHECK(watched.seen_after([](Store& store) { store_visit(store, waiting_visit("A002")); }) < kSoon);

    // A writer that had the old file open writes to the new one.
    const auto other = change_signal(watched.url);
    const pid_t child = fork();
    if (child == 0) {
        other->wait(kLong);
        _exit(0);
    }
    int status = -1;
    const auto start = std::chrono::steady_clock::now();
    int number = 100;
    while (waitpid(child, &status, WNOHANG) == 0 && std::chrono::steady_clock::now() - start < kSoon)
        store_visit(*watched.store, waiting_visit("A" + std::to_string(++number)));
    CHECK(status == 0);
}

TEST_CASE("Where the tick file cannot be made, waits end by themselves and interruptions are heard")
{
    const auto signal = change_signal("sqlite:/proc/nowhere/store.db");
    const std::chrono::milliseconds timeout { 20 };
    CHECK(time_of([&] { signal->wait(timeout); }) >= timeout);
    signal->interrupt();
    CHECK(time_of([&] { signal->wait(kLong); }) < kSoon);
}
