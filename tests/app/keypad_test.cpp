// The keys of a keypad.
#include "core/reception/keypad_keys.h"
#include "kiosk/app/keypad.h"

#include <doctest/doctest.h>
#include <set>

using namespace nextplease;
using namespace nextplease::app;
using ui::KeyCode;

TEST_CASE("Every key that kiosk.conf may name is a key of its own")
{
    std::set<int> numbers;
    for (const std::string_view name : kKeypadKeys) {
        CAPTURE(name);
        CHECK(key_number(name) > 0);
        CHECK(numbers.insert(key_number(name)).second);
    }
    for (const char* unknown : { "", "F", "F0", "F26", "F1x", "KP_", "KP_10", "A" })
        CHECK(key_number(unknown) == -1);
}

TEST_CASE("Without a word in kiosk.conf, the function keys and the numeric keypad serve speech")
{
    const KeypadMap map = keypad_map({});
    CHECK(map.at(key_number("F1")) == KeyCode::Help);
    CHECK(map.at(key_number("F2")) == KeyCode::Repeat);
    CHECK(map.at(key_number("F3")) == KeyCode::Quieter);
    CHECK(map.at(key_number("KP_ADD")) == KeyCode::Louder);
    CHECK(map.at(key_number("F5")) == KeyCode::Speech);
    CHECK_FALSE(map.contains(key_number("KP_ENTER"))); // as on any keyboard
}

TEST_CASE("A keypad's next, previous and choose are what Tab and Enter are")
{
    KeypadSettings settings;
    settings.next = { "KP_6" };
    settings.previous = { "KP_4" };
    settings.choose = { "KP_5", "F20" };
    settings.headset_in = { "F15" };
    const KeypadMap map = keypad_map(settings);
    CHECK(map.at(key_number("KP_6")) == KeyCode::Tab);
    CHECK(map.at(key_number("KP_4")) == KeyCode::BackTab);
    CHECK(map.at(key_number("F20")) == KeyCode::Enter);
    CHECK(map.at(key_number("F15")) == KeyCode::HeadphonesIn);
}
