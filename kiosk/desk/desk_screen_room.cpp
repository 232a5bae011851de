// The right column: how today goes, and the other desks.
#include "kiosk/desk/desk_screen.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

using ui::Align;
using ui::Icon;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kPadding = 24;
const Type kTitle { .size = 22, .weight = Weight::Bold };

// As far as the share, with a mark at the goal.
void paint_share_bar(Painting& painting, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    const TodayView& today = painting.view.today;
    frame.canvas.fill(rect, frame.theme.sunk, 4);
    frame.canvas.fill(
        { rect.x, rect.y, rect.w * static_cast<float>(today.share), rect.h }, frame.theme.petrol, 4);
    frame.canvas.fill(
        { rect.x + rect.w * static_cast<float>(today.goal_share) - 2, rect.y - 8, 4, rect.h + 16 },
        frame.theme.ink);
}

void paint_share(Painting& painting, const Rect& area)
{
    ui::Frame& frame = painting.frame;
    const TodayView& today = painting.view.today;
    const Type kGoal { .size = 20, .line = 28, .weight = Weight::Bold };
    if (today.percent.empty()) {
        frame.canvas.paragraph(
            { area.x, area.y + 60, area.w, 90 }, today.goal, { .size = 20, .line = 28 }, frame.theme.ink2);
        return;
    }
    const float width = frame.canvas.text(
        { area.x - 2, area.y + 114 }, today.percent, { .size = 72, .weight = Weight::Bold }, frame.theme.ink);
    const float sign = std::max(area.x + 198, area.x + width + 24);
    ui::pace_sign(frame, { sign, area.y + 68, 44, 44 }, today.pace);
    const float words = sign + 58;
    const float room = area.right() - words;
    const float height = std::min(78.0F, frame.canvas.measure(today.goal, kGoal, room).h);
    frame.canvas.paragraph({ words, area.y + 90 - height / 2, room, height + 1 }, today.goal, kGoal,
        ui::pace_color(frame.theme, today.pace));
    paint_share_bar(painting, { area.x, area.y + 140, area.w, 20 });
    paint_line(
        painting, { area.x, area.y + 166, area.w, 38 }, today.seen_within, { .size = 18 }, frame.theme.ink);
}

} // namespace

void paint_today(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const TodayView& today = painting.view.today;
    const Rect& card = painting.layout.today;
    paint_card_frame(painting, card, theme.rule);
    const Rect area { card.x + kPadding, card.y, card.w - 2 * kPadding, card.h };
    const Type kSince { .size = 18, .align = Align::End };
    const float since = frame.canvas.measure(today.since, kSince).w;
    paint_line(painting, { area.x, area.y + 14, area.w - since - 16, 36 }, today.title, kTitle, theme.ink);
    paint_line(
        painting, { area.right() - since - 2, area.y + 14, since + 2, 36 }, today.since, kSince, theme.ink2);
    paint_share(painting, area);
    float y = area.y + 208;
    constexpr float kPitch = 42;
    for (const FigureRow& row : today.rows) {
        frame.canvas.line({ area.x, y }, { area.right(), y }, theme.rule, 1);
        const Type kValue { .size = 20, .weight = Weight::Bold, .align = Align::End };
        const float value = frame.canvas.measure(row.value, kValue).w;
        paint_line(
            painting, { area.x, y, area.w - value - 12, kPitch }, row.label, { .size = 18 }, theme.ink2);
        paint_line(
            painting, { area.right() - value - 2, y, value + 2, kPitch }, row.value, kValue, theme.ink);
        y += kPitch;
    }
}

