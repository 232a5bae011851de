// What the console shows, as ready words: prepared when the room or a choice changes, painted as it is.
#pragma once

#include "core/base/secret.h"
#include "kiosk/desk/situation.h"
#include "kiosk/ui/icons.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::desk {

// The top bar.
struct BarView {
    std::string product;
    std::string desk;
    std::string services; // all that it serves
    std::string services_short; // how many, where the names do not fit
    DeskState state = DeskState::Closed;
    std::string state_words;
    std::string stop_or_go; // F9: Break, Open desk or Back to work
    bool goes = false; // F9 opens
    May may_stop = May::Yes; // F9 where it pauses, and F10
    std::string close; // F10
    std::string stop_key, close_key; // as engraved
    std::string help; // F1
    std::string staff; // who is signed in; empty: nobody
    std::string clock;
    // A machine that needs somebody: "Kiosk 1: No paper in the printer". Empty: all is well.
    std::string device;
    bool device_stopped = false; // it cannot print; false: soon
};

struct BannerView {
    enum class Kind { Late, CutOff, Help };
    Kind kind;
    std::string words;
};

// Something that goes with a visit: a need, how many people, the appointment.
struct FactView {
    ui::Icon icon = ui::Icon::Help;
    std::string words;
};

// The visitor at the desk, or that there is none.
struct CardView {
    enum class Kind { Closed, Paused, Free, Called, Serving };
    Kind kind = Kind::Closed;
    std::string title;
    std::string hint; // Closed, Paused, Free: what now
    std::string open; // Closed, Paused: the button that opens
    // Called and Serving:
    std::string number, service, taken, language, priority;
    std::string note_title, note; // the facts in a line, and below it the note; empty: none
};

struct ClockView {
    std::string label;
    std::string value;
    bool runs = false; // a time, and not a word that there is none
    std::optional<Pace> pace; // of the wait
};

struct VerbView {
    Verb verb = Verb::CallNext;
    std::string label;
    std::string cap; // the key that presses it, as engraved
    std::string note; // what it would do, or why it is off; may be empty
    May may = May::CutOff;
    bool likely = false;
    bool under_way = false; // pressed, and not answered yet
};

// Somebody in the list, or on one of the lines under it.
struct RowView {
    enum class Kind { Waiting, Held, NoShow };
    Kind kind = Kind::Waiting;
    VisitId id;
    std::string number, service;
    std::string minutes; // waited
    Pace pace = Pace::InTime;
    std::string standard; // "3 min over"
    std::string words; // Held, NoShow: why, and until when
    std::vector<ui::Icon> facts; // of what goes with the visit; the words are in `spoken`
    int turn = 0; // 1: whom Call next takes; 2 and 3: who would be after; 0: further behind
    bool seen = false; // by another desk already: the standard's clock has stopped
    bool mine = false; // this desk serves it
    bool selected = false;
    std::string spoken; // all of it, for the screen reader
    std::string key() const { return "row." + number; }
};

// Which part of the queue the list shows. Room: the right column, where there is no place for it beside the
// list.
enum class ListKind { ForMe, Everyone, Aside, Room };

struct ListTab {
    ListKind kind = ListKind::Everyone;
    std::string label;
};

struct ListView {
    std::string title, people;
    std::vector<ListTab> tabs;
    ListKind kind = ListKind::Everyone;
    std::string number, service, waited, standard; // heads of the columns
    std::vector<RowView> rows; // that fit
    std::string nobody; // where there are none
    std::string range; // "1 to 12 of 60"; empty where all fit
    std::string up, down;
    bool can_go_up = false, can_go_down = false;
    std::string held_title, no_show_title;
    std::vector<RowView> aside; // under the list
    std::string in_time, near, past; // counts
};

// What may be done with the row that is selected; in place of the counts.
struct ActionView {
    std::string words; // who, or why not
    std::string call;
    May may_call = May::Yes;
    std::string put_back; // Held: resume, NoShow: rejoin; empty: neither
    May may_put_back = May::Yes;
    std::string cancel;
};

struct FigureRow {
    std::string label, value;
};

