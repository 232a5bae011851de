#include "core/base/local_time.h"

#include "core/base/error.h"

#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>

namespace nextplease {
namespace {

const date::time_zone& library_zone(const void* zone)
{
    return *static_cast<const date::time_zone*>(zone);
}

date::local_seconds library_time(const LocalTime& time)
{
    const std::chrono::local_days day { time.date };
    return date::local_seconds { day.time_since_epoch() } + time.since_midnight;
}

// Reads exactly `digits` digits at `at`, and moves past them.
std::optional<int> take_number(std::string_view text, std::size_t& at, std::size_t digits)
{
    if (at + digits > text.size())
        return std::nullopt;
    int value = 0;
    const char* first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + digits, value);
    if (error != std::errc {} || end != first + digits || *first == '-')
        return std::nullopt;
    at += digits;
    return value;
}

bool take(std::string_view text, std::size_t& at, char wanted)
{
    if (at >= text.size() || text[at] != wanted)
        return false;
    ++at;
    return true;
}

} // namespace

Zone::Zone(const std::string& name)
    : name_(name)
{
    try {
        zone_ = date::locate_zone(name);
    } catch (const std::exception&) {
        throw InputError(fmt::format(
            "time zone \"{}\" is not in this system's database: write one such as \"Europe/London\", "
            "and see that the package tzdata is installed",
            name));
    }
}

LocalTime Zone::local(Instant at) const
{
    const auto local = library_zone(zone_).to_local(at);
    const auto day = std::chrono::floor<std::chrono::days>(local.time_since_epoch());
    return { LocalDate { std::chrono::sys_days { day } }, local.time_since_epoch() - day };
}

std::optional<Instant> Zone::instant(const LocalTime& time) const
{
    const date::local_info info = library_zone(zone_).get_info(library_time(time));
    if (info.result == date::local_info::nonexistent)
        return std::nullopt;
    return Instant { library_time(time).time_since_epoch() - info.first.offset };
}

Instant Zone::start_of(LocalDate date) const
{
    const LocalTime midnight { date, Seconds { 0 } };
    if (const auto at = instant(midnight))
        return *at;
    return library_zone(zone_).get_info(library_time(midnight)).second.begin;
}

Period Zone::days(LocalDate first, LocalDate last) const
{
    return { start_of(first), start_of(add_days(last, 1)) };
}

Period Zone::days(std::optional<LocalDate> first, std::optional<LocalDate> last) const
{
    // Far enough on both sides for any log, and within what the library's calendar can say.
    constexpr LocalDate kFirst { std::chrono::year { 1 }, std::chrono::January, std::chrono::day { 1 } };
    constexpr LocalDate kLast { std::chrono::year { 9999 }, std::chrono::December, std::chrono::day { 30 } };
    return days(first.value_or(kFirst), last.value_or(kLast));
}

LocalDate add_days(LocalDate date, int days)
{
    return LocalDate { std::chrono::sys_days { date } + std::chrono::days { days } };
}

int iso_weekday(LocalDate date)
{
    return static_cast<int>(std::chrono::weekday { std::chrono::sys_days { date } }.iso_encoding());
}

std::string to_iso(LocalDate date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<LocalDate> parse_iso_date(std::string_view text)
{
    std::size_t at = 0;
    const auto year = take_number(text, at, 4);
    if (!year || !take(text, at, '-'))
        return std::nullopt;
    const auto month = take_number(text, at, 2);
    if (!month || !take(text, at, '-'))
        return std::nullopt;
    const auto day = take_number(text, at, 2);
    if (!day || at != text.size())
        return std::nullopt;
    const LocalDate date { std::chrono::year { *year }, std::chrono::month { static_cast<unsigned>(*month) },
        std::chrono::day { static_cast<unsigned>(*day) } };
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_iso(const LocalTime& time)
{
    const auto seconds = time.since_midnight.count();
    return fmt::format(
        "{}T{:02}:{:02}:{:02}", to_iso(time.date), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::optional<LocalTime> parse_iso_time(std::string_view text)
{
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' '))
        return std::nullopt;
    const auto date = parse_iso_date(text.substr(0, 10));
    std::size_t at = 11;
    const auto hour = take_number(text, at, 2);
    if (!date || !hour || !take(text, at, ':'))
        return std::nullopt;
    const auto minute = take_number(text, at, 2);
    if (!minute)
        return std::nullopt;
    std::optional<int> second = 0;
    if (at != text.size()) {
        if (!take(text, at, ':'))
            return std::nullopt;
        second = take_number(text, at, 2);
    }
    if (!second || at != text.size() || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return LocalTime { *date, std::chrono::hours { *hour } + Minutes { *minute } + Seconds { *second } };
}

std::string clock_face(Seconds since_midnight)
{
    return fmt::format("{:02}:{:02}", since_midnight.count() / 3600, since_midnight.count() / 60 % 60);
}

std::optional<Seconds> parse_clock_face(std::string_view text)
{
    std::size_t at = 0;
    const auto hour = take_number(text, at, 2);
    if (!hour || !take(text, at, ':'))
        return std::nullopt;
    const auto minute = take_number(text, at, 2);
    if (!minute || at != text.size() || *minute > 59 || *hour > 24 || (*hour == 24 && *minute != 0))
        return std::nullopt;
    return Seconds { std::chrono::hours { *hour } + Minutes { *minute } };
}

} // namespace nextplease
