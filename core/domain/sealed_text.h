// Something confided, as it may lie in the store.
#pragma once

#include <cstdint>
#include <string>

namespace nextplease {

// Sealed to a public key, so that only the holder of the secret key reads it; or, where the council has set
// no key, as it was typed.
struct SealedText {
    std::string key; // which key: its fingerprint, 8 hexadecimal digits; empty: not sealed
    std::string text; // sealed: base64; else as typed
    bool empty() const { return text.empty(); }
    friend bool operator==(const SealedText&, const SealedText&) = default;
};

// All that was confided in one place, for sealing it to another key.
struct Confided {
    enum class Of { Case, Feedback };
    Of of = Of::Case;
    std::int64_t id = 0; // of the case or the feedback
    SealedText words;
    SealedText contact; // of a case; else empty
    friend bool operator==(const Confided&, const Confided&) = default;
};

} // namespace nextplease
