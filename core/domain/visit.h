// A visit: one person's business on one day, with its ticket; and the legs and events that it leaves.
// Plain records. Only core/domain/ticket_life.h changes a visit's state.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

enum class VisitState {
    Waiting,
    Called,
    Serving,
    Held,
    Served,
    NoShow,
    Left,
    Unresolved,
};

// Still somebody's to finish: its number is taken and it stands on a screen.
constexpr bool is_open(VisitState state)
{
    return state <= VisitState::Held;
}

// Invariants, held by ticket_life.cpp and checked by its tests:
// (1) `desk`, `called` and `rung` are set in Called, Serving, Served and NoShow, and not in Waiting and Held;
//     Left and Unresolved keep a call that was not answered.
// (2) `started` is set exactly in Serving; `held_since` exactly in Held; `ended` exactly in states that are
// not open. (3) `seen`, `seen_called`, `seen_service` and `seen_desk` are set together, once, and never
// change. (4) Times never run backwards within a visit.
struct Visit {
    VisitId id;
    LocalDate day { std::chrono::year { 1970 }, std::chrono::January,
        std::chrono::day { 1 } }; // business day
    TicketNumber number; // empty for visits that come from another system's log
    std::string reference; // the other system's own reference; else empty
    VisitState state = VisitState::Waiting;

    Instant arrived; // ticket taken; a transfer does not change it
    Instant queue_from; // its place in the queue, before head starts; `arrived` unless a rule moves it
    PriorityCode priority;
    Language language; // that the visitor chose

    // The leg under way, or the last one.
    int leg = 1;
    ServiceCode service;
    Instant leg_since; // joined this service's queue
    int calls = 0; // how often it was called in this leg
    int recalls = 0; // how often this call was repeated
    std::optional<DeskCode> desk;
    std::optional<Instant> called; // the call that stands
    std::optional<Instant> rung; // the latest call or recall: what the board shows
    std::optional<Instant> started;
    std::optional<Instant> held_since;
    std::optional<Instant> hold_until; // as the desk expects
    std::string note; // for whoever calls next: why it was transferred or held

    // The visitor's clocks.
    Seconds held { 0 }; // parked before being seen, or early for an appointment; taken out of the wait
    std::optional<Instant> seen;
    std::optional<Instant> seen_called; // the call that led to it
    ServiceCode seen_service;
    DeskCode seen_desk;
    Seconds served { 0 }; // finished stretches of service, over all legs
    Seconds leg_served { 0 }; // the same, of this leg
    std::optional<Instant> ended;

    // What the visitor told us, and what else goes with the visit. Most visits have none of it.
    std::vector<NeedCode> needs; // flags for the desk; in kiosk.conf's order
    Language interpreter; // the one to be interpreted; empty: none
    int party = 1; // people who came together on this ticket
    std::vector<ServiceCode> matters; // services that are still to come, in order: each a leg of its own
    AppointmentId appointment; // zero: none
    std::optional<Instant> appointment_at;
    int more_time = 0; // how often the visitor let others go first
    // Sent on to one desk or one colleague: nobody else's next. Empty: anybody's who serves the service.
    DeskCode for_desk;
    std::string for_staff;

    friend bool operator==(const Visit&, const Visit&) = default;
};

// A leg that has ended: one stay in one service's queue, and its service. Where a no-show rejoins, the
// record of the leg is replaced when it ends again.
struct Leg {
    VisitId visit;
    int leg = 1;
    ServiceCode service;
    Instant since;
    std::optional<DeskCode> desk; // where it was last called to
    std::optional<Instant> called;
    Seconds served { 0 };
    Instant ended;
    VisitState how = VisitState::Served; // Served, NoShow, Left, Unresolved; Waiting: transferred on
    friend bool operator==(const Leg&, const Leg&) = default;
};

enum class EventKind {
    Taken,
    Called,
    Recalled,
    CallUndone,
    Started,
    Finished,
    Transferred,
    Held,
    Resumed,
    NoShow,
    Rejoined,
    Left,
    Unresolved,
    CheckedIn, // for an appointment; in place of Taken
    WentOn, // one matter is finished, and the next begins: `service` is the new one
    MoreTime, // the visitor let others go first
    DeskOpened,
    DeskPaused, // `detail`: why
    DeskClosed,
    Returned, // from the desk back to its place in the queue
    Released, // nobody's in particular any more
    ServiceChanged, // while it waited: `service` is the new one
    NeedsChanged, // needs, interpreter or company: `detail`
    Result, // what came of it: `detail` (core/domain/contact_result.h)
    Apologised, // and explained: `detail` (core/domain/apology.h)
    SignedIn, // `actor` at `desk`
    SignedOut,
    HelpCalled, // `desk` asks the others for help
    HelpAnswered, // `actor` comes to `desk`
    HelpOver,
    NoticePut, // a notice of delay: `detail`
    NoticeCleared,
    AppointmentBooked, // `detail` begins with its reference
    AppointmentMoved,
    AppointmentCancelled,
    ContactLogged, // by another channel: `detail` begins with it
    ContactAcknowledged,
    ContactAnswered,
    ContactExplained, // why it is late, with an apology and the new date
    ContactSetAside, // abusive, junk and so on: `detail`
    CallMonitored, // what was heard on a monitored call: `detail`
    ContactCoded, // what came of it was said after the answer: `detail`, with what was said before
    ContactTakenBack, // it was set aside by mistake
    ScoreRecorded, // how satisfied a caller or writer was, as staff wrote it down: `detail`
    ChannelChecked, // somebody looked whether anything had come by it: `detail`
};

// The word of an event or state in the store, exports and --json; and back.
std::string_view word(EventKind kind);
std::string_view word(VisitState state);
std::optional<EventKind> event_kind(std::string_view word);
std::optional<VisitState> visit_state(std::string_view word);

// Something that happened. Appended, never changed.
struct Event {
    EventId id;
    std::optional<VisitId> visit; // none for what happens to a desk
    int leg = 0;
    EventKind kind = EventKind::Taken;
    Instant at;
    ServiceCode service; // for Transferred: the new one
    std::optional<DeskCode> desk;
    std::string actor; // who did it: "kiosk", "desk:Desk 3", "command line", "import"
    std::string detail; // the note or the reason
    RequestId request;
    friend bool operator==(const Event&, const Event&) = default;
};

enum class DeskState {
    Closed,
    Open,
    Paused,
};
std::string_view word(DeskState state);
std::optional<DeskState> desk_state(std::string_view word);

// A desk as it stands. A desk that was never opened is Closed and has no record.
struct DeskRecord {
    DeskCode desk;
    DeskState state = DeskState::Closed;
    Instant since;
    std::string actor;
    std::string reason {}; // of Paused and Closed: a code of kiosk.conf; may be empty
    std::optional<Instant> back {}; // when it is expected to open again
    std::string staff {}; // who is signed in there; empty: nobody
    std::optional<Instant> help_since {}; // asks the other desks for help
    std::string helper {}; // the actor who comes; empty: nobody yet
    friend bool operator==(const DeskRecord&, const DeskRecord&) = default;
};

} // namespace nextplease
