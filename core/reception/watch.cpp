#include "core/reception/watch.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/reception/live_estimates.h"

#include <condition_variable>
#include <mutex>

namespace nextplease {
namespace {

constexpr std::chrono::milliseconds kLookAnyway { 1000 };

// What the watch holds while the store is readable.
struct Reading {
    std::unique_ptr<Store> store;
    std::int64_t revision = 0;
    RoomRecords room;
    LiveEstimates estimates;
};

// What visitors are told is recorded, so that it can be kept and scored. Where that fails the picture is
// right all the same; it is said once.
void record_estimates(Reading& reading, Instant now, bool& said)
{
    try {
        reading.estimates.record(*reading.store, now);
        said = false;
    } catch (const Failure& failure) {
        if (!said)
            log::error(failure.what());
        said = true;
    }
}

} // namespace

Watch::Watch(std::string store_url, const Configuration& configuration, const Clock& clock, Publish publish)
    : store_url_(std::move(store_url))
    , configuration_(configuration)
    , clock_(clock)
    , publish_(std::move(publish))
    , thread_([this](const std::stop_token& stop) { run(stop); })
{
}

Watch::~Watch()
{
    thread_.request_stop();
    thread_.join();
}

void Watch::run(const std::stop_token& stop)
{
    std::optional<Reading> reading;
    bool recording_failed = false;
    std::unique_ptr<ChangeSignal> signal;
    Snapshot last;
    // The signal is made and used on this thread; only interrupting it comes from the thread that stops us.
    std::mutex signal_mutex;
    const std::stop_callback wake(stop, [&] {
        const std::lock_guard lock(signal_mutex);
        if (signal)
            signal->interrupt();
    });

    while (!stop.stop_requested()) {
        const Instant now = clock_.now();
        try {
            if (!reading) {
                reading.emplace(Reading { {}, 0, {}, LiveEstimates(configuration_) });
                reading->store = open_store(store_url_, Opening::Existing);
                const std::lock_guard lock(signal_mutex);
                signal = change_signal(store_url_);
                reading->revision = reading->store->revision() - 1;
            }
            const std::int64_t revision = reading->store->revision();
            if (revision != reading->revision || reading->room.day != configuration_.zone.date(now)) {
                reading->room = read_room(*reading->store, configuration_, now);
                reading->revision = revision;
            }
            reading->estimates.catch_up(*reading->store, now);
            last = snapshot_of(reading->room, configuration_, reading->estimates, now);
        } catch (const std::exception& failure) {
            // Also an InputError: a newer program may have migrated the store under us.
            if (!last.cut_off)
                log::error(failure.what());
            reading.reset();
            last.now = now;
            last.local = configuration_.zone.local(now);
            last.cut_off = failure.what();
        }
        publish_(std::make_shared<const Snapshot>(last));
        if (reading)
            record_estimates(*reading, now, recording_failed);
        if (stop.stop_requested())
            break;
        if (signal && reading) {
            signal->wait(kLookAnyway);
        } else {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any().wait_for(lock, stop, kLookAnyway, [] { return false; });
        }
    }
}

} // namespace nextplease
