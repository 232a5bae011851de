// What a face says in its probe file (kiosk/app/probe.h): the screen that is shown and its items.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct ProbeItem {
    std::string key;
    std::string label;
    int x = 0; // in the window, device pixels
    int y = 0;
    int width = 0;
    int height = 0;
    bool enabled = true;
};

struct ProbeView {
    std::string screen; // "home", without what follows a slash
    std::vector<ProbeItem> items;
    const ProbeItem* find(const std::string& key) const; // nullptr if there is none
};

// nullopt as long as there is no such file. Throws Failure if it is not a probe file.
std::optional<ProbeView> read_probe(const std::filesystem::path& file);

} // namespace nextplease
