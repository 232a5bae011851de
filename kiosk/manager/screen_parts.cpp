#include "kiosk/manager/screen_parts.h"

#include "core/base/number_words.h"
#include "kiosk/chart/canvas_painter.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

using ui::Align;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kHighestRow = 46;
constexpr float kHead = 40;
constexpr float kHeadGap = 8; // before each head

struct Columns {
    float name_x = 0, name_w = 0;
    std::vector<float> ends; // of each column, where its text ends
    std::vector<float> widths;
};

// A column that judges its figures has a sign beside each.
bool is_judged(const TableView& table, std::size_t column)
{
    const auto judges = [&](const TableRow& row) {
        return column < row.cells.size() && row.cells[column].pace.has_value();
    };
    return std::any_of(table.rows.begin(), table.rows.end(), judges);
}

Columns columns_of(const Rect& area, const TableView& table, const TableForm& form)
{
    Columns columns;
    columns.name_x = area.x + kPadding;
    columns.name_w = area.w * form.name_share;
    const float rest = area.w - 2 * kPadding - columns.name_w;
    constexpr float kJudged = 1.6F; // of another column's width
    const auto share_of = [&](std::size_t column) {
        if (column < form.shares.size())
            return form.shares[column];
        return is_judged(table, column) ? kJudged : 1.0F;
    };
    float shares = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        shares += share_of(i);
    float end = columns.name_x + columns.name_w;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns.widths.push_back(rest * share_of(i) / shares);
        end += columns.widths.back();
        columns.ends.push_back(end);
    }
    return columns;
}

void paint_row(
    Painting& painting, const Rect& row, const TableRow& values, const Columns& columns, Weight weight)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const float base = row.y + row.h / 2 + 7;
    float x = columns.name_x;
    if (!values.letter.empty()) {
        ui::letter_tile(
            frame, { x, row.y + row.h / 2 - 14, 28, 28 }, values.letter, theme.petrol, theme.on_petrol);
        x += 40;
    }
    constexpr float kShrunk = 0.87F; // as far as a line of text may be
    const float name_room = columns.name_x + columns.name_w - x - 8;
    const Type name { .size = 18, .weight = weight };
    if (frame.canvas.measure(values.name, name).w > name_room / kShrunk) // long ones: on two lines
    {
        const Type small { .size = 15, .line = 18, .weight = weight };
        const float high = frame.canvas.measure(values.name, small, name_room).h;
        frame.canvas.paragraph({ x, row.y + std::max(1.0F, (row.h - high) / 2), name_room, row.h - 2 },
            values.name, small, theme.ink);
    } else
        frame.canvas.text({ x, base }, values.name, name, theme.ink, name_room);
    for (std::size_t i = 0; i < values.cells.size() && i < columns.ends.size(); ++i) {
        const Cell& cell = values.cells[i];
        const Type type { .size = 18, .weight = cell.pace ? Weight::Bold : weight, .align = Align::End };
        const float room = columns.widths[i] - (cell.pace ? 44.0F : 16.0F);
        if (!cell.pace
            && frame.canvas.measure(cell.text, type).w > room / kShrunk) { // long names: on two lines
            frame.canvas.paragraph({ columns.ends[i] - room, row.y + 1, room, row.h - 2 }, cell.text,
                { .size = 15, .line = 18, .align = Align::End }, theme.ink);
            continue;
        }
        const float wide = frame.canvas.text({ columns.ends[i], base }, cell.text, type,
            cell.pace ? ui::pace_color(theme, *cell.pace) : theme.ink, room);
        if (cell.pace)
            ui::pace_sign(frame, { columns.ends[i] - wide - 34, row.y + row.h / 2 - 11, 22, 22 }, *cell.pace);
    }
}

std::size_t rows_of(const TableView& table)
{
    return std::max(table.rows.size(), static_cast<std::size_t>(std::max<std::int64_t>(table.count, 0)));
}

// What is in a row, for who does not see where it stands.
std::string row_words(const TableView& table, const TableRow& row)
{
    std::string words = row.name;
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i)
        words += ", " + table.columns[i] + (table.columns[i].empty() ? "" : " ") + row.cells[i].text;
    return words;
}

enum class Marked { No, Yes }; // the row that is chosen
void paint_press_row(Painting& painting, const Rect& place, const std::string& key, const std::string& label,
    Marked marked, const std::function<Act()>& press)
{
    ui::Frame& frame = painting.frame;
    const auto touch = frame.input.item(frame.canvas, key, place, label);
    if (touch.down || marked == Marked::Yes)
        frame.canvas.fill(place, frame.theme.tint, 6);
    if (touch.focused)
        frame.canvas.border(place, frame.theme.focus, 3, 6);
    if (touch.activated)
        painting.act = press();
}

