#include "core/domain/other_contact.h"

namespace nextplease {
namespace {

constexpr std::array<std::string_view, kChannels.size()> kWords { "phone", "email", "letter", "social",
    "out_of_hours", "text", "web", "fax", "post" };
constexpr std::array<std::string_view, kSetAsides.size()> kSetAsideWords { "abusive", "junk", "no_reply",
    "not_scannable" };

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

std::string_view word(SetAside why)
{
    return kSetAsideWords.at(static_cast<std::size_t>(why));
}

std::optional<SetAside> set_aside(std::string_view word)
{
    for (std::size_t i = 0; i < kSetAsideWords.size(); ++i) {
        if (kSetAsideWords[i] == word)
            return static_cast<SetAside>(i);
    }
    return std::nullopt;
}

} // namespace nextplease
