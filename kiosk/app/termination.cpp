#include "kiosk/app/termination.h"

#include "core/base/error.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace nextplease::app {

Termination::Termination(std::function<void()> wake)
    : wake_(std::move(wake))
{
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, SIGTERM);
    sigaddset(&ours, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ours, &before_);
    signals_ = signalfd(-1, &ours, SFD_CLOEXEC);
    stop_ = eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || stop_ < 0) {
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
        throw Failure(Failure::Kind::Unavailable,
            "The program may not open more files: raise the limit (ulimit -n) and start it again.");
    }
    thread_ = std::jthread([this] { watch(); });
}

Termination::~Termination()
{
    eventfd_write(stop_, 1);
    thread_.join();
    close(signals_);
    close(stop_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Termination::watch()
{
    pollfd waiting[] { { signals_, POLLIN, 0 }, { stop_, POLLIN, 0 } };
    while (true) {
        if (poll(waiting, 2, -1) < 0)
            continue;
        if (waiting[1].revents != 0)
            return;
        signalfd_siginfo which {};
        if (read(signals_, &which, sizeof which) == sizeof which) {
            asked_ = true;
            wake_();
        }
    }
}

} // namespace nextplease::app
