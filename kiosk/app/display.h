// The size of the screen that windows are laid out on.
#pragma once

#include <optional>
#include <string>

namespace nextplease {

struct ScreenSize {
    int width = 1920;
    int height = 1080;
};

// Of the X display's main screen, without its panels. Throws Failure if there is no display.
ScreenSize screen_size();

// "WxH+X+Y" of a window given for a screen of 1920x1080, scaled to `screen`.
struct WindowPlan {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};
std::string window_option(const WindowPlan& plan, ScreenSize screen);

} // namespace nextplease
