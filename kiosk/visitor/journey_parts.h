// Small parts that several journeys are made of.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/ui/text_draft.h"
#include "kiosk/visitor/step.h"
#include "text_keys.h"

#include <string>

namespace nextplease::visitor {

inline ButtonWords step_next(std::string label)
{
    return {
        .key = "step.next", .label = std::move(label), .icon = ui::Icon::Arrow, .act = Intent::Kind::StepNext
    };
}

// The way out of a step that only says something.
inline ButtonWords step_back(std::string label)
{
    return { .key = "step.back", .label = std::move(label), .icon = ui::Icon::Back };
}

// A step that waits for the store.
inline SayingStep one_moment(const Words& words, Text what)
{
    SayingStep step;
    step.words.heading = words.say(Text::VisitorTakingHeading);
    step.words.lines = { { ui::Icon::Clock, words.say(what), {} } };
    return step;
}

// The store could not be reached: where to go, and to try again.
inline SayingStep store_unreachable(const Words& words)
{
    SayingStep step;
    step.words.heading = words.say(Text::VisitorCutOffHeading);
    step.words.lines = { { ui::Icon::Person, words.say(Text::VisitorCutOffReception),
        words.say(Text::VisitorCutOffReceptionText) } };
    step.words.first = step_back(words.say(Text::VisitorBack));
    step.words.main = step_next(words.say(Text::VisitorCutOffTryAgain));
    return step;
}

inline void empty(ui::TextDraft& draft)
{
    draft.text.clear();
    draft.caret = 0;
}

inline void fill(ui::TextDraft& draft, std::u32string_view typed)
{
    empty(draft);
    for (const char32_t c : typed)
        draft.insert(c);
}

} // namespace nextplease::visitor
