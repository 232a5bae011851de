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
//     any number of times.
#pragma once

#include "core/reception/snapshot.h"
#include "kiosk/visitor/visitor_face.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace nextplease::visitor {

using Moment = std::chrono::milliseconds;

enum class Screen {
    Languages,
    Home,
    Confirm,
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
using Order = std::variant<TakeTicket, LeaveQueue, FindTicket>;

// Why the Sorry screen is shown.
struct Regret {
    enum class Kind { ServiceClosed, NoTicket, NotCancelled, CancelFailed };
    Kind kind;
    std::optional<Refusal> refusal {}; // none: the store failed
};

class Flow {
public:
    // `make_request` gives fresh request ids. The configuration must outlive the flow.
    Flow(const Configuration& configuration, std::function<RequestId()> make_request);

    // What is on the screen.
    Screen screen() const;
    bool asking() const { return asking_since_.has_value(); } // "Are you still there?" over it
    Moment asked_at() const { return asking_since_.value_or(Moment { 0 }); }
    bool slow() const { return slow_; } // the store takes its time
    const Language& language() const { return language_; }
    Modes modes() const { return modes_; }
    int page() const { return page_; }
    const ServiceCode& service() const { return service_; }
    const std::optional<Visit>& ticket() const { return ticket_; }
    // What was said of the wait when the service was chosen; shown until the ticket is in the picture of the
    // room.
    const Estimate& promised() const { return promised_; }
    const std::optional<Regret>& regret() const { return regret_; }
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
    void open_help();
    void turn_to_page(int page);
    void choose_service(const ServiceCode& service);
    void back();
    void take();
    void try_again();
    void done();
    void ask_cancel();
    void cancel();
    void stay(); // still there
    void ask(); // "Are you still there?" before its time, where it may be asked
    void start_again(); // forgets everything

    // What is to be done now; handed out once.
    std::vector<Order> orders();
    void answered(const RequestId& request, const Reply& reply);
    void found(const RequestId& request, const std::optional<Visit>& visit);
    void failed(const RequestId& request);

    // For pictures: puts the flow at a screen. REQUIRES: a picture of the room was shown.
    struct Place {
        Screen screen = Screen::Home;
        Language language;
        Modes modes;
        std::optional<Visit> ticket {};
        bool asking = false;
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
    Moment idle_limit() const;
    Moment ask_ends() const;

    const Configuration& configuration_;
    std::function<RequestId()> make_request_;
    std::shared_ptr<const Snapshot> snapshot_;

    Screen step_;
    std::optional<Screen> return_to_; // from Languages or Help
    Language language_;
    Modes modes_;
    int page_ = 0;
    ServiceCode service_;
    Estimate promised_;
    std::optional<Visit> ticket_;
    std::optional<Regret> regret_;

    RequestId take_request_, leave_request_;
    std::optional<TakeTicket> taking_; // given out, not answered
    bool leaving_ = false;
    std::optional<TakeTicket> lost_; // failed; not known yet whether it was done
    bool finding_ = false;
    Moment find_after_ { 0 };
    std::vector<Order> orders_;

    Moment now_ { 0 }, last_input_ { 0 }, active_ { 0 }, step_since_ { 0 };
    std::optional<Moment> asking_since_;
    bool slow_ = false;
};

} // namespace nextplease::visitor
