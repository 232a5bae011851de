#include "core/domain/other_contact.h"

namespace nextplease {
namespace {

constexpr std::array<std::string_view, kChannels.size()> kWords { "phone", "email", "letter", "social",
    "out_of_hours" };

} // namespace

std::string_view word(Channel channel)
{
    return kWords.at(static_cast<std::size_t>(channel));
}

std::optional<Channel> channel(std::string_view word)
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i] == word)
            return static_cast<Channel>(i);
    }
    return std::nullopt;
}

} // namespace nextplease
