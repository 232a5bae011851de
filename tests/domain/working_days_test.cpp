// Bank holidays as they were and will be published, and "within so many working days" counted by hand.
#include "core/domain/working_days.h"

#include <doctest/doctest.h>
#include <string>

using namespace nextplease;

namespace {

LocalDate date_of(const std::string& iso)
{
    const auto date = parse_iso_date(iso);
    REQUIRE_MESSAGE(date, iso);
    return *date;
}

struct Year {
    int year;
    std::vector<std::string> days; // "01-01"
    int working_days;
};
// As published for England and Wales; from 2027 on by the rules.
const Year kYears[] = {
    { 2018, { "01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26" }, 253 },
    { 2019, { "01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26" }, 253 },
    { 2020, { "01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28" }, 254 },
    { 2021, { "01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28" }, 253 },
    { 2022, { "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27" },
        250 },
    { 2023, { "01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26" }, 251 },
    { 2024, { "01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26" }, 254 },
    { 2025, { "01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26" }, 253 },
    { 2026, { "01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28" }, 253 },
    { 2027, { "01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28" }, 253 },
    { 2028, { "01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26" }, 252 },
    { 2029, { "01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26" }, 253 },
    { 2030, { "01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26" }, 253 },
};

struct Due {
    std::string receipt;
    int days;
    std::string due;
};
const Due kDue[] = {
    { "2020-05-01", 5, "2020-05-11" },
    { "2022-05-30", 5, "2022-06-08" },
    { "2022-09-12", 5, "2022-09-20" },
    { "2022-09-12", 10, "2022-09-27" },
    { "2023-04-28", 5, "2023-05-09" },
    { "2023-04-28", 10, "2023-05-16" },
    { "2024-12-23", 20, "2025-01-23" },
    { "2026-04-02", 5, "2026-04-13" },
    { "2026-04-04", 5, "2026-04-13" },
    { "2026-11-21", 5, "2026-11-27" },
    { "2026-11-21", 10, "2026-12-04" },
    { "2026-11-21", 20, "2026-12-18" },
    { "2026-12-17", 5, "2026-12-24" },
    { "2027-12-20", 5, "2027-12-29" },
    { "2027-12-20", 10, "2028-01-06" },
    { "2028-12-22", 5, "2029-01-03" },
};

OpeningHours office_hours()
{
    OpeningHours hours;
    for (std::size_t day = 0; day < 6; ++day) // Saturdays too
        hours.weekdays[day] = { { std::chrono::hours { 9 }, std::chrono::hours { 12 } },
            { std::chrono::hours { 13 }, std::chrono::hours { 17 } } };
    return hours;
}

} // namespace

TEST_CASE("Bank holidays of 2018 to 2030 are those that were published, and so many days are worked")
{
    for (const Year& year : kYears) {
        CAPTURE(year.year);
        std::vector<std::string> days;
        for (const LocalDate date : bank_holidays(year.year))
            days.push_back(to_iso(date).substr(5));
        CHECK(days == year.days);
        const LocalDate before = date_of(std::to_string(year.year - 1) + "-12-31");
        const LocalDate last = date_of(std::to_string(year.year) + "-12-31");
        CHECK(WorkingDays().count(before, last) == year.working_days);
    }
}

TEST_CASE(
    "Days on which a part of the United Kingdom has a bank holiday count for no request for information")
{
    // What Scotland and Northern Ireland have beside England and Wales, as published.
    const std::vector<std::pair<int, std::vector<std::string>>> beside {
        { 2018, { "01-02", "03-19", "07-12", "08-06", "11-30" } },
        { 2021, { "01-04", "03-17", "07-12", "08-02", "11-30" } },
        { 2022, { "01-04", "03-17", "07-12", "08-01", "11-30" } },
        { 2023, { "01-03", "03-17", "07-12", "08-07", "11-30" } },
        { 2026, { "01-02", "03-17", "06-15", "07-13", "08-03", "11-30" } },
        { 2030, { "01-02", "03-18", "07-12", "08-05", "12-02" } },
    };
    for (const auto& [year, days] : beside) {
        CAPTURE(year);
        std::vector<std::string> found;
        for (const LocalDate date : bank_holidays_of_any_nation(year)) {
            if (!WorkingDays().is_bank_holiday(date))
                found.push_back(to_iso(date).substr(5));
        }
        CHECK(found == days);
    }
}

