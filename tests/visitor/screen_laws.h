// What every visitor screen must keep besides broken_laws: rows of the accessibility list, by their ids.
#pragma once

#include "tests/visitor/sample_kiosk.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace nextplease::visitor {

struct Shape {
    int width;
    int height;
    float reach_top; // reference pixels
};
inline constexpr Shape kPortrait { 1080, 1920, 864 };
inline constexpr Shape kLandscape { 1920, 1080, 486 };

// T1, T2, T3: targets of 88 px at the least, 10 px apart, where 26 and 46 px are asked for on the smaller of
// the two screens, and 79 by the kiosk's own rule. C5: no capital under 16 px.
inline constexpr LayoutLaws kLaws { .smallest_gap = 10 };

inline bool is_key(const std::string& key)
{
    return key.starts_with("key.");
}

// Keys of a keyboard stand 8 px apart, as in the look.
inline LayoutLaws laws_of(const UiDriver& ui)
{
    LayoutLaws laws = kLaws;
    for (const ui::Item& item : ui.items())
        laws.smallest_gap = is_key(item.key) ? 8 : laws.smallest_gap;
    return laws;
}

inline bool inside(const ui::Rect& inner, const ui::Rect& outer)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom();
}

// Texts that run over the edge of the card, panel or button on which they stand.
inline std::string running_over(const UiDriver& ui)
{
    std::string broken;
    const std::vector<ui::Painted>& painted = ui.painted();
    for (std::size_t i = 0; i < painted.size(); ++i) {
        if (painted[i].kind != ui::Painted::Kind::Text)
            continue;
        const ui::Rect& text = painted[i].device;
        const ui::Point middle { text.x + text.w / 2, text.y + text.h / 2 };
        for (std::size_t under = i; under-- > 0;) {
            if (painted[under].kind != ui::Painted::Kind::Shape || !painted[under].device.contains(middle))
                continue;
            if (!inside(text, painted[under].device))
                broken += "\"" + painted[i].text + "\" runs over the edge of what it stands on\n";
            break;
        }
    }
    return broken;
}

inline bool in_bar(const std::string& key)
{
    return key.starts_with("bar.");
}

// What the question is answered with, not what leads elsewhere.
inline bool is_choice(const std::string& key)
{
    constexpr const char* kOthers[] { "bar.", "step.", "home.", "confirm.", "timeout.", "closed.", "ticket.",
        "message.", "key." };
    return std::none_of(
        std::begin(kOthers), std::end(kOthers), [&key](const char* other) { return key.starts_with(other); });
}

inline bool is_card(const std::string& key)
{
    constexpr const char* kCards[] { "service.", "language.", "group.", "tell_us.", "gallery.", "face." };
    return key.find("change") == std::string::npos
        && std::any_of(
            std::begin(kCards), std::end(kCards), [&key](const char* card) { return key.starts_with(card); });
}

// T3: what is chosen from is 97 px high. T4: nothing but the bar at the rim. K7: seven choices. R5: in reach
// mode everything that can be touched is within reach.
inline std::string broken_here(const UiDriver& ui, const Shape& shape, const Modes& modes)
{
    std::string broken = running_over(ui);
    constexpr float kRim = 33;
    constexpr int kMostChoices = 8; // as many services as the look has; steps have seven
    int choices = 0;
    for (const ui::Item& item : ui.items()) {
        const float height = item.device.h / ui.scale();
        const float left = item.device.x / ui.scale();
        const float right = (ui.window().w - item.device.right()) / ui.scale();
        choices += is_choice(item.key) ? 1 : 0;
        if (is_card(item.key) && height < 97)
            broken += item.key + " is " + std::to_string(height) + " high\n";
        if (!in_bar(item.key) && !is_key(item.key) && std::min(left, right) < kRim)
            broken += item.key + " is at the rim\n";
        if (modes.reach && item.device.y / ui.scale() < shape.reach_top)
            broken += item.key + " is out of reach at " + std::to_string(item.device.y / ui.scale()) + "\n";
    }
    if (choices > kMostChoices && !ui.screen().starts_with("languages"))
        broken += std::to_string(choices) + " choices at once\n";
    return broken;
}

// With the keys on the screen, everything low is beside or under them.
inline bool types(const UiDriver& ui)
{
    return std::any_of(
        ui.items().begin(), ui.items().end(), [](const ui::Item& item) { return is_key(item.key); });
}

// T11: the bar, and Back wherever it is, stand in the same place on every screen.
class SamePlaces {
public:
    std::string check(const UiDriver& ui, const std::string& back, const std::string& look)
    {
        std::string broken;
        for (const ui::Item& item : ui.items()) {
            // The pager of the services stands over the row of three.
            const bool is_back = item.label == back && item.key != "home.previous";
            if (!is_back && !in_bar(item.key))
                continue;
            const ui::Rect& at = item.device;
            const std::string name = look + (is_back ? "back" : item.key);
            const ui::Rect& first = first_.try_emplace(name, at).first->second;
            if (at.x != first.x || at.y != first.y || at.w != first.w || at.h != first.h)
                broken += item.key + " stands elsewhere than on other screens\n";
        }
        return broken;
    }

private:
    std::map<std::string, ui::Rect> first_;
};

inline std::string name_of(const std::string& screen, const std::string& language, const Modes& modes)
{
    return screen + " " + language + (modes.large_print ? " large" : "") + (modes.contrast ? " contrast" : "")
        + (modes.reach ? " low" : "");
}

inline std::vector<Modes> all_modes()
{
    std::vector<Modes> modes;
    for (int bits = 0; bits < 8; ++bits)
        modes.push_back({ (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0 });
    return modes;
}

} // namespace nextplease::visitor
