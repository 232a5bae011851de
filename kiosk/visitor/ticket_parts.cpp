#include "kiosk/visitor/ticket_parts.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Color;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kBig = 44;
constexpr float kSmall = 32;

// ---- People and time ----

struct WaitCell {
    ui::Icon icon;
    const std::string& big; // markup
    const std::string& small;
};

Type bold_markup(const Page& page, float size)
{
    Type type = page.type(size, Weight::Bold);
    type.markup = true;
    return type;
}

// An icon, and two lines beside it; one that wraps where there is nothing to say below.
float sign_side(const Page& page)
{
    return page.modes.large_print && page.landscape ? 48 : 64;
}
float beside_sign(const Page& page)
{
    return page.modes.large_print ? 16 : 20;
}

void draw_cell(const Scene& scene, const Rect& rect, const WaitCell& cell)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float side = sign_side(page);
    canvas.icon(cell.icon, { rect.x, rect.y + (rect.h - side) / 2, side, side }, theme.petrol);
    const float x = rect.x + side + beside_sign(page);
    const float room = rect.right() - x;
    const Color time =
        theme.kind == ui::Theme::Kind::Contrast && cell.icon == ui::Icon::Clock ? theme.petrol : theme.ink;
    if (cell.small.empty()) {
        const Type type = bold_markup(page, 34);
        const float height =
            canvas.measure(cell.big, canvas.fitted(cell.big, type, { room, rect.h }), room).h;
        canvas.paragraph({ x, rect.y + (rect.h - height) / 2, room, rect.h + 1 }, cell.big, type, time);
        return;
    }
    const auto at = baselines(page, rect.h, { page.size(kBig), page.size(kSmall) });
    Type big = bold_markup(page, kBig);
    Type small = page.type(kSmall);
    big.line = small.line = 0;
    canvas.text({ x, rect.y + at[0] }, cell.big, big, time, room);
    canvas.text({ x, rect.y + at[1] }, cell.small, small, theme.ink2, room);
}

// What has become of the ticket.
void draw_notice(const Scene& scene, const Rect& rect, const WaitWords& words)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const bool called = words.state == WaitWords::State::Called;
    if (called)
        canvas.fill(rect.inset(-8), theme.yellow, 12);
    const Color text = called ? theme.on_yellow : theme.ink;
    constexpr float kIcon = 72;
    const Rect inner = called ? Rect { rect.x + 16, rect.y, rect.w - 32, rect.h } : rect;
    const bool waits = !words.people.empty();
    canvas.icon(called ? ui::Icon::Call
            : waits    ? ui::Icon::Clock
                       : ui::Icon::Help,
        { inner.x, inner.y + (inner.h - kIcon) / 2, kIcon, kIcon }, called ? text : theme.petrol);
    const float x = inner.x + kIcon + 28;
    const float title = called ? kBig : 36; // the other words are longer
    const auto at = baselines(page, inner.h, { page.size(title), page.size(30) });
    Type big = page.type(title, Weight::Bold);
    Type small = page.type(30, called ? Weight::Bold : Weight::Regular);
    big.line = small.line = 0;
    canvas.text({ x, inner.y + at[0] }, words.notice, big, text, inner.right() - x);
    canvas.text(
        { x, inner.y + at[1] }, words.notice_hint, small, called ? text : theme.ink2, inner.right() - x);
}

// ---- Documents ----

struct DocumentForm {
    float padding, title_line, icon, gap;
    Type title, name, hint;
};

DocumentForm document_form(const Page& page)
{
    DocumentForm form { .padding = 32,
        .title_line = page.line(36),
        .icon = page.modes.large_print ? 60.0F : 52.0F,
        .gap = page.tall ? 8.0F : 18.0F,
        .title = page.type(36, Weight::Bold),
        .name = page.type(30, Weight::Bold),
        .hint = page.type(28) };
    return form;
}

enum class Hints { Shown, LeftOut };

float line_height(
    ui::Canvas& canvas, const DocumentForm& form, const DocumentLine& line, float width, Hints hints)
{
    float height = canvas.measure(line.name, form.name, width).h;
    if (hints == Hints::Shown && !line.hint.empty())
        height += canvas.measure(line.hint, form.hint, width).h;
    return std::max(height, form.icon);
}

