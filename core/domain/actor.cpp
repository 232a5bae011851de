#include "core/domain/actor.h"

#include <algorithm>
#include <array>

namespace nextplease {

bool is_a_name(std::string_view actor)
{
    constexpr std::string_view kStaff = "staff:";
    constexpr std::array<std::string_view, 8> kNobody { "", "kiosk", "command line", "rule", "import",
        "close of day", "demo", kSomebody };
    if (actor.starts_with("desk:") || std::find(kNobody.begin(), kNobody.end(), actor) != kNobody.end())
        return false;
    const std::string_view name = actor.starts_with(kStaff) ? actor.substr(kStaff.size()) : actor;
    return name.find_first_not_of("0123456789") != std::string_view::npos;
}

} // namespace nextplease
