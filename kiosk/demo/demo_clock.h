// How the processes of one demo share a clock: as the hidden option --clock START@REAL_START*SPEED.
#pragma once

#include "core/base/time.h"

#include <memory>
#include <string>

namespace nextplease {

// The value of --clock for a clock that showed `start` at the machine's `real_start` and runs `speed` times
// as fast: "2026-10-13T09:00:00Z@1791968400*10".
std::string clock_option(Instant start, Instant real_start, double speed);

// The clock of such a value. Both instants may be written in ISO 8601 (UTC, with a Z) or in seconds since
// 1970; without
// "*SPEED" it runs like the machine's. Throws InputError if the value is not of that form.
std::unique_ptr<Clock> parse_clock(const std::string& option);

} // namespace nextplease
