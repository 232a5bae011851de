// By which the groups of a report sort: services, desks and directorates as kiosk.conf has them, those that
// it does not know after all, those without one last.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace nextplease {

using GroupPlace = std::pair<std::size_t, std::string>;

template <class Item, class Code>
GroupPlace place_in(const std::vector<Item>& items, const Code& code)
{
    if (code.empty())
        return { items.size() + 1, "" };
    const auto at =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.code == code; });
    return { static_cast<std::size_t>(at - items.begin()), code.text() };
}

} // namespace nextplease
