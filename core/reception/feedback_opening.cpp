#include "core/reception/feedback_opening.h"

#include "core/base/error.h"

namespace nextplease {
namespace {

using Kind = OpeningObstacle::Kind;

std::vector<Feedback> with_words(Records& records, const Period& given)
{
    std::vector<Feedback> found;
    records.each_feedback(given, [&](const Feedback& one) {
        if (!one.words.empty())
            found.push_back(one);
    });
    return found;
}

// nullopt: it was sealed to another key.
std::optional<Secret> opened(const SealedText& sealed, const SecretKey* key)
{
    if (sealed.key.empty())
        return Secret(std::string_view(sealed.text));
    return key->open(sealed);
}

} // namespace

FeedbackOpening open_feedback(Reception& reception, const std::optional<LocalDate>& from,
    const std::optional<LocalDate>& to, const SecretKey* key, const CaseReader& reader)
{
    std::optional<OpeningObstacle> obstacle;
    std::vector<Feedback> found;
    std::string actor;
    reception.store().read([&](Records& records) {
        obstacle = reading_obstacle(records, reader);
        if (obstacle)
            return;
        actor = actor_of(records.staff_named(staff_key(reader.staff)).value());
        found = with_words(records, reception.configuration().zone.days(from, to));
    });
    if (obstacle)
        return *obstacle;
    FeedbackOpened all;
    std::string other;
    for (const Feedback& one : found) {
        if (!one.words.key.empty() && !key)
            return OpeningObstacle { Kind::KeyMissing, one.words.key };
        try {
            if (auto words = opened(one.words, key)) {
                all.read.push_back({ one, std::move(*words) });
            } else {
                ++all.other_keys;
                other = one.words.key;
            }
        } catch (const Failure& failure) {
            if (failure.kind() != Failure::Kind::Corrupt)
                throw;
            ++all.damaged; // the others can be read nevertheless
        }
    }
    if (all.read.empty() && all.other_keys > 0)
        return OpeningObstacle { Kind::OtherKey, other };
    open_reading_log(reception.store().name())
        ->add({ reception.now(), actor, from, to, static_cast<std::int64_t>(all.read.size()) });
    return all;
}

} // namespace nextplease
