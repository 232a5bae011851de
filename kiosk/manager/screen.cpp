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
constexpr float kMenu = 320; // how wide a menu is
const Type kChipType { .size = 18 };
using places::kGroups;
using places::kHeadline;
using places::kHours;
using places::kTrend;
using places::kWaits;

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
    const Rect box { at.x, at.y, kMenu, kItem * static_cast<float>(items.size()) + 16 };
    frame.canvas.fill(box, theme.surface, 12);
    frame.canvas.border(box, theme.edge, 2, 12);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rect row { box.x + 8, box.y + 8 + kItem * static_cast<float>(i), kMenu - 16, kItem };
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
    const float before = chip.menu == Menu::PlanDay ? 52.0F : 16.0F;
    return before + frame.canvas.measure(chip.label, kChipType).w + 52;
}

// Two buttons that move the period to an earlier or a later one. Returns the room that they take.
constexpr float kMove = 40;
constexpr float kMoves = 2 * kMove + 8;
float paint_moves(Painting& painting, float x)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const View& view = painting.view;
    if (view.earlier.empty() && view.later.empty())
        return 0;
    const auto button = [&](const char* key, const std::string& label, Icon icon, float left, int later) {
        if (label.empty())
            return; // there is nothing to move to
        const Rect rect { left, kChipsTop, kMove, kChip };
        const auto touch = frame.input.item(frame.canvas, key, rect, label);
        frame.canvas.fill(rect, touch.down ? theme.tint : theme.surface, 8);
        frame.canvas.border(rect, theme.edge, 2, 8);
        frame.canvas.icon(icon, { left + 8, kChipsTop + 12, 24, 24 }, theme.petrol);
        if (touch.focused)
            ui::focus_ring(frame, rect, 8);
        if (touch.activated)
            painting.act = [later](Manager& manager) { manager.move(later); };
    };
    button("chip.earlier", view.earlier, Icon::Back, x - 4, -1);
    button("chip.later", view.later, Icon::Arrow, x + kMove, 1);
    return kMoves;
}

// Returns where the open menu's chip stands. Long words of some languages are made narrower, so that the row
// ends before `end`.
std::optional<Point> paint_chips(Painting& painting, float end)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    std::optional<Point> open;
    constexpr float kGap = 8;
    float all = 0;
    for (const ChipView& chip : painting.view.chips)
        all += chip_width(frame, chip) + kGap;
    const float moves = painting.view.earlier.empty() && painting.view.later.empty() ? 0 : kMoves;
    const float narrower = std::min(1.0F, (end - kMargin - moves) / std::max(all, 1.0F));
    float x = kMargin;
    for (const ChipView& chip : painting.view.chips) {
        const bool days = chip.menu == Menu::PlanDay; // the others have arrows beside them
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
        if (chip.menu == Menu::Days)
            x += paint_moves(painting, x);
    }
    return open;
}

// At the end of the row of filters.
struct ExportsPainted {
    float begin = 0; // where they begin
    std::optional<Point> menu; // where the open menu of them stands
};
ExportsPainted paint_exports(Painting& painting)
{
    ui::Frame& frame = painting.frame;
    const ExportView& exports = painting.view.exports;
    constexpr std::array kIcons { Icon::Download, Icon::Download, Icon::Printer };
    constexpr std::array kKeys { "export.sheet", "export.pdf", "export.print" };
    constexpr float kGap = 12;
    const Type type { .size = 18, .line = 24, .weight = Weight::Bold, .align = Align::Middle };
    ExportsPainted painted { frame.canvas.room().w - kMargin, std::nullopt };
    if (exports.labels.empty())
        return painted;
    const auto button = [&](const char* key, const std::string& label, Icon icon, ui::Look look) {
        const float wide = frame.canvas.measure(label, type).w + 68;
        painted.begin -= wide;
        const bool pressed = ui::button(frame, key, { painted.begin, kChipsTop, wide, kChip },
            { .label = label, .icon = icon, .type = type }, look);
        painted.begin -= kGap;
        return pressed;
    };
    const float end = painted.begin;
    if (button("export.more", exports.more, Icon::Unfold, ui::Look::Secondary))
        painting.act = [](Manager& manager) { manager.open_menu(Menu::Files); };
    if (painting.view.open == Menu::Files)
        painted.menu = Point { end - kMenu, kChipsTop + kChip + 8 };
    for (std::size_t i = std::min(exports.labels.size(), kKeys.size()); i-- > 0;) {
        if (button(kKeys.at(i), exports.labels[i], kIcons.at(i),
                i == 0 ? ui::Look::Primary : ui::Look::Secondary))
            painting.act = [i](Manager& manager) { manager.make(static_cast<Export>(i)); };
    }
    return painted;
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
    paint_press(painting, { in.x, kHeadline.y + 52, in.w, 120 }, "seen", view.title + " " + view.percent,
        [](Manager& manager) { manager.open_seen(); });
    paint_press(painting, { in.x, kHeadline.y + 300, in.w, 56 }, "strict", view.strict_words,
        [](Manager& manager) { manager.open_strict(); });
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
    if (!view.beside.empty())
        paint_press(painting, { in.x, kHeadline.y + 358, in.w, 28 }, "beside", view.beside,
            [](Manager& manager) { manager.open_beside(); });
    frame.canvas.text({ in.x, kHeadline.y + 376 }, view.beside, { .size = 16 }, theme.ink2, in.w);
}

