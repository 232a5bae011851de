// Where everything stands on a step in which something is typed.
#pragma once

#include "kiosk/ui/keyboard.h"
#include "kiosk/visitor/chrome.h"
#include "kiosk/visitor/step.h"

namespace nextplease::visitor {

struct TypingPlace {
    ui::Rect bed; // under the keys
    ui::KeyboardForm keyboard;
    ui::Rect back, next;
    ui::Rect question, hint, problem, field, note; // those without words are empty
    ui::Type question_type, typed_type;
    bool hint_in_field = false; // there is no room for it elsewhere: it stands in the field while it is empty
    float letter_size = 44; // of the keys
};

TypingPlace typing_place(const Scene& scene, const TypingStep& step);

// What a note or a problem is set in, and where its words stand beside its icon.
struct NoteForm {
    ui::Type type;
    float icon = 48, padding = 24, gap = 20, above = 16;
    float words_x(const ui::Rect& note) const { return note.x + padding + icon + gap; }
    float words_w(float width) const { return width - 2 * padding - icon - gap; }
};
NoteForm note_form(const Page& page);

} // namespace nextplease::visitor
