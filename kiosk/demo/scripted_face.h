// One of the faces, as a script starts it, sees it through its probe file and touches it with real X input.
#pragma once

#include "core/base/error.h"
#include "kiosk/demo/child_process.h"
#include "kiosk/demo/probe_reader.h"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace nextplease {

// A person's, before the next touch; longer than touches are ignored for after a change of screen.
constexpr std::chrono::milliseconds kReadingTime { 600 };

// Returns what `look` finds. Throws Failure, naming `what`, if it finds nothing within a time that is long
// enough for a slow machine.
template <class Found>
Found wait_for(const std::string& what, const std::function<std::optional<Found>()>& look)
{
    constexpr std::chrono::seconds kDeadline { 20 };
    constexpr std::chrono::milliseconds kBetweenLooks { 50 };
    const auto until = std::chrono::steady_clock::now() + kDeadline;
    for (;;) {
        if (auto found = look())
            return *found;
        if (std::chrono::steady_clock::now() >= until)
            throw Failure(Failure::Kind::Unavailable,
                fmt::format(
                    "the scripted visit stopped: {} did not come within {} s", what, kDeadline.count()));
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

// The same for something that is or is not so.
void wait_until(const std::string& what, const std::function<bool()>& is_so);

class ScriptedFace {
public:
    // Where its window stands: at the top of the screen.
    struct Place {
        int x;
        int width;
        int height;
    };

    // Starts it. `arguments` as for ChildProcess; the window and the probe are added.
    ScriptedFace(const std::string& name, const Place& place, std::vector<std::string> arguments,
        const std::filesystem::path& probe);

    // Waits for its window and its first picture of the room.
    void settle();

    // As soon as it is there and enabled.
    ProbeItem item(const std::string& key) const;
    // As it is now; nullopt if it is not there.
    std::optional<ProbeItem> item_now(const std::string& key) const;
    // And until a person has read it.
    void wait_for_screen(const std::string& screen) const;

    void touch(const ProbeItem& item) const;
    void press(const std::string& key) const; // as xdotool names it
    void picture(const std::filesystem::path& file) const;

private:
    Place place_;
    std::filesystem::path probe_;
    ChildProcess process_;
    std::string window_; // X's name for it
};

} // namespace nextplease