float all_height(ui::Canvas& canvas, const DocumentForm& form, float width,
    const std::vector<DocumentLine>& lines, Hints hints)
{
    float height = 2 * form.padding + form.title_line;
    for (const DocumentLine& line : lines)
        height +=
            form.gap + line_height(canvas, form, line, width - 2 * form.padding - form.icon - 24, hints);
    return height;
}

} // namespace

float wait_height(const Page& page)
{
    if (page.tall)
        return page.modes.large_print ? 190 : 136;
    return page.modes.large_print ? 148 : 120;
}

void draw_wait(const Scene& scene, const Rect& rect, const WaitWords& words)
{
    if (words.state != WaitWords::State::Waiting) {
        draw_notice(scene, rect, words);
        return;
    }
    const bool large = scene.page.modes.large_print;
    const float gap = large ? 16 : 24;
    const std::string people = ui::escaped(words.people);
    float share = 0.475F;
    if (large) { // as little for the people as their words leave, and the time gets the rest
        constexpr float kSmallest = 0.84F; // of a text that is fitted
        const float needed = sign_side(scene.page) + beside_sign(scene.page) + gap
            + kSmallest * scene.frame.canvas.measure(people, bold_markup(scene.page, kBig)).w;
        share = std::clamp(needed / rect.w, 0.42F, 0.54F);
    }
    const float middle = rect.x + rect.w * share;
    draw_cell(scene, { rect.x, rect.y, middle - rect.x - gap, rect.h },
        { ui::Icon::People, people, words.people_hint });
    scene.frame.canvas.fill({ middle, rect.y + 8, 2, rect.h - 16 }, scene.frame.theme.rule);
    draw_cell(scene, { middle + gap + 8, rect.y, rect.right() - middle - gap - 8, rect.h },
        { ui::Icon::Clock, words.time, words.time_hint });
}

float documents_height(const Scene& scene, float width, const std::vector<DocumentLine>& lines)
{
    return all_height(scene.frame.canvas, document_form(scene.page), width, lines, Hints::Shown);
}

float documents_least(const Scene& scene, float width, const std::vector<DocumentLine>& lines)
{
    DocumentForm form = document_form(scene.page);
    form.gap = 4;
    return 0.85F * all_height(scene.frame.canvas, form, width, lines, Hints::LeftOut);
}

void draw_documents(
    const Scene& scene, const Rect& rect, const std::string& title, const std::vector<DocumentLine>& lines)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    DocumentForm form = document_form(scene.page);
    Hints hints = Hints::Shown;
    if (all_height(canvas, form, rect.w, lines, hints) > rect.h)
        hints = Hints::LeftOut;
    // What is still too high stands closer.
    const auto over = [&] { return all_height(canvas, form, rect.w, lines, hints) - rect.h; };
    if (over() > 0 && !lines.empty())
        form.gap = std::max(4.0F, form.gap - over() / static_cast<float>(lines.size()));
    constexpr int kMostSteps = 2;
    for (int step = 0; step < kMostSteps && over() > 0; ++step) {
        for (ui::Type* type : { &form.title, &form.name, &form.hint }) {
            type->size *= 0.9F;
            type->line *= 0.9F;
        }
        form.title_line = form.title.line;
        form.icon *= 0.9F;
    }

    draw_panel(scene, rect);
    const float x = rect.x + form.padding;
    float y = rect.y + form.padding - 4;
    canvas.paragraph({ x, y, rect.w - 2 * form.padding, form.title_line + 1 }, title, form.title, theme.ink);
    y += form.title_line;
    const float text_x = x + form.icon + 24;
    const float room = rect.right() - form.padding - text_x;
    for (const DocumentLine& line : lines) {
        y += form.gap;
        const float height = line_height(canvas, form, line, room, hints);
        canvas.icon(line.icon, { x, y + (height - form.icon) / 2, form.icon, form.icon }, theme.petrol);
        const float name = canvas.paragraph({ text_x, y, room, 0 }, line.name, form.name, theme.ink);
        if (hints == Hints::Shown && !line.hint.empty())
            canvas.paragraph({ text_x, y + name, room, 0 }, line.hint, form.hint, theme.ink2);
        y += height;
    }
}

} // namespace nextplease::visitor
