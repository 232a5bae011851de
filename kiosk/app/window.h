// A face in a window (GLFW, OpenGL 3.3): input, frames on events only, and the picture of it. Main thread.
#pragma once

#include "core/reception/sound_settings.h"
#include "kiosk/app/face.h"

#include <filesystem>
#include <optional>
#include <string>

namespace nextplease::app {

struct WindowOptions {
    std::string title;
    std::string
        beats_as {}; // what it is called where it says that it is there (heartbeat.h); empty: it does not
    std::optional<std::pair<int, int>> size; // none: full screen
    std::optional<std::pair<int, int>> position;
    bool cursor = true;
    bool kiosk = false; // touched by strangers: only SIGTERM, SIGINT and the face itself end it
    std::optional<KeypadSettings> keypad {}; // none: keys mean what a keyboard's mean
    std::string jack_card {}, jack {}; // of the headphones, as kiosk/sound/jack.h; empty: none is watched
    std::filesystem::path
        probe; // where the items shown are written after each change, for scripts; empty: not
    int close_after_frames = 0; // for benchmarks: paints without a pause, then closes; 0: runs until closed
};

// Runs until the window is closed, the face ends, SIGTERM or SIGINT; says how the face ended, which is Leave
// for all the others. Throws Failure if there is no display.
// `make_face` is called once the window stands, with where the face sends its commands.
using MakeFace = std::function<std::unique_ptr<Face>(Commands&)>;
Face::Ending run_window(const WindowOptions& options, const std::string& store_url,
    const Configuration& configuration, const Clock& clock, const MakeFace& make_face);

// One frame of `face` as a PNG, without a display. Throws Failure if the file cannot be written.
void save_picture(Face& face, int width, int height, const std::filesystem::path& file);

} // namespace nextplease::app
