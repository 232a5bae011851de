#include "kiosk/demo/demo_clock.h"

#include "core/base/error.h"
#include "core/base/local_time.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace nextplease {
namespace {

[[noreturn]] void refuse(const std::string& option)
{
    throw InputError(fmt::format(
        "--clock {}: write START@REAL_START*SPEED, such as 2026-10-13T09:00:00Z@1791968400*10", option));
}

// All of `text` as a number.
template <class Number>
bool read(std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc {} && end == text.data() + text.size();
}

Instant instant(std::string_view text, const std::string& option)
{
    if (std::int64_t seconds = 0; read(text, seconds))
        return Instant { Seconds { seconds } };
    if (text.ends_with('Z')) {
        text.remove_suffix(1);
        if (const auto time = parse_iso_time(text))
            return std::chrono::sys_days { time->date } + time->since_midnight;
    }
    refuse(option);
}

} // namespace

std::string clock_option(Instant start, Instant real_start, double speed)
{
    const auto day = std::chrono::floor<std::chrono::days>(start);
    return fmt::format(
        "{}Z@{}*{}", to_iso(LocalTime { day, start - day }), real_start.time_since_epoch().count(), speed);
}

std::unique_ptr<Clock> parse_clock(const std::string& option)
{
    const std::string_view text = option;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos)
        refuse(option);
    const std::size_t times = text.find('*', at);
    double speed = 1;
    if (times != std::string_view::npos && !read(text.substr(times + 1), speed))
        refuse(option);
    if (!std::isfinite(speed) || speed <= 0)
        refuse(option);
    const std::size_t real_length = times == std::string_view::npos ? times : times - at - 1;
    return std::make_unique<ScaledClock>(
        instant(text.substr(0, at), option), instant(text.substr(at + 1, real_length), option), speed);
}

} // namespace nextplease
