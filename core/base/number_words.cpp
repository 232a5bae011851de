#include "core/base/number_words.h"

namespace nextplease {

std::string number_words(std::int64_t number, const Words& words)
{
    constexpr std::size_t kGroup = 3;
    const std::string_view mark = words.language().text() == "en" ? "," : "\u00A0";
    std::string text = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = text.size(); at > kGroup; at -= kGroup)
        text.insert(at - kGroup, mark);
    return number < 0 ? "−" + text : text;
}

} // namespace nextplease
