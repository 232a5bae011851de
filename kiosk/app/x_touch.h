// Every finger on the glass by itself. The X server turns the first finger into a mouse and, while a palm
// rests on the glass, tells of no other; asked through its input extension, it tells of all.
#pragma once

#include "kiosk/ui/interaction.h"

#include <functional>
#include <memory>
#include <thread>

struct GLFWwindow;

namespace nextplease::app {

class XTouch {
public:
    // From now on fingers on `window` come as Press, Move and Release with a number above 0 each, and no
    // longer as a mouse; `tell` is called on a thread of its own. On a display without touch, nothing
    // changes. The window must outlive it.
    XTouch(GLFWwindow* window, std::function<void(const ui::InputEvent&)> tell);
    ~XTouch();
    XTouch(const XTouch&) = delete;
    XTouch& operator=(const XTouch&) = delete;

    bool listening() const { return connection_ != nullptr; }

private:
    class Connection;
    void run(const std::stop_token& stop);

    std::function<void(const ui::InputEvent&)> tell_;
    std::unique_ptr<Connection> connection_;
    std::jthread thread_;
};

} // namespace nextplease::app
