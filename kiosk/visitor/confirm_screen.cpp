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

} // namespace

void draw_confirm(const Scene& scene)
{
    const Page& page = scene.page;
    const ConfirmWords& words = scene.wording.confirm;
    const float top = draw_heading(scene, words.question) + page.below_heading();
    const ServiceForm form = form_of(page, words);
    const float bottom = page.row().y - 24;
    const float high = std::min(panel_height(page, form), bottom - top);
    if (page.landscape) {
        const float width = words.bring.empty() ? page.width() : (page.width() - 24) / 2;
        draw_service(scene, { page.margin(), top, width, high }, form, words);
        if (!words.bring.empty()) {
            const float ready =
                std::min(bottom - top, std::max(high, documents_height(scene, width, words.bring)));
            draw_documents(
                scene, { page.margin() + width + 24, top, width, ready }, words.bring_title, words.bring);
        }
    } else {
        draw_service(scene, { page.margin(), top, page.width(), high }, form, words);
        const float y = top + high + 24;
        if (!words.bring.empty()) {
            const float ready = std::min(bottom - y, documents_height(scene, page.width(), words.bring));
            draw_documents(scene, { page.margin(), y, page.width(), ready }, words.bring_title, words.bring);
        }
    }
    draw_row(scene,
        ButtonWords { .key = "confirm.back",
            .label = scene.wording.back,
            .icon = ui::Icon::Back,
            .act = Intent::Kind::Back },
        ButtonWords { .key = "confirm.take", .label = words.take, .act = Intent::Kind::Take });
}

} // namespace nextplease::visitor
