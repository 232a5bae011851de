#include "kiosk/visitor/journeys.h"

#include "kiosk/visitor/charter_journey.h"
#include "kiosk/visitor/feedback_journey.h"
#include "kiosk/visitor/message_journey.h"
#include "kiosk/visitor/queue_journeys.h"

namespace nextplease::visitor {
namespace {

void append(std::vector<JourneyPlace>& places, const std::vector<JourneyPlace>& more)
{
    places.insert(places.end(), more.begin(), more.end());
}

} // namespace

Journeys make_journeys(const Configuration& configuration)
{
    Journeys journeys;
    journeys[JourneyKind::CheckIn] = make_check_in;
    journeys[JourneyKind::MyTicket] = make_my_ticket;
    if (asks_needs(configuration))
        journeys[JourneyKind::Needs] = make_needs;
    journeys[JourneyKind::Feedback] = make_feedback;
    if (!configuration.charter.empty())
        journeys[JourneyKind::Charter] = make_charter;
    journeys[JourneyKind::Message] = make_message_journey;
    return journeys;
}

std::vector<JourneyPlace> journey_places(const Configuration& configuration)
{
    std::vector<JourneyPlace> places;
    append(places, check_in_places(configuration));
    append(places, my_ticket_places(configuration));
    append(places, needs_places(configuration));
    append(places, FeedbackJourney::places());
    if (!configuration.charter.empty())
        append(places, CharterJourney::places());
    append(places, message_places());
    return places;
}

} // namespace nextplease::visitor
