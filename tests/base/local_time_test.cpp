// UTC and the time on the wall, on ordinary days and on the two on which the clocks change.
#include "core/base/local_time.h"

#include "core/base/error.h"

#include <doctest/doctest.h>

using namespace nextplease;

namespace {

const Zone& london()
{
    static const Zone zone("Europe/London");
    return zone;
}

LocalDate date(const char* iso)
{
    return *parse_iso_date(iso);
}
LocalTime wall(const char* iso)
{
    return *parse_iso_time(iso);
}

// An instant written as UTC.
Instant utc(const char* iso)
{
    const LocalTime time = wall(iso);
    return Instant { std::chrono::sys_days { time.date } } + time.since_midnight;
}

} // namespace

TEST_CASE("The wall shows UTC in winter and an hour more in summer")
{
    CHECK(london().local(utc("2026-01-15T09:00")) == wall("2026-01-15T09:00"));
    CHECK(london().local(utc("2026-07-15T09:00")) == wall("2026-07-15T10:00"));
    CHECK(london().date(utc("2026-07-15T23:30")) == date("2026-07-16"));
    CHECK(london().instant(wall("2026-07-15T10:00")) == utc("2026-07-15T09:00"));
}

TEST_CASE("The spring hour that does not exist has no instant")
{
    CHECK(london().instant(wall("2026-03-29T00:59:59")) == utc("2026-03-29T00:59:59"));
    CHECK_FALSE(london().instant(wall("2026-03-29T01:00")));
    CHECK_FALSE(london().instant(wall("2026-03-29T01:59:59")));
    CHECK(london().instant(wall("2026-03-29T02:00")) == utc("2026-03-29T01:00"));
    CHECK(london().local(utc("2026-03-29T00:59:59")) == wall("2026-03-29T00:59:59"));
    CHECK(london().local(utc("2026-03-29T01:00")) == wall("2026-03-29T02:00"));
}

TEST_CASE("The autumn hour that comes twice is taken as the first")
{
    CHECK(london().instant(wall("2026-10-25T01:30")) == utc("2026-10-25T00:30"));
    CHECK(london().local(utc("2026-10-25T00:30")) == wall("2026-10-25T01:30"));
    CHECK(london().local(utc("2026-10-25T01:30")) == wall("2026-10-25T01:30"));
    CHECK(london().instant(wall("2026-10-25T02:00")) == utc("2026-10-25T02:00"));
}

TEST_CASE("The two days of the change have 23 and 25 hours")
{
    const auto length = [](const char* iso) {
        const Period day = london().days(date(iso), date(iso));
        return std::chrono::duration_cast<std::chrono::hours>(day.to - day.from).count();
    };
    CHECK(length("2026-03-28") == 24);
    CHECK(length("2026-03-29") == 23);
    CHECK(length("2026-10-25") == 25);
    CHECK(length("2026-10-26") == 24);
    CHECK(london().start_of(date("2026-03-30")) == utc("2026-03-29T23:00"));
    CHECK(london().start_of(date("2026-10-26")) == utc("2026-10-26T00:00"));
}

TEST_CASE("Days are said with both ends included")
{
    const Period october = london().days(date("2026-10-01"), date("2026-10-31"));
    CHECK(october.from == utc("2026-09-30T23:00"));
    CHECK(october.to == utc("2026-11-01T00:00"));
}

TEST_CASE("Where midnight does not exist the day starts at the first time that does")
{
    const Zone beirut("Asia/Beirut"); // the clocks go from 00:00 to 01:00
    CHECK_FALSE(beirut.instant(wall("2025-03-30T00:00")));
    const Instant start = beirut.start_of(date("2025-03-30"));
    CHECK(beirut.local(start) == wall("2025-03-30T01:00"));
    CHECK(beirut.date(start - Seconds { 1 }) == date("2025-03-29"));
}

