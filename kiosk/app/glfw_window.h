// A window of GLFW with a context of OpenGL 3.3, and what people do to it as events for Interaction.
// Main thread, except wake().
#pragma once

#include "kiosk/app/keypad.h"
#include "kiosk/app/window.h"
#include "kiosk/ui/interaction.h"

struct GLFWwindow;

namespace nextplease::app {

class GlfwWindow {
public:
    // Events go to `input`, which must outlive it. Throws Failure if there is no display or no OpenGL 3.3.
    GlfwWindow(const WindowOptions& options, ui::Interaction& input);
    ~GlfwWindow();
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    GLFWwindow* handle() const { return window_; }
    bool closed() const;
    ui::Size size() const; // device pixels
    ui::Point position() const; // on the screen
    // True once after the window was resized or uncovered.
    bool take_repaint();
    void swap();
    void copy(const std::string& text); // to the system's clipboard

    // Handles what has come; `at_most` > 0: sleeps until something comes, or that long.
    void events(std::chrono::milliseconds at_most);
    // Any thread: ends the sleep.
    static void wake();

private:
    class Glfw;
    void connect();
    void on_cursor(double x, double y);
    void on_button(int button, int action);
    void on_key(int key, int scancode, int action, int modifiers);
    void on_character(char32_t character);
    void on_scroll(double lines);
    void on_focus(bool focused);

    std::unique_ptr<Glfw> glfw_;
    GLFWwindow* window_ = nullptr;
    ui::Interaction& input_;
    ui::Point pointer_; // from the last cursor event: where the server says it is now may be a later touch
    bool down_ = false;
    const KeypadMap keypad_;
    bool repeating_ = false; // the key under way is repeated
    bool from_keypad_ = false; // it is a key of the keypad: the sign on it, such as +, is not typed
    bool repaint_ = true;
};

} // namespace nextplease::app
