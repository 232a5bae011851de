// A visit at the touchscreen, from the first touch to the ticket: which screen is shown, what a touch does,
// and when the screen gives up waiting. Pure: no drawing, no store, no clock. Times are told, and commands
// are handed out as orders whose answers are brought back.
//
//   Languages --choose--> Home --service--> Confirm --take--> Taking --ticket--> Ticket --done--> start
//                          |  closed one     |  ^ back          | refused         |
//                          +--> Sorry <------+--+---------------+                 +--cancel--> AskCancel
//                          --yes-->
//                                 | back: Home                 failed: CutOff           Cancelling -->
//                                 Cancelled
//   Home --one of the row--> TellUs --feedback, message, charter--> Journey --> Home, Ticket or start
//     |--check in, my ticket--> Journey            Confirm --needs--> Journey --> Confirm
//     +--group--> Home, with the services of that group
//
// A journey (journey.h) has steps of its own; the flow keeps at most one.
//
// Languages and Help open over any screen and go back to it. Closed and CutOff stand in for the start (CutOff
// for Confirm too) while the reception is closed or the store cannot be read, and go away by themselves.
//
// Promises:
// (1) One request id is made when a service is chosen. Whatever is touched how often, it makes one ticket.
// (2) A ticket that was committed is shown, however late the answer comes and whatever is on the screen by
// then. Until
//     it is known whether it was, no other visit can begin. Done is heard only after it could be read.
// (3) Every screen but the untouched start and those that wait for the store asks "Are you still there?"
// after the idle
//     time, and returns to the start, with everything forgotten, when nobody answers. Any answer may be given
//     any number of times. In slow mode it asks twice, and waits longer each time.
#pragma once

#include "core/reception/snapshot.h"
#include "kiosk/visitor/journeys.h"
#include "kiosk/visitor/visitor_face.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace nextplease::visitor {

using Moment = std::chrono::milliseconds;

enum class Screen {
    Languages,
    Home,
    Confirm,
    TellUs, // feedback, a message, the Charter
    Journey, // a step of it
    Taking,
    Ticket,
    AskCancel,
    Cancelling,
    Cancelled,
    Sorry,
    Help,
    Closed,
    CutOff,
    Starting, // no picture of the room has come yet
};

// What the flow wants done. Each is answered once, by answered(), found() or failed().
struct TakeTicket {
    TicketWish wish;
    RequestId request;
};
struct LeaveQueue {
    VisitId visit;
    RequestId request;
};
// Whether a TakeTicket that failed was committed after all.
struct FindTicket {
    RequestId request;
};
// An errand of a journey: does nothing once `alive` has expired. Answered by errand_answered().
struct DoErrand {
    Errand errand;
    std::weak_ptr<const bool> alive;
};
using Order = std::variant<TakeTicket, LeaveQueue, FindTicket, DoErrand>;

// Why the Sorry screen is shown.
struct Regret {
    enum class Kind { ServiceClosed, NoTicket, NotCancelled, CancelFailed };
    Kind kind;
    std::optional<Refusal> refusal {}; // none: the store failed
};

class Flow {
public:
    // `make_request` gives fresh request ids. The configuration must outlive the flow.
    Flow(const Configuration& configuration, std::function<RequestId()> make_request, Journeys journeys = {});

