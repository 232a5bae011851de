// The store: the only meeting point of all faces. What it promises, whatever database is behind it:
//
//  (1) A unit of work is done whole or not at all, also when the process is killed or the power goes.
//  (2) What `write` has returned from is on the disk: a printed number survives a power cut.
//  (3) Units of work of all processes happen one after another: each sees all that were done before it.
//  (4) No two open visits of a business day have the same number.
//  (5) Events and their ids only grow; none is changed or removed.
//  (6) A request id is stored with at most one event: adding another throws RequestRepeated, so that a
//      repeated command is not done again. Events of cases and feedback have request ids of their own.
//  (7) revision() is different after every unit of work that changed something, seen from any process.
//
// Each has a test in tests/store/contract_test.cpp, which runs on every driver.
//
// A Store belongs to one thread. Everything that fails throws Failure; the unit of work is then undone.
#pragma once

#include "core/domain/apology.h"
#include "core/domain/appointment.h"
#include "core/domain/call_monitoring.h"
#include "core/domain/case.h"
#include "core/domain/contact_result.h"
#include "core/domain/delay_notice.h"
#include "core/domain/device_state.h"
#include "core/domain/estimate_record.h"
#include "core/domain/feedback.h"
#include "core/domain/other_contact.h"
#include "core/domain/staff.h"
#include "core/domain/visit.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace nextplease {

// The command with that request id was done before: there is an event with it. Not an error: whoever added
// the event answers with what was done then.
struct RequestRepeated { };

// A page of the register.
struct OpenCases {
    std::optional<LocalDate> due_from {}, due_to {}; // both included; none: whenever, or never
    std::string handler {}; // only theirs; empty: everybody's
    int first = 0; // so many are left out
    int at_most = 20;
};
struct CaseCounts {
    int open = 0;
    int late = 0; // due before today
    int due_today = 0;
};

// What can be read and written inside a unit of work. Valid only inside it. References handed to the
// callbacks are valid during the call.
struct VisitRow;

class Records {
public:
    virtual ~Records() = default;

    // Visits.
    virtual std::optional<Visit> visit(VisitId id) = 0;
    // The latest visit of that day with that number.
    virtual std::optional<Visit> visit_numbered(LocalDate day, const TicketNumber& number) = 0;
    // Whether a visit of that day has that number and is open or may still rejoin.
    virtual bool number_in_use(LocalDate day, const TicketNumber& number) = 0;
    // From another system's log, by its reference and arrival.
    virtual std::optional<Visit> visit_referenced(const std::string& reference, Instant arrived) = 0;
    // As Store::scan, beside what else is read in this unit.
    virtual void scan(Period arrived, const std::function<void(const VisitRow&)>& tell) = 0;
    // Everything that is_open, of any day, by id. Valid until a visit is added or replaced.
    virtual const std::vector<Visit>& open_visits() = 0;
    // All of a business day, by id.
    virtual std::vector<Visit> visits_of(LocalDate day) = 0;
    // The latest visit of the day whose number begins with exactly `letter` and then digits.
    virtual std::optional<TicketNumber> latest_number(LocalDate day, const std::string& letter) = 0;
    // Every visit that arrived in the period, by arrival; constant memory.
    virtual void each_visit(Period arrived, const std::function<void(const Visit&)>& tell) = 0;

    // Stores a new visit and returns its id; the ids of a day grow, and those of a later day are higher.
    // REQUIRES: visit.id is zero, and visit.day is the day of its arrival: within two days of its date in UTC
    // (std::logic_error).
    virtual VisitId add(const Visit& visit) = 0;
    // Replaces a visit that is stored; its day stays (std::logic_error).
    virtual void put(const Visit& visit) = 0;

    // Legs, by visit and number; stores or replaces.
    virtual void put(const Leg& leg) = 0;
    virtual std::vector<Leg> legs_of(VisitId visit) = 0;

    // Events. REQUIRES: event.id is zero. Throws RequestRepeated, which must undo the unit.
    virtual EventId add(const Event& event) = 0;
    virtual std::optional<Event> event_of(const RequestId& request) = 0;
    virtual std::vector<Event> events_of(VisitId visit) = 0;
    virtual std::vector<Event> events_after(EventId last, int at_most) = 0;

    // Desks.
    virtual std::vector<DeskRecord> desks() = 0;
    virtual std::optional<DeskRecord> desk(const DeskCode& code) = 0;
    virtual void put(const DeskRecord& desk) = 0;

