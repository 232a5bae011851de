// Sealing everything that was confided to another key, after the complaints team changed its own. On the
// thread of the reception.
//
// Unit of work by unit of work, so that nobody waits long; broken off, it is begun again and does the rest.
// Copies made before, such as backups, still need the old key.
#pragma once

#include "core/reception/sealing.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

struct Resealed {
    int cases = 0, feedback = 0; // that were sealed to the old key
    int never_sealed = 0; // of both: lay there as typed, and are sealed now
    int other_keys = 0; // sealed to neither key: left as they are
    std::vector<std::string> damaged; // references of cases, and how many feedbacks: left as they are
};

// `actor` and `now` for the event of each case. Throws Failure when the store fails.
Resealed reseal(
    Store& store, const SecretKey& old_key, const PublicKey& new_key, Instant now, const std::string& actor);

} // namespace nextplease
