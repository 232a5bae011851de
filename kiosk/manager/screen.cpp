#include "kiosk/manager/screen.h"

#include "kiosk/chart/canvas_painter.h"
#include "kiosk/manager/screen_parts.h"

#include <fmt/format.h>

namespace nextplease::manager {
namespace {

using ui::Align;
using ui::Icon;
using ui::Point;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kBar = 56;
constexpr float kMargin = 32;
constexpr float kChipsTop = 72;
constexpr float kChip = 48;
constexpr Rect kHeadline { 32, 136, 592, 392 };
constexpr Rect kWeeks { 648, 136, 1240, 392 };
constexpr Rect kHours { 32, 544, 592, 504 };
constexpr Rect kWaits { 648, 544, 592, 504 };
constexpr Rect kGroups { 1264, 544, 624, 504 };

// ---- The bar and the filters ----

void paint_bar(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const View& view = painting.view;
    const float width = frame.canvas.room().w;
    frame.canvas.fill({ 0, 0, width, kBar }, theme.deep);
    frame.canvas.fill({ kMargin, 10, 36, 36 }, theme.on_deep, 8);
    frame.canvas.icon(Icon::Logo, { kMargin + 6, 16, 24, 24 }, theme.deep);
    const Type name { .size = 22, .weight = Weight::Bold };
    float x = kMargin + 48;
    x += frame.canvas.text({ x, 36 }, view.product, name, theme.on_deep) + 16;
    frame.canvas.line({ x, 14 }, { x, 42 }, theme.on_deep2, 1);
    x += 24;
    for (std::size_t i = 0; i < view.tabs.size(); ++i) {
        const bool here = static_cast<Tab>(i) == view.tab;
        const Type type { .size = 18, .weight = here ? Weight::Bold : Weight::Regular };
        const float wide = frame.canvas.measure(view.tabs[i], type).w;
        const Rect tab { x - 12, 0, wide + 24, kBar };
        const auto touch = frame.input.item(frame.canvas, fmt::format("tab.{}", i), tab, view.tabs[i]);
        frame.canvas.text({ x, 35 }, view.tabs[i], type, here ? theme.on_deep : theme.on_deep2);
        if (here)
            frame.canvas.fill({ x, kBar - 6, wide, 6 }, theme.on_deep);
        if (touch.focused)
            frame.canvas.border({ tab.x, 4, tab.w, kBar - 8 }, theme.on_deep, 3, 8);
        if (touch.activated)
            painting.act = [i](Manager& manager) { manager.show_tab(static_cast<Tab>(i)); };
        x += wide + 40;
    }
    const Type bold { .size = 18, .weight = Weight::Bold, .align = Align::End };
    frame.canvas.text({ width - kMargin, 35 }, view.now, bold, theme.on_deep);
    const float now = frame.canvas.measure(view.now, bold).w;
    frame.canvas.text(
        { width - kMargin - now - 32, 35 }, view.site, { .size = 18, .align = Align::End }, theme.on_deep2);
}

void paint_menu(Painting& painting, Point at)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const auto& items = painting.view.menu;
    constexpr float kItem = 44;
    constexpr float kWide = 320;
    const Rect box { at.x, at.y, kWide, kItem * static_cast<float>(items.size()) + 16 };
    frame.canvas.fill(box, theme.surface, 12);
    frame.canvas.border(box, theme.edge, 2, 12);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rect row { box.x + 8, box.y + 8 + kItem * static_cast<float>(i), kWide - 16, kItem };
        const auto touch = frame.input.item(frame.canvas, fmt::format("menu.{}", i), row, items[i].label);
        if (touch.down || touch.focused || items[i].chosen)
            frame.canvas.fill(row, theme.tint, 8);
        if (touch.focused)
            frame.canvas.border(row, theme.focus, 3, 8);
        if (items[i].chosen)
            frame.canvas.icon(Icon::Tick, { row.x + 10, row.y + 10, 24, 24 }, theme.petrol);
        frame.canvas.text({ row.x + 44, row.y + 29 }, items[i].label, { .size = 18 }, theme.ink, row.w - 56);
        if (touch.activated)
            painting.act = [i](Manager& manager) { manager.choose(static_cast<int>(i)); };
    }
}