    // Appointments. A reference is found by its reference_key, and no two have the same one (Failure).
    // REQUIRES: appointment.id is zero, or is stored for `put` (std::logic_error).
    virtual AppointmentId add(const Appointment& appointment) = 0;
    virtual void put(const Appointment& appointment) = 0;
    virtual std::optional<Appointment> appointment(AppointmentId id) = 0;
    virtual std::optional<Appointment> appointment_referenced(const std::string& key) = 0;
    // Of a period, by time and then in the order in which they were added.
    virtual std::vector<Appointment> appointments(Period at) = 0;
    // What is still booked for a time before `before` becomes Missed. Returns how many.
    virtual int miss_appointments(Instant before) = 0;

    // How many visits of the day took a ticket for `service`, wherever they were sent on to since. Those with
    // an appointment are not counted.
    virtual int tickets_taken(LocalDate day, const ServiceCode& service) = 0;

    // Estimates that were given. REQUIRES: estimate.id is zero.
    virtual EstimateId add(const EstimateRecord& estimate) = 0;
    // The latest one of that visit.
    virtual std::optional<EstimateRecord> latest_estimate(VisitId visit) = 0;

    // Devices of the machines, by machine and device; stores or replaces.
    virtual std::vector<DeviceRecord> devices() = 0;
    virtual void put(const DeviceRecord& device) = 0;

    // Services that an import found and kiosk.conf does not know.
    virtual std::vector<ServiceCode> found_services() = 0;
    virtual void add_found_service(const ServiceCode& code) = 0;

    // Feedback: one for each visit and each contact, and any number without one. Stores a new one; that of
    // the same visit or contact is replaced by it. REQUIRES: feedback.id is zero.
    virtual FeedbackId add(const Feedback& feedback) = 0;
    virtual std::optional<Feedback> feedback_of(VisitId visit) = 0;
    virtual std::optional<Feedback> feedback_of(const RequestId& request) = 0;
    // Given in the period, by time.
    virtual void each_feedback(Period given, const std::function<void(const Feedback&)>& tell) = 0;

    // Cases. Their ids grow by one, and none is given twice. REQUIRES: record.id and event.id are zero.
    virtual CaseId add(const Case& record) = 0;
    virtual void put(const Case& record) = 0; // REQUIRES: it is stored (std::logic_error)
    virtual std::optional<Case> case_of(CaseId id) = 0;
    virtual std::optional<Case> case_of(const RequestId& request) = 0; // to whose event it belongs
    // Received in the period, by id.
    virtual void each_case(Period received, const std::function<void(const Case&)>& tell) = 0;
    // That are open, by the day on which something is due next, and then by id; those where nothing is last.
    virtual std::vector<Case> open_cases(const OpenCases& which) = 0;
    virtual std::vector<Case> closed_cases(int first, int at_most) = 0; // the latest received first
    virtual CaseCounts count_open_cases(LocalDate today, const std::string& handler) = 0;
    virtual CaseEventId add(const CaseEvent& event) = 0;
    virtual std::vector<CaseEvent> events_of(CaseId record) = 0;

    // Whatever was confided in cases or feedback, by id, of those above `after`. `put` replaces the texts
    // alone. REQUIRES: it is stored (std::logic_error).
    virtual std::vector<Confided> confided(Confided::Of of, std::int64_t after, int at_most) = 0;
    virtual void put(const Confided& confided) = 0;

    // What came of visits, by visit and leg; stores or replaces.
    virtual void put(const ResultRecord& record) = 0;
    virtual std::vector<ResultRecord> results_of(VisitId visit) = 0;
    // Said in the period, by time.
    virtual void each_result(Period said, const std::function<void(const ResultRecord&)>& tell) = 0;

    // Apologies, one for each visit; stores or replaces.
    virtual void put(const Apology& apology) = 0;
    // Of all visits that arrived in the period, and of some days before and after it; by visit.
    virtual std::vector<Apology> apologies(Period arrived) = 0;

    // Notices of delay. REQUIRES: notice.id is zero.
    virtual NoticeId add(const DelayNotice& notice) = 0;
    virtual void clear_notice(NoticeId notice, Instant at) = 0;
    virtual std::vector<DelayNotice> notices(Instant now) = 0; // that stand at `now`, oldest first

    // Other contacts. REQUIRES: contact.id is zero, or is stored for `put` (std::logic_error).
    virtual ContactId add(const OtherContact& contact) = 0;
    virtual void put(const OtherContact& contact) = 0;
    virtual std::optional<OtherContact> contact(ContactId id) = 0;
    virtual std::optional<OtherContact> contact_of(const RequestId& request) = 0;
    virtual std::vector<OtherContact> open_contacts(int at_most) = 0; // not answered, longest first
    // On which days somebody looked whether anything had come by a channel; said again, it is the same day.
    virtual void add_checked(Channel channel, LocalDate day) = 0;
    virtual std::vector<LocalDate> checked_days(Channel channel, LocalDate first, LocalDate last) = 0;
    // Received in the period, by time.
    virtual void each_contact(Period received, const std::function<void(const OtherContact&)>& tell) = 0;

