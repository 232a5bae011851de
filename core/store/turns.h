// How processes that share a store's file notice each other and take turns at writing: through a small file
// beside it.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <random>

namespace nextplease {

// The file that every commit touches, so that other processes can wait for it: see sqlite_change_signal.h.
std::filesystem::path tick_file_of(const std::filesystem::path& store);

// One connection's hold on it. All of it may fail without harm, as on a disk that is read-only. One thread.
class TickFile {
public:
    explicit TickFile(std::filesystem::path path);
    ~TickFile();
    TickFile(const TickFile&) = delete;
    TickFile& operator=(const TickFile&) = delete;

    // Wakes everybody who watches the file.
    void touch() noexcept;

    // Whoever waits for the store holds a shared lock on a byte of this file. The system lets go of it when
    // the process ends, however it ends.
    void set_waiting(bool waiting) noexcept;
    bool somebody_waits() noexcept; // other than this connection

private:
    void open() noexcept;
    void close() noexcept;

    std::filesystem::path path_;
    int file_ = -1;
};

constexpr std::chrono::seconds kLockPatience { 5 };

// SQLite's own waiting sleeps in steps of up to 100 ms, which starves whoever comes second to a busy store.
// Ours sleeps shortly, for a time of chance; and whoever has just written lets those who wait go first.
class Turns {
public:
    // `tick` must outlive it.
    explicit Turns(TickFile& tick);

    // Before asking for the store in order to write.
    void before_writing();
    // The store was found locked; `attempt` counts from 0 for every lock that is waited for. Sleeps and
    // returns true; false after kLockPatience: give up.
    bool go_on(int attempt);
    // The waiting is over, with or without the lock. Harmless where nobody waited.
    void stop_waiting() noexcept;
    void after_writing() noexcept;

private:
    using Clock = std::chrono::steady_clock;

    TickFile& tick_;
    std::minstd_rand random_;
    Clock::time_point deadline_;
    bool waiting_ = false;
    std::optional<Clock::time_point> others_first_until_;
};

} // namespace nextplease