TEST_CASE("Easter is where the church has it, early and late")
{
    CHECK(easter_sunday(1818) == date_of("1818-03-22"));
    CHECK(easter_sunday(1943) == date_of("1943-04-25"));
    CHECK(easter_sunday(2008) == date_of("2008-03-23"));
    CHECK(easter_sunday(2026) == date_of("2026-04-05"));
    CHECK(easter_sunday(2285) == date_of("2285-03-22"));
}

TEST_CASE("Within so many working days, the day of receipt not counted")
{
    const WorkingDays calendar;
    for (const Due& one : kDue) {
        CAPTURE(one.receipt);
        CHECK(to_iso(calendar.due(date_of(one.receipt), one.days)) == one.due);
    }
}

TEST_CASE("What comes later is never due earlier, a longer limit is always later, and limits add up")
{
    const WorkingDays calendar;
    LocalDate date = date_of("2026-11-01");
    LocalDate before = calendar.due(date_of("2026-10-31"), 5);
    for (int i = 0; i < 500; ++i, date = add_days(date, 1)) {
        CAPTURE(to_iso(date));
        const LocalDate due = calendar.due(date, 5);
        CHECK(calendar.is_working_day(due));
        CHECK(due >= before);
        CHECK(calendar.due(date, 6) > due);
        CHECK(calendar.due(due, 3) == calendar.due(date, 8));
        CHECK(calendar.count(date, due) == 5);
        before = due;
    }
    CHECK(calendar.count(date, date) == 0);
    CHECK(calendar.count(date, add_days(date, -3)) == 0);
}

TEST_CASE("Days that kiosk.conf adds, moves and closes are counted as it says")
{
    CalendarRules rules;
    rules.one_offs = { date_of("2031-05-08") };
    rules.moved_away = { date_of("2031-05-05") };
    rules.closures = { date_of("2031-05-06") };
    const WorkingDays calendar(rules);
    CHECK(calendar.is_bank_holiday(date_of("2031-05-08")));
    CHECK_FALSE(calendar.is_working_day(date_of("2031-05-08")));
    CHECK_FALSE(calendar.is_bank_holiday(date_of("2031-05-05")));
    CHECK(calendar.is_working_day(date_of("2031-05-05")));
    CHECK_FALSE(calendar.is_bank_holiday(date_of("2031-05-06")));
    CHECK_FALSE(calendar.is_working_day(date_of("2031-05-06")));
    CHECK(to_iso(calendar.due(date_of("2031-05-02"), 3)) == "2031-05-09");
    CHECK(to_iso(WorkingDays().due(date_of("2031-05-02"), 3)) == "2031-05-08");
}

TEST_CASE("What comes after closing, on a weekend or on a bank holiday counts as the next working day")
{
    const OpeningHours hours = office_hours();
    const auto received = [&](const char* time) {
        return to_iso(WorkingDays().receipt_day(*parse_iso_time(time), hours));
    };
    CHECK(received("2026-11-20T08:00") == "2026-11-20"); // Friday, before it opens
    CHECK(received("2026-11-20T12:30") == "2026-11-20"); // at lunch
    CHECK(received("2026-11-20T16:59:59") == "2026-11-20");
    CHECK(received("2026-11-20T17:00") == "2026-11-23");
    CHECK(received("2026-11-21T10:00") == "2026-11-23"); // Saturday, though open
    CHECK(received("2026-11-22T10:00") == "2026-11-23");
    CHECK(received("2026-12-25T10:00") == "2026-12-29"); // 28 December is the substitute
}

TEST_CASE("Where kiosk.conf says so, what comes after closing counts as the same day")
{
    CalendarRules rules;
    rules.after_hours = CalendarRules::AfterHours::SameDay;
    const WorkingDays calendar(rules);
    CHECK(calendar.receipt_day(*parse_iso_time("2026-11-20T22:00"), office_hours()) == date_of("2026-11-20"));
    CHECK(calendar.receipt_day(*parse_iso_time("2026-11-21T10:00"), office_hours()) == date_of("2026-11-21"));
}
