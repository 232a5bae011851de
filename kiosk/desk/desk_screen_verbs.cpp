// The eight verbs, two by four in the order of their keys; they never move.
#include "kiosk/desk/desk_screen.h"

namespace nextplease::desk {
namespace {

using ui::Icon;
using ui::Rect;
using ui::Weight;

constexpr ui::Size kVerb { 312, 84 };
constexpr float kPitchX = 328;
constexpr float kPitchY = 100;

Icon icon_of(Verb verb)
{
    constexpr std::array kIcons { Icon::Call, Icon::Bell, Icon::Play, Icon::Finish, Icon::Transfer,
        Icon::Hold, Icon::NoShow, Icon::Undo };
    return kIcons.at(static_cast<std::size_t>(verb));
}

struct Paint {
    ui::Color fill, words, note, border;
    bool dashed = false;
};

Paint paint_of(const VerbView& verb, const ui::Touch& touch, const ui::Theme& theme)
{
    if (touch.down || verb.under_way)
        return { theme.pressed, theme.on_pressed, theme.on_pressed, theme.pressed };
    if (verb.may != May::Yes)
        return { theme.paper, theme.ink2, theme.ink2, theme.off_edge, true };
    if (verb.likely)
        return { theme.petrol, theme.on_petrol, theme.on_petrol, theme.petrol };
    return { theme.surface, theme.petrol, theme.ink2, theme.petrol };
}

void paint_verb(Painting& painting, const VerbView& verb, const Rect& rect)
{
    ui::Frame& frame = painting.frame;
    ui::Canvas& canvas = frame.canvas;
    const bool on = verb.may == May::Yes;
    const std::string spoken = verb.note.empty() ? verb.label : verb.label + ". " + verb.note;
    const ui::Touch touch =
        frame.input.item(canvas, item_key(verb.verb), rect, spoken, on ? ui::Enabled::Yes : ui::Enabled::No);
    const Paint paint = paint_of(verb, touch, frame.theme);
    canvas.fill(rect, paint.fill, 10);
    if (paint.dashed)
        canvas.dashed_border(rect, paint.border, 2, 10);
    else
        canvas.border(rect, paint.border, 2, 10);
    canvas.icon(icon_of(verb.verb), { rect.x + 20, rect.y + 24, 36, 36 }, paint.words);
    const Rect cap =
        paint_key_cap(painting, { rect.right() - 16, rect.y + 14 }, verb.cap, paint.fill, paint.words);
    const float x = rect.x + 72;
    const bool tall = tall_script(painting, verb.label);
    const ui::Type label { .size = tall ? 20.0F : 24.0F, .weight = Weight::Bold };
    const float raised = tall ? 7 : 0;
    paint_line(painting, { x, rect.y + 8 - raised, cap.x - 8 - x, 44 }, verb.label, label, paint.words);
    paint_line(
        painting, { x, rect.y + 48, rect.right() - 16 - x, 28 }, verb.note, { .size = 16 }, paint.note);
    if (touch.focused)
        ui::focus_ring(frame, rect, 10);
    if (touch.activated)
        painting.intent = [pressed = verb.verb](Console& console) { console.press(pressed); };
}

} // namespace

void paint_verbs(Painting& painting)
{
    const Rect& area = painting.layout.verbs;
    for (std::size_t i = 0; i < painting.view.verbs.size(); ++i) {
        const Rect rect { area.x + kPitchX * static_cast<float>(i % 2),
            area.y + kPitchY * static_cast<float>(i / 2), kVerb.w, kVerb.h };
        paint_verb(painting, painting.view.verbs[i], rect);
    }
}

} // namespace nextplease::desk
