// Which journeys the kiosk offers: the seam between the flow, which keeps at most one of them, and the files
// that say what each asks. A kind that has no factory has no button.
#pragma once

#include "kiosk/visitor/journey.h"

#include <functional>
#include <map>
#include <memory>

namespace nextplease::visitor {

enum class JourneyKind {
    CheckIn, // "I have an appointment"
    MyTicket, // look a ticket up, leave, more time, rejoin
    Needs, // what somebody who is about to take a ticket needs; opened from the confirmation
    Feedback, // five faces and a few words
    Message, // compliment, comment, complaint
    Charter // the promises, and how they were kept
};

// Called when a visitor opens the journey; never gives nullptr.
using JourneyFactory = std::function<std::unique_ptr<Journey>(const JourneyContext&)>;
using Journeys = std::map<JourneyKind, JourneyFactory>;

// Every journey that this kiosk offers. Each has one line here.
Journeys make_journeys(const Configuration& configuration);

} // namespace nextplease::visitor
