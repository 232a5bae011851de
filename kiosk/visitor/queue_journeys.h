// The journeys that are about the queue: what somebody needs before taking a ticket, checking in for an
// appointment, and looking a ticket up.
#pragma once

#include "kiosk/visitor/journeys.h"

#include <memory>
#include <vector>

namespace nextplease::visitor {

// There is something to ask beside the service: a need, how many people, a further service.
bool asks_needs(const Configuration& configuration);

std::unique_ptr<Journey> make_needs(const JourneyContext& context);
std::unique_ptr<Journey> make_check_in(const JourneyContext& context);
std::unique_ptr<Journey> make_my_ticket(const JourneyContext& context);

// Each at every step that looks different, for pictures and the layout test.
std::vector<JourneyPlace> needs_places(const Configuration& configuration);
std::vector<JourneyPlace> check_in_places(const Configuration& configuration);
std::vector<JourneyPlace> my_ticket_places(const Configuration& configuration);

} // namespace nextplease::visitor
