// The verbs: everything that a face, a script or a test can do to the queue. Each is one unit of work of the
// store: it happens once and whole, or is refused and nothing has changed.
//
// A request id makes a verb harmless to repeat: said twice (a double tap, a retry after a lost reply) it is
// done once, and the second answer is the first one's with `repeated` set.
//
// A Reception belongs to the thread of its store. Throws Failure when the store fails.
#pragma once

#include "core/domain/apology.h"
#include "core/domain/contact_result.h"
#include "core/domain/ticket_life.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <functional>
#include <variant>

namespace nextplease {

struct Done {
    Visit visit;
    bool repeated = false; // this request had been done before
};
using Reply = std::variant<Done, Refusal>;

struct DeskDone {
    DeskRecord desk;
};
using DeskReply = std::variant<DeskDone, Refusal>;

// What a visitor asks for. Hours, the last ticket before closing and the daily cap bind the visitor at the
// kiosk; staff may decide otherwise.
struct TicketWish {
    ServiceCode service;
    PriorityCode priority {};
    Language language {};
    enum class Hours { Bind, DoNotBind };
    Hours hours = Hours::DoNotBind;
    std::vector<NeedCode> needs {}; // where `priority` is empty, kiosk.conf's rule for them decides it
    Language interpreter {}; // one of kiosk.conf's [[interpreter]]; empty: none
    int party = 1; // people who came together
    std::vector<ServiceCode> matters {}; // further services of the same visit; `service` itself is left out
};

// What checking in with a reference came to.
struct CheckedIn {
    CheckIn::Kind kind = CheckIn::Kind::InTime;
    Appointment appointment; // as it is now
    std::optional<Visit> visit {}; // that joined the queue, or had joined it (AlreadyArrived)
    bool repeated = false;
};
using CheckInReply = std::variant<CheckedIn, Refusal>;
using AppointmentReply = std::variant<Appointment, Refusal>;

class Reception {
public:
    // All must outlive it.
    Reception(Store& store, const Configuration& configuration, const Clock& clock);

    // `actor` is who does it, for the event log: "kiosk", "command line".
    Reply take(const TicketWish& wish, const RequestId& request, const std::string& actor);

    // Joins the queue for the appointment with that reference, as typed, by the rule of
    // core/domain/appointment.h. `language` is the one that the visitor chose; empty: the appointment's.
    CheckInReply check_in(const std::string& reference, const Language& language, const RequestId& request,
        const std::string& actor);
    // Where the reference is empty, one of ours is made. A reference that was cancelled or missed may be
    // booked anew.
    AppointmentReply add_appointment(Appointment appointment, const std::string& actor);
    // With the apology and the explanation that the visitor is told (C: "when changed or cancelled"); refused
    // without. Cancelled already: as if it had been done now.
    AppointmentReply cancel_appointment(
        const std::string& reference, const std::string& apology, const std::string& actor);
    AppointmentReply move_appointment(
        const std::string& reference, Instant to, const std::string& apology, const std::string& actor);
    // From the first day to the last, both included, by time.
    std::vector<Appointment> appointments(LocalDate from, LocalDate to);

    // A desk that was never opened or closed today is opened by its first call. One that was closed or paused
    // refuses. A desk that still has a visitor refuses too.
    Reply call_next(const DeskCode& desk, const RequestId& request, const std::string& actor);
    // This one, whoever's turn it is. A no-show within its grace is rejoined, a held visit resumed first.
    Reply call(const DeskCode& desk, VisitId visit, const RequestId& request, const std::string& actor);

