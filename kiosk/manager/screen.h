// Paints the manager's screen and says what was pressed. Everything shown was prepared before.
#pragma once

#include "kiosk/manager/manager.h"
#include "kiosk/ui/widgets.h"

namespace nextplease::manager {

constexpr ui::Size kReference { 1920, 1080 };

// What was pressed in this frame; nothing, where nothing was.
using Act = std::function<void(Manager&)>;

Act paint(ui::Frame& frame, const View& view);

} // namespace nextplease::manager
