// Whether somebody wrote anything at all: where a reason is owed, spaces are none.
#pragma once

#include <string_view>

namespace nextplease {

constexpr bool blank(std::string_view words)
{
    return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace nextplease
