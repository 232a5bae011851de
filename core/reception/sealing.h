// Sealing what visitors confide to the complaints team: anonymous public-key encryption (libsodium's sealed
// boxes). Who holds the public key can seal, and only who holds the secret key can read. How that one is kept
// is in key_file.h. Any thread.
#pragma once

#include "core/base/secret.h"
#include "core/domain/sealed_text.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

constexpr std::size_t kKeyBytes = 32;

struct PublicKey {
    std::array<unsigned char, kKeyBytes> bytes {};
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

// From 44 characters of base64 or 64 hexadecimal digits; nullopt if it is neither, or no key that can be
// sealed to.
std::optional<PublicKey> parse_public_key(std::string_view text);
std::string to_base64(const PublicKey& key);
// Eight hexadecimal digits by which people and the store tell keys apart.
std::string fingerprint(const PublicKey& key);

// Seals `words`; without a key they stay readable, so that nothing is lost. Empty stays empty. The length of
// the words is hidden to 256 bytes. Throws Failure if the system gives no random numbers.
SealedText seal(const Secret& words, const std::optional<PublicKey>& key);

// Wiped when it ends.
class SecretKey {
public:
    explicit SecretKey(const std::array<unsigned char, kKeyBytes>& bytes);
    SecretKey(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    SecretKey& operator=(SecretKey&&) = delete;
    ~SecretKey();

    const PublicKey& public_key() const { return public_; }

    // What was sealed to public_key(), or was never sealed. nullopt: sealed to another key. Throws Failure if
    // it is damaged.
    std::optional<Secret> open(const SealedText& sealed) const;

    // For locking it with a passphrase (key_file.h), and nothing else.
    const std::array<unsigned char, kKeyBytes>& bytes() const { return secret_; }

private:
    std::array<unsigned char, kKeyBytes> secret_;
    PublicKey public_;
};

// Throws Failure if the system gives no random numbers.
SecretKey make_secret_key();

} // namespace nextplease
