// What the room looks like at one moment: an immutable picture that every face paints from. Everything
// that needs the store, sorting or a rule is done here, not in a frame.
#pragma once

#include "core/domain/clocks.h"
#include "core/domain/estimate.h"
#include "core/domain/wait_figures.h"
#include "core/domain/why_next.h"
#include "core/reception/reception.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct ServiceNow {
    ServiceCode code;
    bool open = true;
    std::optional<LocalTime> opens; // when no ticket is given: when the next one is, if within 30 days
    bool closing = false; // open, but too near the closing for another ticket
    bool full = false; // open, but all tickets of today are given
    std::optional<int> tickets_left; // of today, where there is a cap
    int waiting = 0;
    Estimate newcomer; // for somebody who would take a ticket now
    // The kiosk gives tickets for it now.
    bool gives_tickets() const { return open && !closing && !full; }
    friend bool operator==(const ServiceNow&, const ServiceNow&) = default;
};

// A visit with what screens show of it.
struct VisitNow {
    Visit visit;
    Seconds wait { 0 };
    Seconds limit { 0 };
    Pace pace = Pace::InTime;
    Estimate estimate; // Waiting only
    bool apologised = false; // was given an apology and an explanation
    friend bool operator==(const VisitNow&, const VisitNow&) = default;
};

struct DeskNow {
    DeskCode desk;
    DeskState state = DeskState::Closed;
    Instant since;
    std::string reason {}; // of a pause or closing: a code of kiosk.conf
    std::optional<Instant> back {}; // when it is expected to open again
    std::string staff {}; // who is signed in there
    std::optional<Instant> help_since {}; // asks the other desks for help
    std::string helper {}; // the actor who comes
    std::optional<VisitNow> current; // Called or Serving there
    std::optional<VisitId> next; // whom Call next would call
    std::vector<VisitId> after_next {}; // the two whom it would call after that one
    std::optional<WhyNext::Reason> why {}; // and why
    std::optional<TicketNumber> earlier {}; // one who came before `next` and waits on
    friend bool operator==(const DeskNow&, const DeskNow&) = default;
};

// A line of the board.
struct Call {
    VisitId visit;
    TicketNumber number;
    DeskCode desk;
    ServiceCode service;
    Language language; // of the visitor
    Instant rung;
    int recalls = 0;
    bool standing = true; // Called still; false: already with the desk, or over
    friend bool operator==(const Call&, const Call&) = default;
};

struct Snapshot {
    Instant now;
    LocalTime local; // of now
    bool open = true; // the reception
    std::vector<ServiceNow> services; // in kiosk.conf's order
    std::vector<VisitNow> waiting; // in queue order
    std::vector<VisitNow> held; // longest held first
    std::vector<VisitNow> no_shows; // within their grace, latest first
    std::vector<DeskNow> desks; // in kiosk.conf's order
    std::vector<Call> calls; // newest first, at most kCallsKept
    int appointments_due = 0; // booked for today, and not here yet
    std::vector<Appointment> appointments; // of today, by time
    std::vector<DelayNotice> notices; // of delay, that stand; oldest first
    std::vector<OtherContact> contacts; // not answered, longest first, at most kContactsKept
    std::vector<std::string> staff; // who may sign in at a desk, by name
    ApologyFigures apologies; // of today's late visits
    WaitFigures today; // each visit against its service's own limit
    std::vector<std::pair<Seconds, WaitFigures>> by_limit; // the same by standard, shortest first
    std::vector<std::pair<DeskCode, Spread>> served_by_desk; // today
    std::vector<DeviceRecord> devices; // of all machines, as they last said

    std::optional<std::string> cut_off; // why the store cannot be read; then all else is what was last known
    Instant last_known; // when it was last read

    const DeskNow* desk(const DeskCode& code) const;
    const ServiceNow* service(const ServiceCode& code) const;
    // nullptr unless it is waiting, held, called or serving now.
    const VisitNow* visit(VisitId id) const;
};
constexpr std::size_t kCallsKept = 40;
constexpr int kContactsKept = 50;

// What a snapshot is made of: everything of today that the store knows.
struct RoomRecords {
    LocalDate day;
    std::vector<Visit> visits; // of the day, whatever their state
    std::vector<DeskRecord> desks;
    std::vector<DeviceRecord> devices {};
    std::map<ServiceCode, int> tickets {}; // taken today for the services that have a cap
    int appointments_due = 0;
    std::vector<Appointment> appointments {}; // of the day
    std::vector<DelayNotice> notices {};
    std::vector<OtherContact> contacts {};
    std::vector<std::string> staff {};
    std::vector<VisitId> apologised {}; // by id
};

// Reads the room in one unit. REQUIRES: called on the store's thread.
RoomRecords read_room(Store& store, const Configuration& configuration, Instant now);

// The picture of those records at `now`. Pure: as time passes and nothing happens, the records need not be
// read again.
Snapshot snapshot_of(const RoomRecords& records, const Configuration& configuration,
    const WaitEstimator& estimator, Instant now);

// Both at once.
Snapshot read_snapshot(
    Store& store, const Configuration& configuration, const WaitEstimator& estimator, Instant now);

// True if a screen that shows minutes, and seconds only where `with_seconds`, looks the same for both: so
// that an idle face need not be painted again.
bool looks_the_same(const Snapshot& a, const Snapshot& b, bool with_seconds);

} // namespace nextplease
