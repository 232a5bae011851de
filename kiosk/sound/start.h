// The speaker and the announcer that kiosk.conf asks for.
#pragma once

#include "core/reception/board_settings.h"
#include "core/reception/sound_settings.h"
#include "kiosk/sound/announcer.h"
#include "kiosk/sound/loudspeaker.h"

namespace nextplease::sound {

std::unique_ptr<Loudspeaker> make_loudspeaker(const SoundSettings& settings);
// The announcer of a board; nullptr where kiosk.conf wants none.
std::unique_ptr<HallAnnouncer> make_announcer(const SoundSettings& settings, const BoardSettings& board);

} // namespace nextplease::sound
