// Reading what visitors wrote with their feedback: by whom and with what as in case_opening.h, and never
// without a trace: the words are given out after it is stored who read them.
//
// On the thread of the reception. Throws Failure when the store fails, or what was sealed is damaged.
#pragma once

#include "core/reception/case_opening.h"
#include "core/store/reading_log.h"

#include <vector>

namespace nextplease {

struct OpenedFeedback {
    Feedback feedback;
    Secret words;
};

struct FeedbackOpened {
    std::vector<OpenedFeedback> read; // all that has words, in the order in which they were given
    int other_keys = 0; // sealed to another key, and left out
    int damaged = 0; // in the store, and left out
};
using FeedbackOpening = std::variant<FeedbackOpened, OpeningObstacle>;

// Of local days, both included; none: since the first, until the last. `key`: nullptr where there is none;
// enough for what was never sealed.
FeedbackOpening open_feedback(Reception& reception, const std::optional<LocalDate>& from,
    const std::optional<LocalDate>& to, const SecretKey* key, const CaseReader& reader);

} // namespace nextplease
