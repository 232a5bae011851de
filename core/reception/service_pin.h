// The PIN that staff leave the kiosk with. kiosk.conf holds a salted hash of it, which tells nobody the PIN.
#pragma once

#include <string>
#include <string_view>

namespace nextplease {

// 4 to 12 digits.
bool is_service_pin(std::string_view pin);

// For kiosk.conf, such as "$argon2id$v=19$...". Takes about a tenth of a second, on purpose. Throws Failure
// if there is no memory for it (64 MB).
std::string service_pin_hash(const std::string& pin);
bool is_service_pin_hash(std::string_view text);

// Takes as long as making it. Any thread.
bool service_pin_matches(const std::string& pin, const std::string& hash);

} // namespace nextplease
