#include "core/domain/office.h"

#include <algorithm>

namespace nextplease {
namespace {

template <class Item, class Key>
const Item* find_code(const std::vector<Item>& items, const Key& code)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.code == code; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Service* Office::find(const ServiceCode& code) const
{
    return find_code(services, code);
}
const Desk* Office::find(const DeskCode& code) const
{
    return find_code(desks, code);
}
const PriorityClass* Office::find(const PriorityCode& code) const
{
    return find_code(rules.priorities, code);
}

} // namespace nextplease
