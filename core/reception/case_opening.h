// Reading what was confided in a case. Only by a member of the complaints team who is known to be there, only
// with the team's secret key where it was sealed, and never without the event that tells who read it: the
// words are given out after that event is stored.
//
// That holds at the desk and on the command line alike. Whoever has key, passphrase and store could of course
// write a program of their own; the passphrase is what protects the words, and this is what accounts for
// them.
//
// On the thread of the reception. Throws Failure when the store fails, or what was sealed is damaged.
#pragma once

#include "core/base/catalogue.h"
#include "core/base/secret.h"
#include "core/reception/reception.h"

#include <optional>
#include <string>
#include <variant>

namespace nextplease {

// Who wants to read.
struct CaseReader {
    std::string staff; // whose PIN was right; empty: nobody
    std::optional<DeskCode> desk {}; // where they must be signed in still; none: on the command line
};

struct OpenedCase {
    Secret words, contact;
};

struct OpeningObstacle {
    enum class Kind {
        UnknownCase,
        NobodySignedIn,
        NotInTeam,
        KeyMissing, // it was sealed, and no key was given
        OtherKey, // sealed to the key `sealed_to`
    };
    Kind kind = Kind::UnknownCase;
    std::string sealed_to {}; // fingerprint
    friend bool operator==(const OpeningObstacle&, const OpeningObstacle&) = default;
};
using OpeningReply = std::variant<OpenedCase, OpeningObstacle>;

// `key`: nullptr where there is none; enough for what was never sealed.
OpeningReply open_case(Reception& reception, CaseId id, const SecretKey* key, const CaseReader& reader);

// Why that reader may not read at all, whatever the key; nullopt: may.
std::optional<OpeningObstacle> reading_obstacle(Records& records, const CaseReader& reader);

// To what key a case is sealed; empty: its words were never sealed.
std::string sealed_to(const Case& record);

// One sentence.
std::string sentence(const OpeningObstacle& obstacle, const Words& words);

} // namespace nextplease
