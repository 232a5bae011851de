// The only code that knows a time zone: UTC instants to local dates and times of day, and back, on every
// day of the year including the two on which the clocks change.
#pragma once

#include "core/base/time.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

// A time on the wall of the reception, to the second.
struct LocalTime {
    LocalDate date;
    Seconds since_midnight { 0 }; // [0 s, 24 h)
    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

// A time zone of the IANA database. Copies are cheap. Safe from any thread.
class Zone {
public:
    // Throws InputError if the system's database has no zone of that name.
    explicit Zone(const std::string& name);

    const std::string& name() const { return name_; }

    LocalTime local(Instant at) const;
    LocalDate date(Instant at) const { return local(at).date; }

    // The instant at which the wall shows `time`. In the autumn hour that comes twice: the first. In the
    // spring hour that does not exist: nullopt.
    std::optional<Instant> instant(const LocalTime& time) const;

    // The first instant of a local day: 00:00, or where that does not exist the first time that does.
    Instant start_of(LocalDate date) const;

    // [start of `first`, start of the day after `last`): days as people say them, both included.
    Period days(LocalDate first, LocalDate last) const;
    // The same where either may be left open: since the first day of the calendar, until the last.
    Period days(std::optional<LocalDate> first, std::optional<LocalDate> last) const;

private:
    std::string name_;
    const void* zone_; // date::time_zone, owned by the library's database for the life of the process
};

LocalDate add_days(LocalDate date, int days);
// Monday is 1, Sunday 7, as ISO 8601 counts.
int iso_weekday(LocalDate date);

// "2026-10-13" and back; nullopt if it is not a date of the calendar.
std::string to_iso(LocalDate date);
std::optional<LocalDate> parse_iso_date(std::string_view text);

// "2026-10-13T10:24:05" and back ("T" or a space, seconds may be left out).
std::string to_iso(const LocalTime& time);
std::optional<LocalTime> parse_iso_time(std::string_view text);

// "10:24". From "00:00" to "24:00" when parsed; nullopt if it is not such a time.
std::string clock_face(Seconds since_midnight);
std::optional<Seconds> parse_clock_face(std::string_view text);

} // namespace nextplease
