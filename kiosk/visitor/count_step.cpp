// How many: a number between two buttons.
#include "kiosk/visitor/steps.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

constexpr float kPanel = 280;
constexpr float kButton = 168;
constexpr float kGap = 24;

void draw_change(const Scene& scene, const Rect& rect, const char* key, const std::string& label,
    ui::Icon icon, bool possible, Intent::Kind act)
{
    ui::Type type = scene.page.type(38, Weight::Bold, ui::Align::Middle);
    if (ui::button(scene.frame, key, rect, { .label = label, .icon = icon, .type = type },
            possible ? ui::Look::Secondary : ui::Look::Off)
        && possible)
        scene.intent = Intent { .kind = act };
}

} // namespace

void draw_step(const Scene& scene, const CountStep& step)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const float top = draw_question(scene, step.question, step.hint, Standing::Top);
    const float row_end = page.row().y - 24;
    // The number stands over the buttons; low, the buttons are within reach and it stands above that.
    const float spare = row_end - top - kGap - kButton;
    const float low_spare = page.reach_top() - kGap - top;
    const float panel = std::min(kPanel, page.modes.reach ? low_spare : spare);
    const float buttons =
        page.modes.reach ? std::max(page.reach_top(), top + panel + kGap) : top + panel + kGap;
    const Rect number { page.margin(), buttons - kGap - panel, page.width(), panel };
    draw_panel(scene, number);
    ui::Type type = page.type(page.tall ? 52 : 96, Weight::Bold, ui::Align::Middle);
    type = canvas.fitted(step.counted, type, { number.w - 64, page.tall ? 0.6F * number.h : number.h - 16 });
    const float height = canvas.measure(step.counted, type, number.w - 64).h;
    canvas.paragraph({ number.x + 32, number.y + (number.h - height) / 2, number.w - 64, 0 }, step.counted,
        type, scene.frame.theme.ink);

    const float width = (page.width() - kGap) / 2;
    const float button = std::min(kButton, row_end - buttons);
    draw_change(scene, { page.margin(), buttons, width, button }, "step.fewer", step.fewer, ui::Icon::Minus,
        step.count > step.least, Intent::Kind::StepFewer);
    draw_change(scene, { page.margin() + width + kGap, buttons, width, button }, "step.further", step.further,
        ui::Icon::Plus, step.count < step.most, Intent::Kind::StepFurther);
    draw_step_row(scene, { .next = step.next });
}

} // namespace nextplease::visitor
