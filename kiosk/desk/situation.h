// What a desk may do at this moment, and why not: the rules of core/domain seen from one desk, so that a
// button is off before it is refused. Pure; no words.
#pragma once

#include "core/reception/snapshot.h"

#include <array>
#include <vector>

namespace nextplease::desk {

// In the order of their keys, F2 to F8 and Ctrl+Z; it never changes.
enum class Verb { CallNext, Recall, Start, Finish, Transfer, Hold, NoShow, Undo };
inline constexpr std::array kVerbs { Verb::CallNext, Verb::Recall, Verb::Start, Verb::Finish, Verb::Transfer,
    Verb::Hold, Verb::NoShow, Verb::Undo };

// The other things that a desk does, in the order in which they stand; each has a key of its own too.
enum class Extra {
    FinishAndCall,
    Return,
    Apologise,
    Notice,
    Ticket,
    Change,
    Why,
    HelpMe,
    Appointments,
    Contacts,
    Register,
    SignOut
};
inline constexpr std::array kExtras { Extra::FinishAndCall, Extra::Return, Extra::Apologise, Extra::Notice,
    Extra::Ticket, Extra::Change, Extra::Why, Extra::HelpMe, Extra::Appointments, Extra::Contacts,
    Extra::Register, Extra::SignOut };

// Whether something may be done now, else the reason that a person can do something about.
enum class May {
    Yes,
    CutOff, // the queue cannot be reached
    FinishFirst, // the desk still has a visitor
    OpenFirst, // the desk was closed
    OnBreak,
    NobodyWaits, // for this desk
    ServesNot, // the desk does not serve that service
    NobodyCalled,
    WithYou, // the visitor is there already
    StartFirst,
    NobodyHere,
    NothingToUndo,
    UndoOver, // the time in which a call can be undone is over
    DeskClosed,
    NotLate, // within the standard: no apology is owed
    SignInFirst,
    NobodySignedIn,
};

// One desk at one moment. Valid as long as the snapshot.
struct Situation {
    bool cut_off = false;
    DeskState desk = DeskState::Closed;
    bool opens_with_call = false; // closed, but not closed by anybody today: its first call opens it
    bool uses_start = true;
    const VisitNow* current = nullptr; // Called or Serving here
    const VisitNow* next = nullptr; // whom Call next would call
    std::vector<VisitId> after_next {}; // whom it would call after that one, at most two
    Seconds undo_left { 0 }; // of the call that stands; negative: too late

    bool called() const { return current && current->visit.state == VisitState::Called; }
    bool serving() const { return current && current->visit.state == VisitState::Serving; }
};

Situation situation_of(const Snapshot& snapshot, const Desk& desk, const Configuration& configuration);

May may(Verb verb, const Situation& situation);
// `signed_in`: somebody is, so that there is somebody to sign out.
May may(Extra extra, const Situation& situation, bool signed_in);

// Whether the desk may call this visit, whoever's turn it is.
May may_call(const Visit& visit, const Desk& desk, const Situation& situation);

// Whether the desk may be paused or closed.
May may_stop(const Situation& situation);

// The verb that is most likely next, which the screen makes stand out; CallNext where it is off too.
Verb likely(const Situation& situation);

bool serves(const Desk& desk, const ServiceCode& service);

// The moment that the screen speaks of: now, or when the queue was last reached.
Instant moment_of(const Snapshot& snapshot);

} // namespace nextplease::desk
