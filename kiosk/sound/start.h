// The speaker that kiosk.conf asks for.
#pragma once

#include "core/reception/sound_settings.h"
#include "kiosk/sound/loudspeaker.h"

namespace nextplease::sound {

std::unique_ptr<Loudspeaker> make_loudspeaker(const SoundSettings& settings);

} // namespace nextplease::sound