// Returns where the open menu's chip stands.
std::optional<Point> paint_chips(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    std::optional<Point> open;
    float x = kMargin;
    for (const ChipView& chip : painting.view.chips) {
        const bool days = chip.menu == Menu::Days;
        const Type type { .size = 18 };
        const float before = days ? 52.0F : 16.0F;
        const float wide = before + frame.canvas.measure(chip.label, type).w + 52;
        const Rect rect { x, kChipsTop, wide, kChip };
        const bool is_open = painting.view.open == chip.menu;
        const auto touch = frame.input.item(
            frame.canvas, fmt::format("chip.{}", static_cast<int>(chip.menu)), rect, chip.label);
        frame.canvas.fill(rect, touch.down || is_open ? theme.tint : theme.surface, 8);
        frame.canvas.border(rect, theme.edge, 2, 8);
        if (touch.focused)
            ui::focus_ring(frame, rect, 8);
        if (days)
            frame.canvas.icon(Icon::Calendar, { x + 16, kChipsTop + 12, 24, 24 }, theme.petrol);
        frame.canvas.text({ x + before, kChipsTop + 31 }, chip.label, type, theme.ink);
        frame.canvas.icon(Icon::Unfold, { rect.right() - 38, kChipsTop + 13, 22, 22 }, theme.petrol);
        if (touch.activated)
            painting.act = [menu = chip.menu](Manager& manager) { manager.open_menu(menu); };
        if (is_open)
            open = Point { x, rect.bottom() + 8 };
        x += wide + 12;
    }
    return open;
}

// ---- Seen in time ----

void paint_headline(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const HeadlineView& view = painting.view.seen.headline;
    paint_card(painting, kHeadline, view.title, {});
    const Rect in = inner(kHeadline);
    if (view.percent.empty()) {
        frame.canvas.paragraph(
            { in.x, in.y + 60, in.w, 120 }, view.people, { .size = 24, .line = 34 }, theme.ink);
        return;
    }
    frame.canvas.text(
        { in.x - 4, in.y + 132 }, view.percent, { .size = 116, .weight = Weight::Bold }, theme.ink);
    const Rect verdict { in.x, kHeadline.y + 180, in.w, 56 };
    const Pace pace = view.pace.value_or(Pace::InTime);
    frame.canvas.fill(verdict,
        pace == Pace::InTime     ? theme.green_tint
            : pace == Pace::Near ? theme.amber_tint
                                 : theme.red_tint,
        8);
    ui::pace_sign(frame, { verdict.x + 12, verdict.y + 12, 32, 32 }, pace);
    frame.canvas.text({ verdict.x + 60, verdict.y + 36 }, view.verdict,
        { .size = 20, .weight = Weight::Bold }, ui::pace_color(theme, pace), verdict.w - 72);
    frame.canvas.text({ in.x, kHeadline.y + 272 }, view.people, { .size = 20 }, theme.ink, in.w);
    frame.canvas.line({ in.x, kHeadline.y + 292 }, { in.right(), kHeadline.y + 292 }, theme.rule, 1);
    const Type strict { .size = 32, .weight = Weight::Bold };
    frame.canvas.text({ in.x, kHeadline.y + 336 }, view.strict, strict, theme.ink);
    const float beside = in.x + frame.canvas.measure(view.strict, strict).w + 24;
    frame.canvas.paragraph({ beside, kHeadline.y + 302, in.right() - beside, 52 }, view.strict_words,
        { .size = 16, .line = 24 }, theme.ink2);
    frame.canvas.text({ in.x, kHeadline.y + 376 }, view.beside, { .size = 16 }, theme.ink2, in.w);
}

using Press = std::function<Act(const chart::Area&)>;

// A chart in its card. Each part of it that can be opened is an item for the keys and the mouse.
void paint_chart(
    Painting& painting, const Rect& card, const ChartView& view, const std::string& key, const Press& press)
{
    ui::Frame& frame = painting.frame;
    paint_card(painting, card, view.title, view.note);
    const Rect in = inner(card);
    const Point at { in.x, card.y + 60 };
    chart::paint(frame.canvas, view.drawing, at);
    if (!view.foot.empty()) {
        frame.canvas.line(
            { in.x, card.bottom() - 44 }, { in.right(), card.bottom() - 44 }, frame.theme.rule, 1);
        frame.canvas.text({ in.x, card.bottom() - 16 }, view.foot, { .size = 16 }, frame.theme.ink, in.w);
    }
    if (!press)
        return;
    for (const chart::Area& area : view.drawing.areas) {
        // The canvas mirrors places; the drawing stands as it is.
        const bool mirrored = frame.canvas.right_to_left();
        const float x = mirrored ? view.drawing.size.w - area.rect.right() : area.rect.x;
        const Rect place { at.x + x, at.y + area.rect.y, area.rect.w, area.rect.h };
        const auto touch = frame.input.item(
            frame.canvas, fmt::format("{}.{}.{}", key, area.series, area.index), place, view.title);
        if (touch.focused || touch.down)
            frame.canvas.border(place, frame.theme.focus, 3, 4);
        if (touch.activated)
            painting.act = press(area);
    }
}

