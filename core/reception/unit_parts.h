// What the verbs of the reception have in common inside a unit of work.
#pragma once

#include "core/reception/reception.h"

namespace nextplease {

// Stores the visit, its events (the first of them with the request) and the leg that ended.
Done save(Records& records, const Change& change, const RequestId& request);

Reply save_or_refuse(Records& records, const Outcome& outcome, const RequestId& request);

// The next number of that letter which nobody has who is still here; nullopt if there is none.
std::optional<TicketNumber> free_number(Records& records, LocalDate day, const std::string& letter);

// The refusal of a need or an interpreter's language that kiosk.conf does not have.
std::optional<Refusal> unknown_need(
    const std::vector<NeedCode>& needs, const Language& interpreter, const Office& office);

// In kiosk.conf's order and each once, so that every desk shows them alike.
std::vector<NeedCode> in_order(const std::vector<NeedCode>& needs, const Office& office);

} // namespace nextplease
