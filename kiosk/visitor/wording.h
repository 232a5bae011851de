// What each screen says, in the visitor's words, ready to be painted: made when something has changed, not
// when a frame comes.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/ui/icons.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/step.h"
#include "kiosk/visitor/words.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::visitor {

struct BarLabel {
    std::string text;
    std::vector<std::string> words; // of it: a line breaks between them
};
struct BarWords {
    BarLabel language, text_size, contrast, lower, spoken, slow, help;
    std::string english; // empty: it is shown already
};

// On every screen.
struct FrameWords {
    std::string site, date, short_date, clock;
    BarWords bar;
};

struct LanguageCard {
    Language language;
    std::string name; // in its own script
    std::string touch; // "Touch here for English", in that language
    bool shown = false; // the one in use
};

struct ServiceCard {
    ServiceCode code;
    bool open = true;
    std::string letter, name, hint;
    std::string time; // markup: "<b>about 12 min</b>, up to 18", "<b>opens 14:00</b>"
    std::string waiting; // "5 people waiting", "closed now"
    std::string waiting_short; // the same for large print
    std::string spoken; // all of it, for whoever does not see it
};

// A group of services, before they are shown.
struct GroupCard {
    std::string code, name, hint, services; // "4 services"
    std::optional<ui::Icon> icon {};
};

struct CallLine {
    std::string number, desk;
};

struct HomeWords {
    std::string question, hint, low_hint, more, latest_calls;
    std::vector<ServiceCard> services; // of the group, or those that are in none; else all
    std::vector<GroupCard> groups; // empty: there are none, or one was chosen
    bool in_group = false; // there is a way back to the groups
    std::vector<ButtonWords> row; // what can be done besides: at most three
    std::vector<CallLine> calls; // newest first, at most 3
    // And why: stands in place of the hints; empty: there is no notice of delay. The short one is for where
    // there is no height for the reason, which the confirmation has too.
    std::string delay, delay_short;
};

struct DocumentLine {
    ui::Icon icon = ui::Icon::Letter;
    std::string name, hint;
};

// People ahead and time; or what has become of the ticket instead of both.
struct WaitWords {
    std::string people, people_hint; // "5 people", "ahead of you"
    std::string time,
        time_hint; // markup: "<b>about 12 min</b>", "could be up to 18"; time_hint empty: a remark
    enum class State {
        Waiting,
        Called, // yellow
        Other
    };
    State state = State::Waiting;
    bool out_of_queue = false; // called, missed or finished: the heading says so too
    std::string notice, notice_hint; // unless Waiting: "It is your turn", "Go to Desk 3 now"
};

struct ConfirmWords {
    std::string question, letter, service, hint, hours, bring_title, take;
    WaitWords wait;
    std::vector<DocumentLine> bring;
    std::vector<MessageLine> warnings; // before committing: a long wait, a near closing, a quicker way
    std::optional<ButtonWords> needs {};
    std::string needs_said; // what was said of them: "Hearing loop, a seat"
};

struct TicketWords {
    std::string heading, label, number, letter, service, taken;
    WaitWords wait;
    std::string look, remember; // "Look for B042 on the big screen", "Remember your number, or take a photo."
    std::string bring_title;
    std::vector<DocumentLine> bring;
    std::string code, code_title, code_hint; // `code` is what the QR code holds
    std::optional<PrintingWords> printing {}; // of the paper; none where there is no printer
    std::string cancel, done;
};

struct TimeoutWords {
    std::string digits, seconds, question, text, yes, no; // `digits` empty: it is asked again before the end
    float share = 1;
};

// Only the part for the screen that is shown is filled.
struct Wording {
    Screen screen = Screen::Starting;
    bool asking = false;
    FrameWords frame;
    std::string back, more; // of pagers
    std::string question; // Languages
    std::vector<LanguageCard> languages;
    HomeWords home;
    ConfirmWords confirm;
    TicketWords ticket;
    MessageWords message;
    std::optional<Step> step; // Journey and TellUs
    int page = 0; // of the services or the step
    TimeoutWords timeout;
};

Wording wording_of(const Flow& flow, const Configuration& configuration, const Words& words);

// Parts of it, each in a file of its own.
HomeWords home_words(const Flow& flow, const Configuration& configuration, const Words& words);
ConfirmWords confirm_words(const Flow& flow, const Configuration& configuration, const Words& words);
TicketWords ticket_words(const Flow& flow, const Configuration& configuration, const Words& words);
ChoiceStep tell_us_step(const Flow& flow, const Words& words);
// What the choices of tell_us_step open.
std::vector<JourneyKind> tell_us_kinds(const Flow& flow);
MessageWords message_words(const Flow& flow, const Configuration& configuration, const Words& words);

} // namespace nextplease::visitor
