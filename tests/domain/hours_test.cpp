// Open now, and when next: over nights, weekends, exceptions and long closures.
#include "core/domain/hours.h"

#include <doctest/doctest.h>

using namespace nextplease;

namespace {

LocalTime time_of(const char* iso)
{
    return *parse_iso_time(iso);
}
LocalDate date_of(const char* iso)
{
    return *parse_iso_date(iso);
}
OpenSpan span(const char* from, const char* to)
{
    return { *parse_clock_face(from), *parse_clock_face(to) };
}

// Monday to Friday, with a break on Wednesdays; Christmas closed, Christmas Eve short.
OpeningHours office_hours()
{
    OpeningHours hours;
    for (std::size_t day = 0; day < 5; ++day)
        hours.weekdays[day] = { span("09:00", "17:00") };
    hours.weekdays[2] = { span("09:00", "12:30"), span("13:30", "17:00") };
    hours.exceptions[date_of("2026-12-24")] = { span("09:00", "13:00") };
    hours.exceptions[date_of("2026-12-25")] = {};
    hours.exceptions[date_of("2026-12-28")] = {};
    return hours;
}

} // namespace

TEST_CASE("Open from the first second to before the last")
{
    const OpeningHours hours = office_hours();
    CHECK_FALSE(hours.open_at(time_of("2026-10-13T08:59:59")));
    CHECK(hours.open_at(time_of("2026-10-13T09:00")));
    CHECK(hours.open_at(time_of("2026-10-13T16:59:59")));
    CHECK_FALSE(hours.open_at(time_of("2026-10-13T17:00")));
    CHECK_FALSE(hours.open_at(time_of("2026-10-14T12:30")));
    CHECK(hours.open_at(time_of("2026-10-14T13:30")));
    CHECK_FALSE(hours.open_at(time_of("2026-10-17T10:00")));
}

TEST_CASE("A date that differs replaces its weekday")
{
    const OpeningHours hours = office_hours();
    CHECK(hours.open_at(time_of("2026-12-24T12:59")));
    CHECK_FALSE(hours.open_at(time_of("2026-12-24T13:00")));
    CHECK_FALSE(hours.open_at(time_of("2026-12-25T10:00")));
    OpeningHours sunday = hours;
    sunday.exceptions[date_of("2026-10-18")] = { span("10:00", "12:00") };
    CHECK(sunday.open_at(time_of("2026-10-18T10:00")));
}

TEST_CASE("The next opening is now while open, later today, or the next day that opens")
{
    const OpeningHours hours = office_hours();
    const auto next = [&](const char* iso) { return hours.next_opening(time_of(iso)); };
    CHECK(next("2026-10-13T10:24:05") == time_of("2026-10-13T10:24:05"));
    CHECK(next("2026-10-13T07:00") == time_of("2026-10-13T09:00"));
    CHECK(next("2026-10-13T17:00") == time_of("2026-10-14T09:00"));
    CHECK(next("2026-10-14T12:45") == time_of("2026-10-14T13:30"));
    CHECK(next("2026-10-16T17:30") == time_of("2026-10-19T09:00"));
}

TEST_CASE("The next opening passes over Christmas")
{
    const OpeningHours hours = office_hours();
    CHECK(hours.next_opening(time_of("2026-12-24T14:00")) == time_of("2026-12-29T09:00"));
}

TEST_CASE("Further than thirty days ahead nothing is promised")
{
    OpeningHours hours;
    CHECK_FALSE(hours.next_opening(time_of("2026-10-13T10:00")));
    hours.exceptions[date_of("2026-11-12")] = { span("09:00", "10:00") };
    CHECK(hours.next_opening(time_of("2026-10-13T10:00")) == time_of("2026-11-12T09:00"));
    CHECK_FALSE(hours.next_opening(time_of("2026-10-12T10:00")));
}

TEST_CASE("Open all day and night is open at every second")
{
    OpeningHours hours;
    hours.weekdays.fill({ OpenSpan { Seconds { 0 }, std::chrono::hours { 24 } } });
    CHECK(hours.open_at(time_of("2026-10-13T23:59:59")));
    CHECK(hours.open_at(time_of("2026-10-14T00:00")));
}