    Reply recall(VisitId visit, const RequestId& request, const Actor& actor);
    Reply undo_call(VisitId visit, const RequestId& request, const Actor& actor);
    Reply start(VisitId visit, const RequestId& request, const Actor& actor);
    // Where kiosk.conf requires it, refused without what came of it.
    Reply finish(VisitId visit, const RequestId& request, const Actor& actor);
    Reply finish(VisitId visit, const std::optional<ContactResult>& result, const RequestId& request,
        const Actor& actor);
    // A service that the desk does not serve becomes the first one that it does. Its colleague must sit at a
    // desk. Whether a note is required is kiosk.conf's, whatever `onward` says.
    Reply transfer(VisitId visit, Onward onward, const RequestId& request, const Actor& actor);
    Reply transfer(VisitId visit, const ServiceCode& to, const std::string& note, const RequestId& request,
        const Actor& actor);
    Reply hold(VisitId visit, const std::string& reason, std::optional<Instant> until,
        const RequestId& request, const Actor& actor);
    Reply resume(VisitId visit, const RequestId& request, const Actor& actor);
    Reply no_show(VisitId visit, const RequestId& request, const Actor& actor);
    Reply rejoin(VisitId visit, const RequestId& request, const Actor& actor);
    // The visitor lets the next few of the same service go first, as the rules of the queue have it.
    Reply need_more_time(VisitId visit, const RequestId& request, const Actor& actor);
    Reply leave(VisitId visit, const RequestId& request, const Actor& actor);

    // A ticket for somebody who stands at the desk, who is called and served there at once.
    Reply serve_now(
        const DeskCode& desk, const TicketWish& wish, const RequestId& request, const Actor& actor);
    Reply return_to_queue(VisitId visit, const RequestId& request, const Actor& actor);
    Reply change_service(VisitId visit, const ServiceCode& to, const RequestId& request, const Actor& actor);
    // Needs, interpreter and how many came together; the priority class follows the needs, unless staff gave
    // another one.
    Reply change_company(VisitId visit, Company company, const RequestId& request, const Actor& actor);
    // That a late visitor was given an apology and an explanation. `reason` is a code of [[late.reason]];
    // with own `words` it may be empty. Refused for somebody who was seen, or still waits, within the
    // standard.
    Reply apologise(VisitId visit, const std::string& reason, const std::string& words,
        const RequestId& request, const Actor& actor);

    // Why a desk is paused or closed, and when it is expected back.
    struct Stop {
        std::string reason {}; // a code of [[console.break]]; may be empty
        std::optional<Instant> back {};
    };
    // Whoever was sent to a desk that closes is anybody's again.
    DeskReply set_desk(const DeskCode& desk, DeskState state, const std::string& actor);
    DeskReply set_desk(const DeskCode& desk, DeskState state, const Stop& stop, const std::string& actor);

    // What this machine (kiosk.conf's machine.name) found of one of its devices. Writes only what is new.
    void report_device(const std::string& device, DeviceState state);

    // Marks what is still open from earlier business days Unresolved, what was booked for them Missed, and
    // closes the desks that were left open. Every verb does it first; faces do it when the day changes.
    // Returns how many visits it marked.
    int close_past_days();

    // Today's visit of that number, as typed ("b42").
    std::optional<Visit> find(const std::string& number);

    // Today, at the reception.
    LocalDate today() const;
    Instant now() const { return clock_.now(); }
    const Configuration& configuration() const { return configuration_; }
    Store& store() { return store_; }

private:
    // What a verb does to the visit it is about.
    using Arrow = std::function<Outcome(const Visit&, Instant)>;

    Reply change(VisitId id, const RequestId& request, const Arrow& arrow);
    // Runs `work` as one unit: past days are closed first, and a request that was done is answered from the
    // store.
    Reply unit(const RequestId& request, const std::function<Reply(Records&, Instant)>& work);
    int close_past_days(Records& records, LocalDate day);
    AppointmentReply change_appointment(const std::string& reference, const std::string& apology,
        const std::function<void(Records&, Appointment&)>& change);
    // A new visit, stored as waiting.
    Reply take(
        Records& records, Instant now, const TicketWish& wish, const RequestId& request, const Actor& actor);
    // As the rest of a unit in which `done` was done already: the arrow's change, and no request of its own.
    static Reply then(Records& records, const Reply& done, const std::function<Outcome(const Visit&)>& arrow);
    CheckIn how_at(const Appointment& appointment, Instant now) const;
    CheckInReply checked_in(const Done& done, const std::string& reference);

    Store& store_;
    const Configuration& configuration_;
    const Clock& clock_;
    std::optional<LocalDate> past_closed_on_; // the day on which past days were last found closed
};

// A fresh request id: unique, and growing with time so that the store's index stays in order.
RequestId new_request();

// Sixty-four bits of the system's chance.
std::uint64_t chance();

} // namespace nextplease
