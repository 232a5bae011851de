// SIGTERM and SIGINT as a flag: a face that is told to end closes its window and finishes what it is doing.
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace nextplease::app {

class Termination {
public:
    // From now on the two signals end nothing by themselves, in this thread and all it starts. `wake` is
    // called on another thread when one came. Construct it before other threads.
    explicit Termination(std::function<void()> wake);
    ~Termination(); // the signals are as before
    Termination(const Termination&) = delete;
    Termination& operator=(const Termination&) = delete;

    bool asked() const { return asked_; }

private:
    void watch();

    std::function<void()> wake_;
    std::atomic<bool> asked_ = false;
    sigset_t before_ {};
    int signals_ = -1; // descriptors
    int stop_ = -1;
    std::jthread thread_;
};

} // namespace nextplease::app
