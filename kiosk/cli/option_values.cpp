#include "kiosk/cli/option_values.h"

#include "core/base/local_time.h"
#include "kiosk/cli/arguments.h"

#include <charconv>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& text, std::string_view remedy)
{
    throw WrongUsage(fmt::format("{} \"{}\" is not understood: {}", option, text, remedy));
}

// A whole number without sign at the beginning of `text`, which is then moved past it.
std::optional<int> take_number(std::string_view& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, char wanted)
{
    if (text.empty() || text.front() != wanted)
        return false;
    text.remove_prefix(1);
    return true;
}

// "WxH", each from 100 to 16384 pixels.
std::optional<std::pair<int, int>> take_size(std::string_view& text)
{
    constexpr auto kSensible = [](int pixels) { return 100 <= pixels && pixels <= 16384; };
    const auto width = take_number(text);
    if (!width || !take(text, 'x'))
        return std::nullopt;
    const auto height = take_number(text);
    if (!height || !kSensible(*width) || !kSensible(*height))
        return std::nullopt;
    return std::pair { *width, *height };
}

} // namespace

LocalDate date_value(const std::string& option, const std::string& text)
{
    const auto date = parse_iso_date(text);
    if (!date)
        refuse(option, text, "write a date such as 2026-10-13");
    return *date;
}

LocalTime time_value(const std::string& option, const std::string& text)
{
    if (const auto time = parse_iso_time(text))
        return *time;
    refuse(option, text, "write a day and a time, such as 2026-10-13T10:40");
}

Seconds duration_value(const std::string& option, const std::string& text)
{
    constexpr int kMostHours = 10'000; // more than a year: nobody waits longer
    std::string_view rest = text;
    const auto number = take_number(rest);
    if (number && (rest.empty() || rest == "m") && *number <= kMostHours * 60)
        return Minutes { *number };
    if (number && rest == "s" && *number <= kMostHours * 3600)
        return Seconds { *number };
    if (number && rest == "h" && *number <= kMostHours)
        return std::chrono::hours { *number };
    refuse(option, text, "write 10m, 90s or 1h");
}

std::pair<int, int> size_value(const std::string& option, const std::string& text)
{
    std::string_view rest = text;
    const auto size = take_size(rest);
    if (!size || !rest.empty())
        refuse(option, text, "write width and height in pixels, such as 1080x1920");
    return *size;
}

WindowPlace window_value(const std::string& option, const std::string& text)
{
    constexpr std::string_view kRemedy = "write width and height in pixels, such as 640x360, and where it "
                                         "shall stand if that matters, such as "
                                         "640x360+1280+0";
    std::string_view rest = text;
    const auto size = take_size(rest);
    if (!size)
        refuse(option, text, kRemedy);
    if (rest.empty())
        return { *size, {} };
    if (!take(rest, '+'))
        refuse(option, text, kRemedy);
    const auto x = take_number(rest);
    if (!x || !take(rest, '+'))
        refuse(option, text, kRemedy);
    const auto y = take_number(rest);
    if (!y || !rest.empty())
        refuse(option, text, kRemedy);
    return { *size, std::pair { *x, *y } };
}

double share_value(const std::string& option, std::string_view text)
{
    double percent = 0;
    std::string_view number = text;
    if (number.ends_with('%'))
        number.remove_suffix(1);
    const char* const end = number.data() + number.size();
    const auto [rest, error] = std::from_chars(number.data(), end, percent);
    if (error != std::errc {} || rest != end || !(percent > 0 && percent < 100))
        throw WrongUsage(fmt::format(
            "{} \"{}\" is not understood: write a share above 0 and below 100, such as 95%", option, text));
    return percent / 100;
}

} // namespace nextplease::cli
