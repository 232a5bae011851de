#include "kiosk/app/glfw_window.h"

#include "core/base/error.h"

#include <GLFW/glfw3.h>
#include <string_view>

namespace nextplease::app {

namespace {

struct KeyPair {
    int glfw;
    ui::KeyCode code;
};
constexpr KeyPair kKeys[] {
    { GLFW_KEY_ENTER, ui::KeyCode::Enter },
    { GLFW_KEY_KP_ENTER, ui::KeyCode::Enter },
    { GLFW_KEY_ESCAPE, ui::KeyCode::Escape },
    { GLFW_KEY_UP, ui::KeyCode::Up },
    { GLFW_KEY_DOWN, ui::KeyCode::Down },
    { GLFW_KEY_LEFT, ui::KeyCode::Left },
    { GLFW_KEY_RIGHT, ui::KeyCode::Right },
    { GLFW_KEY_HOME, ui::KeyCode::Home },
    { GLFW_KEY_END, ui::KeyCode::End },
    { GLFW_KEY_BACKSPACE, ui::KeyCode::Backspace },
    { GLFW_KEY_DELETE, ui::KeyCode::Delete },
    { GLFW_KEY_PAGE_UP, ui::KeyCode::PageUp },
    { GLFW_KEY_PAGE_DOWN, ui::KeyCode::PageDown },
    { GLFW_KEY_F1, ui::KeyCode::F1 },
    { GLFW_KEY_F2, ui::KeyCode::F2 },
    { GLFW_KEY_F3, ui::KeyCode::F3 },
    { GLFW_KEY_F4, ui::KeyCode::F4 },
    { GLFW_KEY_F5, ui::KeyCode::F5 },
    { GLFW_KEY_F6, ui::KeyCode::F6 },
    { GLFW_KEY_F7, ui::KeyCode::F7 },
    { GLFW_KEY_F8, ui::KeyCode::F8 },
    { GLFW_KEY_F9, ui::KeyCode::F9 },
    { GLFW_KEY_F10, ui::KeyCode::F10 },
    { GLFW_KEY_F11, ui::KeyCode::F11 },
    { GLFW_KEY_F12, ui::KeyCode::F12 },
};

ui::KeyCode code_of(int key, int scancode, int modifiers)
{
    if (key == GLFW_KEY_TAB)
        return (modifiers & GLFW_MOD_SHIFT) != 0 ? ui::KeyCode::BackTab : ui::KeyCode::Tab;
    if ((modifiers & GLFW_MOD_CONTROL) != 0) {
        // By its letter: on a German keyboard Z is elsewhere.
        const char* const letter = glfwGetKeyName(key, scancode);
        return letter && std::string_view(letter) == "z" ? ui::KeyCode::Undo : ui::KeyCode::Other;
    }
    for (const KeyPair& pair : kKeys)
        if (pair.glfw == key)
            return pair.code;
    return ui::KeyCode::Other;
}

// EN 301 549, 5.7: a long press repeats nothing; only what moves or deletes in a text may.
bool may_repeat(ui::KeyCode code)
{
    switch (code) {
    case ui::KeyCode::Backspace:
    case ui::KeyCode::Delete:
    case ui::KeyCode::Up:
    case ui::KeyCode::Down:
    case ui::KeyCode::Left:
    case ui::KeyCode::Right:
        return true;
    default:
        return false;
    }
}

std::string last_error()
{
    const char* text = nullptr;
    glfwGetError(&text);
    return text ? text : "the window system gave no reason";
}

GLFWwindow* create(const WindowOptions& options)
{
    glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_SAMPLES, 0);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    GLFWwindow* window = nullptr;
    if (options.size) {
        glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE); // until it is where it belongs
        window = glfwCreateWindow(
            options.size->first, options.size->second, options.title.c_str(), nullptr, nullptr);
        if (window && options.position)
            glfwSetWindowPos(window, options.position->first, options.position->second);
        if (window)
            glfwShowWindow(window);
        return window;
    }
    glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* const mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    return mode ? glfwCreateWindow(mode->width, mode->height, options.title.c_str(), monitor, nullptr)
                : nullptr;
}

GlfwWindow& self(GLFWwindow* window)
{
    return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
}

} // namespace

// The library for as long as this lives.
class GlfwWindow::Glfw {
public:
    Glfw()
    {
        if (!glfwInit())
            throw Failure(Failure::Kind::Unavailable,
                "There is no display to open a window on: " + last_error()
                    + ". Start it in a graphical session, or set DISPLAY.");
    }
    ~Glfw() { glfwTerminate(); }
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;
};

