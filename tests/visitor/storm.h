// Hands that do anything: touches with several fingers, keys, letters, ten taps a second, in an order that a
// seed decides. It stands for children, elbows, cleaning cloths and people who are angry with a kiosk.
#pragma once

#include "tests/support/ui_driver.h"

#include <cstdint>
#include <random>
#include <string>

namespace nextplease::testing {

class Storm {
public:
    Storm(UiDriver& ui, std::uint32_t seed)
        : ui_(ui)
        , random_(seed)
    {
    }

    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    // One event, and now and then a frame.
    void rage()
    {
        constexpr int kKinds = 12;
        switch (below(kKinds)) {
        case 0:
        case 1:
        case 2:
        case 3:
            push_touch(ui::InputEvent::Kind::Press);
            break;
        case 4:
        case 5:
        case 6:
        case 7:
            push_touch(ui::InputEvent::Kind::Release);
            break;
        case 8:
            push_touch(below(20) == 0 ? ui::InputEvent::Kind::Leave : ui::InputEvent::Kind::Move);
            break;
        case 9:
            ui_.input().push({ .kind = ui::InputEvent::Kind::Key,
                .key = static_cast<ui::KeyCode>(below(static_cast<int>(ui::KeyCode::HeadphonesOut) + 1)) });
            break;
        case 10:
            ui_.input().push({ .kind = ui::InputEvent::Kind::Character, .character = letter() });
            break;
        case 11:
            ui_.input().push(
                { .kind = ui::InputEvent::Kind::Scroll, .amount = static_cast<float>(below(9) - 4) });
            break;
        }
        if (below(3) == 0)
            ui_.frame();
        // A frame takes one press or release: hands are never hundreds of them ahead of it.
        if (++since_rest_ == 20) {
            since_rest_ = 0;
            while (ui_.input().pending())
                ui_.frame();
        }
        if (below(40) == 0)
            ui_.advance(ui::Moment { below(900) });
    }

    // Everybody takes the hands away.
    void calm()
    {
        for (int finger = 0; finger < kFingers; ++finger)
            ui_.input().push({ .kind = ui::InputEvent::Kind::Release, .at = { -50, -50 }, .finger = finger });
        ui_.settle();
    }

private:
    static constexpr int kFingers = 4;

    void push_touch(ui::InputEvent::Kind kind)
    {
        ui_.input().push({ .kind = kind, .at = place(), .finger = below(kFingers) });
    }

    // Mostly where something is to be pressed.
    ui::Point place()
    {
        const auto& items = ui_.items();
        if (!items.empty() && below(4) != 0) {
            const ui::Rect& at =
                items[static_cast<std::size_t>(below(static_cast<int>(items.size())))].device;
            return { at.x + at.w / 2, at.y + at.h / 2 };
        }
        if (below(8) == 0)
            return { static_cast<float>(below(60)), static_cast<float>(below(60)) }; // the corner of staff
        return { static_cast<float>(below(static_cast<int>(ui_.window().w) + 40) - 20),
            static_cast<float>(below(static_cast<int>(ui_.window().h) + 40) - 20) };
    }

    char32_t letter()
    {
        constexpr char32_t kLetters[] =
            U"abcXYZ0189 +-.@'\"<>&;%\n\t\u0105\u0679\u4f60\u200F\U0001F600\xFFFF";
        return kLetters[below(static_cast<int>(std::size(kLetters)) - 1)];
    }

    UiDriver& ui_;
    std::mt19937 random_;
    int since_rest_ = 0;
};

} // namespace nextplease::testing
