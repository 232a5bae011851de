// The visitor's screens by name, for pictures and tests: the flow's own, and the steps of the journeys.
#pragma once

#include "kiosk/visitor/flow.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease::visitor {

// "home", "confirm", ...; never empty.
std::string_view name_of(Screen screen);

// The place of that name; throws InputError with all names if there is none. `snapshot` gives the ticket that
// some screens show.
Flow::Place place_named(const std::string& name, const Configuration& configuration, const Language& language,
    Modes modes, const Snapshot& snapshot);

// The printer of the screens on which something is printed; none: it has no part in that screen.
std::optional<printing::Now> printer_at(const std::string& name);

// The room as it has to be for that place to be shown.
std::shared_ptr<const Snapshot> room_for(const std::string& name,
    const std::shared_ptr<const Snapshot>& snapshot, const Configuration& configuration);

} // namespace nextplease::visitor
