// What an event's detail holds beside words: written when it happens and read back when the past is replayed,
// so that a replay knows what was known then. "desk=Desk 2 note=Rent" is a visit that was sent to a desk; a
// detail without such keys is what somebody wrote.
#pragma once

#include "core/domain/ticket_life.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

// Transferred: to whom, if it is to one desk or one colleague, and the note.
std::string transfer_detail(const Onward& onward);
struct SentTo {
    DeskCode desk {};
    std::string staff {};
    friend bool operator==(const SentTo&, const SentTo&) = default;
};
// Nobody in particular where it names nobody.
SentTo sent_to(std::string_view detail);

// Held: why and until when. DeskPaused and DeskClosed: why and when it is expected back.
std::string until_detail(const std::string& why, std::optional<Instant> until);
std::optional<Instant> until_in(std::string_view detail);

// NeedsChanged: what goes with the visit from then on; and its priority class before, if that changed.
std::string company_detail(const Company& company, const PriorityCode& before);
std::optional<PriorityCode> priority_before(std::string_view detail);

// What is left of a detail when the words in it are forgotten: codes, numbers, times, and to whom a visit was
// sent, but nothing that somebody wrote, and nothing of what a visitor needs. A replay of the past reads the
// same in it.
std::string without_words(EventKind kind, std::string_view detail);
// A detail of Transferred that names a colleague, with `name` in place of theirs.
std::string sent_to_other_name(std::string_view detail, std::string_view name);

} // namespace nextplease
