// Which key of a keypad means what: the names of kiosk.conf as GLFW's numbers.
#pragma once

#include "core/reception/sound_settings.h"
#include "kiosk/ui/interaction.h"

#include <map>
#include <string_view>

namespace nextplease::app {

// GLFW's number of a key that core/reception/keypad_keys.h names; -1: there is none.
int key_number(std::string_view name);

// By GLFW's numbers.
using KeypadMap = std::map<int, ui::KeyCode>;
KeypadMap keypad_map(const KeypadSettings& settings);

} // namespace nextplease::app
