// Colours of charts, for people who see colours differently too: after M. Okabe and K. Ito, Color Universal
// Design (2008), with the house's petrol first. A colour never stands alone: each series has its dashes, its
// marker and its hatching as well.
#pragma once

#include "kiosk/chart/drawing.h"

#include <array>
#include <cstddef>

namespace nextplease::chart {

enum class Hatch { None, Rising, Falling, Level, Crossed, Dots };
enum class Marker { Disc, Square, TriangleUp, Ring, Diamond };

struct SeriesStyle {
    ui::Color line; // at least 3:1 on white
    ui::Color fill; // of bars, edged with kEdge
    Hatch hatch;
    float dash, gap; // 0: an unbroken line
    Marker marker;
};

inline constexpr ui::Color kInk { 0x12202A };
inline constexpr ui::Color kInk2 { 0x3B4851 };
inline constexpr ui::Color kRule { 0xD8D3C7 };
inline constexpr ui::Color kEdge { 0x12202A };
inline constexpr ui::Color kWhite { 0xFFFFFF };
inline constexpr ui::Color kAmber { 0xF0AE2B };
inline constexpr ui::Color kAmberInk { 0x5F3C00 };
inline constexpr ui::Color kRed { 0x8E1919 };
inline constexpr ui::Color kRedTint { 0xFBE6E2 };

inline constexpr std::array<SeriesStyle, 5> kSeriesStyles { {
    { { 0x0B4A58 }, { 0x0B4A58 }, Hatch::None, 0, 0, Marker::Disc },
    { { 0xD55E00 }, { 0xE69F00 }, Hatch::Rising, 9, 5, Marker::Square },
    { { 0x0072B2 }, { 0x56B4E9 }, Hatch::Falling, 3, 4, Marker::TriangleUp },
    { { 0xA64D82 }, { 0xFFFFFF }, Hatch::Dots, 14, 4, Marker::Ring },
    { { 0x007A59 }, { 0xF0E442 }, Hatch::Level, 9, 3, Marker::Diamond },
} };
inline const SeriesStyle& style_of(std::size_t series)
{
    return kSeriesStyles.at(series % kSeriesStyles.size());
}

// From good to bad, dark at the bad end also in grey; with the ink that is legible on each.
struct HeatTone {
    ui::Color fill, ink;
};
inline constexpr std::array<HeatTone, 5> kHeatTones { { { { 0xE6EFEF }, kInk }, { { 0xC6DADC }, kInk },
    { { 0xF4D79A }, kInk }, { { 0x6B4208 }, kWhite }, { { 0x4A1212 }, kWhite } } };

} // namespace nextplease::chart