// The rows that there is room for, a page of them where there are more.
struct Slice {
    std::size_t first = 0, end = 0;
    bool paged = false; // a row says which these are, and turns the page
    float pitch = 0;
};
Slice slice_of(const TableView& table, float room, float lowest_row)
{
    const std::size_t sum = table.sum ? 1 : 0;
    const std::size_t all = rows_of(table);
    const auto fitting = std::max<std::size_t>(static_cast<std::size_t>(room / lowest_row), 3 + sum);
    const std::size_t shown = std::min(all + sum, fitting);
    Slice slice { 0, table.rows.size(), all + sum > fitting,
        std::clamp(room / static_cast<float>(std::max<std::size_t>(shown, 1)), lowest_row, kHighestRow) };
    if (slice.paged) {
        const std::size_t a_page = fitting - sum - 1;
        const std::size_t pages = (all + a_page - 1) / a_page;
        slice.first = static_cast<std::size_t>(table.page) % pages * a_page;
        slice.end = std::min(slice.first + a_page, table.rows.size()); // the later ones may not be read yet
        slice.first = std::min(slice.first, slice.end);
    }
    return slice;
}

// "1–9 / 14", which turns to the next ones; before it, what turns back.
void paint_pager(
    Painting& painting, const Rect& row, const TableView& table, const TableForm& form, const Slice& slice)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const auto number = [&](std::size_t of) {
        return number_words(static_cast<std::int64_t>(of), *painting.view.words);
    };
    const std::string words =
        fmt::format("{}–{} / {}", number(slice.first + 1), number(slice.end), number(rows_of(table)));
    const float middle = row.y + row.h / 2;
    const auto turns = [&](const std::string& key, const Rect& place, int pages) {
        const auto touch = frame.input.item(frame.canvas, key, place, words);
        if (touch.down)
            frame.canvas.fill(place, theme.tint, 6);
        if (touch.focused)
            frame.canvas.border(place, theme.focus, 3, 6);
        if (touch.activated)
            painting.act = [key = form.key, pages](Manager& manager) { manager.turn(key, pages); };
    };
    const float back = slice.first > 0 ? row.w / 4 : 0;
    if (back > 0) {
        turns(form.key + ".fewer", { row.x, row.y, back, row.h }, -1);
        frame.canvas.icon(ui::Icon::Back, { row.x + 20, middle - 10, 20, 20 }, theme.petrol);
    }
    turns(form.key + ".more", { row.x + back, row.y, row.w - back, row.h }, 1);
    frame.canvas.text({ row.right() - 48, middle + 6 }, words,
        { .size = 16, .weight = Weight::Bold, .align = Align::End }, theme.petrol);
    frame.canvas.icon(ui::Icon::Chevron, { row.right() - 40, middle - 10, 20, 20 }, theme.petrol);
}

// The heads of a table are all of one size: as large as the one that has the least room.
float head_size(ui::Frame& frame, const TableView& table, const Columns& columns)
{
    constexpr float kUsual = 16, kLeast = 14;
    float size = kUsual;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const float wide = frame.canvas.measure(table.columns[i], { .size = kUsual }).w;
        if (wide > columns.widths[i] - kHeadGap)
            size = std::min(size, std::max(kLeast, kUsual * (columns.widths[i] - kHeadGap) / wide));
    }
    return size;
}

} // namespace

void paint_card(Painting& painting, const Rect& card, const std::string& title, const std::string& note)
{
    ui::Frame& frame = painting.frame;
    frame.canvas.fill(card, frame.theme.surface, 12);
    frame.canvas.border(card, frame.theme.rule, 2, 12);
    const Rect in = inner(card);
    const Type bold { .size = 22, .weight = Weight::Bold };
    if (!title.empty())
        frame.canvas.text({ in.x, title_baseline(frame, card) }, title, bold, frame.theme.ink, in.w);
    if (!note.empty())
        frame.canvas.text({ in.right(), card.y + 40 }, note, { .size = 16, .align = Align::End },
            frame.theme.ink2, in.w - frame.canvas.measure(title, bold).w - 24);
}

void paint_press(
    Painting& painting, const Rect& place, const std::string& key, const std::string& label, Act act)
{
    ui::Frame& frame = painting.frame;
    const auto touch = frame.input.item(frame.canvas, key, place, label);
    if (touch.down || touch.focused)
        frame.canvas.border(place, touch.down ? frame.theme.petrol : frame.theme.focus, 4, 12);
    if (touch.activated)
        painting.act = std::move(act);
}

