// Ctrl+C and SIGTERM as something to wait for, instead of a sudden end.
#pragma once

#include <chrono>
#include <csignal>
#include <ctime>

namespace nextplease {

// One at a time, made before any thread is started: signals are held back as long as it lives.
class StopSignal {
public:
    StopSignal()
    {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGHUP);
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    }
    ~StopSignal() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    // Waits that long, or until asked to stop; true then.
    bool asked(std::chrono::milliseconds wait) const
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
        const timespec time { seconds.count(), std::chrono::nanoseconds(wait - seconds).count() };
        return sigtimedwait(&signals_, nullptr, &time) > 0;
    }

private:
    sigset_t signals_ {};
    sigset_t before_ {};
};

} // namespace nextplease
