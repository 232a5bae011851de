#include "kiosk/app/keypad.h"

#include <GLFW/glfw3.h>
#include <array>
#include <utility>

namespace nextplease::app {
namespace {

struct Named {
    std::string_view name;
    int number;
};
constexpr std::array kNamed {
    Named { "KP_DECIMAL", GLFW_KEY_KP_DECIMAL },
    Named { "KP_DIVIDE", GLFW_KEY_KP_DIVIDE },
    Named { "KP_MULTIPLY", GLFW_KEY_KP_MULTIPLY },
    Named { "KP_SUBTRACT", GLFW_KEY_KP_SUBTRACT },
    Named { "KP_ADD", GLFW_KEY_KP_ADD },
    Named { "KP_ENTER", GLFW_KEY_KP_ENTER },
    Named { "KP_EQUAL", GLFW_KEY_KP_EQUAL },
    Named { "UP", GLFW_KEY_UP },
    Named { "DOWN", GLFW_KEY_DOWN },
    Named { "LEFT", GLFW_KEY_LEFT },
    Named { "RIGHT", GLFW_KEY_RIGHT },
    Named { "PAGE_UP", GLFW_KEY_PAGE_UP },
    Named { "PAGE_DOWN", GLFW_KEY_PAGE_DOWN },
    Named { "HOME", GLFW_KEY_HOME },
    Named { "END", GLFW_KEY_END },
    Named { "INSERT", GLFW_KEY_INSERT },
    Named { "PAUSE", GLFW_KEY_PAUSE },
    Named { "PRINT_SCREEN", GLFW_KEY_PRINT_SCREEN },
    Named { "SCROLL_LOCK", GLFW_KEY_SCROLL_LOCK },
    Named { "MENU", GLFW_KEY_MENU },
};

// The number at the end of "F12" or "KP_3".
int number_in(std::string_view digits)
{
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return -1;
        number = number * 10 + (digit - '0');
    }
    return digits.empty() ? -1 : number;
}

} // namespace

int key_number(std::string_view name)
{
    for (const Named& one : kNamed) {
        if (one.name == name)
            return one.number;
    }
    constexpr int kLastFunctionKey = 25;
    if (name.starts_with("KP_")) {
        const int digit = number_in(name.substr(3));
        return digit >= 0 && digit <= 9 ? GLFW_KEY_KP_0 + digit : -1;
    }
    const int number = name.starts_with("F") ? number_in(name.substr(1)) : -1;
    return number >= 1 && number <= kLastFunctionKey ? GLFW_KEY_F1 + number - 1 : -1;
}

KeypadMap keypad_map(const KeypadSettings& settings)
{
    using ui::KeyCode;
    // Next, previous and choose are what a keyboard's keys do in every screen, also while something is typed.
    const std::pair<const std::vector<std::string>&, KeyCode> uses[] { { settings.next, KeyCode::Tab },
        { settings.previous, KeyCode::BackTab }, { settings.choose, KeyCode::Enter },
        { settings.help, KeyCode::Help }, { settings.repeat, KeyCode::Repeat },
        { settings.louder, KeyCode::Louder }, { settings.quieter, KeyCode::Quieter },
        { settings.faster, KeyCode::Faster }, { settings.slower, KeyCode::Slower },
        { settings.speech, KeyCode::Speech }, { settings.headset_in, KeyCode::HeadphonesIn },
        { settings.headset_out, KeyCode::HeadphonesOut } };
    KeypadMap map;
    for (const auto& [names, code] : uses) {
        for (const std::string& name : names)
            map[key_number(name)] = code;
    }
    return map;
}

} // namespace nextplease::app
