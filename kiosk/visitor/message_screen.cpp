// Every screen that only says something: a heading, a few lines with an icon each, and what can be done.
#include "kiosk/visitor/screens.h"
#include "kiosk/visitor/steps.h"

#include <algorithm>
#include <span>
#include <vector>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

struct LineForm {
    float icon, gap, padding, padding_above, between;
    ui::Type title, text;
};

LineForm line_form(const Page& page)
{
    const bool tight = page.modes.large_print && page.landscape;
    return { tight                   ? 68.0F
            : page.modes.large_print ? 84.0F
                                     : 72.0F,
        tight ? 24.0F : 32.0F, 28, 28, page.tall ? 10.0F : 0.0F, page.type(40, Weight::Bold), page.type(32) };
}

float text_height(ui::Canvas& canvas, const LineForm& form, const MessageLine& line, float room)
{
    const float between = line.title.empty() || line.text.empty() ? 0 : form.between;
    return canvas.measure(line.title, form.title, room).h + between
        + canvas.measure(line.text, form.text, room).h;
}

float line_height(ui::Canvas& canvas, const LineForm& form, const MessageLine& line, float width)
{
    const float room = width - 2 * form.padding - form.icon - form.gap;
    return std::max(form.icon, text_height(canvas, form, line, room)) + 2 * form.padding_above;
}

void draw_line(const Scene& scene, const Rect& rect, const LineForm& form, const MessageLine& line)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float x = rect.x + form.padding;
    canvas.icon(line.icon, { x, rect.y + (rect.h - form.icon) / 2, form.icon, form.icon }, theme.petrol);
    const float text_x = x + form.icon + form.gap;
    const float room = rect.right() - form.padding - text_x;
    float y = rect.y + (rect.h - text_height(canvas, form, line, room)) / 2;
    y += canvas.paragraph({ text_x, y, room, 0 }, line.title, form.title, theme.ink) + form.between;
    canvas.paragraph({ text_x, y, room, 0 }, line.text, form.text, theme.ink2);
}

float column_height(ui::Canvas& canvas, const LineForm& form, float width, std::span<const MessageLine> lines)
{
    float height = 0;
    for (const MessageLine& line : lines)
        height += line_height(canvas, form, line, width);
    return height;
}

// Lines in one panel, with a rule between them: nothing here looks as if it could be touched.
void draw_column(
    const Scene& scene, const Rect& room, const LineForm& form, std::span<const MessageLine> lines)
{
    if (lines.empty())
        return;
    ui::Canvas& canvas = scene.frame.canvas;
    draw_panel(scene, { room.x, room.y, room.w, column_height(canvas, form, room.w, lines) });
    float y = room.y;
    for (const MessageLine& line : lines) {
        if (y > room.y)
            canvas.fill(
                { room.x + form.padding, y - 1, room.w - 2 * form.padding, 2 }, scene.frame.theme.rule);
        const float height = line_height(canvas, form, line, room.w);
        draw_line(scene, { room.x, y, room.w, height }, form, line);
        y += height;
    }
}

// How many of the lines stand in the first of two columns, so that the higher one is as low as can be.
std::size_t first_column(
    ui::Canvas& canvas, const LineForm& form, float width, std::span<const MessageLine> lines)
{
    std::size_t best = lines.size();
    float lowest = column_height(canvas, form, width, lines);
    for (std::size_t split = 1; split < lines.size(); ++split) {
        const float higher = std::max(column_height(canvas, form, width, lines.first(split)),
            column_height(canvas, form, width, lines.subspan(split)));
        if (higher < lowest) {
            lowest = higher;
            best = split;
        }
    }
    return best;
}

// Where the lines stand: in one column or two.
struct Spread {
    Rect area;
    bool two = false;
    float width() const { return two ? (area.w - 24) / 2 : area.w; }
};

float spread_height(
    ui::Canvas& canvas, const LineForm& form, const Spread& spread, std::span<const MessageLine> lines)
{
    if (!spread.two)
        return column_height(canvas, form, spread.width(), lines);
    const std::size_t split = first_column(canvas, form, spread.width(), lines);
    return std::max(column_height(canvas, form, spread.width(), lines.first(split)),
        column_height(canvas, form, spread.width(), lines.subspan(split)));
}

