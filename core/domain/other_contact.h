// Contacts by other channels than a visit, as a desk logs them, with the times that their standards are
// counted from (C-phone, C-e-ack, C-letter-full, M-social and so on). Nobody's name is in them. Plain values.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/contact_result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

enum class Channel {
    Phone,
    Email, // and text messages
    Letter,
    Social,
    OutOfHours,
};
inline constexpr std::array kChannels { Channel::Phone, Channel::Email, Channel::Letter, Channel::Social,
    Channel::OutOfHours };
std::string_view word(Channel channel);
std::optional<Channel> channel(std::string_view word);

struct OtherContact {
    ContactId id;
    Channel channel = Channel::Phone;
    ServiceCode service; // empty: something else
    std::string about; // in a few words; may be empty
    Instant received;
    std::optional<Instant> acknowledged {}; // never after `answered`
    std::optional<Instant> answered {};
    std::optional<AvoidableContact> avoidable {};
    std::string actor; // who logged it
    RequestId request;
    friend bool operator==(const OtherContact&, const OtherContact&) = default;
};

} // namespace nextplease
