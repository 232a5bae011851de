// Feedback: how satisfied a visitor was, from 1 (very bad) to 5 (very good), with a few words if they like;
// and the figure that is made of it.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/other_contact.h"
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
    std::optional<VisitId> visit; // none: given without a ticket, or by a channel
    Instant at;
    ServiceCode service; // of the visit; else empty
    Language language;
    int score = kLowestScore;
    SealedText words; // may be empty
    RequestId request;
    std::optional<Channel> channel {}; // staff recorded what a caller or writer said; none: at the kiosk
    std::optional<ContactId> contact {}; // in the log, on which it was given; none: it is not known
    friend bool operator==(const Feedback&, const Feedback&) = default;
};

// Overall satisfaction (CS 6.5.1, of the kiosk and the telephone): of those who gave feedback on a visit or
// on a contact by another channel, the share that gave 4 or 5. Each visit and each contact counts once: the
// store keeps one feedback for it, the last. What staff recorded without the contact's number is a contact of
// its own. Feedback at the kiosk without a ticket is counted apart, for nobody can say whether ten of them
// are ten visits.
struct Satisfaction {
    std::int64_t visits = 0; // and contacts by other channels
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
