// The periods that a manager chooses from, and those beside them.
#include "kiosk/manager/manager.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::manager;

namespace {

LocalDate day(const char* iso)
{
    return *parse_iso_date(iso);
}

std::string said(Days days, const char* today)
{
    const auto span = days_of(days, day(today));
    return to_iso(span.from) + ".." + to_iso(span.to);
}

std::string beside(Beside which, Days days, const char* today)
{
    const auto span = beside_of(which, days, day(today));
    return span ? to_iso(span->from) + ".." + to_iso(span->to) : "nothing";
}

} // namespace

TEST_CASE("Periods are whole as people mean them, also over a year's end")
{
    CHECK(said(Days::Today, "2026-10-13") == "2026-10-13..2026-10-13");
    CHECK(said(Days::ThisWeek, "2026-10-13") == "2026-10-12..2026-10-13");
    CHECK(said(Days::ThisWeek, "2026-10-18") == "2026-10-12..2026-10-18");
    CHECK(said(Days::ThisMonth, "2026-10-13") == "2026-10-01..2026-10-13");
    CHECK(said(Days::LastMonth, "2027-01-02") == "2026-12-01..2026-12-31");
    CHECK(said(Days::LastMonth, "2028-03-31") == "2028-02-01..2028-02-29");
    CHECK(said(Days::ThisQuarter, "2026-11-22") == "2026-10-01..2026-11-22");
    CHECK(said(Days::LastQuarter, "2026-02-10") == "2025-10-01..2025-12-31");
    CHECK(said(Days::ThisYear, "2026-10-13") == "2026-01-01..2026-10-13");
    CHECK(said(Days::LastYear, "2026-10-13") == "2025-01-01..2025-12-31");
    CHECK(said(Days::TwelveMonths, "2026-10-13") == "2025-10-01..2026-09-30");
}

TEST_CASE("The chosen days are moved by their own length, and whole months stay whole")
{
    const auto at = [](Choice choice, const char* today) {
        const auto span = days_of(choice, day(today));
        return to_iso(span.from) + ".." + to_iso(span.to);
    };
    const auto moves = [&](Days days, int later, const char* today) {
        return at(moved({ .days = days }, later, day(today)), today);
    };
    CHECK(moves(Days::Today, -1, "2026-11-22") == "2026-11-21..2026-11-21");
    CHECK(moves(Days::ThisWeek, -1, "2026-11-18") == "2026-11-09..2026-11-15");
    CHECK(moves(Days::ThisMonth, -2, "2026-11-22") == "2026-09-01..2026-09-30");
    CHECK(moves(Days::LastMonth, -1, "2026-11-22") == "2026-09-01..2026-09-30");
    CHECK(moves(Days::ThisMonth, -9, "2028-11-22") == "2028-02-01..2028-02-29");
    CHECK(moves(Days::ThisQuarter, -1, "2026-11-22") == "2026-07-01..2026-09-30");
    CHECK(moves(Days::ThisYear, -1, "2026-11-22") == "2025-01-01..2025-12-31");
    CHECK(moves(Days::TwelveMonths, -1, "2026-11-22") == "2024-11-01..2025-10-31");
    // Back to now: it grows again; and nothing is later than that.
    const LocalDate today = day("2026-11-22");
    const Choice now { .days = Days::ThisMonth };
    CHECK(moved(moved(now, -1, today), 1, today) == now);
    CHECK(moved(now, 1, today) == now);
    CHECK(moved({ .days = Days::LastMonth }, 1, today) == now);
    for (const Days days : { Days::Today, Days::ThisWeek, Days::ThisYear, Days::TwelveMonths, Days::All })
        CHECK(moved({ .days = days }, 1, today) == Choice { .days = days });
    // The next day a chosen day is still that day.
    CHECK(at(moved({ .days = Days::Today }, -3, today), "2026-11-23") == "2026-11-19..2026-11-19");
    CHECK(at(chosen(now, SeenQuestion::Trend::Weeks, day("2026-10-12"), today), "2026-11-22")
        == "2026-10-12..2026-10-18");
}

TEST_CASE("Beside moved days stand those before them, or the same whole months of the year before")
{
    const LocalDate today = day("2029-11-22");
    const auto beside_moved = [&](Beside which, Days days, int later) {
        const auto span = beside_of(moved({ .days = days, .beside = which }, later, today), today);
        return to_iso(span->from) + ".." + to_iso(span->to);
    };
    CHECK(beside_moved(Beside::Before, Days::ThisMonth, -2) == "2029-08-01..2029-08-31");
    CHECK(beside_moved(Beside::Before, Days::Today, -1) == "2029-11-14..2029-11-14");
    CHECK(beside_moved(Beside::Before, Days::ThisQuarter, -1) == "2029-04-01..2029-06-30");
    CHECK(beside_moved(Beside::YearBefore, Days::ThisMonth, -9) == "2028-02-01..2028-02-29");
}

TEST_CASE("Beside a period stands the one before it, or the same one a year before")
{
    CHECK(beside(Beside::Before, Days::Today, "2026-10-13") == "2026-10-06..2026-10-06");
    CHECK(beside(Beside::Before, Days::ThisWeek, "2026-10-13") == "2026-10-05..2026-10-11");
    CHECK(beside(Beside::Before, Days::ThisMonth, "2026-10-13") == "2026-09-01..2026-09-30");
    CHECK(beside(Beside::Before, Days::LastQuarter, "2026-02-10") == "2025-07-01..2025-09-30");
    CHECK(beside(Beside::Before, Days::ThisYear, "2026-10-13") == "2025-01-01..2025-12-31");
    CHECK(beside(Beside::YearBefore, Days::ThisMonth, "2026-10-13") == "2025-10-01..2025-10-13");
    CHECK(beside(Beside::YearBefore, Days::Today, "2028-02-29") == "2027-02-28..2027-02-28");
    CHECK(beside(Beside::Nothing, Days::ThisMonth, "2026-10-13") == "nothing");
    CHECK(beside(Beside::Before, Days::All, "2026-10-13") == "nothing");
}
