// Why a visit is the next for a desk: the one reason that a receptionist can tell whoever asks. Pure.
#pragma once

#include "core/domain/queue.h"

namespace nextplease {

struct WhyNext {
    enum class Reason {
        OnlyOne, // nobody else waits for this desk
        SentHere, // sent on to this desk or to the colleague who sits there
        Rank, // this desk takes its service before those of others who came earlier
        Appointment, // an appointment that is due
        HeadStart, // its priority class, or its service's head start
        MovedBack, // others who came earlier let it go first
        WaitsLongest,
    };
    Reason reason = Reason::WaitsLongest;
    Visit visit;
    int waiting = 1; // whom the desk may call, this one included
    std::optional<TicketNumber> earlier {}; // one who came before it and waits on; the earliest
};

// nullopt if nobody waits for it. `staff`: who sits there; empty: not known.
std::optional<WhyNext> why_next(
    std::span<const Visit> visits, const Desk& desk, const Office& office, std::string_view staff = {});

} // namespace nextplease
