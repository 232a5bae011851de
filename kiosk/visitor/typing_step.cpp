#include "kiosk/visitor/typing_step.h"

#include "kiosk/ui/fonts.h"
#include "kiosk/visitor/typing_place.h"
#include "text_keys.h"

#include <algorithm>
#include <cmath>

namespace nextplease::visitor {
namespace {

using ui::KeyAct;
using ui::KeyCode;
using ui::Rect;
using ui::TextDraft;

constexpr const char* kField = "step.field";
constexpr float kPaddingX = 28, kPaddingY = 24;

// ---- The caret ----

// Which way the text runs at the caret: as the nearest letter before it does, else the nearest after it.
bool runs_to_left(const TextDraft& draft, bool screen)
{
    const auto strong = [](char32_t c) { return c > U'@' && c != U'\u00A0'; };
    const auto to_left = [](char32_t c) {
        return ui::has_arabic(TextDraft { .text = std::u32string(1, c) }.utf8());
    };
    for (std::size_t i = draft.caret; i-- > 0;)
        if (strong(draft.text[i]))
            return to_left(draft.text[i]);
    for (std::size_t i = draft.caret; i < draft.text.size(); ++i)
        if (strong(draft.text[i]))
            return to_left(draft.text[i]);
    return screen;
}

void move_sideways(TextDraft& draft, KeyCode key, bool screen_to_left)
{
    const bool mirrored = runs_to_left(draft, screen_to_left);
    draft.apply((key == KeyCode::Left) != mirrored ? KeyCode::Left : KeyCode::Right);
}

// The draft as it is set in the field.
struct SetText {
    ui::Canvas& canvas;
    Rect inner;
    ui::Type type;
    std::string text;

