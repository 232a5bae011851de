// The fingers and eyes of a scripted visit: xdotool and ImageMagick, run as programs.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace nextplease {

// Runs a program of the path and returns what it wrote to standard output. Throws Failure if it is not there
// or fails.
std::string run_tool(const std::vector<std::string>& words);

// The X window of that process, or empty as long as it has none.
std::string x_window_of(pid_t process);

// A touch at that place of the screen, as long as a person's.
void touch_screen(int x, int y);
// A key, as xdotool names them ("F2"), in that window.
void press_key(const std::string& window, const std::string& key);

void save_window(const std::string& window, const std::filesystem::path& file);

} // namespace nextplease
