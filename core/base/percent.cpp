#include "core/base/percent.h"

#include <cmath>
#include <fmt/format.h>

namespace nextplease {

std::string percent_text(double share)
{
    constexpr int kMostDecimals = 6;
    constexpr double kRounding = 1e-9; // 0.9625 is not quite 9625 / 10000
    const double percent = share * 100;
    const bool is_whole = std::abs(percent - std::round(percent)) < kRounding;
    double scale = 10;
    for (int decimals = 1;; ++decimals, scale *= 10) {
        const double rounded = std::floor(percent * scale + 0.5 + kRounding) / scale;
        if (is_whole || decimals == kMostDecimals || rounded != std::round(rounded))
            return fmt::format("{:.{}f}", rounded, decimals);
    }
}

} // namespace nextplease
