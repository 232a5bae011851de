// Contacts by other channels than a visit, as a desk logs them or a telephone system and a mail room list
// them, with the times that their standards are counted from (C-phone, C-e-ack, C-letter-full, M-post,
// M-social and so on). Nobody's name is in them. Plain values.
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
    Email,
    Letter,
    Social,
    OutOfHours,
    Text,
    Web,
    Fax,
    Post, // as a mail room scans it
};
inline constexpr std::array kChannels { Channel::Phone, Channel::Email, Channel::Letter, Channel::Social,
    Channel::OutOfHours, Channel::Text, Channel::Web, Channel::Fax, Channel::Post };
std::string_view word(Channel channel);
std::optional<Channel> channel(std::string_view word);

// Why a contact is in no figure of the standards. Abusive and junk ones need no reply (C) and leave every
// figure; the others are contacts all the same.
enum class SetAside {
    Abusive,
    Junk,
    NoReply, // social media: no response is required (M-social)
    NotScannable, // post (M-post)
};
inline constexpr std::array kSetAsides { SetAside::Abusive, SetAside::Junk, SetAside::NoReply,
    SetAside::NotScannable };
std::string_view word(SetAside why);
std::optional<SetAside> set_aside(std::string_view word);
// No contact at all, for NI 14 and the numbers of contacts.
constexpr bool is_no_contact(const std::optional<SetAside>& why)
{
    return why == SetAside::Abusive || why == SetAside::Junk;
}

// What a customer is told when the answer is late: an explanation, an apology and by when (C-e-full,
// C-letter-full).
struct DelayTold {
    Instant at; // when it was told first
    LocalDate until; // the date that was told last
    std::string explanation, apology; // as told last; not empty
    friend bool operator==(const DelayTold&, const DelayTold&) = default;
};

struct OtherContact {
    ContactId id;
    Channel channel = Channel::Phone;
    ServiceCode service; // empty: something else
    std::string about; // in a few words; may be empty
    Instant received; // a call: when it began to ring
    std::optional<Instant> acknowledged {}; // never after `answered`
    std::optional<Instant> answered {}; // in full; a call: picked up; post: scanned
    std::optional<AvoidableContact> avoidable {};
    std::string actor; // who logged it
    RequestId request;
    std::optional<Instant> lost {}; // a call: the caller hung up
    std::optional<SetAside> set_aside {};
    std::optional<bool> resolved {}; // at this first contact; none: not said
    std::string reason {}; // why it was avoidable, in a few words; may be empty
    std::optional<DelayTold> told {};
    // Its reference in the log of a telephone system or a mail room; empty: a desk logged it. Only such calls
    // tell how long they rang.
    std::string log {};
    // What that log says of it, as it was imported last, whatever a desk did since.
    struct LogSays {
        std::optional<Instant> over {}; // answered, lost or scanned
        bool scannable = true;
        friend bool operator==(const LogSays&, const LogSays&) = default;
    };
    LogSays log_says {};

    bool is_open() const { return !answered && !lost && !set_aside; }
    friend bool operator==(const OtherContact&, const OtherContact&) = default;
};

} // namespace nextplease
