// The ticket: its number as large as it goes, how many are ahead, how long, where to look, what to have
// ready, and its code.
#include "kiosk/visitor/screens.h"
#include "kiosk/visitor/ticket_parts.h"

#include <algorithm>
#include <cmath>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

constexpr float kCapital = 0.714F; // of a size: how high capitals and digits are

// The empty part in front of a letter's ink, as a share of its size: numbers are aligned by what is seen.
float before_ink(const std::string& number)
{
    constexpr std::string_view kUpright = "BDEFHIKLMNPRU";
    constexpr std::string_view kRound = "CGOQS";
    if (number.empty())
        return 0;
    if (kUpright.find(number.front()) != std::string_view::npos)
        return 0.09F;
    return kRound.find(number.front()) != std::string_view::npos ? 0.055F : 0.01F;
}

// How the card with the number is divided, from its top down.
struct NumberForm {
    float padding, label, above_number, number, below_number, service, around_rule;
    float height(float wait) const
    {
        return 28 + label + above_number + kCapital * number + below_number + service + 2 * around_rule + 2
            + wait + 8;
    }
};

NumberForm number_form(const Page& page, float room, float wait)
{
    NumberForm form { .padding = page.landscape ? 32.0F : 40.0F,
        .label = page.line(36),
        .above_number = 24,
        .number = page.landscape ? 300.0F : 344.0F,
        .below_number = 44,
        .service = page.tall ? page.line(40) + 8 : page.size(56),
        .around_rule = 28 };
    // In large print the rest needs the height; the number stays the largest thing by far.
    for (float* spare : { &form.around_rule, &form.below_number, &form.above_number }) {
        while (form.height(wait) > room && *spare > (spare == &form.below_number ? 32 : 12))
            *spare -= 2;
    }
    while (form.height(wait) > room && form.number > 160)
        form.number -= 4;
    // What is left over goes between the parts.
    const float left = std::min(96.0F, room - form.height(wait));
    if (left > 0) {
        form.above_number += left * 0.2F;
        form.below_number += left * 0.2F;
        form.around_rule += left * 0.2F;
    }
    return form;
}

// The service, and when the ticket was taken where there is room for it.
void draw_service_row(const Scene& scene, const Rect& row, const TicketWords& words)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float tile = page.modes.large_print ? 72 : 56;
    const float middle = row.y + row.h / 2;
    ui::letter_tile(
        scene.frame, { row.x, middle - tile / 2, tile, tile }, words.letter, theme.petrol, theme.on_petrol);
    const float x = row.x + tile + 20;
    const ui::Type name { .size = page.size(40), .weight = Weight::Bold };
    const ui::Type taken { .size = page.size(30), .align = ui::Align::End };
    const float down = page.tall ? 0.3F : 0.388F; // Nastaliq stands above its line
    canvas.text({ x, middle + down * name.size }, words.service, name, theme.ink, row.right() - x);
    const float both = canvas.measure(words.service, name).w + 32 + canvas.measure(words.taken, taken).w;
    if (both <= row.right() - x)
        canvas.text({ row.right(), middle + down * taken.size }, words.taken, taken, theme.ink2);
}

void draw_number(const Scene& scene, const Rect& rect, const NumberForm& form, const TicketWords& words)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    draw_panel(scene, rect);
    const float x = rect.x + form.padding;
    const float room = rect.w - 2 * form.padding;
    float y = rect.y + 28;
    canvas.paragraph({ x, y, room, form.label + 8 }, words.label, scene.page.type(36), theme.ink2);
    y += form.label + form.above_number + kCapital * form.number;

    const float pen = canvas.right_to_left() ? x : x - before_ink(words.number) * form.number;
    canvas.text(
        { pen, y }, words.number, { .size = form.number, .weight = Weight::Bold }, theme.petrol, room + 32);
    y += form.below_number;
    draw_service_row(scene, { x, y, room, form.service }, words);
    y += form.service + form.around_rule;
    canvas.fill({ x, y, room, 2 }, theme.rule);
    const float wait = wait_height(scene.page);
    draw_wait(scene, { x, y + 2 + (rect.bottom() - y - 2 - wait) / 2, room, wait }, words.wait);
}

float look_padding(const Page& page)
{
    return page.tall ? 28 : 20;
}

// What stands in the strip under the number: how the paper is getting on, or where the number will be shown
// and how to keep it.
struct Strip {
    ui::Icon icon = ui::Icon::Screen;
    std::string title, hint;
    int steps = 0; // of kPrintingSteps; 0: they are not drawn
    std::string again; // a button's
};