// As many lines from there on as the screen holds.
std::size_t lines_on_page(
    ui::Canvas& canvas, const LineForm& form, const Spread& spread, std::span<const MessageLine> lines)
{
    std::size_t count = 1;
    while (
        count < lines.size() && spread_height(canvas, form, spread, lines.first(count + 1)) <= spread.area.h)
        ++count;
    return count;
}

// Whether all lines go on one page, close together if need be.
bool fit(const Scene& scene, const Spread& spread, std::span<const MessageLine> lines)
{
    LineForm form = line_form(scene.page);
    form.padding_above = scene.page.above(32, 10);
    return spread_height(scene.frame.canvas, form, spread, lines) <= spread.area.h;
}

// Returns how many pages there are.
int draw_spread(const Scene& scene, const Spread& spread, std::span<const MessageLine> lines)
{
    ui::Canvas& canvas = scene.frame.canvas;
    LineForm form = line_form(scene.page);
    // What would be too high stands closer, and what is too high then is paged.
    const float closest = scene.page.above(32, 10);
    while (spread_height(canvas, form, spread, lines) > spread.area.h && form.padding_above > closest)
        form.padding_above = std::max(closest, form.padding_above - 4);
    std::vector<std::span<const MessageLine>> pages;
    do {
        const std::size_t count = lines.empty() ? 0 : lines_on_page(canvas, form, spread, lines);
        pages.push_back(lines.first(count));
        lines = lines.subspan(count);
    } while (!lines.empty());
    const auto last = static_cast<int>(pages.size()) - 1;
    const auto shown = pages[static_cast<std::size_t>(std::clamp(scene.wording.page, 0, last))];
    const std::size_t split = spread.two ? first_column(canvas, form, spread.width(), shown) : shown.size();
    Rect column = spread.area;
    column.w = spread.width();
    draw_column(scene, column, form, shown.first(split));
    column.x += column.w + 24;
    draw_column(scene, column, form, shown.subspan(split));
    return last + 1;
}

// What is to be remembered, as large as it goes, with what it is above it. Returns its height.
float draw_large(const Scene& scene, const Rect& rect, const std::string& large, const std::string& label)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float room = rect.w - 80;
    const float size = page.landscape ? 112 : 160;
    const ui::Type type { .size = size, .line = size * 1.15F, .weight = Weight::Bold };
    const ui::Type above = page.type(34);
    const float label_height = canvas.measure(label, above, room).h;
    const float height = 20 + label_height + type.line + 12;
    draw_panel(scene, { rect.x, rect.y, rect.w, height });
    canvas.paragraph({ rect.x + 40, rect.y + 20, room, 0 }, label, above, theme.ink2);
    canvas.text({ rect.x + 40, baseline_in(rect.y + 20 + label_height, type.line, size) }, large,
        { .size = size, .weight = Weight::Bold }, theme.petrol, room);
    return height;
}

} // namespace

void draw_message(const Scene& scene)
{
    draw_saying(scene, scene.wording.message, {}, {});
}

void draw_step(const Scene& scene, const SayingStep& step)
{
    draw_saying(scene, step.words, step.large, step.large_label);
}

void draw_saying(
    const Scene& scene, const MessageWords& words, const std::string& large, const std::string& large_label)
{
    const Page& page = scene.page;
    const float top =
        draw_heading(scene, words.heading, page.question_y()) + (page.landscape ? 24.0F : 40.0F);
    Rect area { page.margin(), top, page.width(), page.row().y - 20 - top };
    bool two = page.landscape && words.lines.size() > 2;
    if (!large.empty() && page.landscape) {
        // It stands beside the lines.
        area.w = (area.w - 24) / 2;
        draw_large(scene, area, large, large_label);
        area.x += area.w + 24;
        two = false;
    } else if (!large.empty()) {
        const float high = draw_large(scene, area, large, large_label) + 24;
        area.y += high;
        area.h -= high;
    }
    const std::span<const MessageLine> lines(words.lines);
    if (!words.first && !words.main) {
        // Without buttons there is more room, unless there must be a pager even so.
        Rect whole = area;
        whole.h = page.row().bottom() - whole.y;
        if (fit(scene, { whole, two }, lines))
            area = whole;
    }
    const int pages = draw_spread(scene, { area, two }, lines);
    if (pages == 1)
        draw_row(scene, words.first, words.main);
    else
        draw_pager(scene, pager_row(page), std::clamp(scene.wording.page, 0, pages - 1), pages,
            { .keys = "message", .more = scene.wording.more, .first = words.first, .last = words.main });
}

} // namespace nextplease::visitor
