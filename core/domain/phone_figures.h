// Calls as telephone systems and councils publish them, beside a promise's own share: of those answered or of
// those offered, with or without callers who hung up at once. Each share says of what it is one. Plain
// values.
#pragma once

#include "core/domain/standard.h"

#include <cstdint>
#include <optional>

namespace nextplease {

struct PhoneFigures {
    std::int64_t offered = 0; // = answered + abandoned
    std::int64_t answered = 0;
    std::int64_t in_time = 0; // of answered
    std::int64_t abandoned = 0;
    std::int64_t at_once = 0; // of abandoned: sooner than the promise's lost_grace

    // What is still ringing, or leaves every figure, is not counted.
    void add(const Standard& standard, const Observation& observation, const Judged& judged);

    // Each nullopt where it would be a share of nothing.
    std::optional<double> answer_rate() const; // of offered
    std::optional<double> abandoned_rate() const; // of offered
    std::optional<double> abandoned_rate_without_at_once() const; // both without those
    std::optional<double> in_time_of_answered() const;
    std::optional<double> in_time_of_offered() const;
    std::optional<double> in_time_without_at_once() const; // of offered without those
    friend bool operator==(const PhoneFigures&, const PhoneFigures&) = default;
};

} // namespace nextplease
