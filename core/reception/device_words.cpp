#include "core/reception/device_words.h"

#include "text_keys.h"

#include <array>

namespace nextplease {

std::string device_words(DeviceState state, const Words& words)
{
    constexpr std::array kSentences { Text::DevicePrinterUnknown, Text::DevicePrinterReady,
        Text::DevicePrinterNearEnd, Text::DevicePrinterNoPaper, Text::DevicePrinterCover,
        Text::DevicePrinterOffline, Text::DevicePrinterStalled, Text::DevicePrinterFault };
    return words.say(kSentences.at(static_cast<std::size_t>(state)));
}

} // namespace nextplease