    ui::TextCaret caret_at(std::size_t byte) const
    {
        return canvas.caret({ 0, 0, inner.w, 0 }, text, type, byte);
    }
};

void move_by_line(const SetText& set, TextDraft& draft, int lines)
{
    const ui::TextCaret now = set.caret_at(draft.utf8_until(draft.caret).size());
    const int target = now.line + lines;
    if (target < 0) {
        draft.caret = 0;
        return;
    }
    if (target > set.caret_at(set.text.size()).line) {
        draft.caret = draft.text.size();
        return;
    }
    draft.caret =
        draft.letters_in(set.canvas.index_at({ 0, 0, set.inner.w, 0 }, set.text, set.type, target, now.x));
    // Behind the last letter of a line that goes on stands the first of the next.
    if (draft.caret > 0 && set.caret_at(draft.utf8_until(draft.caret).size()).line > target)
        draft.apply(KeyCode::Left);
}

void move(const SetText& set, TextDraft& draft, KeyCode key)
{
    if (key == KeyCode::Left || key == KeyCode::Right)
        move_sideways(draft, key, set.type.language.empty() && set.canvas.right_to_left());
    else
        move_by_line(set, draft, key == KeyCode::Up ? -1 : 1);
}

KeyCode code_of(KeyAct act)
{
    switch (act) {
    case KeyAct::Left:
        return KeyCode::Left;
    case KeyAct::Right:
        return KeyCode::Right;
    case KeyAct::Up:
        return KeyCode::Up;
    default:
        return KeyCode::Down;
    }
}

// ---- A real keyboard ----

char32_t as_typed(char32_t c, TypingStep::Keys keys)
{
    const bool small = U'a' <= c && c <= U'z';
    return keys == TypingStep::Keys::Code && small ? c - U'a' + U'A' : c;
}

// Returns what it asks for.
std::optional<Intent::Kind> take_keys(const Scene& scene, const TypingStep& step, const SetText& set)
{
    ui::Interaction& input = scene.frame.input;
    TextDraft& draft = *step.draft;
    const auto focus = input.focus();
    if (!focus || *focus == kField)
        input.typing();
    std::optional<Intent::Kind> asked;
    for (const char32_t c : input.characters()) {
        draft.insert(as_typed(c, step.keys));
        asked = Intent::Kind::StepTyped;
    }
    for (const KeyCode key : input.keys()) {
        const bool arrow =
            key == KeyCode::Left || key == KeyCode::Right || key == KeyCode::Up || key == KeyCode::Down;
        if (arrow)
            move(set, draft, key);
        else if (key == KeyCode::Enter && step.room == TypingStep::Room::Line)
            asked = Intent::Kind::StepNext;
        else if (key == KeyCode::Enter)
            draft.insert(U'\n');
        else
            draft.apply(key);
        if (!asked)
            asked = Intent::Kind::StepTyped;
    }
    return asked;
}

// ---- What is painted ----

void draw_note(const Scene& scene, const Rect& at, ui::Icon icon, const std::string& words, ui::Color fill,
    ui::Color ink)
{
    if (words.empty() || at.h <= 0)
        return;
    ui::Canvas& canvas = scene.frame.canvas;
    const NoteForm form = note_form(scene.page);
    canvas.fill(at, fill, 16);
    if (scene.frame.theme.kind == ui::Theme::Kind::Contrast)
        canvas.border(at, ink, scene.frame.theme.border, 16);
    canvas.icon(icon, { at.x + form.padding, at.y + (at.h - form.icon) / 2, form.icon, form.icon }, ink);
    const float width = form.words_w(at.w);
    const float height = canvas.measure(words, form.type, width).h;
    canvas.paragraph({ form.words_x(at), at.y + (at.h - height) / 2, width, 0 }, words, form.type, ink);
}

void paint_caret(const Scene& scene, float x, float baseline, float size)
{
    scene.frame.canvas.fill({ x - 2, baseline - size, 4, 1.28F * size }, scene.frame.theme.focus);
}

// Whole lines, so that the caret's is among them; how many are hidden is told by arrows at the end.
void paint_lines(const Scene& scene, const SetText& set, const TextDraft& draft)
{
    ui::Canvas& canvas = set.canvas;
    const ui::TextCaret caret = set.caret_at(draft.utf8_until(draft.caret).size());
    const int last = set.caret_at(set.text.size()).line;
    const int fit = std::max(1, static_cast<int>(set.inner.h / set.type.line));
    const int top = std::max(0, caret.line - fit + 1);
    const float y = set.inner.y - static_cast<float>(top) * set.type.line;
    {
        const float spare = scene.page.tall ? 8 : 0; // Nastaliq reaches over its line
        const ui::Clip clip(canvas,
            { set.inner.x - 8, set.inner.y - spare, set.inner.w + 16,
                static_cast<float>(fit) * set.type.line + 2 * spare });
        canvas.paragraph({ set.inner.x, y, set.inner.w, 0 }, set.text, set.type, scene.frame.theme.ink);
        const float x = canvas.right_to_left() ? set.inner.w - caret.x : caret.x;
        paint_caret(scene, set.inner.x + x, y + caret.baseline, set.type.size);
    }
    constexpr float kIcon = 32;
    const float end = set.inner.right() + 2;
    if (top > 0)
        canvas.icon(ui::Icon::Up, { end, set.inner.y, kIcon, kIcon }, scene.frame.theme.ink2);
    if (top + fit <= last)
        canvas.icon(ui::Icon::Down,
            { end, set.inner.y + static_cast<float>(fit) * set.type.line - kIcon, kIcon, kIcon },
            scene.frame.theme.ink2);
}

// One line, moved under its frame so that the caret is seen.
void paint_line(const Scene& scene, const SetText& set, const TextDraft& draft)
{
    ui::Canvas& canvas = set.canvas;
    const std::size_t byte = draft.utf8_until(draft.caret).size();
    const ui::TextCaret caret = canvas.caret({ 0, 0, 0, 0 }, set.text, set.type, byte);
    const float width = canvas.measure(set.text, set.type).w;
    const float from_start = canvas.right_to_left() ? width - caret.x : caret.x;
    const float left = set.inner.x - std::max(0.0F, from_start + 8 - set.inner.w);
    const float baseline = set.inner.y + set.inner.h / 2 + 0.388F * set.type.size;
    const ui::Clip clip(canvas, set.inner.inset(-8));
    canvas.text({ left, baseline }, set.text, set.type, scene.frame.theme.ink);
    paint_caret(scene, left + from_start, baseline, set.type.size);
}

// Near the end of the room there is, how much is left.
void paint_count(const Scene& scene, const TypingPlace& place, const TextDraft& draft)
{
    if (!place.keyboard.lines || draft.text.size() * 4 < draft.limit * 3)
        return;
    const std::string words = scene.frame.words.say(Text::VisitorTypingCount,
        { { "count", static_cast<long>(draft.text.size()) }, { "limit", static_cast<long>(draft.limit) } });
    scene.frame.canvas.text({ place.field.right() - kPaddingX, place.field.bottom() - 16 }, words,
        { .size = 28, .align = ui::Align::End }, scene.frame.theme.ink2, place.field.w - 2 * kPaddingX);
}

SetText set_text(const Scene& scene, const TypingPlace& place, const TypingStep& step)
{
    // The arrows that tell of more stand at the end; the count stands below.
    const bool lines = place.keyboard.lines;
    const bool count = lines && step.draft->text.size() * 4 >= step.draft->limit * 3;
    return { scene.frame.canvas,
        { place.field.x + kPaddingX, place.field.y + kPaddingY,
            place.field.w - 2 * kPaddingX - (lines ? 16.0F : 0.0F),
            place.field.h - 2 * kPaddingY - (count ? 24.0F : 0.0F) },
        place.typed_type, step.draft->utf8() };
}

void paint_field(const Scene& scene, const TypingPlace& place, const TypingStep& step, bool focused)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    if (focused)
        ui::focus_ring(scene.frame, place.field, 16);
    canvas.fill(place.field, theme.surface, 16);
    canvas.border(place.field, step.problem.empty() ? theme.petrol : theme.red, 4, 16);
    const SetText set = set_text(scene, place, step);
    if (scene.wording.asking) // not for whoever comes by
        return;
    if (!step.draft->text.empty()) {
        if (place.keyboard.lines)
            paint_lines(scene, set, *step.draft);
        else
            paint_line(scene, set, *step.draft);
        paint_count(scene, place, *step.draft);
        return;
    }
    ui::Type type = scene.page.type(36);
    const std::string& words = place.hint_in_field && !step.hint.empty() ? step.hint : step.label;
    const float height = place.keyboard.lines ? place.typed_type.line : set.inner.h;
    const float baseline = set.inner.y + height / 2 + 0.388F * type.size;
    const bool wraps = place.keyboard.lines && canvas.measure(words, type).w > set.inner.w;
    if (wraps)
        canvas.paragraph(set.inner, words, type, theme.ink2);
    else
        canvas.text({ set.inner.x + 8, baseline }, words, type, theme.ink2, set.inner.w - 8);
    paint_caret(
        scene, set.inner.x, set.inner.y + height / 2 + 0.388F * place.typed_type.size, place.typed_type.size);
}

ui::KeyboardWords keyboard_words(const Words& words)
{
    return { .space = words.say(Text::VisitorKeyboardSpace),
        .shift = words.say(Text::VisitorKeyboardShift),
        .signs = words.say(Text::VisitorKeyboardSigns),
        .letters = words.say(Text::VisitorKeyboardLetters),
        .script = words.say(Text::VisitorKeyboardScript),
        .remove = words.say(Text::VisitorKeyboardDelete),
        .new_line = words.say(Text::VisitorKeyboardNewLine),
        .undo = words.say(Text::VisitorKeyboardUndo),
        .redo = words.say(Text::VisitorKeyboardRedo),
        .left = words.say(Text::VisitorKeyboardLeft),
        .right = words.say(Text::VisitorKeyboardRight),
        .up = words.say(Text::VisitorKeyboardUp),
        .down = words.say(Text::VisitorKeyboardDown) };
}

void draw_buttons(const Scene& scene, const TypingPlace& place, const TypingStep& step)
{
    draw_button(scene, place.back,
        { .key = "step.back",
            .label = scene.wording.back,
            .icon = ui::Icon::Back,
            .act = Intent::Kind::Back },
        ui::Look::Secondary);
    if (!step.next)
        return;
    ButtonWords next = *step.next;
    next.act = Intent::Kind::StepNext;
    draw_button(scene, place.next, next, ui::Look::Primary);
}

} // namespace