Strip strip_of(const Page& page, const TicketWords& words)
{
    Strip strip {
        .icon = ui::Icon::Screen, .title = words.look, .hint = words.remember, .steps = 0, .again = {}
    };
    if (!words.printing)
        return strip;
    strip.again = words.printing->again;
    // Beside the button there is no room for the hint then; the number itself stands large beside it.
    const bool tight = page.landscape && page.modes.large_print && !strip.again.empty();
    if (words.printing->title.empty())
        return strip;
    strip.icon = ui::Icon::Printer;
    strip.title = words.printing->title;
    strip.hint = tight ? std::string {} : words.printing->hint;
    if (words.printing->look == PrintingWords::Look::Working)
        strip.steps = std::max(1, words.printing->steps);
    return strip;
}

constexpr float kStripIcon = 56;

// Nastaliq reaches below its line.
float between_lines(const Page& page, const Strip& strip)
{
    return page.tall && !strip.hint.empty() ? 12 : 0;
}
constexpr ui::Size kStep { 48, 24 };
constexpr float kStepGap = 12;

// What the end of the strip takes: the steps, or the button.
float strip_end(const Scene& scene, const Strip& strip)
{
    if (!strip.again.empty())
        return std::min(scene.page.modes.large_print ? 400.0F : 320.0F, scene.page.width() * 0.4F);
    return strip.steps > 0 ? kPrintingSteps * (kStep.w + kStepGap) + 24 : 0;
}

float look_height(const Scene& scene, float width, const TicketWords& words)
{
    const Page& page = scene.page;
    const Strip strip = strip_of(page, words);
    const float room = width - 32 - kStripIcon - 24 - 32 - strip_end(scene, strip);
    const float text = scene.frame.canvas.measure(strip.title, page.type(34, Weight::Bold), room).h
        + scene.frame.canvas.measure(strip.hint, page.type(28), room).h + between_lines(page, strip)
        + 2 * look_padding(page);
    constexpr float kLeastButton = 136; // two lines of its words, and air
    return strip.again.empty() ? text : std::max(text, kLeastButton);
}

// look.md: four segments that step and stop.
void draw_steps(const Scene& scene, const Rect& rect, int steps)
{
    const ui::Theme& theme = scene.frame.theme;
    for (int i = 0; i < kPrintingSteps; ++i) {
        const Rect one { rect.x + static_cast<float>(i) * (kStep.w + kStepGap),
            rect.y + (rect.h - kStep.h) / 2, kStep.w, kStep.h };
        if (i < steps)
            scene.frame.canvas.fill(one, theme.petrol, 8);
        else
            scene.frame.canvas.border(one, theme.petrol, 3, 8);
    }
}

void draw_look(const Scene& scene, const Rect& rect, const TicketWords& words)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const Strip strip = strip_of(page, words);
    canvas.fill(rect, theme.tint, 16);
    if (theme.kind == ui::Theme::Kind::Contrast)
        canvas.border(rect, theme.edge, theme.border, 16);
    canvas.icon(strip.icon, { rect.x + 32, rect.y + (rect.h - kStripIcon) / 2, kStripIcon, kStripIcon },
        theme.petrol);
    const float x = rect.x + 32 + kStripIcon + 24;
    const float end = strip_end(scene, strip);
    const float room = rect.right() - 32 - end - x;
    const ui::Type title = page.type(34, Weight::Bold), hint = page.type(28);
    const float title_height = canvas.measure(strip.title, title, room).h + between_lines(page, strip);
    const float text = title_height + canvas.measure(strip.hint, hint, room).h;
    const float y = rect.y + (rect.h - text) / 2;
    canvas.paragraph({ x, y, room, 0 }, strip.title, title, theme.petrol);
    canvas.paragraph({ x, y + title_height, room, 0 }, strip.hint, hint, theme.ink);
    // Where everything operable is to be low, a tall strip's button begins lower than the strip.
    const float above = std::max(rect.y + 12, page.modes.reach ? page.reach_top() : 0);
    if (!strip.again.empty())
        draw_button(scene, { rect.right() - end - 8, above, end - 4, rect.bottom() - 12 - above },
            { .key = "ticket.print_again",
                .label = strip.again,
                .icon = ui::Icon::Printer,
                .act = Intent::Kind::PrintAgain },
            ui::Look::Secondary);
    else if (strip.steps > 0)
        draw_steps(scene, { rect.right() - end, rect.y, end, rect.h }, strip.steps);
}

