// The sections [sound] and [keypad] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/sound_settings.h"

#include <vector>

namespace nextplease {

// `folder` is where kiosk.conf lies: paths in it begin there.
SoundSettings read_sound(
    const TomlTable& root, const std::vector<Language>& languages, const std::filesystem::path& folder);
KeypadSettings read_keypad(const TomlTable& root);

} // namespace nextplease
