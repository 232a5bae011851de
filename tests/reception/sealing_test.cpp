// Sealing: who has the secret key reads, and nobody else; keys as people copy and keep them.
#include "core/base/error.h"
#include "core/reception/sealing.h"

#include <doctest/doctest.h>
#include <sstream>

using namespace nextplease;

namespace {

Secret secret(std::string_view text)
{
    return Secret(text);
}

} // namespace

TEST_CASE("What is sealed is read with the secret key, in any script and of any length")
{
    const SecretKey key = make_secret_key();
    for (const std::string& words : { std::string("x"), std::string("Zażółć gęślą jaźń — شکایت 😀"),
             std::string(255, 'a'), std::string(256, 'b'), std::string(70'000, 'c') }) {
        const SealedText sealed = seal(secret(words), key.public_key());
        CHECK(sealed.key == fingerprint(key.public_key()));
        if (words.size() > 4)
            CHECK(sealed.text.find(words.substr(0, 8)) == std::string::npos);
        CHECK(key.open(sealed)->text() == words);
    }
    CHECK(seal({}, key.public_key()).empty());
}

TEST_CASE("The same words sealed twice differ, and short words are as long as shorter ones")
{
    const SecretKey key = make_secret_key();
    const SealedText once = seal(secret("yes"), key.public_key());
    const SealedText twice = seal(secret("yes"), key.public_key());
    CHECK(once.text != twice.text);
    CHECK(once.text.size() == seal(secret(std::string(200, 'x')), key.public_key()).text.size());
}

TEST_CASE("Another key reads nothing, and what was damaged is said to be")
{
    const SecretKey key = make_secret_key();
    SealedText sealed = seal(secret("hello"), key.public_key());
    CHECK_FALSE(make_secret_key().open(sealed));
    SealedText damaged = sealed;
    damaged.text[20] = damaged.text[20] == 'A' ? 'B' : 'A';
    CHECK_THROWS_AS(key.open(damaged), Failure);
    damaged.text = "not base64!";
    CHECK_THROWS_AS(key.open(damaged), Failure);
    damaged.text = "";
    CHECK_THROWS_AS(key.open(damaged), Failure);
}

TEST_CASE("A public key is read from base64 or hexadecimal, and nothing else is one")
{
    const SecretKey key = make_secret_key();
    const std::string text = to_base64(key.public_key());
    CHECK(text.size() == 44);
    CHECK(parse_public_key(text) == key.public_key());
    std::ostringstream hexadecimal;
    hexadecimal << std::hex;
    for (const unsigned char byte : key.public_key().bytes)
        hexadecimal << (byte < 16 ? "0" : "") << static_cast<int>(byte);
    CHECK(parse_public_key(hexadecimal.str()) == key.public_key());
    for (const std::string& wrong : { std::string(), std::string("x"), text.substr(1), text + "=",
             std::string(64, 'g'), std::string(64, '0'), std::string(43, 'A') + "=" })
        CHECK_FALSE(parse_public_key(wrong));
}

TEST_CASE("A secret is wiped: its bytes are gone from where they lay")
{
    std::string text = "a long text that does not fit into the object itself";
    const char* place = text.data();
    const std::size_t size = text.size();
    wipe(text);
    CHECK(text.empty());
    CHECK(std::string_view(place, size).find_first_not_of('\0') == std::string_view::npos);
    std::string typed = "typed by a visitor, and longer than a short string";
    place = typed.data();
    const Secret kept(std::move(typed));
    CHECK(kept.text() == "typed by a visitor, and longer than a short string");
    CHECK(*place == '\0');
}
