// Values as people write them on the command line: dates, limits, sizes. Each throws WrongUsage with a
// sentence that names the option and shows how to write it.
#pragma once

#include "core/base/local_time.h"

#include <optional>
#include <string>
#include <utility>

namespace nextplease::cli {

// "2026-10-13"
LocalDate date_value(const std::string& option, const std::string& text);

// "2026-10-13T10:40", at the reception
LocalTime time_value(const std::string& option, const std::string& text);

// "60s", "10m", "1h"; a bare number is minutes, as standards are said.
Seconds duration_value(const std::string& option, const std::string& text);

// "95%" or "95": above 0 and below 100; 0.95
double share_value(const std::string& option, std::string_view text);

// "1080x1920"
std::pair<int, int> size_value(const std::string& option, const std::string& text);

struct WindowPlace {
    std::pair<int, int> size;
    std::optional<std::pair<int, int>> position;
};
// "640x360" or "640x360+1280+0"
WindowPlace window_value(const std::string& option, const std::string& text);

} // namespace nextplease::cli