TEST_CASE("Every quarter of an hour of two years goes to the wall and back")
{
    Instant previous = utc("2025-12-31T23:45");
    for (Instant at = utc("2026-01-01T00:00"); at < utc("2028-01-01T00:00"); at += Minutes { 15 }) {
        const LocalTime time = london().local(at);
        const auto back = london().instant(time);
        REQUIRE(back);
        // In the hour that comes twice, back is an hour earlier the second time.
        const bool second_time = *back == at - Seconds { 3600 } && london().local(*back) == time;
        CHECK((*back == at || second_time));
        CHECK(time.since_midnight >= Seconds { 0 });
        CHECK(time.since_midnight < std::chrono::hours { 24 });
        if (london().date(previous) != time.date)
            CHECK(london().start_of(time.date) == at);
        previous = at;
    }
}

TEST_CASE("A zone that does not exist is refused with one that does")
{
    CHECK_THROWS_WITH_AS(Zone("Europe/Londn"),
        "time zone \"Europe/Londn\" is not in this system's database: write one such as \"Europe/London\", "
        "and "
        "see that the package tzdata is installed",
        InputError);
}

TEST_CASE("Days and weekdays are counted over months, years and leap days")
{
    CHECK(add_days(date("2026-10-31"), 1) == date("2026-11-01"));
    CHECK(add_days(date("2026-12-31"), 1) == date("2027-01-01"));
    CHECK(add_days(date("2028-02-28"), 1) == date("2028-02-29"));
    CHECK(add_days(date("2027-03-01"), -1) == date("2027-02-28"));
    CHECK(iso_weekday(date("2026-10-12")) == 1);
    CHECK(iso_weekday(date("2026-10-18")) == 7);
}

TEST_CASE("Dates go to ISO 8601 and back; what is no date of the calendar does not")
{
    for (LocalDate day = date("2023-12-25"); day < date("2025-01-05"); day = add_days(day, 1))
        CHECK(parse_iso_date(to_iso(day)) == day);
    CHECK(to_iso(date("2026-03-02")) == "2026-03-02");
    for (const char* wrong : { "", "2026", "2026-10", "2026-2-3", "2026-02-30", "2026-13-01", "2026-00-10",
             "2026-10-00", "2027-02-29", "2026-10-13 ", " 2026-10-13", "2026-10-133", "26-10-13",
             "2026/10/13", "-026-10-13", "2026-+1-13", "2026-10-13T10:00" }) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_iso_date(wrong));
    }
}

TEST_CASE("Times go to ISO 8601 and back; seconds may be left out")
{
    const LocalTime time = wall("2026-10-13T10:24:05");
    CHECK(to_iso(time) == "2026-10-13T10:24:05");
    CHECK(parse_iso_time("2026-10-13 10:24:05") == time);
    CHECK(parse_iso_time("2026-10-13T10:24") == wall("2026-10-13T10:24:00"));
    CHECK(parse_iso_time("2026-10-13T00:00:00") == LocalTime { date("2026-10-13"), Seconds { 0 } });
    for (const char* wrong :
        { "", "2026-10-13", "2026-10-13T", "2026-10-13T10", "2026-10-13T1:24", "2026-10-13T24:00",
            "2026-10-13T10:60", "2026-10-13T10:24:60", "2026-10-13T10:24:5", "2026-10-13T10:24:05Z",
            "2026-10-13t10:24", "2026-02-30T10:24", "2026-10-13T-1:24", "2026-10-13T10:24:" }) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_iso_time(wrong));
    }
}

TEST_CASE("Times of day go to a clock face and back, 24:00 included")
{
    for (Seconds time { 0 }; time <= std::chrono::hours { 24 }; time += Minutes { 1 })
        CHECK(parse_clock_face(clock_face(time)) == time);
    CHECK(clock_face(Seconds { 37445 }) == "10:24");
    for (const char* wrong :
        { "", "9:00", "09:0", "09.00", "09:60", "24:01", "25:00", "09:00 ", "09:00:00", "-9:00" }) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_clock_face(wrong));
    }
}
