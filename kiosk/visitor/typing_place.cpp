#include "kiosk/visitor/typing_place.h"

#include <algorithm>
#include <cmath>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using Shape = ui::KeyboardForm::Shape;

constexpr ui::Size kKey { 96, 104 }, kLandscapeKey { 88, 96 };
constexpr float kBedPadding = 16;
constexpr float kColumns = 10;
constexpr float kBetween = 20; // field and what stands above and below it

float keys_extent(float key, float count)
{
    return count * key + (count - 1) * ui::kKeyGap;
}

ui::KeyboardKind kind_of(TypingStep::Keys keys)
{
    switch (keys) {
    case TypingStep::Keys::Words:
        return ui::KeyboardKind::Words;
    case TypingStep::Keys::Code:
        return ui::KeyboardKind::Code;
    case TypingStep::Keys::Digits:
        return ui::KeyboardKind::Digits;
    case TypingStep::Keys::Email:
        return ui::KeyboardKind::Email;
    }
    return ui::KeyboardKind::Words;
}

// Back and next. Back is as wide as on every other screen, but beside the keys.
void place_row(const Rect& row, float back, TypingPlace& place)
{
    constexpr float kGap = 24;
    place.back = { row.x, row.y, back, row.h };
    place.next = { row.x + back + kGap, row.y, row.w - back - kGap, row.h };
}

// The keys; returns what is left for the words.
Rect place_keyboard(const Page& page, TypingPlace& place, bool right_to_left)
{
    ui::KeyboardForm& form = place.keyboard;
    const bool wide = page.landscape && page.modes.reach;
    form.shape = wide ? Shape::Wide : Shape::Stacked;
    const ui::Size key = page.landscape ? kLandscapeKey : kKey;
    const float height = keys_extent(key.h, static_cast<float>(ui::keyboard_rows(form)));
    const Rect row = page.row();
    if (wide) {
        const float bottom = page.bar().y - 20;
        form.area = { page.margin(), bottom - height, page.width(), height };
        place.bed = { 0, form.area.y - kBedPadding, page.room.w, page.bar().y - form.area.y + kBedPadding };
        // Keys stand as on a real keyboard in every language, and what is beside them too.
        Rect beside = ui::beside_keys(form);
        if (right_to_left)
            beside.x = form.area.x + form.area.right() - beside.right();
        place_row(beside, 0.42F * beside.w, place);
        return { page.margin(), page.heading_y(), page.width(), place.bed.y - 20 - page.heading_y() };
    }
    place_row(row, page.back_width(), place);
    const float width = keys_extent(key.w, kColumns);
    const float bed_y = row.y - 32 - height - 2 * kBedPadding;
    if (page.landscape) {
        const float x = page.room.w - page.margin() - width;
        place.bed = { x - 24, bed_y, page.room.w - x + 24, height + 2 * kBedPadding };
        form.area = { x, bed_y + kBedPadding, width, height };
        return { page.margin(), page.heading_y(), place.bed.x - 32 - page.margin(),
            row.y - 32 - page.heading_y() };
    }
    place.bed = { 0, bed_y, page.room.w, height + 2 * kBedPadding };
    form.area = { (page.room.w - width) / 2, bed_y + kBedPadding, width, height };
    return { page.margin(), page.heading_y(), page.width(), bed_y - 24 - page.heading_y() };
}

ui::Type typed_type(const Page& page, const TypingStep& step)
{
    const bool code = step.keys == TypingStep::Keys::Code || step.keys == TypingStep::Keys::Digits;
    const float size = code ? 56.0F : 36.0F;
    ui::Type type { .size = page.size(size),
        .line = page.tall ? page.line(size) : std::round(page.size(size) * 1.44F),
        .weight = code ? ui::Weight::Bold : ui::Weight::Regular };
    // Codes, numbers and e-mail addresses run from left to right in every language.
    if (step.keys != TypingStep::Keys::Words)
        type.language = Language("en");
    return type;
}

// How the words above the keys are set: tried one after another until the field has room.
struct Attempt {
    float question; // of its size
    bool hint;
};
constexpr Attempt kAttempts[] { { 1, true }, { 0.8F, true }, { 0.8F, false }, { 0.64F, false } };

class Column {
public:
    Column(const Scene& scene, const TypingStep& step, TypingPlace& place)
        : scene_(scene)
        , step_(step)
        , place_(place)
    {
    }

