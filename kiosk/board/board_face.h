// The wall board: board.h decides which calls stand where and for how long, the screen paints it.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/sound/announcer.h"

namespace nextplease::board {

// What a board has beside its screen. All outlive the face.
struct BoardParts {
    const BoardZone* zone = nullptr; // none: it is for every service
    sound::Announcer* announcer = nullptr; // none: calls are shown only, and that is how it was wanted
    app::Commands* commands = nullptr; // to read last month's figures by; none: they are left out
};

// The configuration must outlive the face.
std::unique_ptr<app::Face> make_board_face(
    const Configuration& configuration, const Language& language, const BoardParts& parts = {});

} // namespace nextplease::board