struct TodayView {
    std::string title, since;
    std::string percent; // empty: nobody was seen yet
    std::string goal; // where it stands against the goal
    Pace pace = Pace::InTime;
    double share = 0, goal_share = 0; // 0 to 1
    std::string seen_within; // with its denominator
    std::vector<FigureRow> rows;
};

struct OtherDesk {
    enum class Kind { Busy, Free, Paused, Closed };
    Kind kind = Kind::Closed;
    std::string name, words, number, minutes;
};

struct DesksView {
    std::string title;
    std::vector<OtherDesk> desks;
    std::string more; // those for which there is no place
    std::string none;
};

struct MessageView {
    enum class Kind { Done, Refused };
    Kind kind = Kind::Done;
    std::string words;
};

enum class Panel {
    None,
    Transfer,
    Hold,
    Help,
    Finish,
    Apologise,
    Notice,
    Ticket,
    Change,
    Break,
    Appointments,
    Contacts,
    Register,
    Words, // of a case
    Complaint, // a new one, or a comment or compliment
    SignIn
};

// A button of the strip under the list.
struct ExtraView {
    Extra extra;
    std::string key; // of its item
    std::string label;
    std::string cap;
    May may = May::Yes;
    bool on = false; // a notice stands, this desk asks for help, an apology is owed
};

// A machine and how it is.
struct EquipmentView {
    struct Row {
        std::string machine, words;
        Pace pace = Pace::InTime; // works, needs somebody soon, stopped
    };
    std::string title, none;
    std::vector<Row> rows;
};

// Who sits down: the names, and the PIN as dots.
struct SignInView {
    std::string title, hint, pin_label, dots, send;
    std::string here; // the visitor at the desk and how long they are there; empty: nobody
};

struct Choice {
    std::string key; // of the item
    std::string label;
    std::string letter; // of the service; typed, it chooses
    bool chosen = false;
    bool off = false; // cannot be done now; pressed, it says why
    // A row of a list: when it is due, at its end, with its sign; none: nothing is due.
    std::string end {};
    std::optional<Pace> pace {};
};

// Choices that belong together.
struct ChoiceGroup {
    enum class Pick {
        One,
        Many,
        AtOnce, // choosing sends the panel
    };
    std::string label {}; // over it; may be empty
    std::vector<Choice> choices {};
    Pick pick = Pick::One;
    int columns = 0; // 0: as many as fit well
};

// Choices, a line to type in, and send or cancel.
struct PanelView {
    enum class Place {
        Column, // over clocks and verbs
        Wide, // over the list too
    };
    Place place = Place::Column;
    std::string title;
    std::vector<std::string> lines {}; // paragraphs over the choices
    // What was confided, over its own title: wiped when the panel closes.
    struct Confided {
        std::string title;
        Secret words;
    };
    std::vector<Confided> confided {};
    float scroll = 0; // so far down they begin, in reference pixels
    std::optional<std::string> dots {}; // a passphrase is typed in place of the line
    std::vector<ChoiceGroup> groups;
    // Further lines, each under its label: contact and receipt of a complaint, the day of a step. Empty
    // label: it is not asked.
    struct Line {
        std::string label, field;
    };
    Line contact {}, day {};
    std::size_t second_column = 0; // Wide: the groups from here on stand in it; 0: there is none
    std::string words_label; // over the line; empty: there is none
    std::string words_field; // in it, while it is empty
    std::string send, cancel; // `send` may be empty: there is nothing to send
};

struct HelpView {
    struct Row {
        std::string keys, label, words;
    };
    std::string title, close;
    std::vector<Row> rows;
};

struct ConsoleView {
    BarView bar;
    std::optional<BannerView> banner;
    CardView card;
    std::array<ClockView, 3> clocks;
    std::vector<VerbView> verbs;
    ListView list;
    std::optional<ActionView> action;
    TodayView today;
    DesksView desks;
    EquipmentView equipment;
    std::vector<ExtraView> extras;
    std::optional<MessageView> message;
    Panel panel = Panel::None;
    PanelView form; // all panels but Help
    SignInView sign_in;
    HelpView help;
};

} // namespace nextplease::desk
