#include "core/reception/unit_parts.h"

#include "core/domain/numbering.h"

#include <algorithm>

namespace nextplease {
std::optional<TicketNumber> free_number(Records& records, LocalDate day, const std::string& letter)
{
    const auto latest = records.latest_number(day, letter);
    const int last = latest ? serial_of(*latest, letter).value_or(0) : 0;
    const auto serial = next_serial(
        last, [&](int candidate) { return records.number_in_use(day, ticket_number(letter, candidate)); });
    return serial ? std::optional(ticket_number(letter, *serial)) : std::nullopt;
}

Done save(Records& records, const Change& change, const RequestId& request)
{
    Visit visit = change.visit;
    if (visit.id.value() == 0)
        visit.id = records.add(visit);
    else
        records.put(visit);
    for (std::size_t i = 0; i < change.events.size(); ++i) {
        Event event = change.events[i];
        event.visit = visit.id;
        if (i == 0)
            event.request = request;
        records.add(event);
    }
    if (change.ended)
        records.put(*change.ended);
    return { visit, false };
}

Reply save_or_refuse(Records& records, const Outcome& outcome, const RequestId& request)
{
    if (const auto* refusal = std::get_if<Refusal>(&outcome))
        return *refusal;
    return save(records, std::get<Change>(outcome), request);
}

std::optional<Refusal> unknown_need(
    const std::vector<NeedCode>& needs, const Language& interpreter, const Office& office)
{
    for (const NeedCode& need : needs) {
        if (!office.find(need)) {
            Refusal refusal { .kind = Refusal::Kind::UnknownNeed };
            refusal.need = need;
            return refusal;
        }
    }
    if (!interpreter.empty() && !office.interpreter(interpreter)) {
        Refusal refusal { .kind = Refusal::Kind::UnknownLanguage };
        refusal.language = interpreter;
        return refusal;
    }
    return std::nullopt;
}

std::vector<NeedCode> in_order(const std::vector<NeedCode>& needs, const Office& office)
{
    std::vector<NeedCode> ordered;
    for (const Need& need : office.needs) {
        if (std::find(needs.begin(), needs.end(), need.code) != needs.end())
            ordered.push_back(need.code);
    }
    return ordered;
}

} // namespace nextplease
