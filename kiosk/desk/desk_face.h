// The receptionist's console: console.h decides what may be done now, the screen paints it.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/printing/printing.h"

#include <string>

namespace nextplease::desk {

// All must outlive the face. Throws InputError if kiosk.conf has no such desk. `printer`: of this machine,
// for tickets given at the desk and slips of moved appointments; nullptr: it has none.
std::unique_ptr<app::Face> make_desk_face(const Configuration& configuration, app::Commands& commands,
    const DeskCode& desk, const Language& language, printing::Printing* printer = nullptr);

// The same, put at a screen by name ("console", "transfer", "hold", "help", "open", ...) for pictures and
// tests.
std::unique_ptr<app::Face> make_desk_face_at(const Configuration& configuration, app::Commands& commands,
    const DeskCode& desk, const std::string& screen, const Language& language,
    const std::shared_ptr<const Snapshot>& snapshot);

} // namespace nextplease::desk
