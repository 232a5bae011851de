// When a reception or a service is open: hours per weekday, and dates that differ.
#pragma once

#include "core/base/local_time.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace nextplease {

// Half-open times of day: open from `from`, closed at `to`.
struct OpenSpan {
    Seconds from { 0 };
    Seconds to { 0 }; // at most 24 h
    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

// The spans of a day are in order and do not overlap; no span means closed all day.
struct OpeningHours {
    std::array<std::vector<OpenSpan>, 7> weekdays; // [0] is Monday
    std::map<LocalDate, std::vector<OpenSpan>> exceptions; // a date here replaces its weekday

    const std::vector<OpenSpan>& on(LocalDate date) const;
    bool open_at(const LocalTime& time) const;

    // The next opening at or after `time`, looking at most 30 days ahead; `time` itself if it is open then.
    std::optional<LocalTime> next_opening(const LocalTime& time) const;

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

} // namespace nextplease