    // What is on the screen.
    Screen screen() const;
    bool asking() const { return asking_.has_value(); } // "Are you still there?" over it
    Moment asked_at() const { return asking_ ? asking_->since : Moment { 0 }; }
    // It asks again before anything ends.
    bool asks_again() const { return asking_ && modes_.slow && asking_->times == 1; }
    bool slow() const { return slow_; } // the store takes its time
    const Language& language() const { return language_; }
    Modes modes() const { return modes_; }
    int page() const;
    // The group whose services Home shows; nullptr: the groups themselves, or all services where there are no
    // groups.
    const ServiceGroup* group() const;
    bool offers(JourneyKind kind) const { return journeys_.contains(kind); }
    bool offers_tell_us() const;
    const Journey* journey() const { return running_ ? running_->journey.get() : nullptr; }
    const VisitWishes& wishes() const { return wishes_; }
    const ServiceCode& service() const { return service_; }
    const std::optional<Visit>& ticket() const { return ticket_; }
    // What was said of the wait when the service was chosen; shown until the ticket is in the picture of the
    // room.
    const Estimate& promised() const { return promised_; }
    const std::optional<Regret>& regret() const { return regret_; }
    // What is shown now is to be printed, because its visitor said so; handed out once.
    bool wants_paper() { return std::exchange(wants_paper_, false); }
    bool can_go_back() const { return return_to_.has_value(); } // from Languages
    bool can_try_again() const { return lost_.has_value(); } // from CutOff
    const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }

    // Of the time-out: whole seconds left, and their share of all.
    int seconds_left() const;
    float share_left() const;

    // A new picture of the room.
    void show(std::shared_ptr<const Snapshot> snapshot);
    // True if something visible changed. `last_input` is when a person last did anything.
    bool tick(Moment now, Moment last_input);

    // Touches. Each does nothing on a screen that does not offer it.
    void open_languages();
    void choose_language(const Language& language);
    void toggle_large_print();
    void toggle_contrast();
    void toggle_reach();
    void toggle_spoken();
    void toggle_slow();
    void toggle_steady(); // on Help
    void open_help();
    void turn_to_page(int page);
    void choose_group(const std::string& code);
    void choose_service(const ServiceCode& service);
    void open_tell_us();
    void open_journey(JourneyKind kind);
    // A scanner types a code where nothing is typed: on the languages and on the services. Its Enter opens
    // the journey that the code is of, a ticket's or else an appointment's.
    void type_ahead(const std::u32string& characters);
    void end_scan();
    bool scanning() const { return !scan_.code.empty(); }
    void back();
    void take();
    void try_again();
    void done();
    void ask_cancel();
    void cancel();
    void stay(); // still there
    void ask(); // "Are you still there?" before its time, where it may be asked
    void start_again(); // forgets everything

    // Touches of a journey's step.
    void step_choose(int index);
    void step_fewer();
    void step_further();
    void step_change(int row);
    void step_next();
    void step_typed();

    // What is to be done now; handed out once.
    std::vector<Order> orders();
    void answered(const RequestId& request, const Reply& reply);
    void found(const RequestId& request, const std::optional<Visit>& visit);
    void failed(const RequestId& request);
    // What an errand brought, or that it failed, was told to its journey.
    void errand_answered();

    // For pictures: puts the flow at a screen. REQUIRES: a picture of the room was shown.
    struct Place {
        Screen screen = Screen::Home;
        Language language;
        Modes modes;
        std::optional<Visit> ticket {};
        bool asking = false;
        std::optional<JourneyPlace> journey {}; // of Screen::Journey
    };
    void put_at(const Place& place);

private:
    Screen start() const;
    bool untouched() const;
    bool may_ask() const;
    void go(Screen screen);
    void open_over(Screen screen);
    void hold_ticket(const Visit& visit);
    void look_for_lost();
    void choose_first(bool open);
    int& page_shown();
    Moment idle_limit() const;
    Moment answer_limit() const;
    Moment ask_ends() const;
    bool ask_again();

    // The journey: flow_journey.cpp.
    struct Running {
        std::unique_ptr<Journey> journey;
        std::shared_ptr<const bool> alive; // errands whose answers come later do nothing
        Screen opened_from;
        std::string step; // its name
        bool typing = false;
    };
    JourneyContext context() const;
    void run(const JourneyFactory& make);
    template <class Touch>
    void touch_journey(const Touch& touch);
    void back_in_journey();
    // After anything that may have changed it: its errands, its step, its end.
    void follow_journey();
    void end_journey(Journey::End end);
    void leave_journey(Screen to);
    void show_ticket_of(const Visit& visit);

    const Configuration& configuration_;
    std::function<RequestId()> make_request_;
    Journeys journeys_;
    std::shared_ptr<const Snapshot> snapshot_;

    Screen step_;
    std::optional<Screen> return_to_; // from Languages or Help
    Language language_;
    Modes modes_;
    int page_ = 0; // of the services
    int step_page_ = 0; // of a journey's step
    int message_page_ = 0; // of any other screen
    std::string group_;
    ServiceCode service_;
    VisitWishes wishes_;
    std::optional<Running> running_;
    struct Scan {
        std::u32string code;
        Moment at { 0 }; // of its last character
    };
    Scan scan_;
    Estimate promised_;
    std::optional<Visit> ticket_;
    bool wants_paper_ = false;
    std::optional<Regret> regret_;

    RequestId take_request_, leave_request_;
    std::optional<TakeTicket> taking_; // given out, not answered
    bool leaving_ = false;
    std::optional<TakeTicket> lost_; // failed; not known yet whether it was done
    bool finding_ = false;
    Moment find_after_ { 0 };
    std::vector<Order> orders_;

    Moment now_ { 0 }, last_input_ { 0 }, active_ { 0 }, step_since_ { 0 };
    struct Asking {
        Moment since;
        int times = 1;
    };
    std::optional<Asking> asking_;
    bool slow_ = false;
};

} // namespace nextplease::visitor
