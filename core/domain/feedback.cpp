#include "core/domain/feedback.h"

#include <cassert>

namespace nextplease {

void Satisfaction::add(const Feedback& feedback)
{
    assert(feedback.score >= kLowestScore && feedback.score <= kHighestScore);
    const auto place = static_cast<std::size_t>(feedback.score - kLowestScore);
    if (!feedback.visit && !feedback.channel) {
        ++others;
        ++others_by_score.at(place);
        return;
    }
    ++visits;
    ++by_score.at(place);
    if (feedback.score >= kSatisfiedFrom)
        ++satisfied;
}

std::optional<double> Satisfaction::share() const
{
    if (visits == 0)
        return std::nullopt;
    return static_cast<double>(satisfied) / static_cast<double>(visits);
}

} // namespace nextplease
