// A morning of the shipped reception, always the same: what pictures and tests of the faces are shown. It
// goes through the real verbs, so that every figure on a screen follows from it.
#pragma once

#include "core/reception/reception.h"

namespace nextplease {

// Tuesday 13 October 2026.
constexpr LocalDate kSampleDay { std::chrono::year { 2026 }, std::chrono::October, std::chrono::day { 13 } };

// The instants of that day at which the pictures are taken: 10:24 at the kiosk (B042 is the next Housing
// ticket), 10:37 at the desk and the board (B042 has just been called to Desk 3).
Instant sample_instant(const Configuration& configuration, Seconds since_midnight);
constexpr Seconds kSampleKiosk = std::chrono::hours { 10 } + Minutes { 24 };
constexpr Seconds kSampleDesk = std::chrono::hours { 10 } + Minutes { 37 };

// Plays the morning from 09:00 and leaves `clock` at `until`. REQUIRES: `reception` runs on `clock`, its
// store is empty, its configuration is the shipped kiosk.conf, and `until` is on kSampleDay from 09:00 to
// 10:37. Throws std::logic_error if the reception refuses a step: then kiosk.conf and the morning do not fit
// each other.
void play_sample_morning(Reception& reception, ManualClock& clock, Instant until);

} // namespace nextplease
