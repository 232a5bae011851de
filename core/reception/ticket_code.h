// What the square code on a ticket holds, on the screen and on paper, and how it is read again.
#pragma once

#include "core/domain/visit.h"
#include "core/reception/configuration.h"

#include <optional>
#include <string>

namespace nextplease {

// The ticket's page where [web] public_url is set ("https://queue.example.org/t/B042"); otherwise the
// ticket's own code ("NEXTPLEASE:2026-10-13:B042"), which the kiosk's scanner reads.
std::string ticket_code(const Visit& ticket, const Configuration& configuration);

// What a scanner typed.
struct ScannedTicket {
    std::optional<LocalDate> day; // none: the code does not say
    TicketNumber number;
    friend bool operator==(const ScannedTicket&, const ScannedTicket&) = default;
};
// Nothing if it is no ticket's code. Scanners that turn letters small, or send ; for : as one set to another
// keyboard does, are understood.
std::optional<ScannedTicket> scanned_ticket(std::string_view code, const Configuration& configuration);

} // namespace nextplease
