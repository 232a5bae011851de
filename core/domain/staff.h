// Who may work at a desk: a name and a PIN, of which only a hash is kept; and how long wrong PINs make
// everybody wait. Plain values.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

struct StaffMember {
    StaffId id;
    std::string name; // as it stands in the event log, so nobody else gets it
    std::string pin_hash;
    bool active = true; // false: was removed
    int wrong = 0; // PINs since the last right one
    std::optional<Instant> last_try {};
    bool complaints = false; // of the complaints team: may read what was confided to it
    friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

// What a name is found by: without spaces at its ends, and without capitals of the Latin alphabet.
std::string staff_key(std::string_view name);

// How long after a try the next may be made, when so many PINs in a row were wrong: at once up to three, then
// half a minute, and twice as long each time up to a quarter of an hour. So that 10,000 PINs take a lifetime.
Seconds pause_after(int wrong);

// Who did it, for the event log.
std::string actor_of(const StaffMember& member);
// The name in an actor that is a member of staff; empty: it is none.
std::string_view staff_in(std::string_view actor);

} // namespace nextplease
