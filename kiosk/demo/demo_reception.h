// The reception of a demo: a store of its own, a clock that is set first and runs later, and its day.
#pragma once

#include "core/reception/reception.h"

#include <filesystem>
#include <optional>

namespace nextplease {

// Stands still until it is let run.
class StagedClock : public Clock {
public:
    Instant now() const override { return running_ ? running_->now() : stands_at_; }
    void set(Instant now) { stands_at_ = now; }
    // From where it stands. Returns the value of --clock for other processes.
    std::string run(double speed);

private:
    Instant stands_at_ {};
    std::optional<ScaledClock> running_;
};

// A folder under the system's folder for temporary files, removed with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder(); // throws Failure
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class DemoReception {
public:
    // `store`: URL; empty: in `folder`. It is 10:00 of the next day from today on which the reception is open
    // then, and the clock stands still. Throws InputError if it never is, Failure if the store cannot be
    // made.
    DemoReception(
        const Configuration& configuration, const std::string& store, const std::filesystem::path& folder);

    const Configuration& configuration() const { return configuration_; }
    const std::string& store_url() const { return store_url_; }
    StagedClock& clock() { return clock_; }
    Reception& reception() { return reception_; }
    Instant ten_o_clock() const { return ten_; }
    // The desk that the simulation leaves to people: "Desk 3", or the last of kiosk.conf.
    const Desk& free_desk() const { return free_desk_; }

    // The options that every other process of the demo begins with.
    std::vector<std::string> common_arguments(const std::string& clock_option) const;

private:
    const Configuration& configuration_;
    std::string store_url_;
    StagedClock clock_;
    std::unique_ptr<Store> store_;
    Reception reception_;
    const Desk& free_desk_;
    Instant ten_;
};

} // namespace nextplease
