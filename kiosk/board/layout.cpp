#include "kiosk/board/layout.h"

#include <algorithm>
#include <cmath>

namespace nextplease::board {
namespace {

constexpr float kLargestRow = 80;
constexpr float kLargestText = 56;
constexpr float kGap = 32; // between the columns of one line

float smallest_pitch(bool tall)
{
    return tall ? 77 : 57;
}

// Share of a row's height that its text may take.
float text_share(bool tall)
{
    return tall ? 0.6F : 0.725F;
}

// Wider if any line's tile has two letters, so that all names begin at one edge.
ui::Size tile_size(float size, const std::vector<LineWidths>& lines)
{
    const float side = std::max(40.0F, std::round(size * 40 / 42));
    const bool two =
        std::any_of(lines.begin(), lines.end(), [](const LineWidths& line) { return line.two_letters; });
    return { two ? std::round(side * 1.6F) : side, side };
}

float name_start(float size, const std::vector<LineWidths>& lines)
{
    return tile_size(size, lines).w + 20;
}

// Where the numbers of people waiting end, or a negative value if the lines do not fit at that size.
float fit(
    const Table& table, const std::vector<LineWidths>& lines, float head_waiting, float head_time, float size)
{
    const float start = name_start(size, lines);
    float names = 0;
    float waiting = head_waiting / size;
    float times = head_time / size;
    for (const LineWidths& line : lines) {
        const float sign = line.sign ? (sign_size(size) + kSignGap) / size : 0;
        if (line.waiting == 0) { // nothing stands between its name and its time
            if (start + (line.name + line.time + sign) * size + kGap > table.column_width)
                return -1;
            continue;
        }
        names = std::max(names, line.name);
        waiting = std::max(waiting, line.waiting);
        times = std::max(times, line.time + sign);
    }
    const float usual_end = table.column_width * 520 / 880;
    float numbers = 0; // the numbers alone: their head may stand over the end of a name
    for (const LineWidths& line : lines)
        numbers = std::max(numbers, line.waiting);
    const float end = std::max({ usual_end, start + names * size + kGap + numbers * size, waiting * size });
    return end + kGap + times * size <= table.column_width ? end : -1;
}

} // namespace

float sign_size(float size)
{
    return std::round(size * 38 / 42);
}

Areas areas_of(ui::Size room, WithNotice with_notice, bool tall)
{
    Areas areas;
    areas.shape = room.w >= room.h ? Shape::Landscape : Shape::Portrait;
    const bool landscape = areas.shape == Shape::Landscape;
    const float inner = room.w - 2 * kMargin;
    float notice = 0;
    if (with_notice == WithNotice::Yes)
        notice = landscape ? (tall ? 152 : 120) : (tall ? 264 : 200);
    areas.notice = { 0, room.h - notice, room.w, notice };
    if (landscape) {
        areas.band = { 0, kHeader, room.w, 336 };
        areas.before = { kMargin, 484, inner, 172 };
        areas.services = { kMargin, 712, inner, 0 };
    } else {
        areas.band = { 0, kHeader, room.w, 516 };
        areas.before = { kMargin, 664, inner, 530 };
        areas.services = { kMargin, 1246, inner, 0 };
    }
    areas.services.h = room.h - notice - (notice > 0 ? 16 : 20) - areas.services.y;
    return areas;
}

ui::Rect Table::row(const ui::Rect& area, std::size_t place) const
{
    const auto column = static_cast<float>(place / rows);
    const auto line = static_cast<float>(place % rows);
    return { area.x + column * (column_width + kColumnGap), area.y + line * pitch, column_width, pitch };
}

Table table_of(
    const Areas& areas, const std::vector<LineWidths>& lines, float head_waiting, float head_time, bool tall)
{
    Table table;
    table.columns = areas.shape == Shape::Landscape ? 2 : 1;
    const auto columns = static_cast<float>(table.columns);
    table.column_width = (areas.services.w - (columns - 1) * kColumnGap) / columns;

    // As few pages as their rows can be read on, and these as even as they can be.
    const auto whole_part = [](std::size_t things, std::size_t each) {
        return std::max<std::size_t>(1, (things + each - 1) / each);
    };
    const auto most =
        std::max<std::size_t>(1, static_cast<std::size_t>(areas.services.h / smallest_pitch(tall)));
    table.pages = whole_part(lines.size(), table.columns * most);
    table.rows = whole_part(whole_part(lines.size(), table.pages), table.columns);
    table.pitch = std::min(kLargestRow, std::floor(areas.services.h / static_cast<float>(table.rows)));

    float size = std::min(kLargestText, std::floor(table.pitch * text_share(tall)));
    while (size > kSmallest && fit(table, lines, head_waiting, head_time, size) < 0)
        size -= 1;
    table.size = std::max(size, kSmallest);
    table.tile = tile_size(table.size, lines);
    table.name_x = name_start(table.size, lines);
    const float end = fit(table, lines, head_waiting, head_time, table.size);
    table.waiting_end = end > 0 ? end : table.column_width * 520 / 880;
    return table;
}

} // namespace nextplease::board
