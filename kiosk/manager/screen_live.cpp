// The pages beside seen-in-time: the room as it is, the published figures, and complaints.
#include "kiosk/manager/screen_parts.h"

namespace nextplease::manager {
namespace {

using ui::Rect;
using ui::Weight;

constexpr float kTile = 452;
constexpr float kGap = 16;

void paint_tile(Painting& painting, const Rect& card, const TileView& tile)
{
    ui::Frame& frame = painting.frame;
    paint_card(painting, card, tile.label, {});
    const Rect in = inner(card);
    float x = in.x;
    if (tile.pace) {
        ui::pace_sign(frame, { x, card.y + 74, 44, 44 }, *tile.pace);
        x += 60;
    }
    frame.canvas.text({ x, card.y + 118 }, tile.value, { .size = 64, .weight = Weight::Bold },
        frame.theme.ink, in.right() - x);
    frame.canvas.paragraph(
        { in.x, card.y + 136, in.w, 48 }, tile.note, { .size = 18, .line = 24 }, frame.theme.ink2);
}

} // namespace

void paint_live(Painting& painting)
{
    const LiveView& view = painting.view.live;
    constexpr float kTop = 80;
    float x = kMargin;
    for (const TileView& tile : view.tiles) {
        paint_tile(painting, { x, kTop, kTile, 200 }, tile);
        x += kTile + kGap;
    }
    const float y = kTop + 216;
    constexpr float kHigh = 760;
    paint_table(painting, { kMargin, y, 920, kHigh }, view.services, { .key = {}, .name_share = 0.4F }, {});
    paint_table(painting, { 968, y, 452, kHigh }, view.desks, { .key = {}, .name_share = 0.36F }, {});
    paint_table(painting, { 1436, y, 452, kHigh }, view.devices, { .key = {}, .name_share = 0.36F }, {});
    if (!view.cut_off.empty())
        paint_notice(painting, view.cut_off);
}

void paint_published(Painting& painting)
{
    const PublishedView& view = painting.view.published;
    constexpr float kTop = 136;
    paint_table(
        painting, { kMargin, kTop, 1248, 912 }, view.indicators, { .key = {}, .name_share = 0.46F }, {});
    paint_chart(painting, { 1296, kTop, 592, 376 }, view.avoidable, "avoidable", {});
    paint_chart(painting, { 1296, kTop + 392, 592, 376 }, view.satisfaction, "satisfaction", {});
    const Rect card { 1296, kTop + 784, 592, 128 };
    paint_card(painting, card, {}, {});
    painting.frame.canvas.paragraph({ card.x + 24, card.y + 16, card.w - 48, 100 }, view.estimate,
        { .size = 18, .line = 27 }, painting.frame.theme.ink);
}

void paint_complaints(Painting& painting)
{
    const ComplaintsView& view = painting.view.complaints;
    constexpr float kTop = 136;
    float x = kMargin;
    for (const TileView& tile : view.tiles) {
        paint_tile(painting, { x, kTop, kTile, 200 }, tile);
        x += kTile + kGap;
    }
    const float y = kTop + 216;
    paint_chart(painting, { kMargin, y, 916, 376 }, view.months, "month", {});
    paint_table(
        painting, { kMargin, y + 392, 916, 304 }, view.services, { .key = {}, .name_share = 0.4F }, {});
    paint_table(painting, { 964, y, 924, 696 }, view.open,
        { .key = {}, .name_share = 0.1F, .shares = { 1.2F, 1.3F, 1.9F } }, {});
}

} // namespace nextplease::manager
