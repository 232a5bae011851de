#include "core/reception/key_file.h"

#include "core/base/error.h"
#include "core/base/whole_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace nextplease {
namespace {

// The line of the file, with ':' between its parts: this mark, the public key, the way in which it is locked,
// passes, kibibytes, salt, nonce, and the locked key.
constexpr std::string_view kMark = "nextplease-secret-key";
constexpr std::string_view kWay = "argon2id-secretbox";
constexpr std::size_t kParts = 8;
constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
constexpr std::size_t kBoxBytes = kKeyBytes + crypto_secretbox_MACBYTES;
// More than that nobody wrote: a damaged file shall not take all memory.
constexpr Hardness kHardest { 64, 4U * 1024 * 1024 };
constexpr std::size_t kBytesOfKibibyte = 1024;
constexpr std::uint32_t kLeastKibibytes = crypto_pwhash_MEMLIMIT_MIN / kBytesOfKibibyte;

using LockingKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes_of(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(const std::string& bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kVariant);
    text.pop_back(); // the end mark of C
    return text;
}

// Empty if it is no base64 of so many bytes.
std::string from_base64(std::string_view text, std::size_t bytes)
{
    std::string made(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(
            bytes_of(made), made.size(), text.data(), text.size(), nullptr, &size, &end, kVariant)
            != 0
        || end != text.data() + text.size() || size != bytes)
        return {};
    made.resize(size);
    return made;
}

// Zero if it is no number from 1 to `most`.
std::uint32_t number_in(std::string_view text, std::uint32_t most)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= most ? number : 0;
}

std::string random_bytes(std::size_t size)
{
    if (sodium_init() < 0)
        throw Failure(Failure::Kind::Unavailable,
            "this system gives no random numbers, so no key can be locked: see that it is Linux 3.17 or "
            "newer");
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

// Wiped by the caller.
LockingKey locking_key(const Secret& passphrase, const std::string& salt, const Hardness& hardness)
{
    LockingKey key {};
    if (sodium_init() < 0
        || crypto_pwhash(key.data(), key.size(), passphrase.text().data(), passphrase.text().size(),
               bytes_of(salt), hardness.passes,
               static_cast<std::size_t>(hardness.kibibytes) * kBytesOfKibibyte, crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("there is not enough free memory to open or lock a key: it takes {} MB; close other "
                        "programs and try again",
                hardness.kibibytes / kBytesOfKibibyte));
    return key;
}

[[noreturn]] void refuse_unwritable(const std::filesystem::path& file, int reason)
{
    throw Failure(Failure::Kind::Unavailable,
        fmt::format("the key could not be written to {}: {}", file.string(), std::strerror(reason)));
}

// All of `text`, and onto the disk; else removes the file and says why not. Closes it.
void write_whole(int opened, const std::string& text, const std::filesystem::path& written,
    const std::filesystem::path& named)
{
    std::string_view left = text;
    while (!left.empty()) {
        const ssize_t taken = ::write(opened, left.data(), left.size());
        if (taken < 0 && errno != EINTR)
            break;
        left.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(taken, 0)));
    }
    const bool whole = left.empty() && fsync(opened) == 0;
    const int reason = errno;
    ::close(opened);
    if (whole)
        return;
    ::unlink(written.c_str());
    refuse_unwritable(named, reason);
}

std::vector<std::string_view> parts_of(std::string_view line)
{
    std::vector<std::string_view> parts;
    parts.reserve(kParts);
    while (parts.size() <= kParts) {
        const std::size_t end = line.find(':');
        parts.push_back(line.substr(0, end));
        if (end == std::string_view::npos)
            break;
        line.remove_prefix(end + 1);
    }
    return parts;
}

} // namespace

bool is_passphrase(std::string_view text)
{
    constexpr unsigned kContinues = 0x80;
    constexpr unsigned kLead = 0xC0;
    const auto characters = std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & kLead) != kContinues; });
    return static_cast<std::size_t>(characters) >= kShortestPassphrase;
}