namespace {

void paint_desk_sign(ui::Frame& frame, OtherDesk::Kind kind, const Rect& sign)
{
    switch (kind) {
    case OtherDesk::Kind::Busy:
        break;
    case OtherDesk::Kind::Free:
        ui::pace_sign(frame, sign, Pace::InTime);
        break;
    case OtherDesk::Kind::Paused:
        frame.canvas.icon(Icon::Cup, sign, frame.theme.petrol);
        break;
    case OtherDesk::Kind::Closed:
        ui::closed_sign(frame, sign, frame.theme.ink2);
        break;
    }
}

void paint_desk_row(Painting& painting, const OtherDesk& desk, const Rect& row, float names)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    paint_line(painting, { row.x, row.y, names, row.h }, desk.name, { .size = 20, .weight = Weight::Bold },
        theme.ink);
    const float x = row.x + names + 24;
    if (desk.kind != OtherDesk::Kind::Busy) {
        paint_desk_sign(frame, desk.kind, { x, row.y + 12, 24, 24 });
        paint_line(painting, { x + 34, row.y, row.right() - x - 34, row.h }, desk.words, { .size = 20 },
            desk.kind == OtherDesk::Kind::Closed ? theme.ink2 : theme.ink);
        return;
    }
    constexpr float kMinutes = 80;
    constexpr float kNumber = 64;
    const float number = row.right() - kMinutes - kNumber;
    paint_line(painting, { x, row.y, number - 8 - x, row.h }, desk.words, { .size = 20 }, theme.ink);
    paint_line(painting, { number, row.y, kNumber, row.h }, desk.number,
        { .size = 20, .weight = Weight::Bold, .align = Align::End }, theme.ink);
    paint_line(painting, { row.right() - kMinutes + 8, row.y, kMinutes - 8, row.h }, desk.minutes,
        { .size = 20, .align = Align::End }, theme.ink);
}

} // namespace

void paint_desks(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const DesksView& desks = painting.view.desks;
    Rect card = painting.layout.desks;
    const std::size_t rows = desks.desks.size() + (desks.more.empty() && desks.none.empty() ? 0 : 1);
    card.h = std::min(card.h, kDesksFrom + kDeskPitch * static_cast<float>(rows) + 8);
    paint_card_frame(painting, card, frame.theme.rule);
    const Rect area { card.x + kPadding, card.y, card.w - 2 * kPadding, card.h };
    paint_line(painting, { area.x, area.y + 14, area.w, 36 }, desks.title, kTitle, frame.theme.ink);
    const Type kName { .size = 20, .weight = Weight::Bold };
    float names = 80;
    for (const OtherDesk& desk : desks.desks)
        names = std::clamp(frame.canvas.measure(desk.name, kName).w, names, 160.0F);
    float y = area.y + kDesksFrom;
    const auto next_row = [&] {
        frame.canvas.line({ area.x, y }, { area.right(), y }, frame.theme.rule, 1);
        const Rect row { area.x, y, area.w, kDeskPitch };
        y += kDeskPitch;
        return row;
    };
    for (const OtherDesk& desk : desks.desks)
        paint_desk_row(painting, desk, next_row(), names);
    if (!desks.none.empty())
        paint_line(painting, next_row(), desks.none, { .size = 20 }, frame.theme.ink2);
    if (!desks.more.empty())
        paint_line(painting, next_row(), desks.more, { .size = 20 }, frame.theme.ink2);
}

void paint_equipment(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const EquipmentView& view = painting.view.equipment;
    const DesksView& desks = painting.view.desks;
    const Rect& room = painting.layout.desks;
    const std::size_t rows = desks.desks.size() + (desks.more.empty() && desks.none.empty() ? 0 : 1);
    const float top = room.y + kDesksFrom + kDeskPitch * static_cast<float>(rows) + 8 + 16;
    constexpr float kPitch = 40;
    const float space = room.bottom() - top - 56;
    const auto places = static_cast<std::size_t>(std::max(0.0F, space / kPitch));
    const std::size_t shown = std::min(places, std::max<std::size_t>(1, view.rows.size()));
    if (shown == 0)
        return;
    const Rect card { room.x, top, room.w, 56 + kPitch * static_cast<float>(shown) + 8 };
    paint_card_frame(painting, card, frame.theme.rule);
    const Rect area { card.x + kPadding, card.y, card.w - 2 * kPadding, card.h };
    paint_line(painting, { area.x, area.y + 12, area.w, 36 }, view.title, kTitle, frame.theme.ink);
    float y = area.y + 54;
    if (view.rows.empty())
        paint_line(painting, { area.x, y, area.w, kPitch }, view.none, { .size = 18 }, frame.theme.ink2);
    for (std::size_t i = 0; i < std::min(shown, view.rows.size()); ++i) {
        const EquipmentView::Row& row = view.rows[i];
        paint_line(painting, { area.x, y, 150, kPitch }, row.machine, { .size = 18 }, frame.theme.ink);
        ui::pace_sign(frame, { area.x + 160, y + 8, 24, 24 }, row.pace);
        paint_line(painting, { area.x + 194, y, area.w - 194, kPitch }, row.words,
            { .size = 18, .weight = Weight::Bold }, ui::pace_color(frame.theme, row.pace));
        y += kPitch;
    }
}

} // namespace nextplease::desk
