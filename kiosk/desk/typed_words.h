// What was typed into a line of a panel. Pure.
#pragma once

#include "core/base/local_time.h"

#include <optional>
#include <string>

namespace nextplease::desk {

// Without blanks at its ends.
std::string trimmed(const std::string& text);

std::u32string to_utf32(const std::string& text);

// "14:30 we are sorry" on `today`, or "2026-10-14 14:30 we are sorry".
struct TimedLine {
    std::optional<LocalTime> time; // none: it does not begin with one
    std::string words; // the rest
};
TimedLine time_and_words(const std::string& line, LocalDate today);

} // namespace nextplease::desk
