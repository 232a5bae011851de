// What was typed into a line of a panel. Pure.
#pragma once

#include "core/base/local_time.h"

#include <optional>
#include <string>

namespace nextplease::desk {

// Without blanks at its ends.
std::string trimmed(const std::string& text);

// At most so many bytes of it, without a broken letter; what is left out is told by three dots.
std::string beginning(const std::string& text, std::size_t bytes);

std::u32string to_utf32(const std::string& text);

// "14:30 we are sorry" on `today`, or "2026-10-14 14:30 we are sorry".
struct TimedLine {
    std::optional<LocalTime> time; // none: it does not begin with one
    std::string words; // the rest
};
TimedLine time_and_words(const std::string& line, LocalDate today);

// "09:30" of `today`, "2026-11-20 09:30", or "2026-11-20", which means its noon.
struct TypedMoment {
    std::optional<Instant> at; // none: nothing was typed
};
// nullopt: it is no day or time, or one that the clocks skipped.
std::optional<TypedMoment> moment_in(const std::string& text, LocalDate today, const Zone& zone);

} // namespace nextplease::desk
