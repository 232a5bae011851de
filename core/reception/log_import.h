// Takes the log of another system's reception into the store, whole or not at all.
//
// The file is CSV with the header  ticket,service,priority,arrived,called,finished,left,server  in that
// order:
//   ticket    the log's own reference: any text, once in the file; kept with the visit
//   service   a code of kiosk.conf, or one found by an earlier import
//   priority  empty or 0: ordinary; else a number, or a priority class of kiosk.conf
//   arrived, called, finished, left   local times ("1999-02-01T06:59:54"); empty where it did not happen
//   server    the desk or person who called; may be empty
//
// What becomes of a row: finished -> Served; left -> Left; neither -> Unresolved at the end of its local day,
// though seen if it was called. The log knows no start, so service counts from the call: the visit was seen
// when it was called (its walk is 0). In the autumn hour that comes twice a time is the first, unless it
// would then come before the row's earlier time. Its events are taken, called, started (at the call), and
// finished, left or unresolved, by the actor "import": "seen" is the event `started` here as everywhere, and
// may be counted again from the events alone.
#pragma once

#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <filesystem>
#include <vector>

namespace nextplease {

struct ImportSummary {
    long rows = 0; // = added + already_there
    long added = 0;
    long already_there = 0; // stored by an earlier import, with the same content
    std::vector<ServiceCode> found_services; // taken as found now, in the order of the file
};

// What to do with services and servers that nobody knows. A service that is taken as found is remembered; a
// server is only kept with its visits.
enum class UnknownNames {
    Refuse,
    TakeAsFound,
};

// Every row is checked before any is stored; all are stored in one unit of work. Throws InputError "FILE:line
// N: what is wrong, what to do" for the first bad row, also where the store has the same ticket at the same
// time with another content; Failure if the file cannot be read or the store fails. Nothing is then imported.
ImportSummary import_log(Store& store, const Configuration& configuration, const std::filesystem::path& file,
    UnknownNames unknown);

} // namespace nextplease
