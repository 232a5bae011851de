// Which journeys the kiosk offers: the seam between the flow, which keeps at most one of them, and the files
// that say what each asks. A kind that has no factory has no button.
#pragma once

#include "kiosk/visitor/journey.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

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

// A journey standing at one of its steps, for pictures and for the test that lays out every screen. Its name
// is the step's.
struct JourneyPlace {
    std::string name;
    JourneyKind kind;
    JourneyFactory make;
};
// Every step that looks different from others, of every journey. Each journey appends its own here.
std::vector<JourneyPlace> journey_places(const Configuration& configuration);

} // namespace nextplease::visitor
