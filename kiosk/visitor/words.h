// The words that several screens are made of.
#pragma once

#include "core/domain/clocks.h"
#include "kiosk/ui/icons.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::visitor {

// What a touch asks for; `index` says which of several (a language, a service, a page, a kind of journey).
struct Intent {
    enum class Kind {
        ChooseLanguage,
        ChooseService,
        ChooseGroup,
        TurnToPage,
        Back,
        Take,
        TryAgain,
        PrintAgain,
        Done,
        AskCancel,
        Cancel,
        Stay,
        StartAgain,
        OpenLanguages,
        ToggleLargePrint,
        ToggleContrast,
        ToggleReach,
        ToggleSpoken,
        ToggleSlow,
        ToggleSteady,
        OpenHelp,
        OpenTellUs,
        OpenJourney,
        // Of a journey's step; `index` as it needs.
        StepChoose,
        StepFewer,
        StepFurther,
        StepChange,
        StepNext,
        StepTyped
    };
    Kind kind;
    int index = 0;
};

struct ButtonWords {
    std::string key, label;
    std::optional<ui::Icon> icon {};
    Intent::Kind act = Intent::Kind::Back;
    int index = 0; // of the intent
};

// What a screen says of the paper that comes out of the printer.
struct PrintingWords {
    enum class Look { Working, Done, Trouble };
    Look look = Look::Working;
    std::string title, hint; // empty: nothing was printed here yet
    int steps = 0; // of kPrintingSteps, while Working
    std::string again; // what the button that prints once more says; empty: there is none now
    friend bool operator==(const PrintingWords&, const PrintingWords&) = default;
};
constexpr int kPrintingSteps = 4;

// Something to know: an icon, what it is, and more about it.
struct MessageLine {
    ui::Icon icon = ui::Icon::Help;
    std::string title, text; // one of them may be empty
};

// Every screen that only says something: sorry, closed, help, one moment.
struct MessageWords {
    std::string heading {};
    std::vector<MessageLine> lines {};
    std::optional<ButtonWords> first {}, main {}; // at the bottom start, at the bottom end
};

} // namespace nextplease::visitor
