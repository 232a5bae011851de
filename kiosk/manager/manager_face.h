// The manager's window: manager.h decides, the screen paints.
#pragma once

#include "kiosk/app/face.h"

#include <memory>
#include <string>

namespace nextplease::manager {

// All must outlive the face.
std::unique_ptr<app::Face> make_manager_face(
    const Configuration& configuration, app::Commands& commands, const Language& language);

// The same, put at a screen by name ("seen", "live", "published", "visits", "menu") for pictures and tests.
// Throws InputError if there is none of that name.
std::unique_ptr<app::Face> make_manager_face_at(const Configuration& configuration, app::Commands& commands,
    const std::string& screen, const Language& language, const std::shared_ptr<const Snapshot>& snapshot);

} // namespace nextplease::manager
