// Feedback: how satisfied a visitor was, from 1 (very bad) to 5 (very good), with a few words if they like;
// and the figure that is made of it.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/sealed_text.h"

#include <array>
#include <cstdint>
#include <optional>

namespace nextplease {

constexpr int kLowestScore = 1;
constexpr int kHighestScore = 5;
constexpr int kSatisfiedFrom = 4;

struct Feedback {
    FeedbackId id;
    std::optional<VisitId> visit; // none: given without a ticket
    Instant at;
    ServiceCode service; // of the visit; else empty
    Language language;
    int score = kLowestScore;
    SealedText words; // may be empty
    RequestId request;
    friend bool operator==(const Feedback&, const Feedback&) = default;
};

// Overall satisfaction (CS 6.5.1): of those who gave feedback on a visit, the share that gave 4 or 5. Each
// visit counts once: the store keeps one feedback for it, the last. Feedback without a ticket is counted
// apart, for nobody can say whether ten of them are ten visits.
struct Satisfaction {
    std::int64_t visits = 0;
    std::int64_t satisfied = 0; // of visits
    std::array<std::int64_t, kHighestScore> by_score {}; // of visits; [0] is score 1
    std::int64_t others = 0; // without a ticket
    std::array<std::int64_t, kHighestScore> others_by_score {};

    // REQUIRES: the score is one that there is.
    void add(const Feedback& feedback);
    // satisfied / visits; nullopt if there are none.
    std::optional<double> share() const;
    friend bool operator==(const Satisfaction&, const Satisfaction&) = default;
};

} // namespace nextplease
