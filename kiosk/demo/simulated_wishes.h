// What simulated visitors ask for beside a service, and the appointments that some of them have. Chance of
// its own, so that who comes when does not depend on it.
#pragma once

#include "core/reception/reception.h"
#include "kiosk/demo/chance.h"

#include <string>
#include <vector>

namespace nextplease {

class SimulatedWishes {
public:
    // `reception` must outlive it.
    SimulatedWishes(Reception& reception, unsigned seed, Instant start)
        : reception_(reception)
        , chance_(seed)
        , next_booking_(start)
    {
    }

    // Now and then a need, a family, a further service.
    void add_to(TicketWish& wish);

    // Books appointments ahead, and lets those whose time has come check in. Returns who joined the queue.
    std::vector<VisitId> keep_appointments(Instant now);

private:
    struct Expected {
        std::string reference;
        Instant arrives;
    };
    void book(Instant at);

    Reception& reception_;
    Chance chance_;
    Instant next_booking_;
    std::vector<Expected> expected_;
};

} // namespace nextplease
