#include "kiosk/app/x_touch.h"

#include <GLFW/glfw3.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

// Of GLFW/glfw3native.h, which would ask for the headers of another X extension.
extern "C" ::Window glfwGetX11Window(GLFWwindow* window);

namespace nextplease::app {
namespace {

// Xlib's handler of errors is a plain function for the whole program. Ours stands in only while a request of
// ours may be refused, on the main thread, and remembers nothing but that it was.
bool refused = false;

int note_refusal(Display*, XErrorEvent*)
{
    refused = true;
    return 0;
}

// Another program may have asked for the touches of this window: then it keeps them.
bool ask_for_touches(Display* display, ::Window window)
{
    unsigned char bits[XIMaskLen(XI_LASTEVENT)] = {};
    XISetMask(bits, XI_TouchBegin);
    XISetMask(bits, XI_TouchUpdate);
    XISetMask(bits, XI_TouchEnd);
    XIEventMask mask { XIAllMasterDevices, sizeof bits, bits };
    refused = false;
    const auto before = XSetErrorHandler(note_refusal);
    XISelectEvents(display, window, &mask, 1);
    XSync(display, False);
    XSetErrorHandler(before);
    return !refused;
}

} // namespace

// A connection to the X server of its own, so that GLFW's is left alone.
class XTouch::Connection {
public:
    explicit Connection(::Window window)
        : display_(XOpenDisplay(nullptr))
        , stop_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
        int event = 0, error = 0, major = 2, minor = 2;
        good_ = display_ && stop_ >= 0
            && XQueryExtension(display_, "XInputExtension", &extension_, &event, &error) == True
            && XIQueryVersion(display_, &major, &minor) == Success && ask_for_touches(display_, window);
    }
    ~Connection()
    {
        if (display_)
            XCloseDisplay(display_);
        if (stop_ >= 0)
            close(stop_);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool good() const { return good_; }
    void interrupt() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(stop_, &one, sizeof one);
    }
    // Sleeps until something comes. False: the server is gone.
    bool wait() const
    {
        if (XPending(display_) > 0)
            return true;
        pollfd ready[] { { ConnectionNumber(display_), POLLIN, 0 }, { stop_, POLLIN, 0 } };
        poll(ready, 2, -1);
        return (ready[0].revents & (POLLERR | POLLHUP)) == 0;
    }
    void tell_all(const std::function<void(const ui::InputEvent&)>& tell)
    {
        while (XPending(display_) > 0) {
            XEvent event;
            XNextEvent(display_, &event);
            XGenericEventCookie& cookie = event.xcookie;
            if (cookie.type != GenericEvent || cookie.extension != extension_
                || !XGetEventData(display_, &cookie))
                continue;
            tell_one(cookie, tell);
            XFreeEventData(display_, &cookie);
        }
    }

private:
    static void tell_one(
        const XGenericEventCookie& cookie, const std::function<void(const ui::InputEvent&)>& tell)
    {
        using Kind = ui::InputEvent::Kind;
        if (cookie.evtype != XI_TouchBegin && cookie.evtype != XI_TouchUpdate && cookie.evtype != XI_TouchEnd)
            return;
        const auto& touch = *static_cast<const XIDeviceEvent*>(cookie.data);
        const Kind kind = cookie.evtype == XI_TouchBegin ? Kind::Press
            : cookie.evtype == XI_TouchEnd               ? Kind::Release
                                                         : Kind::Move;
        tell({ .kind = kind,
            .at = { static_cast<float>(touch.event_x), static_cast<float>(touch.event_y) },
            .finger = 1 + (touch.detail & 0xFFFFFFF) });
    }

    Display* display_;
    int stop_;
    int extension_ = 0;
    bool good_ = false;
};

XTouch::XTouch(GLFWwindow* window, std::function<void(const ui::InputEvent&)> tell)
    : tell_(std::move(tell))
    , connection_(std::make_unique<Connection>(glfwGetX11Window(window)))
{
    if (!connection_->good()) {
        connection_.reset();
        return;
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

XTouch::~XTouch()
{
    if (!connection_)
        return;
    thread_.request_stop();
    connection_->interrupt();
    thread_.join();
}

void XTouch::run(const std::stop_token& stop)
{
    while (!stop.stop_requested() && connection_->wait()) {
        if (!stop.stop_requested())
            connection_->tell_all(tell_);
    }
}

} // namespace nextplease::app
