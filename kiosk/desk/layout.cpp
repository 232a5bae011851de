#include "kiosk/desk/layout.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

constexpr float kMargin = 24;
constexpr float kGap = 16;
constexpr float kTop = 72;
constexpr float kLeftWidth = 640;
constexpr float kRightWidth = 496;
constexpr float kMessageHeight = 96;
constexpr float kVerbsHeight = 384;
constexpr float kClocksHeight = 88;
constexpr float kBannerHeight = 76;
constexpr float kTodayHeight = 472; // six figures under the share
constexpr float kExtrasHeight = 136;

void place_left(Layout& layout, float bottom, Banner banner)
{
    layout.verbs = { kMargin, bottom - kVerbsHeight, kLeftWidth, kVerbsHeight };
    layout.clocks = { kMargin, layout.verbs.y - kGap - kClocksHeight, kLeftWidth, kClocksHeight };
    layout.panel = { kMargin, layout.clocks.y, kLeftWidth, bottom - layout.clocks.y };
    layout.banner = { kMargin, kTop, kLeftWidth, kBannerHeight };
    const float card_top = banner == Banner::Shown ? layout.banner.bottom() + 12 : kTop;
    layout.card = { kMargin, card_top, kLeftWidth, layout.clocks.y - kGap - card_top };
}

void place_right(Layout& layout, float x, float width, float top, float bottom)
{
    layout.today = { x, top, width, kTodayHeight };
    layout.message = { x, bottom - kMessageHeight, width, kMessageHeight };
    const float desks_top = layout.today.bottom() + kGap;
    layout.desks = { x, desks_top, width, layout.message.y - kGap - desks_top };
}

} // namespace

Layout layout_for(ui::Size room, Banner banner)
{
    Layout layout;
    const float bottom = room.h - kMargin;
    layout.bar = { 0, 0, room.w, 56 };
    layout.right_column = room.w >= kThreeColumns - 1;
    place_left(layout, bottom, banner);
    const float middle = kMargin + kLeftWidth + kGap;
    const float end = room.w - kMargin;
    if (layout.right_column) {
        layout.list = { middle, kTop, end - kRightWidth - kGap - middle,
            bottom - kTop - kGap - kExtrasHeight };
        place_right(layout, end - kRightWidth, kRightWidth, kTop, bottom);
    } else {
        // The message keeps its place under the list; the tab shows today and the desks in the list's card.
        layout.message = { middle, bottom - kMessageHeight, end - middle, kMessageHeight };
        layout.list = { middle, kTop, end - middle, layout.message.y - 2 * kGap - kExtrasHeight - kTop };
        const float top = kTop + kRowsFrom - 32;
        layout.today = { middle, top, end - middle, kTodayHeight };
        layout.desks = { middle, layout.today.bottom() + kGap, end - middle,
            layout.list.bottom() - layout.today.bottom() - kGap };
    }
    layout.extras = { middle, layout.list.bottom() + kGap, layout.list.w, kExtrasHeight };
    return layout;
}

ui::Rect wide_panel(const Layout& layout)
{
    return { layout.card.x, layout.list.y, layout.list.right() - layout.card.x, layout.list.h };
}

float rows_height(const Layout& layout)
{
    return layout.list.h - kRowsFrom;
}

int desk_places(const Layout& layout)
{
    return std::max(1, static_cast<int>((layout.desks.h - kDesksFrom - kEquipmentHeight) / kDeskPitch));
}

} // namespace nextplease::desk