void draw_code(const Scene& scene, const Rect& rect, const TicketWords& words)
{
    constexpr ui::Color kDark { 0x12202A };
    constexpr ui::Color kLight { 0xFFFFFF };
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    draw_panel(scene, rect);
    const ui::Type title = page.type(30, Weight::Bold, ui::Align::Middle);
    const ui::Type hint = page.type(28, ui::Weight::Regular, ui::Align::Middle);
    const float room = rect.w - 40;
    float title_height = canvas.measure(words.code_title, title, room).h;
    float hint_height = canvas.measure(words.code_hint, hint, room).h;
    constexpr float kLeastCode = 200;
    if (rect.h - 40 - title_height - hint_height - 16 < kLeastCode)
        hint_height = 0;
    const float side = std::min(rect.w - 48, rect.h - 40 - title_height - hint_height - 8);
    const float above = (rect.h - side - 8 - title_height - hint_height) / 2;
    canvas.qr(words.code, { rect.x + (rect.w - side) / 2, rect.y + above, side, side }, kDark, kLight);
    const float y = rect.y + above + side + 8;
    canvas.paragraph({ rect.x + 20, y, room, 0 }, words.code_title, title, theme.ink);
    if (hint_height > 0)
        canvas.paragraph({ rect.x + 20, y + title_height, room, 0 }, words.code_hint, hint, theme.ink2);
}

// What to have ready, and the code beside it.
void draw_lower(const Scene& scene, const Rect& rect, const TicketWords& words)
{
    constexpr float kGap = 24;
    if (words.bring.empty()) {
        draw_code(scene, rect, words);
        return;
    }
    const bool tight = scene.page.landscape && scene.page.modes.large_print;
    const float code = std::round(rect.w * (tight ? 0.34F : 0.4F));
    draw_documents(scene, { rect.x, rect.y, rect.w - code - kGap, rect.h }, words.bring_title, words.bring);
    draw_code(scene, { rect.right() - code, rect.y, code, rect.h }, words);
}

} // namespace

void draw_ticket(const Scene& scene)
{
    const Page& page = scene.page;
    const TicketWords& words = scene.wording.ticket;
    const float top = draw_heading(scene, words.heading) + (page.landscape ? 16.0F : 24.0F);
    const float bottom = page.row().y - 24;
    const float wait = wait_height(scene.page);
    constexpr float kGap = 24;
    if (page.landscape) {
        const float width = (page.width() - kGap) / 2;
        const NumberForm form = number_form(page, bottom - top, wait);
        draw_number(scene, { page.margin(), top, width, bottom - top }, form, words);
        const float x = page.margin() + width + kGap;
        const float look = look_height(scene, width, words);
        // Its button is low where everything operable is to be low.
        const bool low = page.modes.reach;
        draw_look(scene, { x, low ? bottom - look : top, width, look }, words);
        draw_lower(scene, { x, low ? top : top + look + 16, width, bottom - top - look - 16 }, words);
    } else {
        const float look = look_height(scene, page.width(), words);
        const float documents = documents_height(scene, page.width() * 0.6F - kGap, words.bring);
        constexpr float kLeastLower = 376, kUsualLook = 160;
        const float most_lower = page.modes.large_print ? (page.tall ? 400.0F : 440.0F)
            : page.tall                                 ? 476.0F
                                                        : 420.0F;
        // A strip that has much to say takes it from here sooner than from the number.
        const float lower = std::max(
            kLeastLower, std::clamp(documents, kLeastLower, most_lower) - std::max(0.0F, look - kUsualLook));
        const NumberForm form = number_form(page, bottom - top - look - lower - 2 * kGap, wait);
        const float number = form.height(wait);
        draw_number(scene, { page.margin(), top, page.width(), number }, form, words);
        float y = top + number + kGap;
        draw_look(scene, { page.margin(), y, page.width(), look }, words);
        y += look + kGap;
        draw_lower(scene, { page.margin(), y, page.width(), bottom - y }, words);
    }
    draw_row(scene,
        ButtonWords { .key = "ticket.cancel",
            .label = words.cancel,
            .icon = ui::Icon::Cross,
            .act = Intent::Kind::AskCancel },
        ButtonWords { .key = "ticket.done", .label = words.done, .act = Intent::Kind::Done });
}

} // namespace nextplease::visitor
