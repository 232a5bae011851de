// Where other threads hand work to the UI thread. Functions run in the order they came, at the start of a
// frame.
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace nextplease::app {

class MainQueue {
public:
    // `wake` is called after each post, from the posting thread: it makes the window's loop turn.
    explicit MainQueue(std::function<void()> wake)
        : wake_(std::move(wake))
    {
    }

    // Any thread.
    void post(std::function<void()> work)
    {
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(work));
        }
        wake_();
    }

    // UI thread. True if anything ran.
    bool run()
    {
        std::vector<std::function<void()>> taken;
        {
            const std::lock_guard lock(mutex_);
            taken.swap(waiting_);
        }
        for (const auto& work : taken)
            work();
        return !taken.empty();
    }

private:
    std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<std::function<void()>> waiting_;
};

} // namespace nextplease::app
