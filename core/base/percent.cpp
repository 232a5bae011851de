#include "core/base/percent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace nextplease {

std::string percent_text(double share)
{
    constexpr int kMostDecimals = 6;
    constexpr double kRounding = 1e-9; // 0.9625 is not quite 9625 / 10000
    constexpr double kGoals = 5; // its multiples
    const double percent = share * 100;
    const bool is_goal = std::abs(percent - kGoals * std::round(percent / kGoals)) < kRounding;
    double scale = 10;
    for (int decimals = 1;; ++decimals, scale *= 10) {
        const double rounded = std::floor(percent * scale + 0.5 + kRounding) / scale;
        const bool reads_as_goal = std::fmod(rounded, kGoals) == 0;
        if (is_goal || decimals == kMostDecimals || !reads_as_goal)
            return fmt::format("{:.{}f}", rounded, decimals);
    }
}

std::string with_decimal_mark(std::string number, const Words& words)
{
    constexpr std::array<std::string_view, 5> kWithComma { "pl", "pt", "ro", "tr", "uk" };
    const std::string_view language = words.language().text();
    if (std::find(kWithComma.begin(), kWithComma.end(), language) != kWithComma.end())
        std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

std::string goal_text(double percent, const Words& words)
{
    return with_decimal_mark(fmt::format("{:g}", percent), words);
}

std::string percent_text(double share, const Words& words)
{
    return with_decimal_mark(percent_text(share), words);
}

} // namespace nextplease
