// Before a ticket is taken: which service, how many are ahead, how long, and what to have ready.
#include "kiosk/visitor/screens.h"
#include "kiosk/visitor/ticket_parts.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

struct ServiceForm {
    float padding, tile, head, hours;
};

ServiceForm form_of(const Page& page, const ConfirmWords& words)
{
    const bool large = page.modes.large_print;
    const float head = page.tall ? (large ? 192.0F : 150.0F) : large ? 160.0F : 128.0F;
    return { page.landscape ? 32.0F : 40.0F, large ? 112.0F : 88.0F, head,
        words.hours.empty() ? 0.0F : page.line(32) + 24 };
}

float panel_height(const Page& page, const ServiceForm& form)
{
    return 16 + form.head + 2 + 16 + wait_height(page) + form.hours + 20;
}

// The service with its letter; below it people, time and hours.
void draw_service(const Scene& scene, const Rect& rect, const ServiceForm& form, const ConfirmWords& words)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    draw_panel(scene, rect);
    const float x = rect.x + form.padding;
    const float room = rect.w - 2 * form.padding;

    float y = rect.y + 16;
    ui::letter_tile(scene.frame, { x, y + (form.head - form.tile) / 2, form.tile, form.tile }, words.letter,
        theme.petrol, theme.on_petrol);
    const float text_x = x + form.tile + 28;
    const float text_room = rect.right() - form.padding - text_x;
    const auto at = words.hint.empty() ? baselines(page, form.head, { page.size(44) })
                                       : baselines(page, form.head, { page.size(44), page.size(30) });
    canvas.text({ text_x, y + at[0] }, words.service, { .size = page.size(44), .weight = Weight::Bold },
        theme.ink, text_room);
    if (!words.hint.empty())
        canvas.text({ text_x, y + at[1] }, words.hint, { .size = page.size(30) }, theme.ink2, text_room);
    y += form.head;
    canvas.fill({ x, y, room, 2 }, theme.rule);
    y += 2 + 16;
    const float wait = wait_height(scene.page);
    draw_wait(scene, { x, y, room, wait }, words.wait);
    y += wait;
    if (!words.hours.empty())
        canvas.paragraph({ x, y + 12, room, form.hours - 10 }, words.hours, page.type(30), theme.ink2);
}

// ---- What to know before committing ----

struct WarningForm {
    ui::Type title, text;
    float sign, padding, above, between;
};

WarningForm warning_form(const Page& page)
{
    return { .title = page.type(34, Weight::Bold),
        .text = page.type(page.tall && page.modes.large_print ? 26.0F : 30.0F),
        .sign = page.modes.large_print ? 72.0F : 60.0F,
        .padding = 32,
        .above = page.above(34, 16) + (page.tall ? 14.0F : 0.0F),
        .between = page.between(30, 0) };
}

float warning_room(const WarningForm& form, float width)
{
    return width - 2 * form.padding - form.sign - 24;
}

float words_height(const Scene& scene, const WarningForm& form, const MessageLine& line, float room)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const float title = line.title.empty() ? 0 : canvas.measure(line.title, form.title, room).h;
    if (line.text.empty())
        return title;
    return title + (line.title.empty() ? 0 : form.between) + canvas.measure(line.text, form.text, room).h;
}

float warnings_height(const Scene& scene, float width, const std::vector<MessageLine>& lines)
{
    const WarningForm form = warning_form(scene.page);
    float height = 0;
    for (const MessageLine& line : lines)
        height +=
            std::max(form.sign, words_height(scene, form, line, warning_room(form, width))) + 2 * form.above;
    return height;
}

// A triangle and words on amber: never colour alone.
void draw_warnings(const Scene& scene, const Rect& rect, const std::vector<MessageLine>& lines)
{
    if (lines.empty())
        return;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const WarningForm form = warning_form(scene.page);
    const float room = warning_room(form, rect.w);
    canvas.fill(rect, theme.amber_tint, 16);
    canvas.border(rect, theme.amber_ink, theme.border, 16);
    float y = rect.y;
    for (const MessageLine& line : lines) {
        const float words = words_height(scene, form, line, room);
        const float high = std::max(form.sign, words) + 2 * form.above;
        const Rect sign { rect.x + form.padding, y + (high - form.sign) / 2, form.sign, form.sign };
        if (line.icon == ui::Icon::Clock)
            ui::pace_sign(scene.frame, sign, Pace::Near);
        else
            canvas.icon(line.icon, sign, theme.amber_ink);
        const float x = sign.right() + 24;
        const float top = y + (high - words) / 2;
        const float title = canvas.paragraph({ x, top, room, 0 }, line.title, form.title, theme.ink);
        if (!line.text.empty())
            canvas.paragraph({ x, top + title + form.between, room, 0 }, line.text, form.text, theme.ink);
        y += high;
    }
}