    // Words above the field, the field, and the note under it.
    void stack(const Rect& room)
    {
        for (const Attempt& attempt : kAttempts) {
            const float y = words_above(room, attempt);
            const float bottom = note_below(room);
            if (place_field({ room.x, y, room.w, bottom - y }))
                return;
        }
    }

    // Words at the start side, the field at the end side.
    void beside(const Rect& room)
    {
        constexpr float kGap = 40;
        const float half = std::round((room.w - kGap) / 2);
        const Rect words { room.x, room.y, half, room.h };
        for (const Attempt& attempt : kAttempts) {
            const float y = words_above(words, attempt);
            if (y + note_height(half) <= room.bottom() || attempt.question < 0.7F)
                break;
        }
        if (!step_.privacy.empty())
            place_.note = { room.x, room.bottom() - note_height(half), half, note_height(half) };
        place_field({ room.x + half + kGap, room.y + 24, half, room.h - 24 });
    }

private:
    float words_above(const Rect& room, const Attempt& attempt)
    {
        ui::Canvas& canvas = scene_.frame.canvas;
        const Page& page = scene_.page;
        place_.question_type = page.heading();
        place_.question_type.size *= attempt.question;
        place_.question_type.line *= attempt.question;
        const float question = canvas.measure(step_.question, place_.question_type, room.w).h;
        place_.question = { room.x, room.y, room.w, question };
        float y = place_.question.bottom();
        place_.hint_in_field = !attempt.hint;
        place_.hint = place_.problem = {};
        if (!step_.problem.empty()) {
            place_.problem = { room.x, y + kBetween, room.w, panel_height(step_.problem, room.w) };
            y = place_.problem.bottom();
        } else if (attempt.hint && !step_.hint.empty()) {
            const float hint = canvas.measure(step_.hint, page.type(32), room.w).h;
            place_.hint = { room.x, y + (page.tall ? 20.0F : 8.0F), room.w, hint };
            y = place_.hint.bottom();
        }
        return y + kBetween;
    }

    float panel_height(const std::string& words, float width) const
    {
        const NoteForm form = note_form(scene_.page);
        const float text = scene_.frame.canvas.measure(words, form.type, form.words_w(width)).h;
        return std::max(form.icon, text) + 2 * form.above;
    }
    float note_height(float width) const
    {
        return step_.privacy.empty() ? 0 : panel_height(step_.privacy, width);
    }

    // Returns where the field must end.
    float note_below(const Rect& room)
    {
        place_.note = {};
        if (step_.privacy.empty())
            return room.bottom();
        const float height = note_height(room.w);
        place_.note = { room.x, room.bottom() - height, room.w, height };
        return place_.note.y - kBetween;
    }

    // False: it is too low to be read.
    bool place_field(const Rect& room)
    {
        constexpr float kAround = 48; // border and padding, above and below together
        const float line = place_.typed_type.line;
        const bool lines = step_.room == TypingStep::Room::Lines;
        const float height = lines ? room.h : std::min(room.h, line + kAround);
        place_.field = { room.x, room.y, room.w, height };
        if (!lines && !step_.privacy.empty() && place_.note.y > 0 && place_.note.x == room.x)
            place_.note.y = place_.field.bottom() + kBetween; // right under it
        return height >= (lines ? 2 * line : line) + kAround;
    }

    const Scene& scene_;
    const TypingStep& step_;
    TypingPlace& place_;
};

} // namespace

NoteForm note_form(const Page& page)
{
    NoteForm form { .type = page.type(page.landscape && page.modes.large_print ? 28.0F : 32.0F) };
    form.above += page.tall ? 14.0F : 0.0F;
    return form;
}

TypingPlace typing_place(const Scene& scene, const TypingStep& step)
{
    const Page& page = scene.page;
    TypingPlace place;
    place.keyboard.kind = kind_of(step.keys);
    place.keyboard.language = scene.frame.words.language();
    place.keyboard.lines = step.room == TypingStep::Room::Lines;
    const bool code = step.keys == TypingStep::Keys::Code || step.keys == TypingStep::Keys::Digits;
    // Nastaliq stands taller than a key of that size allows.
    const float larger = !page.modes.large_print ? 1.0F : page.tall && !code ? 1.1F : 1.3F;
    place.letter_size = (code ? 52.0F : 44.0F) * larger;
    place.typed_type = typed_type(page, step);
    const Rect room = place_keyboard(page, place, scene.frame.canvas.right_to_left());
    Column column(scene, step, place);
    if (place.keyboard.shape == Shape::Wide)
        column.beside(room);
    else
        column.stack(room);
    return place;
}

} // namespace nextplease::visitor