void paint_seen(Painting& painting)
{
    const SeenView& view = painting.view.seen;
    paint_headline(painting);
    if (view.headline.pace) {
        const Rect verdict { kHeadline.x + 24, kHeadline.y + 180, kHeadline.w - 48, 56 };
        const auto touch =
            painting.frame.input.item(painting.frame.canvas, "late", verdict, view.headline.verdict);
        if (touch.focused)
            ui::focus_ring(painting.frame, verdict, 8);
        if (touch.activated)
            painting.act = [](Manager& manager) { manager.open_late(); };
    }
    paint_chart(painting, kWeeks, view.weeks, "week", [](const chart::Area& area) -> Act {
        return [index = area.index](Manager& manager) { manager.open_week(index); };
    });
    paint_chart(painting, kHours, view.hours, "hour", [](const chart::Area& area) -> Act {
        return [row = area.series, column = area.index](Manager& manager) { manager.open_hour(row, column); };
    });
    paint_chart(painting, kWaits, view.waits, "wait", [](const chart::Area& area) -> Act {
        return [bin = area.index](Manager& manager) { manager.open_wait(bin); };
    });
    paint_table(painting, kGroups, view.services, { .key = "group", .name_share = 0.33F },
        [](int row) -> Act { return [row](Manager& manager) { manager.open_row(row); }; });
}

// ---- Live now ----

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

void paint_live(Painting& painting)
{
    const LiveView& view = painting.view.live;
    constexpr float kTop = 80;
    constexpr float kTile = 452;
    constexpr float kGap = 16;
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

// ---- Published figures ----

void paint_published(Painting& painting)
{
    const PublishedView& view = painting.view.published;
    constexpr float kTop = 80;
    paint_table(
        painting, { kMargin, kTop, 1248, 968 }, view.indicators, { .key = {}, .name_share = 0.46F }, {});
    paint_chart(painting, { 1296, kTop, 592, 400 }, view.avoidable, "avoidable", {});
    paint_chart(painting, { 1296, kTop + 416, 592, 400 }, view.satisfaction, "satisfaction", {});
    const Rect card { 1296, kTop + 832, 592, 136 };
    paint_card(painting, card, {}, {});
    painting.frame.canvas.paragraph({ card.x + 24, card.y + 20, card.w - 48, 100 }, view.estimate,
        { .size = 18, .line = 27 }, painting.frame.theme.ink);
}

// ---- The visits behind a figure ----

void paint_behind(Painting& painting, const BehindView& view)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const Rect box { 240, 96, 1440, 928 };
    frame.canvas.fill({ 0, kBar, frame.canvas.room().w, frame.canvas.room().h - kBar }, theme.deep, 0, 0.55F);
    frame.canvas.fill(box, theme.surface, 16);
    frame.canvas.border(box, theme.edge, 2, 16);
    const Rect in = inner(box);
    frame.canvas.text(
        { in.x, box.y + 48 }, view.title, { .size = 28, .weight = Weight::Bold }, theme.ink, 900);
    frame.canvas.text({ in.x, box.y + 82 }, view.count, { .size = 18 }, theme.ink2, 900);
    if (ui::button(frame, "close", { in.right() - 180, box.y + 24, 180, 56 },
            { .label = view.close,
                .icon = Icon::Cross,
                .type = { .size = 20, .line = 26, .weight = Weight::Bold, .align = Align::Middle } },
            ui::Look::Secondary))
        painting.act = [](Manager& manager) { manager.close(); };
    TableView table { .title = {}, .columns = view.columns, .rows = view.rows, .sum = {}, .nothing = {} };
    constexpr std::size_t kRows = 18;
    if (table.rows.size() > kRows)
        table.rows.resize(kRows);
    const Rect list { in.x - 24, box.y + 96, 920, box.h - 112 };
    paint_rows(painting, list, table, { .key = "visit", .name_share = 0.26F, .chosen = view.chosen },
        [](int row) -> Act { return [row](Manager& manager) { manager.open_visit(row); }; });
    const float x = list.right() + 24;
    frame.canvas.line({ x - 16, box.y + 112 }, { x - 16, box.bottom() - 24 }, theme.rule, 1);
    float y = box.y + 140;
    for (const std::string& line : view.story) {
        const bool heading = &line == &view.story.front();
        y += frame.canvas.paragraph({ x, y - 20, in.right() - x, 0 }, line,
            { .size = heading ? 24.0F : 18.0F,
                .line = heading ? 34.0F : 25.0F,
                .weight = heading ? Weight::Bold : Weight::Regular },
            theme.ink);
        y += 8;
        if (y > box.bottom() - 40)
            break;
    }
}

} // namespace

Act paint(ui::Frame& frame, const View& view)
{
    Painting painting { frame, view, {} };
    frame.canvas.fill({ 0, 0, frame.canvas.room().w, frame.canvas.room().h }, frame.theme.paper);
    if (view.behind) {
        paint_behind(painting, *view.behind);
        return painting.act;
    }
    paint_bar(painting);
    std::optional<Point> menu;
    if (view.tab == Tab::Seen)
        menu = paint_chips(painting);
    if (!view.waiting.empty()) {
        paint_notice(painting, view.waiting);
        return painting.act;
    }
    switch (view.tab) {
    case Tab::Seen:
        paint_seen(painting);
        break;
    case Tab::Live:
        paint_live(painting);
        break;
    case Tab::Published:
        paint_published(painting);
        break;
    }
    if (menu)
        paint_menu(painting, *menu);
    return painting.act;
}

} // namespace nextplease::manager
