// Who read what was confided in feedback, and when. What was confided in cases is told by their own events.
// Appended, never changed; only the names of staff are forgotten, with those of the log.
#pragma once

#include "core/base/local_time.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct FeedbackReading {
    Instant at;
    std::string actor; // "staff:Ann"
    // The days that were asked for; none: since the first, until the last.
    std::optional<LocalDate> from {}, to {};
    std::int64_t words = 0; // how many were read
    friend bool operator==(const FeedbackReading&, const FeedbackReading&) = default;
};

class ReadingLog {
public:
    virtual ~ReadingLog() = default;
    virtual void add(const FeedbackReading& reading) = 0; // stored when this returns
    virtual std::vector<FeedbackReading> all() = 0; // in the order in which they were added
};

// On a connection of its own, of one thread. Throws Failure where the store is not there, as each call does
// when it fails. The store must have been opened by open_store once.
std::unique_ptr<ReadingLog> open_reading_log(const std::string& url);

} // namespace nextplease
