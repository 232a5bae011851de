// "Are you still there?": a ring that runs out over everything but the bar.
#include "kiosk/visitor/screens.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

struct PanelForm {
    Rect panel;
    ui::Point ring; // its centre
    Rect question, text, yes, no;
};

constexpr float kRing = 292;

ui::Type question_type(const Page& page)
{
    ui::Type type = page.type(
        page.landscape ? 60 : 64, Weight::Bold, page.landscape ? ui::Align::Start : ui::Align::Middle);
    if (page.modes.large_print) {
        type.size = 76;
        type.line = page.tall ? page.line(54) : 92;
    }
    return type;
}

ui::Type text_type(const Page& page)
{
    return page.type(34, Weight::Regular, page.landscape ? ui::Align::Start : ui::Align::Middle);
}

// The panel stands right above the bar, as high as its words need; in landscape the ring is beside them.
PanelForm panel_form(const Scene& scene)
{
    constexpr float kYes = 168, kNo = 136, kBetween = 24;
    const Page& page = scene.page;
    const TimeoutWords& words = scene.wording.timeout;
    const float width = page.landscape ? 1480 : 936;
    const float inside = page.landscape ? width - 56 - 56 - kRing - 72 : width - 96;
    const float question = scene.frame.canvas.measure(words.question, question_type(page), inside).h;
    const float text = scene.frame.canvas.measure(words.text, text_type(page), inside).h;
    const float said = question + 8 + text;
    const float top = page.landscape ? std::max(kRing, said) + 2 * 48 : 70 + kRing + 32 + said + 40;
    const float height = top + kYes + kBetween + kNo + 48;
    const Rect panel { (page.room.w - width) / 2, page.bar().y - (page.landscape ? 32.0F : 48.0F) - height,
        width, height };

    PanelForm form { .panel = panel, .ring = {}, .question = {}, .text = {}, .yes = {}, .no = {} };
    if (page.landscape) {
        form.ring = { panel.x + 56 + kRing / 2, panel.y + top / 2 };
        form.question = { panel.x + 56 + kRing + 72, panel.y + (top - said) / 2, inside, question };
    } else {
        form.ring = { panel.x + width / 2, panel.y + 70 + kRing / 2 };
        form.question = { panel.x + 48, panel.y + 70 + kRing + 32, inside, question };
    }
    form.text = { form.question.x, form.question.bottom() + 8, inside, text };
    const float side = page.landscape ? 56 : 48;
    form.yes = { panel.x + side, panel.y + top, width - 2 * side, kYes };
    form.no = { form.yes.x, form.yes.bottom() + kBetween, form.yes.w, kNo };
    return form;
}

void draw_ring(const Scene& scene, ui::Point centre, const TimeoutWords& words)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    constexpr float kRadius = 136, kStroke = 20;
    const ui::Color rest = theme.kind == ui::Theme::Kind::Contrast ? theme.surface : theme.tint;
    canvas.ring(centre, kRadius, kStroke, rest, 1);
    canvas.ring(centre, kRadius, kStroke, theme.petrol, words.share);
    if (words.digits.empty()) { // nothing runs out yet
        constexpr float kSign = 120;
        canvas.icon(
            ui::Icon::Hourglass, { centre.x - kSign / 2, centre.y - kSign / 2, kSign, kSign }, theme.petrol);
        return;
    }
    canvas.text({ centre.x, centre.y + 24 }, words.digits,
        { .size = 112, .weight = Weight::Bold, .align = ui::Align::Middle }, theme.ink);
    canvas.text({ centre.x, centre.y + (scene.page.tall ? 78.0F : 66.0F) }, words.seconds,
        { .size = 30, .align = ui::Align::Middle }, theme.ink2, 220);
}

ui::Touch draw_button(
    const Scene& scene, const Rect& rect, const std::string& key, const std::string& label, bool primary)
{
    ui::Frame& frame = scene.frame;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch = frame.input.item(frame.canvas, key, rect, label);
    ui::card(frame, rect, touch, primary ? ui::Look::Primary : ui::Look::Secondary);
    if (!primary && !touch.down)
        frame.canvas.border(
            rect, theme.petrol, theme.kind == ui::Theme::Kind::Contrast ? theme.border : 3, 16);
    const bool contrast_primary = primary && touch.down && theme.kind == ui::Theme::Kind::Contrast;
    const ui::Color text = contrast_primary ? theme.paper
        : touch.down                        ? theme.on_pressed
        : primary                           ? theme.on_petrol
                                            : theme.petrol;
    const ui::Type type = scene.page.type(primary ? 44 : 40, Weight::Bold, ui::Align::Middle);
    const ui::Type set = frame.canvas.fitted(label, type, { rect.w - 48, rect.h - 8 });
    const float height = frame.canvas.measure(label, set, rect.w - 48).h;
    frame.canvas.paragraph(
        { rect.x + 24, rect.y + (rect.h - height) / 2, rect.w - 48, rect.h }, label, set, text);
    return touch;
}

} // namespace

void draw_timeout(const Scene& scene, ui::Moment asked)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const TimeoutWords& words = scene.wording.timeout;
    const PanelForm form = panel_form(scene);
    canvas.fill({ 0, 0, page.room.w, page.bar().y }, theme.deep, 0, 0.9F);
    canvas.fill(form.panel, theme.surface, 24);
    if (theme.kind == ui::Theme::Kind::Contrast)
        canvas.border(form.panel, theme.edge, theme.border, 24);
    draw_ring(scene, form.ring, words);

    canvas.paragraph({ form.question.x, form.question.y, form.question.w, 0 }, words.question,
        question_type(page), theme.ink);
    canvas.paragraph({ form.text.x, form.text.y, form.text.w, 0 }, words.text, text_type(page), theme.ink2);

    const ui::Touch yes = draw_button(scene, form.yes, "timeout.yes", words.yes, true);
    const ui::Touch no = draw_button(scene, form.no, "timeout.no", words.no, false);
    if (no.activated)
        scene.intent = Intent { .kind = Intent::Kind::StartAgain };
    else if (yes.activated)
        scene.intent = Intent { .kind = Intent::Kind::Stay };
    // Any other sign of a person keeps going too. Not while a finger is on a button, nor while the keys are
    // moving between the two.
    else if (scene.frame.input.last_input() > asked && !no.down && !yes.down && !scene.frame.input.focus())
        scene.intent = Intent { .kind = Intent::Kind::Stay };
}

} // namespace nextplease::visitor
