#include "kiosk/app/worker.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/reception/case_steps.h"
#include "core/reception/forgetting.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <optional>
#include <utility>

namespace nextplease::app {

namespace {

constexpr std::chrono::seconds kTryAgain { 2 };
constexpr std::chrono::milliseconds kOthersFirst { 20 };

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

// When a day is closed, what is owed is counted by the calendar as it is now, and what was kept long enough
// is forgotten: bit by bit, while nobody asks for anything.
class DailyForgetting {
public:
    bool is_due(Reception& reception)
    {
        const LocalDate today = reception.today();
        if (today != day_) {
            day_ = today;
            state_ = State::Begin;
            did_ = false;
        }
        return state_ != State::Done;
    }
    void go_on(Reception& reception)
    {
        const State state = std::exchange(state_, State::Done); // where it fails, it waits until tomorrow
        if (state == State::Begin) {
            reception.close_past_days();
            // A bank holiday or closure that kiosk.conf names since: what is owed moves with it.
            if (const int moved = recount_cases(reception, "rule"); moved > 0)
                log::info(fmt::format("the calendar changed: {} open cases are due later now", moved));
            keeper_ = open_keeper(reception.store().name(), Keeping::ForgetToo);
        }
        if (state == State::EmptyLog) {
            if (!keeper_->empty_log())
                log::info("the store's log is in use, and is emptied another day");
            keeper_.reset();
            return;
        }
        const Forgotten forgotten = forget_some(reception, *keeper_);
        did_ = did_ || forgotten.all() > 0;
        if (forgotten.more)
            state_ = State::More;
        else if (did_)
            state_ = State::EmptyLog;
        else
            keeper_.reset();
    }

private:
    enum class State { Begin, More, EmptyLog, Done };
    std::unique_ptr<Keeper> keeper_;
    std::optional<LocalDate> day_;
    State state_ = State::Begin;
    bool did_ = false;
};

} // namespace

Worker::Worker(
    std::string store_url, const Configuration& configuration, const Clock& clock, MainQueue& main, Job last)
    : store_url_(std::move(store_url))
    , configuration_(configuration)
    , clock_(clock)
    , main_(main)
    , last_(std::move(last))
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
    DailyForgetting forgetting;
    const Job forget = [&](Reception& reception) {
        forgetting.go_on(reception);
        return Then {};
    };
    attempt([](Reception&) { return Then {}; }, {}); // opens the store before the first visitor waits for it
    while (true) {
        Order order;
        {
            std::unique_lock lock(mutex_);
            const auto something_to_do = [this] { return !orders_.empty(); };
            const bool forgets = connection.open() && forgetting.is_due(connection.reception());
            const bool asked = forgets ? wake_.wait_for(lock, stop, kOthersFirst, something_to_do)
                : connection.open()    ? wake_.wait(lock, stop, something_to_do)
                                       : wake_.wait_for(lock, stop, kTryAgain, something_to_do);
            if (stop.stop_requested()) {
                lock.unlock();
                if (last_ && connection.open())
                    attempt(last_, {});
                return;
            }
            if (!asked && forgets) {
                lock.unlock();
                attempt(forget, {});
                continue;
            }
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