LockedKey::LockedKey(const SecretKey& key, const Secret& passphrase, const Hardness& hardness)
    : public_(key.public_key())
    , hardness_(hardness)
    , salt_(random_bytes(crypto_pwhash_SALTBYTES))
    , nonce_(random_bytes(crypto_secretbox_NONCEBYTES))
    , box_(kBoxBytes, '\0')
{
    LockingKey locking = locking_key(passphrase, salt_, hardness_);
    crypto_secretbox_easy(bytes_of(box_), key.bytes().data(), kKeyBytes, bytes_of(nonce_), locking.data());
    sodium_memzero(locking.data(), locking.size());
}

std::optional<SecretKey> LockedKey::unlock(const Secret& passphrase) const
{
    LockingKey locking = locking_key(passphrase, salt_, hardness_);
    std::array<unsigned char, kKeyBytes> secret {};
    const bool right = crypto_secretbox_open_easy(
                           secret.data(), bytes_of(box_), box_.size(), bytes_of(nonce_), locking.data())
        == 0;
    sodium_memzero(locking.data(), locking.size());
    if (!right)
        return std::nullopt;
    SecretKey key(secret);
    sodium_memzero(secret.data(), secret.size());
    if (!(key.public_key() == public_))
        throw Failure(Failure::Kind::Corrupt,
            fmt::format("the key file does not hold the key {} that it names: put back a copy of it",
                fingerprint(public_)));
    return key;
}

std::string LockedKey::text() const
{
    return fmt::format(
        "# The secret key that belongs to the public key {0} (fingerprint {1}), locked with a passphrase.\n"
        "# Who has this file and the passphrase can read what visitors confide. Keep it away from the "
        "kiosk,\n"
        "# and keep a copy: without it nobody can read that again.\n"
        "{2}:{0}:{3}:{4}:{5}:{6}:{7}:{8}\n",
        to_base64(public_), fingerprint(public_), kMark, kWay, hardness_.passes, hardness_.kibibytes,
        base64(salt_), base64(nonce_), base64(box_));
}

void LockedKey::save(const std::filesystem::path& file) const
{
    constexpr int kOwnerOnly = 0600;
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (opened < 0 && errno == EEXIST)
        throw InputError(fmt::format("{} exists already, and a key is never overwritten: name a file that "
                                     "does not exist yet",
            file.string()));
    if (opened < 0)
        refuse_unwritable(file, errno);
    write_whole(opened, text(), file, file);
    if (!sync_name(file))
        refuse_unwritable(file, errno);
}

void LockedKey::replace(const std::filesystem::path& file) const
{
    std::string beside = file.string() + ".XXXXXX";
    const int opened = ::mkostemp(beside.data(), O_CLOEXEC); // of its owner alone
    if (opened < 0)
        refuse_unwritable(file, errno);
    write_whole(opened, text(), beside, file);
    if (::rename(beside.c_str(), file.c_str()) == 0) {
        if (!sync_name(file))
            refuse_unwritable(file, errno);
        return;
    }
    const int reason = errno;
    ::unlink(beside.c_str());
    refuse_unwritable(file, reason);
}

LockedKey read_locked_key(const std::filesystem::path& file)
{
    std::error_code ignored;
    std::ifstream stream(file);
    if (!stream || std::filesystem::is_directory(file, ignored))
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the key {} cannot be read: check that it is a file and that you may read it",
                file.string()));
    std::string line;
    while (std::getline(stream, line) && !line.starts_with(kMark)) { }
    const std::vector<std::string_view> parts = parts_of(line);
    LockedKey key;
    if (parts.size() == kParts && parts[0] == kMark && parts[2] == kWay) {
        const auto named = parse_public_key(parts[1]);
        key.public_ = named.value_or(PublicKey {});
        key.hardness_ = { number_in(parts[3], kHardest.passes), number_in(parts[4], kHardest.kibibytes) };
        key.salt_ = from_base64(parts[5], crypto_pwhash_SALTBYTES);
        key.nonce_ = from_base64(parts[6], crypto_secretbox_NONCEBYTES);
        key.box_ = from_base64(parts[7], kBoxBytes);
        if (named && key.hardness_.passes > 0 && key.hardness_.kibibytes >= kLeastKibibytes
            && !key.salt_.empty() && !key.nonce_.empty() && !key.box_.empty())
            return key;
    }
    throw InputError(
        fmt::format("{} holds no secret key: name the file that nextplease key create wrote", file.string()));
}

} // namespace nextplease
