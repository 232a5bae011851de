// Instants, durations and the clock. Everything stored or compared is UTC; core/base/local_time.h is
// the only place that knows a time zone.
#pragma once

#include <chrono>
#include <compare>
#include <optional>

namespace nextplease {

// A moment, UTC, to the second: what a visitor is promised and what a manager publishes is counted in
// whole seconds, and two people with the same log must get the same figure.
using Instant = std::chrono::sys_seconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

// A calendar day of the reception's zone.
using LocalDate = std::chrono::year_month_day;

// Half-open: `from` is in it, `to` is not.
struct Period {
    Instant from;
    Instant to;
    bool contains(Instant at) const { return from <= at && at < to; }
    friend bool operator==(const Period&, const Period&) = default;
};

// Where "now" comes from. Only the outermost code asks; the domain is told.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

// The machine's clock. Safe from any thread.
class SystemClock : public Clock {
public:
    Instant now() const override { return std::chrono::floor<Seconds>(std::chrono::system_clock::now()); }
};

// Stands still until it is set or advanced. One thread.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant start)
        : now_(start)
    {
    }
    Instant now() const override { return now_; }
    void set(Instant now) { now_ = now; }
    void advance(Seconds by) { now_ += by; }

private:
    Instant now_;
};

// Runs `speed` times as fast as the machine's clock, having shown `start` at the machine's `real_start`.
// Processes that are given the same three values show the same time. Safe from any thread.
class ScaledClock : public Clock {
public:
    ScaledClock(Instant start, Instant real_start, double speed)
        : start_(start)
        , real_start_(real_start)
        , speed_(speed)
    {
    }
    Instant now() const override
    {
        const std::chrono::duration<double> passed = std::chrono::system_clock::now() - real_start_;
        return start_ + std::chrono::floor<Seconds>(passed * speed_);
    }

private:
    Instant start_;
    Instant real_start_;
    double speed_;
};

} // namespace nextplease
