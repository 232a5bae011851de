// That a face is there: each says so every minute, in one record that it writes over. Nothing of it is in the
// log of events; a minute apart it is no work for a disk, and a ticket waits for it no longer than for
// another desk.
#pragma once

#include "core/reception/reception.h"

#include <string>

namespace nextplease {

constexpr Seconds kBeatEvery { 60 };
// Whoever was not heard of for so long is out of order, or switched off.
constexpr Seconds kSilentAfter { 5 * 60 };

// `face`: what it is on this machine (kiosk.conf's machine.name): "visitor", "board", "desk:Desk 3".
void beat(Reception& reception, const std::string& face);
// It ends as it should: whoever is missing then was switched off, and nothing is wrong with it.
void sign_off(Reception& reception, const std::string& face);

// Of a record of the store: whether it is a face's, and which.
std::optional<std::string> face_of(const DeviceRecord& device);
bool has_signed_off(const DeviceRecord& face);
bool is_silent(const DeviceRecord& face, Instant now); // without having signed off

} // namespace nextplease