void paint_rows(Painting& painting, const Rect& area, const TableView& table, const TableForm& form,
    const PressRow& press)
{
    ui::Frame& frame = painting.frame;
    const ui::Theme& theme = frame.theme;
    const Columns columns = columns_of(area, table, form);
    const bool headed = std::any_of(
        table.columns.begin(), table.columns.end(), [](const std::string& name) { return !name.empty(); });
    const float head = headed ? kHead : 8;
    const float size = head_size(frame, table, columns);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        frame.canvas.text({ columns.ends[i], area.y + 24 }, table.columns[i],
            { .size = size, .align = Align::End }, theme.ink2, columns.widths[i] - kHeadGap);
    if (table.rows.empty() && !table.nothing.empty()) {
        frame.canvas.paragraph({ columns.name_x, area.y + kHead + 8, area.w - 2 * kPadding, 90 },
            table.nothing, { .size = 18, .line = 26 }, theme.ink2);
        return;
    }
    const Slice slice = slice_of(table, area.h - head - 8, form.lowest_row);
    float y = area.y + head;
    const auto row_at = [&](int place, const TableRow& values) {
        const bool is_sum = place < 0;
        const Rect row { area.x + 12, y, area.w - 24, slice.pitch };
        if (!form.key.empty() && values.opens && press) {
            const std::string key = fmt::format("{}.{}", form.key, is_sum ? "sum" : std::to_string(place));
            Rect pressed = row;
            if (form.press_last && values.cells.size() == columns.ends.size() && values.cells.back().opens) {
                pressed.w = columns.ends.back() - columns.widths.back() - row.x;
                const Rect last { pressed.right(), row.y, row.right() - pressed.right(), row.h };
                paint_press_row(painting, last, key + ".last",
                    fmt::format("{}, {} {}", values.name, table.columns.back(), values.cells.back().text),
                    Marked::No, [&] { return form.press_last(place); });
            }
            paint_press_row(painting, pressed, key, row_words(table, values),
                !is_sum && place == form.chosen ? Marked::Yes : Marked::No, [&] { return press(place); });
        }
        frame.canvas.line({ area.x + 16, y }, { area.right() - 16, y }, is_sum ? theme.edge : theme.rule,
            is_sum ? 2.0F : 1.0F);
        paint_row(painting, row, values, columns, is_sum ? Weight::Bold : Weight::Regular);
        y += slice.pitch;
    };
    for (std::size_t i = slice.first; i < slice.end; ++i)
        row_at(static_cast<int>(i), table.rows[i]);
    if (slice.paged)
        paint_pager(painting, { area.x + 12, y, area.w - 24, slice.pitch }, table, form, slice);
    y += slice.paged ? slice.pitch : 0;
    if (table.sum)
        row_at(-1, *table.sum);
}

void paint_table(Painting& painting, const Rect& card, const TableView& table, const TableForm& form,
    const PressRow& press)
{
    paint_card(painting, card, table.title, {});
    paint_rows(painting, { card.x, card.y + 52, card.w, card.h - 60 }, table, form, press);
}

void paint_notice(Painting& painting, const std::string& words)
{
    ui::Frame& frame = painting.frame;
    const ui::Size room = frame.canvas.room();
    const Rect box { room.w / 2 - 420, room.h / 2 - 60, 840, 120 };
    frame.canvas.fill(box, frame.theme.surface, 16);
    frame.canvas.border(box, frame.theme.edge, 2, 16);
    frame.canvas.paragraph({ box.x + 32, box.y + 24, box.w - 64, 80 }, words,
        { .size = 22, .line = 32, .align = Align::Middle }, frame.theme.ink);
}

void paint_chart(Painting& painting, const Rect& card, const ChartView& view, const std::string& key,
    const Press& press, TitleShown title)
{
    ui::Frame& frame = painting.frame;
    paint_card(painting, card, title == TitleShown::Yes ? view.title : std::string(), view.note);
    const Rect in = inner(card);
    const ui::Point at { in.x, card.y + places::kChartTop };
    chart::paint(frame.canvas, view.drawing, at);
    if (!view.foot.empty()) {
        frame.canvas.line({ in.x, card.bottom() - places::kFoot },
            { in.right(), card.bottom() - places::kFoot }, frame.theme.rule, 1);
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
            frame.canvas, fmt::format("{}.{}.{}", key, area.series, area.index), place, view.said_of(area));
        if (touch.focused || touch.down)
            frame.canvas.border(place, frame.theme.focus, 3, 4);
        if (touch.activated)
            painting.act = press(area);
    }
}

} // namespace nextplease::manager
