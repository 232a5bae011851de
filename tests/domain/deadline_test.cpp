// The last moment of a promise: over weekends, bank holidays, closures, closing time and both nights on which
// the clocks change.
#include "core/domain/deadline.h"
#include "core/domain/random.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace std::chrono_literals;

namespace {

OpeningHours office_hours()
{
    OpeningHours hours;
    for (std::size_t day = 0; day < 5; ++day)
        hours.weekdays[day] = { { 9h, 17h } };
    return hours;
}

const Zone& london()
{
    static const Zone zone("Europe/London");
    return zone;
}

Deadlines deadlines(CalendarRules rules = {})
{
    return { london(), std::move(rules), office_hours() };
}

CalendarRules same_day()
{
    CalendarRules rules;
    rules.after_hours = CalendarRules::AfterHours::SameDay;
    return rules;
}

Instant at(const char* local)
{
    const auto time = parse_iso_time(local);
    REQUIRE(time);
    const auto instant = london().instant(*time);
    REQUIRE(instant);
    return *instant;
}

// The wall's time of the last second in time.
std::string last(const char* limit, const char* from, CalendarRules rules = {})
{
    Deadlines made = deadlines(std::move(rules));
    const auto parsed = parse_limit(limit);
    REQUIRE(parsed);
    const auto moment = made.last_moment(*parsed, at(from));
    REQUIRE(moment);
    return to_iso(london().local(*moment));
}

} // namespace

TEST_CASE("A limit is written as people say it, and read back the same")
{
    for (const char* text : { "20 seconds", "1 second", "10 minutes", "24 hours", "24 hours on weekdays",
             "24 hours on working days", "5 days", "1 working day", "5 working days", "20 UK working days",
             "12 weeks", "same day", "at all" }) {
        CAPTURE(text);
        const auto limit = parse_limit(text);
        REQUIRE(limit);
        CHECK(to_text(*limit) == text);
    }
    for (const char* text : { "", "5", "five days", "0 days", "-1 days", "5 day", "5  days", "5days",
             "1001 days", "5 workingdays", "1 working days", "1 days", "99999999999 days", "same days" }) {
        CAPTURE(text);
        CHECK_FALSE(parse_limit(text));
    }
}

TEST_CASE("The test vectors of due dates, each to the end of its day")
{
    CHECK(last("5 working days", "2020-05-01T10:00") == "2020-05-11T23:59:59");
    CHECK(last("10 working days", "2022-09-12T10:00") == "2022-09-27T23:59:59");
    CHECK(last("20 working days", "2024-12-23T10:00") == "2025-01-23T23:59:59");
    CHECK(last("5 working days", "2026-04-02T10:00") == "2026-04-13T23:59:59");
    CHECK(last("5 working days", "2026-04-04T10:00", same_day()) == "2026-04-13T23:59:59");
    CHECK(last("10 working days", "2026-11-21T10:00", same_day()) == "2026-12-04T23:59:59");
    CHECK(last("5 working days", "2028-12-22T10:00") == "2029-01-03T23:59:59");
}

TEST_CASE("Requests for information are answered in 20 days that are worked in all of the United Kingdom")
{
    CHECK(last("20 UK working days", "2026-03-13T10:00") == "2026-04-15T23:59:59");
    CHECK(last("20 working days", "2026-03-13T10:00") == "2026-04-14T23:59:59");
    CHECK(last("20 UK working days", "2026-11-02T10:00") == "2026-12-01T23:59:59");
    CHECK(last("20 working days", "2026-11-02T10:00") == "2026-11-30T23:59:59");
}

TEST_CASE("The chain of a complaint before Christmas, by the Ombudsman's code")
{
    CHECK(last("5 working days", "2026-12-17T10:00") == "2026-12-24T23:59:59");
    CHECK(last("10 working days", "2026-12-24T10:00") == "2027-01-12T23:59:59");
    CHECK(last("20 working days", "2026-12-24T10:00") == "2027-01-26T23:59:59");
    CHECK(last("10 working days", "2026-12-17T10:00") == "2027-01-05T23:59:59");
    CHECK(last("5 working days", "2027-01-04T10:00") == "2027-01-11T23:59:59");
    CHECK(last("20 working days", "2027-01-11T10:00") == "2027-02-08T23:59:59");
    CHECK(last("40 working days", "2027-01-11T10:00") == "2027-03-08T23:59:59");
}

TEST_CASE("What comes after closing is received the next working day, or the same day where it is so set")
{
    CHECK(last("1 working day", "2026-10-13T16:59:59") == "2026-10-14T23:59:59");
    CHECK(last("1 working day", "2026-10-13T17:00") == "2026-10-15T23:59:59");
    CHECK(last("1 working day", "2026-10-13T17:00", same_day()) == "2026-10-14T23:59:59");
    CHECK(last("1 working day", "2026-12-24T18:00")
        == "2026-12-30T23:59:59"); // 25th, and the 28th for the 26th
    CHECK(last("1 day", "2026-10-13T17:00") == "2026-10-14T23:59:59"); // days are days
    CHECK(last("same day", "2026-10-13T17:00") == "2026-10-13T23:59:59");
}

