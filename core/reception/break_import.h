// For a log from elsewhere that tells of calls alone: takes what kiosk.conf plans for what desks did.
#pragma once

#include "core/reception/desk_import.h"

namespace nextplease {

// On every day, each desk that called and of which the store tells nothing is taken to have opened with its
// first call, to have closed with its last end, and to have had its breaks of kiosk.conf between its
// services: later where a service went on, and not at all where it called for most of the break. All in one
// unit of work.
DeskImportSummary import_breaks(Store& store, const Configuration& configuration);

} // namespace nextplease
