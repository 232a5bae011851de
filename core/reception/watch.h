// A thread with a reading connection of its own that notices what any process commits, and publishes the new
// picture of the room. Woken by the store's signal (inotify on a tick file for SQLite); looks by itself once
// a second, for the clock and in case a signal was lost.
#pragma once

#include "core/reception/snapshot.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace nextplease {

class Watch {
public:
    using Publish = std::function<void(std::shared_ptr<const Snapshot>)>;

    // `publish` is called on the watch's thread with every picture, at least once a second. Where the store
    // cannot be read, the last picture comes with `cut_off` set, and the watch goes on trying.
    // `configuration` and `clock` must outlive it.
    Watch(std::string store_url, const Configuration& configuration, const Clock& clock, Publish publish);
    ~Watch(); // stops and joins
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    void run(const std::stop_token& stop);

    std::string store_url_;
    const Configuration& configuration_;
    const Clock& clock_;
    Publish publish_;
    std::jthread thread_;
};

} // namespace nextplease
