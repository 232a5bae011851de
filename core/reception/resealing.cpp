#include "core/reception/resealing.h"

#include "core/base/error.h"

#include <fmt/format.h>
#include <optional>

namespace nextplease {
namespace {

constexpr int kAtOnce = 200; // in a unit of work

enum class Came { Empty, New, Old, Plain, Other, Damaged };

class Resealing {
public:
    Resealing(const SecretKey& old_key, const PublicKey& new_key, Instant now, const std::string& actor)
        : old_(old_key)
        , new_(new_key)
        , new_name_(fingerprint(new_key))
        , now_(now)
        , actor_(actor)
    {
    }

    Resealed run(Store& store)
    {
        for (const Confided::Of of : { Confided::Of::Case, Confided::Of::Feedback }) {
            std::int64_t after = 0;
            for (bool more = true; more;)
                more = do_some(store, of, after);
        }
        if (damaged_feedback_ > 0)
            done_.damaged.push_back(fmt::format("feedback: {}", damaged_feedback_));
        return done_;
    }

private:
    // False: there were none left.
    bool do_some(Store& store, Confided::Of of, std::int64_t& after)
    {
        const Resealed before = done_; // a unit of work may be run again
        const int feedback_before = damaged_feedback_;
        std::int64_t last = after;
        bool some = false;
        store.write([&](Records& records) {
            done_ = before;
            damaged_feedback_ = feedback_before;
            const std::vector<Confided> found = records.confided(of, after, kAtOnce);
            some = !found.empty();
            for (const Confided& one : found) {
                reseal(records, one);
                last = one.id;
            }
        });
        after = last;
        return some;
    }

    void reseal(Records& records, Confided one)
    {
        const std::string before = one.words.key.empty() ? one.contact.key : one.words.key;
        const Came words = reseal(one.words);
        const Came contact = one.contact.empty() ? Came::Empty : reseal(one.contact);
        const Came worst = std::max(words, contact);
        if (worst == Came::Damaged)
            return tell_damaged(records, one);
        if (worst == Came::Other) {
            ++done_.other_keys;
            return;
        }
        if (worst <= Came::New)
            return;
        if (worst == Came::Plain)
            ++done_.never_sealed;
        else
            ++(one.of == Confided::Of::Case ? done_.cases : done_.feedback);
        records.put(one);
        if (one.of == Confided::Of::Case)
            tell(records, CaseId(one.id), before);
    }

    Came reseal(SealedText& sealed) const
    {
        if (sealed.empty())
            return Came::Empty;
        if (sealed.key == new_name_)
            return Came::New;
        const Came came = sealed.key.empty() ? Came::Plain : Came::Old;
        try {
            const auto words = old_.open(sealed);
            if (!words)
                return Came::Other;
            sealed = seal(*words, new_);
            return came;
        } catch (const Failure& failure) {
            if (failure.kind() == Failure::Kind::Corrupt)
                return Came::Damaged;
            throw;
        }
    }

    void tell(Records& records, CaseId id, const std::string& before) const
    {
        CaseEvent event;
        event.record = id;
        event.kind = CaseEventKind::Resealed;
        event.at = now_;
        event.actor = actor_;
        event.before = "key=" + before + '\n';
        event.after = "key=" + new_name_ + '\n';
        records.add(event);
    }

    void tell_damaged(Records& records, const Confided& one)
    {
        if (one.of == Confided::Of::Feedback) {
            ++damaged_feedback_;
            return;
        }
        if (const auto record = records.case_of(CaseId(one.id)))
            done_.damaged.push_back(reference_of(*record));
    }

    const SecretKey& old_;
    const PublicKey& new_;
    std::string new_name_;
    Instant now_;
    const std::string& actor_;
    Resealed done_;
    int damaged_feedback_ = 0;
};

} // namespace

Resealed reseal(
    Store& store, const SecretKey& old_key, const PublicKey& new_key, Instant now, const std::string& actor)
{
    return Resealing(old_key, new_key, now, actor).run(store);
}

} // namespace nextplease
