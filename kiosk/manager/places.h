// Where the cards of the manager's pages stand, in reference pixels, and the room that a chart has in one: so
// that what is laid out fits where it is painted.
#pragma once

#include "kiosk/ui/geometry.h"

namespace nextplease::manager::places {

constexpr float kMargin = 32; // at both sides of a page
constexpr float kPadding = 24; // inside a card
constexpr float kChartTop = 60; // in its card, under the title
constexpr float kChartEnd = 12; // between a chart and the card's edge
constexpr float kFoot = 44; // of a card with a line under its chart

constexpr ui::Size chart_room(const ui::Rect& card)
{
    return { card.w - 2 * kPadding, card.h - kChartTop - kChartEnd };
}
constexpr ui::Size chart_room_over_foot(const ui::Rect& card)
{
    return { card.w - 2 * kPadding, card.h - kChartTop - kFoot - 4 };
}

// Seen in time.
constexpr ui::Rect kHeadline { 32, 136, 592, 392 };
constexpr ui::Rect kTrend { 648, 136, 1240, 392 };
constexpr ui::Rect kHours { 32, 544, 592, 504 };
constexpr ui::Rect kWaits { 648, 544, 592, 504 };
constexpr ui::Rect kGroups { 1264, 544, 624, 504 };

// Live: four tiles over two rows of tables.
constexpr float kTile = 452;
constexpr float kGap = 16;
constexpr ui::Rect kLiveServices { 32, 280, 920, 432 };
constexpr ui::Rect kLivePromises { 968, 280, 920, 432 };
constexpr ui::Rect kLiveDesks { 32, 728, 920, 320 };
constexpr ui::Rect kLiveDevices { 968, 728, 920, 320 };

// Published figures.
constexpr ui::Rect kIndicators { 32, 136, 1248, 912 };
constexpr ui::Rect kAvoidable { 1296, 136, 592, 376 };
constexpr ui::Rect kSatisfaction { 1296, 528, 592, 376 };
constexpr ui::Rect kEstimate { 1296, 920, 592, 128 };

// Complaints, under four tiles.
constexpr ui::Rect kMonths { 32, 352, 916, 376 };
constexpr ui::Rect kComplaintServices { 32, 744, 916, 304 };
constexpr ui::Rect kOpenCases { 964, 352, 924, 696 };

} // namespace nextplease::manager::places
