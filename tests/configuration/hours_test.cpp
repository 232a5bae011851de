// A service's own hours in kiosk.conf, on ordinary days and on those that differ.
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"

using namespace nextplease;
using nextplease::testing::small_conf_with;

namespace {

OpenSpan span(const char* from, const char* to)
{
    return { *parse_clock_face(from), *parse_clock_face(to) };
}

// Housing with hours of its own, in a reception that is shorter on Tuesday 22 December and longer on the
// 29th.
OpeningHours housing_hours(const std::string& own)
{
    const Configuration read = parse_configuration(
        small_conf_with("[[desk]]",
            own
                + "\n[hours.exceptions]\n2026-12-22 = [\"10:00-15:00\"]\n2026-12-29 = [\"09:00-20:00\"]\n"
                  "2026-12-28 = []\n[[desk]]"),
        "k");
    return read.office.services[1].hours;
}

const LocalDate kShorter = *parse_iso_date("2026-12-22");
const LocalDate kLonger = *parse_iso_date("2026-12-29");
const LocalDate kClosed = *parse_iso_date("2026-12-28");

} // namespace

TEST_CASE("A service without hours of its own has the reception's, exceptions included")
{
    const OpeningHours hours = housing_hours("");
    CHECK(hours.weekdays[1] == std::vector { span("09:00", "17:00") });
    CHECK(hours.on(kShorter) == std::vector { span("10:00", "15:00") });
    CHECK(hours.on(kLonger) == std::vector { span("09:00", "20:00") });
    CHECK(hours.on(kClosed).empty());
}

TEST_CASE("A weekday of its own is cut to what is open on a date that differs")
{
    const OpeningHours hours = housing_hours("[service.hours]\ntuesday = [\"14:00-17:00\"]");
    CHECK(hours.weekdays[1] == std::vector { span("14:00", "17:00") });
    CHECK(hours.on(kShorter) == std::vector { span("14:00", "15:00") });
    CHECK(hours.on(kLonger) == std::vector { span("14:00", "17:00") });
    CHECK(hours.on(kClosed).empty());
    CHECK(hours.weekdays[0].size() == 2);
}

TEST_CASE("A date of its own goes before all else")
{
    const OpeningHours hours = housing_hours("[service.hours]\ntuesday = []\n"
                                             "[service.hours.exceptions]\n2026-12-29 = [\"18:00-20:00\"]");
    CHECK(hours.on(kShorter).empty());
    CHECK(hours.on(kLonger) == std::vector { span("18:00", "20:00") });
}

TEST_CASE("The end of the day can be written as 24:00")
{
    const Configuration read =
        parse_configuration(small_conf_with("\"09:00-12:30\", \"13:30-17:00\"", "\"00:00-24:00\""), "k");
    CHECK(read.hours.weekdays[0] == std::vector { OpenSpan { Seconds { 0 }, std::chrono::hours { 24 } } });
}

TEST_CASE("On bank holidays and closures the reception is closed, unless kiosk.conf opens it")
{
    const LocalDate christmas = *parse_iso_date("2026-12-28"); // its substitute, a Monday
    const LocalDate easter_monday = *parse_iso_date("2027-03-29");
    const LocalDate training = *parse_iso_date("2026-11-10"); // a Tuesday
    const auto hours = [](const std::string& holidays, const std::string& rest) {
        return parse_configuration(
            small_conf_with(
                "[hours]", "[calendar]\nclosures = [\"2026-11-10\"]\n[hours]\n" + holidays + "\n" + rest),
            "k")
            .hours;
    };
    const OpeningHours closed = hours("", "");
    CHECK(closed.on(christmas).empty());
    CHECK(closed.on(easter_monday).empty());
    CHECK(closed.on(training).empty());
    CHECK(closed.next_opening({ christmas, Seconds { 0 } })
        == LocalTime { *parse_iso_date("2026-12-29"), std::chrono::hours { 9 } });
    const OpeningHours open = hours("bank_holidays = \"open\"", "");
    CHECK(open.on(christmas).size() == 2); // as on any Monday
    CHECK(open.on(training).empty());
    const OpeningHours named = hours("", "exceptions = { 2026-12-28 = [\"10:00-12:00\"] }");
    CHECK(named.on(christmas) == std::vector { span("10:00", "12:00") });
}