// What was said under "Tell us your needs". Returns where it ends: where there is no height for it, it stands
// on the needs' own screens alone.
float draw_needs_said(const Scene& scene, const Rect& area, const std::string& said)
{
    if (said.empty())
        return area.y;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const WarningForm form = warning_form(scene.page);
    const MessageLine line { .icon = ui::Icon::Tick, .title = {}, .text = said };
    const float words = words_height(scene, form, line, warning_room(form, area.w));
    const float high = std::max(form.sign, words) + 2 * form.above;
    if (high > area.h)
        return area.y;
    const Rect rect { area.x, area.y, area.w, high };
    canvas.fill(rect, theme.tint, 16);
    canvas.border(rect, theme.edge, theme.border, 16);
    const Rect sign { rect.x + form.padding, rect.y + (high - form.sign) / 2, form.sign, form.sign };
    canvas.icon(line.icon, sign, theme.petrol);
    canvas.paragraph({ sign.right() + 24, rect.y + (high - words) / 2, warning_room(form, rect.w), 0 }, said,
        form.text, theme.ink);
    return rect.bottom() + 24;
}

// Where the warnings are too high together, the last ones keep their titles alone: what they add is heard,
// and most of it stands on the ticket.
std::vector<MessageLine> that_fit(const Scene& scene, const Rect& rect, std::vector<MessageLine> lines)
{
    for (std::size_t i = lines.size(); i-- > 0 && warnings_height(scene, rect.w, lines) > rect.h;) {
        if (!lines[i].title.empty())
            lines[i].text.clear();
    }
    return lines;
}

// Warnings, what was said of needs, and below them the documents where there is height left: the ticket names
// them again.
void draw_beside(const Scene& scene, const Rect& rect, const ConfirmWords& words, float ready_least)
{
    const std::vector<MessageLine> warnings = that_fit(scene, rect, words.warnings);
    const float warned = std::min(rect.h, warnings_height(scene, rect.w, warnings));
    draw_warnings(scene, { rect.x, rect.y, rect.w, warned }, warnings);
    float y = rect.y + warned + (warned > 0 ? 24.0F : 0.0F);
    y = draw_needs_said(scene, { rect.x, y, rect.w, rect.bottom() - y }, words.needs_said);
    if (words.bring.empty())
        return;
    const float left = rect.bottom() - y;
    if (left < documents_least(scene, rect.w, words.bring))
        return;
    const float ready = std::min(left,
        std::max(words.warnings.empty() && words.needs_said.empty() ? ready_least : 0,
            documents_height(scene, rect.w, words.bring)));
    draw_documents(scene, { rect.x, y, rect.w, ready }, words.bring_title, words.bring);
}

// What somebody needs from us: over the row in portrait, in it in landscape.
constexpr float kNeeds = 112;

void draw_needs(const Scene& scene, const ConfirmWords& words)
{
    if (!words.needs || scene.page.landscape)
        return;
    const Rect row = scene.page.row();
    draw_button(scene, { row.x, row.y - 24 - kNeeds, row.w, kNeeds }, *words.needs, ui::Look::Quiet);
}

void draw_buttons(const Scene& scene, const ConfirmWords& words)
{
    const ButtonWords back {
        .key = "confirm.back", .label = scene.wording.back, .icon = ui::Icon::Back, .act = Intent::Kind::Back
    };
    const ButtonWords take {
        .key = "confirm.take", .label = words.take, .icon = {}, .act = Intent::Kind::Take
    };
    if (!words.needs || !scene.page.landscape) {
        draw_row(scene, back, take);
        return;
    }
    constexpr float kWide = 640, kGap = 24;
    const Rect row = scene.page.row();
    const float first = scene.page.back_width();
    draw_button(scene, { row.x, row.y, first, row.h }, back, ui::Look::Secondary);
    draw_button(scene, { row.x + first + kGap, row.y, kWide, row.h }, *words.needs, ui::Look::Quiet);
    const float taken = first + kWide + 2 * kGap;
    draw_button(scene, { row.x + taken, row.y, row.w - taken, row.h }, take, ui::Look::Primary);
}

} // namespace

void draw_confirm(const Scene& scene)
{
    const Page& page = scene.page;
    const ConfirmWords& words = scene.wording.confirm;
    const float top = draw_heading(scene, words.question) + page.below_heading();
    const ServiceForm form = form_of(page, words);
    const bool needs = words.needs && !page.landscape;
    const float bottom = page.row().y - 24 - (needs ? kNeeds + 24 : 0);
    const float high = std::min(panel_height(page, form), bottom - top);
    if (page.landscape) {
        const bool beside = !words.bring.empty() || !words.warnings.empty() || !words.needs_said.empty();
        const float width = beside ? (page.width() - 24) / 2 : page.width();
        draw_service(scene, { page.margin(), top, width, high }, form, words);
        if (beside)
            draw_beside(scene, { page.margin() + width + 24, top, width, bottom - top }, words, high);
    } else {
        draw_service(scene, { page.margin(), top, page.width(), high }, form, words);
        const float y = top + high + 24;
        draw_beside(scene, { page.margin(), y, page.width(), bottom - y }, words, 0);
    }
    draw_needs(scene, words);
    draw_buttons(scene, words);
}

} // namespace nextplease::visitor
