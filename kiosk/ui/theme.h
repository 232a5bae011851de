// Colours and strokes: the tokens of the look, in one place. Contrast of every pair that is used is tested.
#pragma once

#include <cstdint>

namespace nextplease::ui {

// 0xRRGGBB, opaque.
struct Color {
    std::uint32_t rgb = 0;
    friend bool operator==(Color, Color) = default;
};

struct Theme {
    enum class Kind { Light, Contrast, Board };
    Kind kind;
    Color paper, surface, sunk;
    Color ink, ink2; // text, second text
    Color petrol, on_petrol; // primary fill and what stands on it; also icons and links on paper
    Color deep, on_deep, on_deep2; // bars
    Color pressed, on_pressed; // what a finger is on
    Color tint; // quiet buttons, notes
    Color edge, off_edge, rule; // control borders, dashed borders of what is off, decoration
    Color green, green_tint, amber, amber_ink, amber_tint, red, red_tint;
    Color on_green, on_amber, on_red; // symbols in the signs of pace
    Color yellow, on_yellow; // "you are called" and nothing else
    Color focus, focus_gap;
    float border = 2; // of cards; buttons 2 to 3
    float focus_ring = 6;
};

const Theme& light_theme();
const Theme& contrast_theme();
const Theme& board_theme();

// WCAG 2.2 contrast ratio, 1 to 21, not rounded.
double contrast_ratio(Color a, Color b);

} // namespace nextplease::ui
