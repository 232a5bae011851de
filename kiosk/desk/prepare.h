// Turns the room into the words that the console shows. Pure: the same snapshot and choices give the same
// view.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/case_register.h"
#include "core/reception/contact_register.h"
#include "core/reception/letters.h"
#include "kiosk/desk/console_view.h"
#include "kiosk/desk/form_draft.h"

namespace nextplease::desk {

// What is the same for the whole life of a console, and the moment that is being prepared.
struct Scene {
    const Configuration& configuration;
    const Words& words;
    const Desk& desk;
    const Snapshot& snapshot;
    Situation situation;
    std::string staff {}; // who is signed in here; empty: nobody
};

// The words for a reason, as they stand under a verb: "Finish B042 first".
std::string reason(May may, const Scene& scene);

BarView prepare_bar(const Scene& scene);
// Past the standard, or cut off from the queue. C-visit: "10 minutes; past it an apology and an explanation
// are owed".
std::optional<BannerView> prepare_banner(const Scene& scene);
CardView prepare_card(const Scene& scene);
std::array<ClockView, 3> prepare_clocks(const Scene& scene);
// `under_way`: the verb that was pressed and is not answered yet.
std::vector<VerbView> prepare_verbs(const Scene& scene, std::optional<Verb> under_way);

// What else goes with a visit, most important first; and all of it in one line.
std::vector<FactView> prepare_facts(const Visit& visit, const Scene& scene);
std::string listed(const std::vector<FactView>& facts, const Words& words);

// What the receptionist chose to see of the list.
struct ListChoice {
    ListKind kind = ListKind::Everyone;
    std::optional<VisitId> selected;
    int first = 0; // the row at the top
    float height = 0; // room for rows and all that stands under them, in reference pixels
    bool room_tab = false; // the right column has no place of its own
};
// `choice.first` is brought into its bounds.
ListView prepare_list(const Scene& scene, ListChoice& choice);
constexpr float kRowHeight = 56;
constexpr float kLineHeight = 48;

// Whether a visit is in the list at all: waiting, held, or a no-show that may rejoin.
const VisitNow* listed(const Snapshot& snapshot, VisitId id);
std::optional<ActionView> prepare_action(const Scene& scene, const ListChoice& choice);

TodayView prepare_today(const Scene& scene);
DesksView prepare_desks(const Scene& scene, int places);

EquipmentView prepare_equipment(const Scene& scene);
std::vector<ExtraView> prepare_extras(const Scene& scene);
// A desk that asks for help, and nobody comes yet; else one whose helper this desk is, or that is this one.
const DeskNow* needs_help(const Snapshot& snapshot, const DeskCode& but_not);
// "B043 is next: ..." in a sentence. REQUIRES: somebody is next.
std::string why_words(const Scene& scene);
// `name`: who was chosen; empty: nobody yet. `digits`: of the PIN that were typed.
SignInView prepare_sign_in(const Scene& scene, const std::string& name, std::size_t digits);
PanelView prepare_names(const Scene& scene, const std::string& name, bool locked);

// The panel of a form as its draft stands. REQUIRES: it is none of Transfer, Hold, Contacts,
// Register, Help and SignIn.
PanelView prepare_form(const Scene& scene, const FormDraft& draft);
// Where a notice of this desk's making stands for all services; nullptr: there is none.
const DelayNotice* standing_notice(const Snapshot& snapshot);

// `page`: what is still to be answered, as it was found last; nullptr: it is being looked up.
PanelView prepare_contacts(const Scene& scene, const FormDraft& draft, const ContactPage* page);
// Whether what was chosen needs an explanation and an apology: what is late, or put off.
bool explains_delay(const FormDraft& draft, const ContactPage& page);

// `page`: as it was found last; nullptr: it is being looked up. `letter`: to be shown; nullptr: none.
PanelView prepare_register(
    const Scene& scene, const FormDraft& draft, const RegisterPage* page, const Letter* letter);
constexpr int kStoryEvents = 8; // of a case, that are shown at once
// A complaint, comment or compliment that somebody brings or rings up about; `recorded`: it is written down;
// else nullptr. `prints`: this machine has a printer.
PanelView prepare_complaint(const Scene& scene, const FormDraft& draft, const Case* recorded, bool prints);
// What was confided in a case, or the passphrase that it needs. `under_way`: it is being opened.
PanelView prepare_case_words(const Scene& scene, const WordsDraft& draft, bool under_way);

PanelView prepare_transfer(const Scene& scene, const TransferDraft& draft);
// `until`: in how long the visitor is expected back; none: not known.
PanelView prepare_hold(const Scene& scene, const std::string& why, std::optional<Minutes> until);
inline constexpr std::array kHoldFor { Minutes { 5 }, Minutes { 10 }, Minutes { 15 }, Minutes { 30 } };
// The ready reasons for a hold, in the order shown.
std::vector<std::string> hold_reasons(const Words& words);
HelpView prepare_help(const Words& words, const DeskSettings& settings);

// The name of a verb's item, such as "verb.call_next", its label and its key.
std::string item_key(Verb verb);
Text label_of(Verb verb);
std::string key_cap(Verb verb, const DeskSettings& settings = {});
std::string item_key(Extra extra);
Text label_of(Extra extra);
std::string key_cap(Extra extra, const DeskSettings& settings);
// Which verb of [console.keys] each is.
std::string_view verb_word(Verb verb);
std::string_view verb_word(Extra extra);

// Whole minutes that have passed; "12:04"; the time on the wall, "10:24".
long whole_minutes(Seconds time);
std::string stopwatch(Seconds time);
std::string wall_clock(Instant at, const Configuration& configuration);

} // namespace nextplease::desk
