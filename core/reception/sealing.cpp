#include "core/reception/sealing.h"

#include "core/base/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>

namespace nextplease {
namespace {

static_assert(kKeyBytes == crypto_box_PUBLICKEYBYTES && kKeyBytes == crypto_box_SECRETKEYBYTES);

constexpr std::size_t kBlock = 256; // the length of what was written shows only in steps of this
constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;

void begin()
{
    if (sodium_init() < 0)
        throw Failure(Failure::Kind::Unavailable,
            "this system gives no random numbers, so nothing can be sealed: see that it is Linux 3.17 or "
            "newer");
}

const unsigned char* bytes_of(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string base64(const unsigned char* bytes, std::size_t size)
{
    std::string text(sodium_base64_encoded_len(size, kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, kVariant);
    text.pop_back(); // the end mark of C
    return text;
}

// nullopt if it is no base64.
std::optional<std::string> from_base64(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(
            bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, &end, kVariant)
            != 0
        || end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<std::string> from_hexadecimal(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, &end) != 0
        || end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::string padded(const std::string& words)
{
    std::string text = words;
    text.resize(words.size() + kBlock);
    std::size_t size = 0;
    sodium_pad(&size, bytes_of(text), words.size(), kBlock, text.size());
    text.resize(size);
    return text;
}

[[noreturn]] void refuse_damaged()
{
    throw Failure(Failure::Kind::Corrupt,
        "what was sealed is damaged and cannot be read: keep the store, and put back the latest backup");
}

} // namespace

std::optional<PublicKey> parse_public_key(std::string_view text)
{
    begin();
    auto bytes = text.size() == 2 * kKeyBytes ? from_hexadecimal(text) : from_base64(text);
    if (!bytes || bytes->size() != kKeyBytes)
        return std::nullopt;
    PublicKey key;
    std::copy(bytes->begin(), bytes->end(), key.bytes.begin());
    // A key of low order, such as all zeros, seals nothing.
    std::array<unsigned char, crypto_box_SEALBYTES> probe {};
    if (crypto_box_seal(probe.data(), nullptr, 0, key.bytes.data()) != 0)
        return std::nullopt;
    return key;
}

std::string to_base64(const PublicKey& key)
{
    return base64(key.bytes.data(), key.bytes.size());
}

std::string fingerprint(const PublicKey& key)
{
    begin();
    std::array<unsigned char, crypto_generichash_BYTES> hash {};
    crypto_generichash(hash.data(), hash.size(), key.bytes.data(), key.bytes.size(), nullptr, 0);
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3]);
}

SealedText seal(const Secret& words, const std::optional<PublicKey>& key)
{
    if (words.empty())
        return {};
    if (!key)
        return { {}, words.text() };
    begin();
    std::string plain = padded(words.text());
    std::string box(plain.size() + crypto_box_SEALBYTES, '\0');
    const int sealed = crypto_box_seal(bytes_of(box), bytes_of(plain), plain.size(), key->bytes.data());
    sodium_memzero(plain.data(), plain.size());
    if (sealed != 0)
        throw Failure(Failure::Kind::Unavailable,
            "the public key of kiosk.conf cannot be sealed to: make a new one with nextplease key create");
    return { fingerprint(*key), base64(bytes_of(box), box.size()) };
}

SecretKey::SecretKey(const std::array<unsigned char, kKeyBytes>& bytes)
    : secret_(bytes)
{
    begin();
    crypto_scalarmult_base(public_.bytes.data(), secret_.data());
}

SecretKey::SecretKey(SecretKey&& other) noexcept
    : secret_(other.secret_)
    , public_(other.public_)
{
    sodium_memzero(other.secret_.data(), other.secret_.size());
}

SecretKey::~SecretKey()
{
    sodium_memzero(secret_.data(), secret_.size());
}

std::optional<Secret> SecretKey::open(const SealedText& sealed) const
{
    if (sealed.key.empty())
        return Secret(std::string_view(sealed.text));
    if (sealed.key != fingerprint(public_))
        return std::nullopt;
    const auto box = from_base64(sealed.text);
    if (!box || box->size() < crypto_box_SEALBYTES)
        refuse_damaged();
    std::string plain(box->size() - crypto_box_SEALBYTES, '\0');
    std::size_t size = 0;
    if (crypto_box_seal_open(
            bytes_of(plain), bytes_of(*box), box->size(), public_.bytes.data(), secret_.data())
            != 0
        || sodium_unpad(&size, bytes_of(plain), plain.size(), kBlock) != 0)
        refuse_damaged();
    Secret words { std::string_view(plain).substr(0, size) };
    wipe(plain);
    return words;
}

SecretKey make_secret_key()
{
    begin();
    std::array<unsigned char, kKeyBytes> secret {};
    randombytes_buf(secret.data(), secret.size());
    SecretKey key(secret);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

} // namespace nextplease
