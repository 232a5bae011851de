#include "kiosk/manager/screen.h"

#include "kiosk/manager/screen_parts.h"

#include <algorithm>
#include <array>
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
constexpr float kChipsTop = 72;
constexpr float kChip = 48;
const Type kChipType { .size = 18 };
constexpr Rect kHeadline { 32, 136, 592, 392 };
constexpr Rect kTrend { 648, 136, 1240, 392 };
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

float chip_width(ui::Frame& frame, const ChipView& chip)
{
    const float before = chip.menu == Menu::Days || chip.menu == Menu::PlanDay ? 52.0F : 16.0F;
    return before + frame.canvas.measure(chip.label, kChipType).w + 52;
}

// Returns where the open menu's chip stands. Long words of some languages are made narrower, so that the row
// ends before `end`.
std::optional<Point> paint_chips(Painting& painting, float end)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    std::optional<Point> open;
    constexpr float kGap = 12;
    float all = 0;
    for (const ChipView& chip : painting.view.chips)
        all += chip_width(frame, chip) + kGap;
    const float narrower = std::min(1.0F, (end - kMargin) / std::max(all, 1.0F));
    float x = kMargin;
    for (const ChipView& chip : painting.view.chips) {
        const bool days = chip.menu == Menu::Days || chip.menu == Menu::PlanDay;
        const float before = days ? 52.0F : 16.0F;
        const float wide = chip_width(frame, chip) * narrower;
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
        frame.canvas.text(
            { x + before, kChipsTop + 31 }, chip.label, kChipType, theme.ink, wide - before - 46);
        frame.canvas.icon(Icon::Unfold, { rect.right() - 38, kChipsTop + 13, 22, 22 }, theme.petrol);
        if (touch.activated)
            painting.act = [menu = chip.menu](Manager& manager) { manager.open_menu(menu); };
        if (is_open)
            open = Point { x, rect.bottom() + 8 };
        x += wide + kGap;
    }
    return open;
}

// At the end of the row of filters. Returns where they begin.
float paint_exports(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const auto& labels = painting.view.exports.labels;
    constexpr std::array kIcons { Icon::Download, Icon::Download, Icon::Printer };
    constexpr std::array kKeys { "export.sheet", "export.pdf", "export.print" };
    constexpr float kGap = 12;
    float x = frame.canvas.room().w - kMargin;
    for (std::size_t i = std::min<std::size_t>(labels.size(), kKeys.size()); i-- > 0;) {
        const Type type { .size = 18, .line = 24, .weight = Weight::Bold, .align = Align::Middle };
        const float wide = frame.canvas.measure(labels[i], type).w + 84;
        x -= wide;
        if (ui::button(frame, kKeys.at(i), { x, kChipsTop, wide, kChip },
                { .label = labels[i], .icon = kIcons.at(i), .type = type },
                i == 0 ? ui::Look::Primary : ui::Look::Secondary))
            painting.act = [i](Manager& manager) { manager.make(static_cast<Export>(i)); };
        x -= kGap;
    }
    return x;
}

// What came of the last export, over the foot of the page.
void paint_said(Painting& painting)
{
    const ExportView& exports = painting.view.exports;
    if (exports.said.empty())
        return;
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Size room = frame.canvas.room();
    const Type type { .size = 20, .weight = Weight::Bold };
    const float wide = std::min(frame.canvas.measure(exports.said, type).w + 88, room.w - 2 * kMargin);
    const Rect box { (room.w - wide) / 2, room.h - 84, wide, 60 };
    frame.canvas.fill(box, theme.deep, 12);
    frame.canvas.icon(
        exports.done ? Icon::Tick : Icon::WarningEdge, { box.x + 20, box.y + 16, 28, 28 }, theme.on_deep);
    frame.canvas.text({ box.x + 64, box.y + 38 }, exports.said, type, theme.on_deep, wide - 84);
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

// The title of the trend is a menu: days, weeks or months. Returns where that opens.
std::optional<Point> paint_trend_title(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const Type bold { .size = 22, .weight = Weight::Bold };
    const std::string& title = painting.view.seen.trend.title;
    const float wide = frame.canvas.measure(title, bold).w;
    const Rect rect { kTrend.x + 12, kTrend.y + 10, wide + 56, 44 };
    const auto touch = frame.input.item(frame.canvas, "trend", rect, title);
    const bool open = painting.view.open == Menu::Trend;
    if (touch.down || open)
        frame.canvas.fill(rect, frame.theme.tint, 8);
    if (touch.focused)
        ui::focus_ring(frame, rect, 8);
    frame.canvas.text({ rect.x + 12, kTrend.y + 40 }, title, bold, frame.theme.ink);
    frame.canvas.icon(Icon::Unfold, { rect.right() - 34, rect.y + 12, 22, 22 }, frame.theme.petrol);
    if (touch.activated)
        painting.act = [](Manager& manager) { manager.open_menu(Menu::Trend); };
    return open ? std::optional(Point { rect.x, rect.bottom() + 4 }) : std::nullopt;
}

// Returns where an open menu of it stands.
std::optional<Point> paint_seen(Painting& painting)
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
    paint_chart(
        painting, kTrend, view.trend, "stretch",
        [](const chart::Area& area) -> Act {
            return [series = area.series, index = area.index](Manager& manager) {
                if (series == 0) // the year before is another question
                    manager.open_stretch(index);
            };
        },
        TitleShown::No);
    const std::optional<Point> menu = paint_trend_title(painting);
    paint_chart(painting, kHours, view.hours, "hour", [](const chart::Area& area) -> Act {
        return [row = area.series, column = area.index](Manager& manager) { manager.open_hour(row, column); };
    });
    paint_chart(painting, kWaits, view.waits, "wait", [](const chart::Area& area) -> Act {
        return [bin = area.index](Manager& manager) { manager.open_wait(bin); };
    });
    paint_table(painting, kGroups, view.services, { .key = "group", .name_share = 0.33F },
        [](int row) -> Act { return [row](Manager& manager) { manager.open_row(row); }; });
    return menu;
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
    const float end = paint_exports(painting);
    std::optional<Point> menu = paint_chips(painting, end);
    if (!view.waiting.empty()) {
        paint_notice(painting, view.waiting);
        return painting.act;
    }
    switch (view.tab) {
    case Tab::Seen:
        if (const auto of_trend = paint_seen(painting))
            menu = of_trend;
        break;
    case Tab::Live:
        paint_live(painting);
        break;
    case Tab::Published:
        paint_published(painting);
        break;
    case Tab::Complaints:
        paint_complaints(painting);
        break;
    case Tab::Staffing:
        paint_staffing(painting);
        break;
    }
    paint_said(painting);
    if (menu)
        paint_menu(painting, *menu);
    return painting.act;
}

} // namespace nextplease::manager