GlfwWindow::GlfwWindow(const WindowOptions& options, ui::Interaction& input)
    : glfw_(std::make_unique<Glfw>())
    , window_(create(options))
    , input_(input)
    , keypad_(options.keypad ? keypad_map(*options.keypad) : KeypadMap {})
{
    if (!window_)
        throw Failure(Failure::Kind::Unavailable,
            "No window with OpenGL 3.3 can be opened on this display: " + last_error()
                + ". Install the package libgl1-mesa-dri, or use another display.");
    if (!options.cursor)
        glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    connect();
    if (options.kiosk) // Alt+F4 and the like are no way out
        glfwSetWindowCloseCallback(
            window_, [](GLFWwindow* window) { glfwSetWindowShouldClose(window, GLFW_FALSE); });
    glfwFocusWindow(window_); // without a window manager nobody else gives it the keyboard
}

GlfwWindow::~GlfwWindow()
{
    glfwDestroyWindow(window_);
}

void GlfwWindow::connect()
{
    glfwSetWindowUserPointer(window_, this);
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) { self(w).on_cursor(x, y); });
    glfwSetMouseButtonCallback(
        window_, [](GLFWwindow* w, int button, int action, int) { self(w).on_button(button, action); });
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
        self(w).on_key(key, scancode, action, modifiers);
    });
    glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned character) { self(w).on_character(character); });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double, double lines) { self(w).on_scroll(lines); });
    glfwSetWindowFocusCallback(
        window_, [](GLFWwindow* w, int focused) { self(w).on_focus(focused == GLFW_TRUE); });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { self(w).repaint_ = true; });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { self(w).repaint_ = true; });
}

void GlfwWindow::on_cursor(double x, double y)
{
    int window_width = 1, window_height = 1;
    glfwGetWindowSize(window_, &window_width, &window_height);
    const ui::Size pixels = size();
    pointer_ = { static_cast<float>(x) * pixels.w / static_cast<float>(std::max(1, window_width)),
        static_cast<float>(y) * pixels.h / static_cast<float>(std::max(1, window_height)) };
    if (down_) // nothing looks different under a pointer that only passes
        input_.push({ .kind = ui::InputEvent::Kind::Move, .at = pointer_ });
}

void GlfwWindow::on_button(int button, int action)
{
    if (button != GLFW_MOUSE_BUTTON_LEFT)
        return;
    down_ = action == GLFW_PRESS;
    using Kind = ui::InputEvent::Kind;
    input_.push({ .kind = down_ ? Kind::Press : Kind::Release, .at = pointer_ });
    if (down_ && glfwGetWindowAttrib(window_, GLFW_FOCUSED) == GLFW_FALSE)
        glfwFocusWindow(window_);
}

void GlfwWindow::on_key(int key, int scancode, int action, int modifiers)
{
    repeating_ = action == GLFW_REPEAT;
    if (action == GLFW_RELEASE)
        return;
    const auto mapped = keypad_.find(key);
    from_keypad_ = mapped != keypad_.end();
    const ui::KeyCode code = from_keypad_ ? mapped->second : code_of(key, scancode, modifiers);
    if (code == ui::KeyCode::Other)
        return;
    if (repeating_ && !(may_repeat(code) && input_.text_field_open()))
        return;
    input_.push({ .kind = ui::InputEvent::Kind::Key, .key = code });
}

void GlfwWindow::on_character(char32_t character)
{
    if (!repeating_ && !from_keypad_)
        input_.push({ .kind = ui::InputEvent::Kind::Character, .character = character });
}

void GlfwWindow::on_scroll(double lines)
{
    input_.push({ .kind = ui::InputEvent::Kind::Scroll, .amount = static_cast<float>(-lines) });
}

void GlfwWindow::on_focus(bool focused)
{
    if (focused || !down_)
        return;
    down_ = false;
    input_.push({ .kind = ui::InputEvent::Kind::Leave });
}

bool GlfwWindow::closed() const
{
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

ui::Size GlfwWindow::size() const
{
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return { static_cast<float>(width), static_cast<float>(height) };
}

ui::Point GlfwWindow::position() const
{
    int x = 0, y = 0;
    glfwGetWindowPos(window_, &x, &y);
    return { static_cast<float>(x), static_cast<float>(y) };
}

bool GlfwWindow::take_repaint()
{
    return std::exchange(repaint_, false);
}

void GlfwWindow::swap()
{
    glfwSwapBuffers(window_);
}

void GlfwWindow::copy(const std::string& text)
{
    glfwSetClipboardString(window_, text.c_str());
}

void GlfwWindow::events(std::chrono::milliseconds at_most)
{
    if (at_most.count() > 0)
        glfwWaitEventsTimeout(static_cast<double>(at_most.count()) / 1000);
    else
        glfwPollEvents();
}

void GlfwWindow::wake()
{
    glfwPostEmptyEvent();
}

} // namespace nextplease::app
