#include "core/reception/service_pin.h"

#include "core/base/error.h"

#include <algorithm>
#include <sodium.h>

namespace nextplease {

bool is_service_pin(std::string_view pin)
{
    return pin.size() >= 4 && pin.size() <= 12
        && std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string service_pin_hash(const std::string& pin)
{
    char hash[crypto_pwhash_STRBYTES];
    if (sodium_init() < 0
        || crypto_pwhash_str(hash, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
               crypto_pwhash_MEMLIMIT_INTERACTIVE)
            != 0)
        throw Failure(
            Failure::Kind::Unavailable, "the PIN cannot be made unreadable: free some memory and try again");
    return hash;
}

bool is_service_pin_hash(std::string_view text)
{
    return text.starts_with("$argon2") && text.size() > 60 && text.size() < crypto_pwhash_STRBYTES
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

bool service_pin_matches(const std::string& pin, const std::string& hash)
{
    return sodium_init() >= 0 && hash.size() < crypto_pwhash_STRBYTES
        && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

} // namespace nextplease
