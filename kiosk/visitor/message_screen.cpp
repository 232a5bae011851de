// Every screen that only says something: a heading, a few lines with an icon each, and what can be done.
#include "kiosk/visitor/screens.h"

#include <algorithm>
#include <span>

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
void draw_column(const Scene& scene, const Rect& room, LineForm form, std::span<const MessageLine> lines)
{
    if (lines.empty())
        return;
    ui::Canvas& canvas = scene.frame.canvas;
    // What would be too high stands closer.
    const float over = column_height(canvas, form, room.w, lines) - room.h;
    if (over > 0)
        form.padding_above -= std::min(over / static_cast<float>(lines.size()) / 2, form.padding_above - 6);
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

} // namespace

void draw_message(const Scene& scene)
{
    const Page& page = scene.page;
    const MessageWords& words = scene.wording.message;
    const float top = draw_heading(scene, words.heading) + (page.landscape ? 24.0F : 40.0F);
    const bool buttons = words.first || words.main;
    const float bottom = buttons ? page.row().y - 20 : page.row().bottom();
    const std::span<const MessageLine> lines(words.lines);
    const LineForm form = line_form(page);
    if (page.landscape && lines.size() > 2) {
        const float width = (page.width() - 24) / 2;
        const std::size_t split = first_column(scene.frame.canvas, form, width, lines);
        draw_column(scene, { page.margin(), top, width, bottom - top }, form, lines.first(split));
        draw_column(
            scene, { page.margin() + width + 24, top, width, bottom - top }, form, lines.subspan(split));
    } else {
        draw_column(scene, { page.margin(), top, page.width(), bottom - top }, form, lines);
    }
    draw_row(scene, words.first, words.main);
}

} // namespace nextplease::visitor
