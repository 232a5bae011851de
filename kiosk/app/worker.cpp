#include "kiosk/app/worker.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/store/store.h"

#include <optional>

namespace nextplease::app {

namespace {

constexpr std::chrono::seconds kTryAgain { 2 };

// The store and the verbs on it; opened when first needed, and anew after a failure.
class Connection {
public:
    Connection(const std::string& url, const Configuration& configuration, const Clock& clock)
        : url_(url)
        , configuration_(configuration)
        , clock_(clock)
    {
    }

    Reception& reception()
    {
        if (!reception_) {
            store_ = open_store(url_, Opening::Create);
            reception_.emplace(*store_, configuration_, clock_);
        }
        return *reception_;
    }

    bool open() const { return reception_.has_value(); }

    // Without a word: it was said when it failed.
    void try_open()
    {
        try {
            reception();
        } catch (const std::runtime_error&) {
            close();
        }
    }

    void close()
    {
        reception_.reset();
        store_.reset();
    }

private:
    const std::string& url_;
    const Configuration& configuration_;
    const Clock& clock_;
    std::unique_ptr<Store> store_;
    std::optional<Reception> reception_;
};

} // namespace

Worker::Worker(std::string store_url, const Configuration& configuration, const Clock& clock, MainQueue& main)
    : store_url_(std::move(store_url))
    , configuration_(configuration)
    , clock_(clock)
    , main_(main)
    , thread_([this](const std::stop_token& stop) { run(stop); })
{
}

Worker::~Worker() = default; // the thread is asked to stop and joined

void Worker::submit(Job job, std::function<void(const std::string&)> failed)
{
    {
        const std::lock_guard lock(mutex_);
        orders_.push_back({ std::move(job), std::move(failed) });
    }
    wake_.notify_one();
}

void Worker::run(const std::stop_token& stop)
{
    Connection connection(store_url_, configuration_, clock_);
    const auto fail = [&](const std::exception& error,
                          const std::function<void(const std::string&)>& failed) {
        log::error(error.what());
        connection.close();
        if (failed)
            main_.post([failed, sentence = std::string(error.what())] { failed(sentence); });
    };
    // The one place of this thread that catches what fails outside of the program.
    const auto attempt = [&](const Job& job, const std::function<void(const std::string&)>& failed) {
        try {
            if (Then then = job(connection.reception()))
                main_.post(std::move(then));
        } catch (const Failure& error) {
            fail(error, failed);
        } catch (const InputError& error) { // a store that is newer than this program
            fail(error, failed);
        }
    };
    attempt([](Reception&) { return Then {}; }, {}); // opens the store before the first visitor waits for it
    while (true) {
        Order order;
        {
            std::unique_lock lock(mutex_);
            const bool asked = connection.open()
                ? wake_.wait(lock, stop, [this] { return !orders_.empty(); })
                : wake_.wait_for(lock, stop, kTryAgain, [this] { return !orders_.empty(); });
            if (stop.stop_requested())
                return;
            if (!asked) { // a store that was never there is made as soon as its disk is
                lock.unlock();
                connection.try_open();
                continue;
            }
            order = std::move(orders_.front());
            orders_.pop_front();
        }
        attempt(order.job, order.failed);
    }
}

void DirectCommands::submit(Job job, std::function<void(const std::string&)> failed)
{
    try {
        if (const Then then = job(reception_))
            then();
    } catch (const Failure& error) {
        if (failed)
            failed(error.what());
    }
}

} // namespace nextplease::app
