// One step of a journey, as it is shown: ready words, no drawing. Each kind of step is drawn in one place
// (steps.h) for every size, print, theme, direction and mode, so that a journey says what it asks and never
// where it stands.
#pragma once

#include "kiosk/ui/icons.h"
#include "kiosk/ui/text_draft.h"
#include "kiosk/visitor/words.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nextplease::visitor {

// One answer to a question: a card of its own.
struct Choice {
    std::string key; // of the touch item, such as "need.hearing-loop"; the same in every language
    std::string title;
    std::string hint; // a second line; may be empty
    std::optional<ui::Icon> icon {};
    std::string letter {}; // a tile with a letter instead of an icon
    bool chosen = false; // shown by a tick, a filled card and the word of `chosen_word`
    std::string off {}; // not empty: drawn as off, and the reason; a touch still says it
};

// Pick one (a touch goes on) or any number (touches switch, `next` goes on).
struct ChoiceStep {
    std::string question, hint;
    std::vector<Choice> choices; // more than a screen holds are paged by the drawing
    bool several = false;
    std::string chosen_word {}; // "chosen", beside the tick
    std::string more {}, previous {}; // of the pager
    std::optional<ButtonWords> next {}; // at the bottom end
};

// How many: a number between two buttons.
struct CountStep {
    std::string question, hint;
    long count = 1, least = 1, most = 1;
    std::string counted; // "3 people"
    std::string fewer, further; // what the two buttons say
    std::optional<ButtonWords> next {};
};

// Typing, on the screen's own keyboard or a real one.
struct TypingStep {
    enum class Keys { Words, Code /* capital letters and digits */, Digits, Email };
    enum class Room { Line, Lines };
    std::string question, hint;
    std::string label; // in the empty field
    std::string problem {}; // what is wrong with what was typed, and how to mend it
    std::string privacy {}; // who will read it, beside a lock
    Keys keys = Keys::Words;
    Room room = Room::Line;
    bool personal = false; // not spoken aloud on the loudspeaker, taken away under the time-out's question
    ui::TextDraft* draft = nullptr; // of the journey; valid until the journey changes
    std::optional<ButtonWords> next {};
};

// Five faces, from very bad to very good.
struct FacesStep {
    std::string question, hint;
    std::vector<Choice> faces; // five, worst first; drawn as faces, each with its word
    std::optional<ButtonWords> next {};
};

// Everything that was said, before it is sent.
struct ReviewRow {
    std::string label, value;
    std::string key; // of the button that changes it; empty: there is none
    std::string change; // "Change"
    bool personal = false;
};
struct ReviewStep {
    std::string question, hint;
    std::vector<ReviewRow> rows;
    std::string more {}, previous {};
    std::optional<ButtonWords> next {};
};

// Promises and how they were kept.
struct FigureRow {
    std::string promise; // "We see you within 10 minutes."
    std::string result; // "91 in 100 visitors, 812 of 892"; "no visitors last month"
    std::string verdict; // "Goal met", "Just below the goal"; empty: no goal
    std::optional<Pace> sign {};
};
struct FiguresStep {
    std::string question, hint;
    std::vector<FigureRow> rows;
    std::string more {}, previous {};
    std::optional<ButtonWords> next {};
};

// Something said; drawn as the other screens that only say something. A large line such as a ticket's number
// or a case's reference stands over it.
struct SayingStep {
    MessageWords words;
    std::string large {}, large_label {}; // "K-318", "Your reference"
    std::optional<std::size_t> changing {}; // the line that changes while the others stand
};

using Step = std::variant<ChoiceStep, CountStep, TypingStep, FacesStep, ReviewStep, FiguresStep, SayingStep>;

} // namespace nextplease::visitor