void draw_step(const Scene& scene, const TypingStep& step)
{
    ui::Frame& frame = scene.frame;
    const ui::Theme& theme = frame.theme;
    const TypingPlace place = typing_place(scene, step);
    const auto asked = take_keys(scene, step, set_text(scene, place, step));

    frame.canvas.paragraph(place.question, step.question, place.question_type, theme.ink);
    if (place.hint.h > 0)
        frame.canvas.paragraph(place.hint, step.hint, scene.page.type(32), theme.ink2);
    draw_note(scene, place.problem, ui::Icon::Pencil, step.problem, theme.red_tint, theme.red);
    // Out of reach it is read only.
    bool focused = false;
    if (!scene.page.modes.reach)
        focused =
            frame.input
                .item(frame.canvas, kField, place.field, step.label.empty() ? step.question : step.label)
                .focused;
    paint_field(scene, place, step, focused);
    draw_note(scene, place.note, ui::Icon::Lock, step.privacy, theme.tint, theme.ink);

    frame.canvas.fill(place.bed, theme.sunk);
    const ui::KeyboardTouch touch =
        ui::draw_keyboard(frame, place.keyboard, keyboard_words(frame.words), place.letter_size, *step.draft);
    if (touch.move)
        move(set_text(scene, place, step), *step.draft, code_of(*touch.move));
    draw_buttons(scene, place, step);
    if (asked && !scene.intent)
        scene.intent = Intent { .kind = *asked };
    if ((touch.typed || touch.move) && !scene.intent)
        scene.intent = Intent { .kind = Intent::Kind::StepTyped };
}

} // namespace nextplease::visitor
