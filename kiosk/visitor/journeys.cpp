#include "kiosk/visitor/journeys.h"

namespace nextplease::visitor {

Journeys make_journeys(const Configuration& /*configuration*/)
{
    Journeys journeys;
    // One line each, such as:
    // journeys[JourneyKind::CheckIn] = make_check_in;
    return journeys;
}

std::vector<JourneyPlace> journey_places(const Configuration& /*configuration*/)
{
    std::vector<JourneyPlace> places;
    // One line each, such as:
    // append(places, check_in_places());
    return places;
}

} // namespace nextplease::visitor