    // Monitored calls; no number of a directorate twice in a month (Failure). REQUIRES: call.id is zero and
    // nothing was heard yet; or it is stored and something was, for `put` (std::logic_error).
    virtual MonitoredCallId add(const MonitoredCall& call) = 0;
    virtual void put(const MonitoredCall& call) = 0;
    virtual std::vector<MonitoredCall> monitored_calls(const std::string& month) = 0; // by time
    virtual std::optional<MonitoredCall> monitored_call(MonitoredCallId id) = 0;

    // Staff, removed ones included, by name. No two have names of one staff_key (Failure).
    // REQUIRES: member.id is zero, or is stored for `put` (std::logic_error).
    virtual StaffId add(const StaffMember& member) = 0;
    virtual void put(const StaffMember& member) = 0;
    virtual std::vector<StaffMember> staff() = 0;
    virtual std::optional<StaffMember> staff_named(const std::string& key) = 0;
};

// For reports over years: a visit's times and what it is grouped by, straight from the row.
struct VisitRow {
    VisitId id;
    LocalDate day;
    VisitState state = VisitState::Waiting;
    std::string_view service; // where it was first seen; else the service that it waits or waited for
    std::string_view desk; // where it was first seen; else empty
    Instant arrived;
    std::optional<Instant> called; // the call that led to being seen; or the one that nobody answered
    std::optional<Instant> seen;
    std::optional<Instant> ended;
    Seconds held { 0 };
    Seconds served { 0 };
    std::optional<Instant> held_since; // on hold now
    std::optional<Instant> appointment_at; // none: a walk-in
    std::string_view number; // of the ticket, as it was printed; only of scan_numbered; empty: none
};

// For replaying the past: an event with what the queue must know of its visit, straight from the rows.
struct EventRow {
    EventId id;
    VisitId visit; // zero for what happens to a desk
    int leg = 0;
    EventKind kind = EventKind::Taken;
    Instant at;
    std::string_view service;
    std::string_view desk; // empty: none
    bool imported = false; // with another system's log: ids are then not in the order of time
    std::string_view actor; // SignedIn and SignedOut only
    std::string_view detail; // Transferred, Held, NeedsChanged, DeskPaused and DeskClosed only
    std::string_view priority; // this and what follows is of the visit as it is now
    Instant arrived;
    std::optional<Instant> appointment_at;
};

class Store {
public:
    virtual ~Store() = default;

    // Runs `work` as one unit that may write. Not entered twice at once.
    virtual void write(const std::function<void(Records&)>& work) = 0;
    // Runs `work` on one consistent state, without keeping writers waiting. Writing in it throws
    // std::logic_error.
    virtual void read(const std::function<void(Records&)>& work) = 0;

    // Every visit that arrived in the period, in no particular order, fast: a million a second or more.
    virtual void scan(Period arrived, const std::function<void(const VisitRow&)>& tell) = 0;
    // The same with the numbers of the tickets, which no figure needs.
    virtual void scan_numbered(Period arrived, const std::function<void(const VisitRow&)>& tell) = 0;

    // Every event with a higher id that happened at `from` or later, by id; and every estimate that was
    // given.
    virtual void scan_events(
        EventId after, Instant from, const std::function<void(const EventRow&)>& tell) = 0;
    virtual void scan_estimates(
        EstimateId after, Instant from, const std::function<void(const EstimateRecord&)>& tell) = 0;

    // See (7). Cheap enough to ask twenty times a second.
    virtual std::int64_t revision() = 0;

    // A copy of everything, consistent, made while others go on working. Refuses to overwrite a file.
    virtual void backup(const std::string& path) = 0;

    // How the store is called in messages, such as "sqlite:/var/lib/nextplease/store.db".
    virtual std::string name() const = 0;
};

// Wakes when somebody's unit of work was done. Belongs to one thread, except interrupt().
class ChangeSignal {
public:
    virtual ~ChangeSignal() = default;
    // Returns when something may have changed, after `timeout`, or when interrupted. It may wake for nothing.
    virtual void wait(std::chrono::milliseconds timeout) = 0;
    // From any thread: makes the wait under way, or the next one, return at once.
    virtual void interrupt() = 0;
};

enum class Opening {
    Create, // made if it is not there
    Existing, // a Failure if it is not there
    ReadOnly, // existing, and nothing is written, not even a newer schema
};

// "sqlite:PATH" or a bare path. Throws InputError for a URL that no driver reads, InputError too for a store
// whose schema is newer than this program, Failure if it cannot be opened.
std::unique_ptr<Store> open_store(const std::string& url, Opening opening);

// Signals of the store at that URL. REQUIRES: the store exists.
std::unique_ptr<ChangeSignal> change_signal(const std::string& url);

} // namespace nextplease
