// The names of keys that [keypad] in kiosk.conf may use. They are those of GLFW without "GLFW_KEY_"; the
// window knows their numbers.
#pragma once

#include <array>
#include <string_view>

namespace nextplease {

inline constexpr auto kKeypadKeys = std::to_array<std::string_view>(
    { "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12", "F13", "F14", "F15", "F16",
        "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24", "F25", "KP_0", "KP_1", "KP_2", "KP_3", "KP_4",
        "KP_5", "KP_6", "KP_7", "KP_8", "KP_9", "KP_DECIMAL", "KP_DIVIDE", "KP_MULTIPLY", "KP_SUBTRACT",
        "KP_ADD", "KP_ENTER", "KP_EQUAL", "UP", "DOWN", "LEFT", "RIGHT", "PAGE_UP", "PAGE_DOWN", "HOME",
        "END", "INSERT", "PAUSE", "PRINT_SCREEN", "SCROLL_LOCK", "MENU" });

} // namespace nextplease
