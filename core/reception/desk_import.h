// Takes into the store what desks did, beside another system's log: when they opened, paused and closed.
//
// The file is CSV with the header  desk,event,at : a desk of kiosk.conf (or any, with TakeAsFound); open,
// pause, resume or close; and a local time ("2026-10-13T10:24:05"). The rows may be in any order.
#pragma once

#include "core/reception/log_import.h"

namespace nextplease {

struct DeskImportSummary {
    long rows = 0; // = added + already_there
    long added = 0;
    long already_there = 0;
};

// Every row is checked before any is stored; all are stored in one unit of work. Throws as import_log does.
DeskImportSummary import_desks(Store& store, const Configuration& configuration,
    const std::filesystem::path& file, UnknownNames unknown);

} // namespace nextplease
