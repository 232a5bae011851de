#include "kiosk/desk/typed_words.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::desk;

TEST_CASE("A line that begins with a time is of today, one with a date of that day")
{
    const LocalDate today = *parse_iso_date("2026-10-13");
    const auto read = [&](const char* line) { return time_and_words(line, today); };
    CHECK(read("14:30 We are sorry").time == parse_iso_time("2026-10-13T14:30"));
    CHECK(read("14:30 We are sorry").words == "We are sorry");
    CHECK(read(" 9:05").time == parse_iso_time("2026-10-13T09:05"));
    CHECK(read("2026-10-14 09:30  rent ").time == parse_iso_time("2026-10-14T09:30"));
    CHECK(read("2026-10-14 09:30  rent ").words == "rent");
    CHECK_FALSE(read("We are sorry").time);
    CHECK(read("We are sorry").words == "We are sorry");
    CHECK_FALSE(read("25:00 late").time);
    CHECK_FALSE(read("").time);
}
