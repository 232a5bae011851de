// A file that says what is on the screen, for scripts that tap by name and wait for what they expect:
//   {"screen": "home", "window": {"x": 0, "y": 0, "w": 1080, "h": 1920},
//    "items": [{"key": "service.B", "x": 48, "y": 472, "w": 984, "h": 136, "label": "Housing", "enabled":
//    true}]}
// Positions are pixels of the window. Replaced as a whole whenever something of it changes.
#pragma once

#include "kiosk/ui/interaction.h"

#include <filesystem>
#include <string>

namespace nextplease::app {

class Probe {
public:
    // Empty: writes nothing.
    explicit Probe(std::filesystem::path file)
        : file_(std::move(file))
    {
    }

    // Throws Failure if the file cannot be written.
    void tell(const ui::Interaction& input, const ui::Rect& window);

    static std::string json(const ui::Interaction& input, const ui::Rect& window);

private:
    std::filesystem::path file_;
    std::string told_;
};

} // namespace nextplease::app
