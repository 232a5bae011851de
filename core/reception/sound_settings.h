// How a kiosk speaks, and which keys of a keypad do what.
#pragma once

#include "core/base/ids.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nextplease {

struct SoundSettings {
    enum class Output { None, Alsa, File };
    Output output = Output::Alsa;
    std::filesystem::path file; // of Output::File
    std::string device = "default"; // ALSA names
    std::string headset_device; // empty: the same device
    std::string headset_card = "hw:0";
    std::string headset_jack; // the card's control; empty: none is watched
    bool headphones_only = false; // nobody but the visitor can hear the device
    int volume = 5; // 1 to 7
    int words_a_minute = 160;
    std::map<Language, std::string> voices; // of espeak-ng, where the usual one is not wanted
    std::filesystem::path phrases; // recordings; empty: none
    bool curtain = false; // in the spoken mode the screen shows nothing
};

// By the names of keypad_keys.h. Arrows, Tab, Enter and Escape always do what they say.
struct KeypadSettings {
    std::vector<std::string> next, previous, choose;
    std::vector<std::string> help { "F1" }, repeat { "F2" }, quieter { "F3", "KP_SUBTRACT" },
        louder { "F4", "KP_ADD" }, speech { "F5" }, slower { "F6" }, faster { "F7" };
    std::vector<std::string> headset_in, headset_out; // of keypads that send a key for their jack
};

} // namespace nextplease
