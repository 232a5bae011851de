// The pages beside seen-in-time: the room as it is, the published figures, and complaints.
#include "kiosk/manager/screen_parts.h"

#include <fmt/format.h>

namespace nextplease::manager {
namespace {

using ui::Rect;
using ui::Weight;

using places::kGap;
using places::kTile;

PressRow opens(Part part)
{
    return [part](int row) -> Act { return [part, row](Manager& manager) { manager.open_part(part, row); }; };
}
Press opens_area(Part part)
{
    return [part](const chart::Area& area) -> Act {
        return [part, index = area.index](Manager& manager) { manager.open_part(part, index); };
    };
}

void paint_tile(Painting& painting, const Rect& card, int place, const TileView& tile)
{
    ui::Frame& frame = painting.frame;
    paint_card(painting, card, tile.label, {});
    paint_press(painting, card, fmt::format("tile.{}", place), tile.label + " " + tile.value,
        [place](Manager& manager) { manager.open_part(Part::Tile, place); });
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
    const float lowest = painting.frame.canvas.right_to_left() ? 46 : 30; // Nastaliq hangs deep
    float x = kMargin;
    for (std::size_t i = 0; i < view.tiles.size(); ++i) {
        paint_tile(painting, { x, kTop, kTile, 184 }, static_cast<int>(i), view.tiles[i]);
        x += kTile + kGap;
    }
    paint_table(painting, places::kLiveServices, view.services,
        { .key = "service", .name_share = 0.3F, .lowest_row = lowest, .shares = { 0.8F, 1.1F, 2.2F } },
        opens(Part::Service));
    paint_table(painting, places::kLivePromises, view.promises,
        { .key = "promise", .name_share = 0.42F, .lowest_row = lowest, .shares = { 1.0F, 1.0F, 2.1F } },
        opens(Part::Promise));
    paint_table(painting, places::kLiveDesks, view.desks,
        { .key = "desk", .name_share = 0.36F, .lowest_row = lowest, .shares = { 1.6F, 1.0F } },
        opens(Part::Desk));
    paint_table(painting, places::kLiveDevices, view.devices,
        { .key = "device", .name_share = 0.36F, .lowest_row = lowest, .shares = { 1.6F, 1.0F } },
        opens(Part::Device));
    if (!view.cut_off.empty())
        paint_notice(painting, view.cut_off);
}

void paint_published(Painting& painting)
{
    const PublishedView& view = painting.view.published;
    paint_table(painting, places::kIndicators, view.indicators,
        { .key = "indicator", .name_share = 0.44F, .shares = { 1.4F, 1.9F, 0.9F, 0.9F, 1.0F } },
        opens(Part::Indicator));
    paint_chart(painting, places::kAvoidable, view.avoidable, "avoidable", opens_area(Part::Avoidable));
    paint_chart(
        painting, places::kSatisfaction, view.satisfaction, "satisfaction", opens_area(Part::Satisfaction));
    const Rect& card = places::kEstimate;
    paint_card(painting, card, {}, {});
    paint_press(painting, card, "estimate", view.estimate,
        [](Manager& manager) { manager.open_part(Part::Estimate, 0); });
    painting.frame.canvas.paragraph({ card.x + 24, card.y + 16, card.w - 48, 100 }, view.estimate,
        { .size = 18, .line = 27 }, painting.frame.theme.ink);
}

void paint_complaints(Painting& painting)
{
    const ComplaintsView& view = painting.view.complaints;
    constexpr float kTop = 136;
    float x = kMargin;
    for (std::size_t i = 0; i < view.tiles.size(); ++i) {
        paint_tile(painting, { x, kTop, kTile, 200 }, static_cast<int>(i), view.tiles[i]);
        x += kTile + kGap;
    }
    paint_chart(painting, places::kMonths, view.months, "month", opens_area(Part::Month));
    paint_table(painting, places::kComplaintServices, view.services,
        { .key = "received", .name_share = 0.4F, .press_last = opens(Part::Upheld) }, opens(Part::Service));
    paint_table(painting, places::kOpenCases, view.open,
        { .key = "case", .name_share = 0.1F, .shares = { 1.2F, 1.3F, 1.9F } }, opens(Part::Case));
}

} // namespace nextplease::manager
