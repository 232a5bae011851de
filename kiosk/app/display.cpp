#include "kiosk/app/display.h"

#include "core/base/error.h"

#include <GLFW/glfw3.h>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace nextplease {

ScreenSize screen_size()
{
    if (!glfwInit())
        throw Failure(Failure::Kind::Unavailable,
            "there is no display: start the demo in a graphical session, or play one visit without a screen "
            "with kiosk/run");
    ScreenSize size;
    if (GLFWmonitor* const monitor = glfwGetPrimaryMonitor()) {
        int x = 0;
        int y = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &size.width, &size.height);
    }
    glfwTerminate();
    return size;
}

std::string window_option(const WindowPlan& plan, ScreenSize screen)
{
    const double scale = std::min(screen.width / 1920.0, screen.height / 1080.0);
    const auto scaled = [scale](int length) { return std::lround(length * scale); };
    return fmt::format(
        "{}x{}+{}+{}", scaled(plan.width), scaled(plan.height), scaled(plan.x), scaled(plan.y));
}

} // namespace nextplease