// A card's title that is a menu: how the trend or the table is told. Returns where that opens.
std::optional<Point> paint_title_menu(
    Painting& painting, const Rect& card, const std::string& title, const std::string& key, Menu menu)
{
    ui::Frame& frame = painting.frame;
    const Type bold { .size = 22, .weight = Weight::Bold };
    const float wide = frame.canvas.measure(title, bold).w;
    const Rect rect { card.x + 12, card.y + 8, wide + 56, 44 };
    const auto touch = frame.input.item(frame.canvas, key, rect, title);
    const bool open = painting.view.open == menu;
    if (touch.down || open)
        frame.canvas.fill(rect, frame.theme.tint, 8);
    if (touch.focused)
        ui::focus_ring(frame, rect, 8);
    frame.canvas.text({ rect.x + 12, title_baseline(frame, card) }, title, bold, frame.theme.ink);
    frame.canvas.icon(Icon::Unfold, { rect.right() - 34, rect.y + 12, 22, 22 }, frame.theme.petrol);
    if (touch.activated)
        painting.act = [menu](Manager& manager) { manager.open_menu(menu); };
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
    const std::optional<Point> of_trend =
        paint_title_menu(painting, kTrend, view.trend.title, "trend", Menu::Trend);
    paint_chart(painting, kHours, view.hours, "hour", [](const chart::Area& area) -> Act {
        return [row = area.series, column = area.index](Manager& manager) { manager.open_hour(row, column); };
    });
    paint_chart(painting, kWaits, view.waits, "wait", [](const chart::Area& area) -> Act {
        return [bin = area.index](Manager& manager) { manager.open_wait(bin); };
    });
    if (!view.waits.foot.empty())
        paint_press(painting,
            { kWaits.x + 12, kWaits.bottom() - places::kFoot + 4, kWaits.w - 24, places::kFoot - 8 },
            "longest", view.waits.foot, [](Manager& manager) { manager.open_longest(); });
    TableView groups = view.groups;
    groups.title.clear();
    paint_table(painting, kGroups, groups,
        { .key = "group",
            .name_share = 0.33F,
            .lowest_row = 24,
            .press_last = [](int row) -> Act {
                return [row](Manager& manager) { manager.open_left(row); };
            } },
        [](int row) -> Act { return [row](Manager& manager) { manager.open_row(row); }; });
    const std::optional<Point> of_groups =
        paint_title_menu(painting, kGroups, view.groups.title, "by", Menu::By);
    return of_trend ? of_trend : of_groups;
}

// ---- The visits behind a figure ----

// Of the columns of a list of visits: number, service, waited, outcome with the desk.
constexpr std::array kVisitShares { 0.75F, 1.45F, 1.2F, 1.95F };

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
    const std::string about = view.about.empty() ? view.count
        : view.count.empty()                     ? view.about
                                                 : view.count + " · " + view.about;
    frame.canvas.text({ in.x, box.y + 82 }, about, { .size = 18 }, theme.ink2, in.w - 200);
    if (!view.choose.empty()
        && ui::button(frame, "choose", { in.right() - 456, box.y + 24, 260, 56 },
            { .label = view.choose,
                .icon = Icon::Calendar,
                .type = { .size = 20, .line = 26, .weight = Weight::Bold, .align = Align::Middle } },
            ui::Look::Secondary))
        painting.act = [](Manager& manager) { manager.choose_behind(); };
    if (ui::button(frame, "close", { in.right() - 180, box.y + 24, 180, 56 },
            { .label = view.close,
                .icon = Icon::Cross,
                .type = { .size = 20, .line = 26, .weight = Weight::Bold, .align = Align::Middle } },
            ui::Look::Secondary))
        painting.act = [](Manager& manager) { manager.close(); };
    TableView table { .title = {}, .columns = view.columns, .rows = view.rows, .sum = {}, .nothing = {} };
    table.page = view.page;
    table.count = view.rows_to_read;
    const bool visits = view.columns.size() == kVisitShares.size();
    const Rect list { in.x - 24, box.y + 96, 920, box.h - 112 };
    paint_rows(painting, list, table,
        { .key = "visit",
            .name_share = visits ? 0.2F : 0.24F,
            .chosen = view.chosen,
            .lowest_row = 40,
            .shares = visits ? std::vector<float>(kVisitShares.begin(), kVisitShares.end())
                             : std::vector<float> {} },
        [](int row) -> Act { return [row](Manager& manager) { manager.open_visit(row); }; });
    const auto& lines = view.story.empty() ? view.means : view.story;
    const bool headed = !view.story.empty();
    const float x = table.rows.empty() ? in.x : list.right() + 24;
    if (!table.rows.empty())
        frame.canvas.line({ x - 16, box.y + 112 }, { x - 16, box.bottom() - 24 }, theme.rule, 1);
    float y = box.y + 140;
    for (std::size_t i = 0; i < lines.size() && y < box.bottom() - 40; ++i) {
        const bool heading = headed && i == 0;
        y += frame.canvas.paragraph({ x, y - 20, in.right() - x, 0 }, lines[i],
                 { .size = heading ? 24.0F : 18.0F,
                     .line = heading ? 34.0F : 25.0F,
                     .weight = heading ? Weight::Bold : Weight::Regular },
                 theme.ink)
            + 8;
    }
}

} // namespace

Act paint(ui::Frame& frame, const View& view)
{
    Painting painting { frame, view, {} };
    frame.canvas.fill({ 0, 0, frame.canvas.room().w, frame.canvas.room().h }, frame.theme.paper);
    paint_bar(painting); // over an open list as well: where one is, and the way to another page
    if (view.behind) {
        paint_behind(painting, *view.behind);
        return painting.act;
    }
    const ExportsPainted exports = paint_exports(painting);
    std::optional<Point> menu = paint_chips(painting, exports.begin);
    if (exports.menu)
        menu = exports.menu;
    if (!view.waiting.empty()) {
        paint_notice(painting, view.waiting);
        return painting.act;
    }
    switch (view.tab) {
    case Tab::Seen:
        if (const auto of_title = paint_seen(painting))
            menu = of_title;
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
