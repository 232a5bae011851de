#include "core/domain/device_state.h"

#include <array>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 8> kWords { "unknown", "ready", "paper near end", "paper out",
    "cover open", "offline", "stalled", "fault" };

} // namespace

std::string_view word(DeviceState state)
{
    return kWords.at(static_cast<std::size_t>(state));
}

std::optional<DeviceState> device_state(std::string_view word)
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords.at(i) == word)
            return static_cast<DeviceState>(i);
    }
    return std::nullopt;
}

} // namespace nextplease
