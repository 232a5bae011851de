// The file in which the complaints team keeps its secret key: locked with a passphrase, so that the file
// alone opens nothing. The passphrase is made into a key by argon2id, hard and slow on purpose; how hard, and
// its salt, stand in the file, so that they can be raised for new files while old ones are still read.
//
// Any thread; locking and unlocking take about a second and a quarter of a gigabyte.
#pragma once

#include "core/base/secret.h"
#include "core/reception/sealing.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

constexpr std::size_t kShortestPassphrase = 12; // characters
bool is_passphrase(std::string_view text);

// How hard it is to try a passphrase.
struct Hardness {
    std::uint32_t passes = 3;
    std::uint32_t kibibytes = 256 * 1024; // of memory
    friend bool operator==(const Hardness&, const Hardness&) = default;
};

// A secret key as it lies in a file.
class LockedKey {
public:
    // Throws Failure if there is not the memory, or no random numbers.
    LockedKey(const SecretKey& key, const Secret& passphrase, const Hardness& hardness = {});

    const PublicKey& public_key() const { return public_; }
    const Hardness& hardness() const { return hardness_; }

    // nullopt: the passphrase is wrong. Throws Failure if there is not the memory, or the key is not the one
    // that it is said to be.
    std::optional<SecretKey> unlock(const Secret& passphrase) const;

    // Only the owner can read the file. Throws Failure if it cannot be written: then nothing new is left
    // behind, and what was there stays. save() throws InputError if the file is there already.
    void save(const std::filesystem::path& file) const;
    void replace(const std::filesystem::path& file) const;

private:
    LockedKey() = default;
    friend LockedKey read_locked_key(const std::filesystem::path& file);
    std::string text() const;

    PublicKey public_;
    Hardness hardness_;
    std::string salt_, nonce_, box_; // bytes
};

// Throws InputError if it is no such file, Failure if it cannot be read.
LockedKey read_locked_key(const std::filesystem::path& file);

} // namespace nextplease
