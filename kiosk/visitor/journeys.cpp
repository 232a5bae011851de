#include "kiosk/visitor/journeys.h"

namespace nextplease::visitor {

Journeys make_journeys(const Configuration& /*configuration*/)
{
    Journeys journeys;
    // One line each, such as:
    // journeys[JourneyKind::CheckIn] = make_check_in;
    return journeys;
}

} // namespace nextplease::visitor
