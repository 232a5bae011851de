// Two soft tones, computed: what draws eyes to the screen before anything is said.
#pragma once

#include "kiosk/sound/pcm.h"

namespace nextplease::sound {

// As loud as speech is, not more (-20 dBFS), and never over -1 dBFS.
Pcm chime();

} // namespace nextplease::sound
