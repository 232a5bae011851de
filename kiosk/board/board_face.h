// The wall board: board.h decides which calls stand where and for how long, the screen paints it.
#pragma once

#include "kiosk/app/face.h"

namespace nextplease::board {

// The configuration must outlive the face.
std::unique_ptr<app::Face> make_board_face(const Configuration& configuration, const Language& language);

} // namespace nextplease::board
