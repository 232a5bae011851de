#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace nextplease::ui {

namespace {

constexpr Color kWhite { 0xFFFFFF };
constexpr Color kBlack { 0x000000 };
constexpr Color kSignal { 0xFFE500 }; // the contrast theme's yellow

constexpr Theme kLight {
    .kind = Theme::Kind::Light,
    .paper = { 0xF4F1EA },
    .surface = kWhite,
    .sunk = { 0xE8E4DA },
    .ink = { 0x12202A },
    .ink2 = { 0x3B4851 },
    .petrol = { 0x0B4A58 },
    .on_petrol = kWhite,
    .deep = { 0x07303A },
    .on_deep = kWhite,
    .on_deep2 = { 0xC4DADD },
    .pressed = { 0x07303A },
    .on_pressed = kWhite,
    .tint = { 0xDDEBEC },
    .edge = { 0x75807F },
    .off_edge = { 0x75807F },
    .rule = { 0xD8D3C7 },
    .green = { 0x07543A },
    .green_tint = { 0xDFF0E6 },
    .amber = { 0xF0AE2B },
    .amber_ink = { 0x5F3C00 },
    .amber_tint = { 0xFFF0CC },
    .red = { 0x8E1919 },
    .red_tint = { 0xFBE6E2 },
    .on_green = kWhite,
    .on_amber = { 0x12202A },
    .on_red = kWhite,
    .yellow = { 0xFFD34D },
    .on_yellow = { 0x12202A },
    .focus = { 0x6A2BB8 },
    .focus_gap = kWhite,
    .border = 2,
    .focus_ring = 6,
};

// What is a tint elsewhere is black with a border here.
constexpr Theme kContrast {
    .kind = Theme::Kind::Contrast,
    .paper = kBlack,
    .surface = kBlack,
    .sunk = kBlack,
    .ink = kWhite,
    .ink2 = kWhite,
    .petrol = kSignal,
    .on_petrol = kBlack,
    .deep = kBlack,
    .on_deep = kSignal,
    .on_deep2 = kWhite,
    .pressed = kSignal,
    .on_pressed = kBlack,
    .tint = kBlack,
    .edge = kSignal,
    .off_edge = { 0xBDBDBD },
    .rule = kSignal,
    .green = kWhite,
    .green_tint = kBlack,
    .amber = kSignal,
    .amber_ink = kSignal,
    .amber_tint = kBlack,
    .red = kWhite,
    .red_tint = kBlack,
    .on_green = kBlack,
    .on_amber = kBlack,
    .on_red = kBlack,
    .yellow = kSignal,
    .on_yellow = kBlack,
    .focus = { 0x4DE8FF },
    .focus_gap = kBlack,
    .border = 4,
    .focus_ring = 8,
};

// Nobody touches the board: its primary colour is white, for tiles and icons.
constexpr Theme kBoard {
    .kind = Theme::Kind::Board,
    .paper = { 0x06262E },
    .surface = { 0x0E3B47 },
    .sunk = { 0x06262E },
    .ink = kWhite,
    .ink2 = { 0xC4DADD },
    .petrol = kWhite,
    .on_petrol = { 0x06262E },
    .deep = { 0x06262E },
    .on_deep = kWhite,
    .on_deep2 = { 0xC4DADD },
    .pressed = kWhite,
    .on_pressed = { 0x06262E },
    .tint = { 0x0E3B47 },
    .edge = { 0xC4DADD },
    .off_edge = { 0xC4DADD },
    .rule = { 0x2C5560 },
    .green = { 0x8FE0B6 },
    .green_tint = { 0x0E3B47 },
    .amber = { 0xF0AE2B },
    .amber_ink = { 0xF0AE2B },
    .amber_tint = { 0x0E3B47 },
    .red = { 0xFFB4A8 },
    .red_tint = { 0x0E3B47 },
    .on_green = kBlack,
    .on_amber = { 0x06202A },
    .on_red = kBlack,
    .yellow = { 0xFFD34D },
    .on_yellow = { 0x06202A },
    .focus = kWhite,
    .focus_gap = { 0x06262E },
    .border = 2,
    .focus_ring = 6,
};

// WCAG 2.2, "relative luminance".
double luminance(Color color)
{
    const auto channel = [&color](int shift) {
        const double value = static_cast<double>((color.rgb >> shift) & 0xFFU) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

} // namespace

const Theme& light_theme()
{
    return kLight;
}
const Theme& contrast_theme()
{
    return kContrast;
}
const Theme& board_theme()
{
    return kBoard;
}

double contrast_ratio(Color a, Color b)
{
    const auto [dark, light] = std::minmax({ luminance(a), luminance(b) });
    return (light + 0.05) / (dark + 0.05);
}

} // namespace nextplease::ui
