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

bool Service::gives_tickets_at(const LocalTime& time) const
{
    for (const OpenSpan& span : hours.on(time.date)) {
        if (span.from <= time.since_midnight && time.since_midnight < span.to - last_ticket)
            return true;
    }
    return false;
}

std::optional<LocalTime> Service::next_tickets(const LocalTime& time) const
{
    OpeningHours giving = hours;
    const auto shorten = [&](std::vector<OpenSpan>& spans) {
        for (OpenSpan& span : spans)
            span.to -= last_ticket;
        std::erase_if(spans, [](const OpenSpan& span) { return span.to <= span.from; });
    };
    std::for_each(giving.weekdays.begin(), giving.weekdays.end(), shorten);
    for (auto& [date, spans] : giving.exceptions)
        shorten(spans);
    return giving.next_opening(time);
}

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
const Need* Office::find(const NeedCode& code) const
{
    return find_code(needs, code);
}
const Directorate* Office::find(const DirectorateCode& code) const
{
    return find_code(directorates, code);
}
DirectorateCode Office::directorate_of(const ServiceCode& service) const
{
    const Service* found = find(service);
    return found ? found->directorate : DirectorateCode();
}
const InterpreterLanguage* Office::interpreter(const Language& code) const
{
    return find_code(interpreters, code);
}

PriorityCode Office::priority_of(const std::vector<NeedCode>& asked) const
{
    const PriorityClass* longest = nullptr;
    for (const NeedCode& code : asked) {
        const Need* need = find(code);
        const PriorityClass* priority = need ? find(need->priority) : nullptr;
        if (priority && (!longest || priority->head_start > longest->head_start))
            longest = priority;
    }
    return longest ? longest->code : PriorityCode {};
}

} // namespace nextplease
