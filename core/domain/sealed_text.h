// Something confided, as it may lie in the store.
#pragma once

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

} // namespace nextplease
