// The limit of a promise, and the last moment at which it is kept: "within 20 seconds", "within 5 working
// days", "within 24 hours on weekdays". Plain values, but for the days that Deadlines remembers.
//
// Seconds, minutes and hours run on the clock and know nothing of nights, so both nights on which the clocks
// change are as long as they are. Hours on weekdays run from Monday 00:00 to Friday 24:00, bank holidays
// included; hours on working days stand still on those too. Days are counted as working_days.h says: the day
// of receipt is not counted, and the last day counts to its end. What comes after closing counts for working
// days as [calendar] after_hours says; for days of every kind it is the day on which it came.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/working_days.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace nextplease {

struct Limit {
    enum class Unit {
        AtAll, // it must happen, however long it takes
        Second,
        Minute,
        Hour,
        WeekdayHour,
        WorkingDayHour,
        SameDay, // the day of receipt, to its end
        Day,
        Week,
        WorkingDay,
        UkWorkingDay, // a bank holiday in no part of the United Kingdom, as for requests for information
    };
    Unit unit = Unit::AtAll;
    int count = 0; // of the unit; 0 for AtAll and SameDay
    friend bool operator==(const Limit&, const Limit&) = default;
};

// As kiosk.conf has it: "20 seconds", "10 minutes", "24 hours", "24 hours on weekdays", "24 hours on working
// days", "5 days", "12 weeks", "1 working day", "20 UK working days", "same day", "at all". nullopt if it is
// none of these, or the number is not from 1 to 1000.
std::optional<Limit> parse_limit(std::string_view text);
std::string to_text(const Limit& limit);

// When promises of one council run out. One thread.
class Deadlines {
public:
    Deadlines(Zone zone, CalendarRules rules, OpeningHours hours);

    // The last second that is in time; nullopt for AtAll.
    std::optional<Instant> last_moment(const Limit& limit, Instant from);
    // The last second of a local day.
    Instant end_of(LocalDate day) const;

    const Zone& zone() const { return zone_; }
    const WorkingDays& working_days() const { return days_; }

private:
    LocalDate due(LocalDate receipt, int days, Nations nations);
    Instant after_hours_on(bool (*runs)(const WorkingDays&, LocalDate), Seconds hours, Instant from) const;

    Zone zone_;
    WorkingDays days_;
    OpeningHours hours_;
    std::map<std::tuple<LocalDate, int, Nations>, LocalDate> due_; // counted already
};

} // namespace nextplease
