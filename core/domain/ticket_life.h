// The ticket's life: one function per arrow, and the only code that changes a visit's state.
//
//            take                call                 start                finish
//   (none) -------> Waiting ------------> Called ------------> Serving ------------> Served
//                    ^ |  ^  undo_call   | | recall (stays)     |  |
//                    | |  +--------------+ |                    |  | transfer: new leg, Waiting in
//                    | |  ^                | no_show            |  v another service, arrival kept
//             resume | |  | rejoin         v                    | hold
//                    | |  +------------- NoShow                 |
//                    | | hold                                   |
//                    | +-----> Held <---------------------------+
//                    +---------- |
//   Waiting, Held, NoShow -- leave --> Left          open -- close_of_day --> Unresolved
//
// Also: transfer from Called (seen to be in the wrong queue before sitting down); finish of a visit with
// several matters, which begins the leg of the next one, Waiting; and, while Waiting, more time, which stays
// Waiting further back.
//
// Pure: no clock, no store. Each function returns what the visit becomes together with the events that
// tell of it and the leg that ended, if one did; or the refusal, with nothing changed. REQUIRES for all:
// `now` is not before the visit's latest time.
#pragma once

#include "core/domain/office.h"
#include "core/domain/refusal.h"
#include "core/domain/visit.h"

#include <variant>
#include <vector>

namespace nextplease {

struct Change {
    Visit visit;
    std::vector<Event> events; // ids and request left empty; at least one
    std::optional<Leg> ended; // the leg that this ended
};
using Outcome = std::variant<Change, Refusal>;

// Who does it. `desk` where it is done from a desk.
struct Actor {
    std::string name;
    std::optional<DeskCode> desk {};
};

// A new visit, Waiting, in its first leg. `visit` holds what is known: number, service, priority,
// language, day; the rest is set here.
Change take(Visit visit, Instant now, const Actor& actor);

// The same for somebody who checked in for `visit.appointment`, with its place as the appointment's rule has
// it. What is left until the appointment is not waited.
Change check_in(Visit visit, Instant queue_from, Instant now, const Actor& actor);

// Lets others go first: queues from `queue_from` (see queue_from_behind; none: nobody is behind). Refused
// unless Waiting, or if it was done `at_most` times already.
Outcome need_more_time(
    const Visit& visit, std::optional<Instant> queue_from, int at_most, Instant now, const Actor& actor);

// Refused unless Waiting.
Outcome call(const Visit& visit, const DeskCode& desk, Instant now, const Actor& actor);

// Rings again; the wait to the first call stands. Refused unless Called.
Outcome recall(const Visit& visit, Instant now, const Actor& actor);

// Leaves the visit exactly as it was before the call. Refused unless Called not more than `within` ago.
Outcome undo_call(const Visit& visit, Instant now, Seconds within, const Actor& actor);

// The visitor is seen. Refused unless Called.
Outcome start(const Visit& visit, Instant now, const Actor& actor);

// Refused unless Serving; or, at a desk that does not use Start, Called: then service began at the call.
// Where the visit has further matters, the next begins: a new leg, Waiting, with arrival and place kept.
Outcome finish(const Visit& visit, Instant now, const Desk* desk, const Actor& actor);

// Ends the leg and begins the next in `to`, keeping arrival, priority and place by arrival. Refused unless
// Called or Serving, if `to` is its service already, or if `note` is empty (nobody shall have to ask twice).
Outcome transfer(const Visit& visit, const ServiceCode& to, const std::string& note, Instant now,
    const Desk* desk, const Actor& actor);

// The same, to one desk or one colleague as well if they are named; then `service` may be the visit's own.
struct Onward {
    ServiceCode service;
    DeskCode desk {};
    std::string staff {};
    std::string note {};
    enum class Note { Required, Optional };
    Note rule = Note::Required;
};
Outcome transfer(const Visit& visit, const Onward& onward, Instant now, const Desk* desk, const Actor& actor);

// Anybody's again who serves its service. REQUIRES: it is Waiting or Held.
Change release(const Visit& visit, Instant now, const Actor& actor);

// From the desk back to its place in the queue. Refused unless Called or Serving.
Outcome return_to_queue(const Visit& visit, Instant now, const Actor& actor);

// Waits for another service, in the place that it has by arrival. Refused unless Waiting, or if it is the
// same.
Outcome change_service(const Visit& visit, const ServiceCode& to, Instant now, const Actor& actor);

// What goes with the visit, as the desk corrects it. Refused unless it is open.
struct Company {
    std::vector<NeedCode> needs {};
    Language interpreter {};
    int party = 1;
    PriorityCode priority {};
};
Outcome change_company(const Visit& visit, const Company& company, Instant now, const Actor& actor);

// Parks the visit. Refused unless Waiting or Serving, or if `reason` is empty.
Outcome hold(const Visit& visit, const std::string& reason, std::optional<Instant> until, Instant now,
    const Actor& actor);

// Back to its place in the queue. Refused unless Held.
Outcome resume(const Visit& visit, Instant now, const Actor& actor);

// Called and did not come. Refused unless Called.
Outcome no_show(const Visit& visit, Instant now, const Actor& actor);

// Back to its place after all. Refused unless NoShow for not longer than `grace`.
Outcome rejoin(const Visit& visit, Instant now, Minutes grace, const Actor& actor);

// Gave up, as they told us or we found. Refused unless Waiting, Held or NoShow.
Outcome leave(const Visit& visit, Instant now, const Actor& actor);

// What is still open when the business day closes is never counted as served. REQUIRES: is_open(state).
Change close_of_day(const Visit& visit, Instant now, const Actor& actor);

} // namespace nextplease
