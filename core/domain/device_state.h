// How a machine's device stands, in the words that everybody who must act on it understands: the printer of a
// kiosk. Plain values, no device.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

enum class DeviceState {
    Unknown, // it takes what it is sent and tells nothing, as some cheap printers do
    Ready,
    PaperNearEnd,
    PaperOut,
    CoverOpen,
    Offline, // switched off, unplugged, unreachable, or put off line by hand
    Stalled, // it takes no more of what it is sent, and does not say why
    Fault, // it says that it is broken: the cutter is stuck, the head too hot
};

// Whether it is worth sending something. Unknown is: it may well work.
constexpr bool can_print(DeviceState state)
{
    return state <= DeviceState::PaperNearEnd;
}

// The word of a state in the store and in --json; and back.
std::string_view word(DeviceState state);
std::optional<DeviceState> device_state(std::string_view word);

// What is known of a device since when. A machine has at most one record of each device.
struct DeviceRecord {
    std::string machine; // kiosk.conf's machine.name
    std::string device; // "printer"
    DeviceState state = DeviceState::Unknown;
    Instant since;
    friend bool operator==(const DeviceRecord&, const DeviceRecord&) = default;
};

} // namespace nextplease
