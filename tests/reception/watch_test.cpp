#include "core/reception/watch.h"

#include "tests/support/reception_fixture.h"

#include <condition_variable>
#include <mutex>

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;

namespace {

// Keeps the latest picture and waits for one that fits. Threads are what this test is about, so it waits for
// real.
class LatestPicture {
public:
    void operator()(std::shared_ptr<const Snapshot> snapshot)
    {
        const std::lock_guard lock(mutex_);
        latest_ = std::move(snapshot);
        changed_.notify_all();
    }
    bool becomes(const std::function<bool(const Snapshot&)>& fits)
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 10s, [&] { return latest_ && fits(*latest_); });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::shared_ptr<const Snapshot> latest_;
};

} // namespace

TEST_CASE("A commit of another connection is in the next picture")
{
    ReceptionFixture room;
    LatestPicture latest;
    const Watch watch(room.url, room.configuration, room.clock, std::ref(latest));
    CHECK(latest.becomes([](const Snapshot& seen) { return !seen.cut_off && seen.waiting.empty(); }));
    room.take("A");
    CHECK(latest.becomes([](const Snapshot& seen) { return seen.waiting.size() == 1; }));
    room.call_next("Desk 1");
    CHECK(
        latest.becomes([](const Snapshot& seen) { return seen.waiting.empty() && seen.calls.size() == 1; }));
}

TEST_CASE("A store that is not there is said, and found when it comes")
{
    testing::TempFolder folder;
    const Configuration configuration = testing::small_configuration();
    const std::string url = "sqlite:" + (folder / "later.db").string();
    const SystemClock clock;
    LatestPicture latest;
    const Watch watch(url, configuration, clock, std::ref(latest));
    CHECK(latest.becomes([](const Snapshot& seen) { return seen.cut_off.has_value(); }));
    const auto store = open_store(url, Opening::Create);
    CHECK(latest.becomes([](const Snapshot& seen) { return !seen.cut_off && seen.services.size() == 3; }));
}

TEST_CASE("A watch stops at once, however quiet the room is")
{
    ReceptionFixture room;
    LatestPicture latest;
    const auto begun = std::chrono::steady_clock::now();
    {
        const Watch watch(room.url, room.configuration, room.clock, std::ref(latest));
        CHECK(latest.becomes([](const Snapshot&) { return true; }));
    }
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}
