// The thread that owns a face's writing connection: it runs commands one after another, catches Failure in
// one place and posts the outcome to the UI thread.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/app/main_queue.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace nextplease::app {

class Worker : public Commands {
public:
    // The store is opened on the worker's thread, and again after it failed. All references must outlive the
    // worker. `last` is done when it ends, where the store is open.
    Worker(std::string store_url, const Configuration& configuration, const Clock& clock, MainQueue& main,
        Job last = {});
    ~Worker() override; // finishes the job under way, drops the others, and does `last`
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void submit(Job job, std::function<void(const std::string&)> failed) override;

private:
    struct Order {
        Job job;
        std::function<void(const std::string&)> failed;
    };
    void run(const std::stop_token& stop);

    std::string store_url_;
    const Configuration& configuration_;
    const Clock& clock_;
    MainQueue& main_;
    Job last_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Order> orders_;
    std::jthread thread_;
};

// Runs every job at once on the caller's thread: for tests and pictures.
class DirectCommands : public Commands {
public:
    explicit DirectCommands(Reception& reception)
        : reception_(reception)
    {
    }
    void submit(Job job, std::function<void(const std::string&)> failed) override;

private:
    Reception& reception_;
};

} // namespace nextplease::app