TEST_CASE("Closures stop the clock of working days, or do not where it is so set")
{
    CalendarRules rules;
    rules.closures = { *parse_iso_date("2026-10-14") };
    CHECK(last("1 working day", "2026-10-13T10:00", rules) == "2026-10-15T23:59:59");
    rules.closures_stop_clock = false;
    CHECK(last("1 working day", "2026-10-13T10:00", rules) == "2026-10-14T23:59:59");
}

TEST_CASE("24 hours on weekdays run over no weekend; on working days over no bank holiday either")
{
    CHECK(last("24 hours on weekdays", "2026-10-13T10:30") == "2026-10-14T10:30:00");
    CHECK(last("24 hours on weekdays", "2026-10-16T16:00") == "2026-10-19T16:00:00");
    CHECK(last("24 hours on weekdays", "2026-10-17T12:00") == "2026-10-20T00:00:00"); // Saturday
    CHECK(last("24 hours on weekdays", "2026-04-02T10:00") == "2026-04-03T10:00:00"); // Good Friday counts
    CHECK(last("24 hours on working days", "2026-04-02T10:00") == "2026-04-07T10:00:00");
    CHECK(last("24 hours on working days", "2026-10-13T10:30") == "2026-10-14T10:30:00");
}

TEST_CASE("Nights on which the clocks change are as long as they are")
{
    CHECK(last("24 hours", "2026-10-24T12:00") == "2026-10-25T11:00:00");
    CHECK(last("24 hours", "2026-03-28T12:00") == "2026-03-29T13:00:00");
    CHECK(last("24 hours on weekdays", "2026-10-23T12:00") == "2026-10-26T12:00:00");
    CHECK(last("24 hours on weekdays", "2026-03-27T12:00") == "2026-03-30T12:00:00");
    CHECK(last("20 minutes", "2026-10-25T00:50") == "2026-10-25T01:10:00");
    CHECK(last("20 minutes", "2026-03-29T00:50") == "2026-03-29T02:10:00");
    CHECK(last("1 day", "2026-10-24T12:00") == "2026-10-25T23:59:59");
    CHECK(last("same day", "2026-03-29T00:30") == "2026-03-29T23:59:59");
    // 23:30 UTC in July is the next local day.
    Deadlines made = deadlines();
    const Instant evening = std::chrono::sys_days { *parse_iso_date("2026-07-13") } + 23h + 30min;
    CHECK(to_iso(london().local(*made.last_moment(*parse_limit("same day"), evening)).date) == "2026-07-14");
}

TEST_CASE("At all has no last moment")
{
    Deadlines made = deadlines();
    CHECK_FALSE(made.last_moment(Limit {}, at("2026-10-13T10:00")));
}

TEST_CASE("Later is never due earlier, a longer limit never ends sooner, under any calendar")
{
    Random chance(6);
    for (int round = 0; round < 20; ++round) {
        CalendarRules rules;
        for (int i = 0; i < 40; ++i)
            rules.closures.insert(
                add_days(*parse_iso_date("2026-01-01"), static_cast<int>(chance.index(400))));
        rules.closures_stop_clock = chance.chance(0.5);
        if (chance.chance(0.5))
            rules.after_hours = CalendarRules::AfterHours::SameDay;
        const WorkingDays days(rules);
        Deadlines made = deadlines(rules);
        for (const Limit::Unit unit : { Limit::Unit::WeekdayHour, Limit::Unit::WorkingDayHour,
                 Limit::Unit::Day, Limit::Unit::WorkingDay }) {
            Instant before {};
            Instant from = at("2026-01-01T00:00");
            for (int i = 0; i < 100; ++i, from += Seconds { 1 + static_cast<int>(chance.index(200'000)) }) {
                const int count = 1 + static_cast<int>(chance.index(30));
                const Instant due = *made.last_moment({ unit, 30 }, from);
                CHECK(due >= before);
                CHECK(*made.last_moment({ unit, count }, from) <= due);
                CHECK(*made.last_moment({ unit, count }, from) >= from);
                before = due;
            }
        }
        for (int i = 0; i < 100; ++i) {
            const LocalDate date =
                add_days(*parse_iso_date("2025-12-01"), static_cast<int>(chance.index(500)));
            const int a = 1 + static_cast<int>(chance.index(20));
            const int b = 1 + static_cast<int>(chance.index(20));
            CHECK(days.due(days.due(date, a), b) == days.due(date, a + b));
            CHECK(days.count(date, days.due(date, a)) == a);
            CHECK(days.is_working_day(days.due(date, a)));
            CHECK(days.due(date, a + 1) > days.due(date, a));
        }
    }
}
