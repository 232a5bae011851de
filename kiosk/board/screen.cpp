#include "kiosk/board/screen.h"

#include "kiosk/board/band.h"
#include "kiosk/board/layout.h"
#include "kiosk/ui/fonts.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::board {
namespace {

constexpr float kTileGap = 12;
constexpr float kPlaceSize = 64;
constexpr float kTallPlace = 52; // in a script whose lines need much height
constexpr float kPlaceAtLeast = 44; // in a tile; else there are fewer and wider ones
constexpr std::size_t kTiles = 5;
constexpr std::size_t kFewestTiles = 3;

const ui::Type kHead { .size = kSmallest, .align = ui::Align::End };

float bold_width(ui::Frame& frame, const std::string& text)
{
    return text.empty() ? 0 : frame.canvas.measure(text, { .size = 100, .weight = ui::Weight::Bold }).w / 100;
}

// The icon in a heavier stroke, as it stands beside bold text of that size.
void paint_arrow(ui::Frame& frame, const ui::Rect& square)
{
    for (const float dx : { -1.0F, 1.0F }) {
        for (const float dy : { -1.0F, 1.0F })
            frame.canvas.icon(
                ui::Icon::Arrow, { square.x + dx, square.y + dy, square.w, square.h }, frame.theme.yellow);
    }
}

void paint_tile(ui::Frame& frame, const ui::Rect& tile, const CallShown& call, float place_size, bool tall)
{
    ui::Canvas& canvas = frame.canvas;
    canvas.fill(tile, frame.theme.surface, 12);
    canvas.text({ tile.x + 20, tile.y + 87 }, call.number, { .size = 104, .weight = ui::Weight::Bold },
        frame.theme.ink, tile.w - 40);
    paint_arrow(frame, { tile.x + 24, tile.y + 108, 48, 48 });
    const float baseline = tile.y + (tall ? 138.0F : 132.0F) + 0.357F * place_size;
    canvas.text({ tile.x + 92, baseline }, call.place, { .size = place_size, .weight = ui::Weight::Bold },
        frame.theme.ink, tile.w - 112);
}

// As many tiles as let every place be read; the latest calls stand in them.
void paint_tiles(ui::Frame& frame, const ui::Rect& area, const std::vector<CallShown>& calls, bool tall)
{
    float widest = 0;
    for (const CallShown& call : calls)
        widest = std::max(widest, bold_width(frame, call.place));
    const float largest = tall ? kTallPlace : kPlaceSize;
    std::size_t count = kTiles;
    float width = 0;
    float size = 0;
    for (;; --count) {
        const auto tiles = static_cast<float>(count);
        width = (area.w - (tiles - 1) * kTileGap) / tiles;
        size = std::min(largest, (width - 112) / widest);
        if (size >= kPlaceAtLeast || count == kFewestTiles)
            break;
    }
    for (std::size_t i = 0; i < std::min(count, calls.size()); ++i) {
        const ui::Rect tile { area.x + static_cast<float>(i) * (width + kTileGap), area.y, width, area.h };
        paint_tile(frame, tile, calls[i], std::max(size, kPlaceAtLeast), tall);
    }
}

void paint_rows(ui::Frame& frame, const ui::Rect& area, const std::vector<CallShown>& calls, bool tall)
{
    ui::Canvas& canvas = frame.canvas;
    const float pitch = area.h / static_cast<float>(kTiles);
    const ui::Type number { .size = 104, .weight = ui::Weight::Bold };
    const ui::Type place { .size = tall ? kTallPlace : kPlaceSize, .weight = ui::Weight::Bold };
    for (std::size_t i = 0; i < std::min(kTiles, calls.size()); ++i) {
        const ui::Rect row { area.x, area.y + static_cast<float>(i) * pitch, area.w, pitch - 8 };
        const float middle = row.y + row.h / 2;
        canvas.fill(row, frame.theme.surface, 12);
        canvas.text(
            { row.x + 20, middle + 0.357F * number.size }, calls[i].number, number, frame.theme.ink, 340);
        paint_arrow(frame, { row.x + 384, middle - 28, 56, 56 });
        canvas.text({ row.x + 464, middle + 0.357F * place.size }, calls[i].place, place, frame.theme.ink,
            row.w - 484);
    }
}

void paint_before(ui::Frame& frame, const Areas& areas, const View& view, bool tall)
{
    // Between the band and the tiles there is just the room for it.
    const float baseline = areas.before.y - (tall ? 20.0F : 14.0F);
    const float size = tall ? kSmallest : 36;
    if (view.no_sound)
        frame.canvas.text({ areas.before.right(), baseline }, frame.words.say(Text::BoardNoSound),
            { .size = size, .weight = ui::Weight::Bold, .align = ui::Align::End }, frame.theme.amber,
            areas.before.w * 0.66F);
    if (view.before.empty())
        return;
    frame.canvas.text(
        { kMargin, baseline }, frame.words.say(Text::BoardCalledBefore), { .size = size }, frame.theme.ink2);
    if (areas.shape == Shape::Landscape)
        paint_tiles(frame, areas.before, view.before, tall);
    else
        paint_rows(frame, areas.before, view.before, tall);
}

void paint_letters(ui::Frame& frame, const ui::Rect& tile, const std::string& letters)
{
    frame.canvas.fill(tile, frame.theme.ink, 6);
    const ui::Type type { .size = tile.h * 0.75F, .weight = ui::Weight::Bold, .align = ui::Align::Middle };
    frame.canvas.text({ tile.x + tile.w / 2, tile.y + tile.h / 2 + 0.357F * type.size }, letters, type,
        frame.theme.paper, tile.w - 4);
}

void paint_line(ui::Frame& frame, const Table& table, const ui::Rect& row, const ServiceLine& line)
{
    ui::Canvas& canvas = frame.canvas;
    const ui::Theme& theme = frame.theme;
    const float middle = row.y + row.h / 2;
    const float baseline = middle + 0.388F * table.size;
    const bool quiet = line.tone == ServiceLine::Tone::Quiet;
    const bool slow = line.tone == ServiceLine::Tone::Slow;
    const ui::Type bold { .size = table.size, .weight = ui::Weight::Bold };
    ui::Type end = bold;
    end.align = ui::Align::End;

    canvas.line({ row.x, row.y }, { row.right(), row.y }, theme.rule, 2);
    paint_letters(frame, { row.x, middle - table.tile.h / 2, table.tile.w, table.tile.h }, line.letter);
    canvas.text({ row.x + table.waiting_end, baseline }, line.waiting, end, theme.ink);
    ui::Type time = end;
    time.weight = quiet ? ui::Weight::Regular : ui::Weight::Bold;
    const ui::Color color = quiet ? theme.ink2 : slow ? theme.amber : theme.ink;
    const float taken = canvas.text({ row.right(), baseline }, line.time, time, color);
    const float sign = sign_size(table.size);
    if (slow)
        ui::pace_sign(
            frame, { row.right() - taken - kSignGap - sign, middle - sign / 2, sign, sign }, Pace::Near);

    const float before =
        line.waiting.empty() ? row.w - taken : table.waiting_end - canvas.measure(line.waiting, bold).w;
    canvas.text({ row.x + table.name_x, baseline }, line.name, bold, theme.ink, before - table.name_x - 20);
}

std::size_t paint_services(ui::Frame& frame, const Areas& areas, const View& view, bool tall)
{
    ui::Canvas& canvas = frame.canvas;
    const Content& content = view.content;
    const std::string waiting = frame.words.say(Text::BoardColumnWaiting);
    std::vector<LineWidths> widths;
    for (const ServiceLine& line : content.services)
        widths.push_back({ bold_width(frame, line.name), bold_width(frame, line.waiting),
            bold_width(frame, line.time), line.tone == ServiceLine::Tone::Slow, line.letter.size() > 1 });
    const Table table = table_of(
        areas, widths, canvas.measure(waiting, kHead).w, canvas.measure(content.time_column, kHead).w, tall);

    const std::size_t page = view.page % table.pages;
    const std::size_t first = page * table.per_page();
    const std::size_t count = std::min(table.per_page(), content.services.size() - first);
    const float heads = areas.services.y - 11.5F;
    for (std::size_t i = 0; i < count; ++i) {
        const ui::Rect row = table.row(areas.services, i);
        paint_line(frame, table, row, content.services[first + i]);
        if (i % table.rows != 0)
            continue;
        canvas.text({ row.x + table.waiting_end, heads }, waiting, kHead, frame.theme.ink2);
        canvas.text({ row.right(), heads }, content.time_column, kHead, frame.theme.ink2);
    }
    if (table.pages > 1) {
        const std::string pages = frame.words.say(Text::BoardPage,
            { { "page", static_cast<long>(page + 1) }, { "pages", static_cast<long>(table.pages) } });
        canvas.text({ areas.services.x, heads }, pages, { .size = kSmallest }, frame.theme.ink2);
    }
    return table.pages;
}

void paint_notice(ui::Frame& frame, const Areas& areas, const Notice& notice)
{
    ui::Canvas& canvas = frame.canvas;
    const ui::Theme& light = ui::light_theme();
    ui::Frame on_light { canvas, frame.input, light, frame.words, frame.now };
    const ui::Rect& area = areas.notice;
    canvas.fill(area, light.surface);
    const ui::Rect sign { 64, area.y + area.h / 2 - 36, 72, 72 };
    switch (notice.kind) {
    case Notice::Kind::CutOff:
    case Notice::Kind::Delay:
        ui::pace_sign(on_light, sign, Pace::Near);
        break;
    case Notice::Kind::Message:
        canvas.icon(ui::Icon::Bubble, sign, light.petrol);
        break;
    case Notice::Kind::Figure:
        canvas.icon(ui::Icon::Tick, sign, light.petrol);
        break;
    }
    const float width = area.w - 168 - kMargin;
    const ui::Type title { .size = 44, .line = area.h * 0.43F, .weight = ui::Weight::Bold };
    if (areas.shape == Shape::Landscape) {
        canvas.text({ 168, area.y + area.h * 0.408F }, notice.title, title, light.ink, width);
        canvas.text({ 168, area.y + area.h * 0.829F }, notice.text, { .size = 40 }, light.ink, width);
        return;
    }
    canvas.text({ 168, area.y + area.h * 0.29F }, notice.title, title, light.ink, width);
    canvas.paragraph({ 168, area.y + area.h * 0.37F, width, area.h * 0.58F }, notice.text,
        { .size = 36, .line = area.h * 0.27F }, light.ink);
}

} // namespace

std::size_t paint(ui::Frame& frame, const View& view)
{
    ui::Canvas& canvas = frame.canvas;
    const ui::Size room = canvas.room();
    const bool tall = ui::nastaliq(frame.words.language(), view.content.date);
    const std::vector<Notice>& notices = view.content.notices;
    const Areas areas = areas_of(room, notices.empty() ? WithNotice::No : WithNotice::Yes, tall);
    canvas.fill({ 0, 0, room.w, room.h }, frame.theme.paper);
    ui::header(frame, view.content.site, view.content.date, view.content.clock);
    paint_band(frame, areas, view, tall);
    if (view.band) // by name, for scripts and for what reads the screen aloud
        frame.input.item(canvas, "call", areas.band, view.band->number + ", " + view.band->place);
    paint_before(frame, areas, view, tall);
    const std::size_t pages = paint_services(frame, areas, view, tall);
    if (!notices.empty())
        paint_notice(frame, areas, notices.at(view.notice % notices.size()));
    return pages;
}

} // namespace nextplease::board
