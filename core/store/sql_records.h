// What can be read and written inside a unit of work, in SQL. Visits and legs are in sql_visits.cpp, cases
// and feedback in sql_cases.cpp, appointments in sql_appointments.cpp, what desks do beside the queue in
// sql_desk_work.cpp, devices in sql_devices.cpp, monitored calls in sql_monitoring.cpp, all else in
// sql_events.cpp.
#pragma once

#include "core/store/connection.h"
#include "core/store/open_visits.h"
#include "core/store/store.h"

namespace nextplease {

class SqlRecords : public Records {
public:
    // `open_visits`: kept between units that write; nullptr: read them.
    SqlRecords(Connection& connection, Connection::Mode mode, OpenVisits* open_visits)
        : connection_(connection)
        , mode_(mode)
        , open_visits_(open_visits)
    {
    }

    std::optional<Visit> visit(VisitId id) override;
    std::optional<Visit> visit_numbered(LocalDate day, const TicketNumber& number) override;
    bool number_in_use(LocalDate day, const TicketNumber& number) override;
    std::optional<Visit> visit_referenced(const std::string& reference, Instant arrived) override;
    void scan(Period arrived, const std::function<void(const VisitRow&)>& tell) override;
    const std::vector<Visit>& open_visits() override;
    std::vector<Visit> visits_of(LocalDate day) override;
    std::optional<TicketNumber> latest_number(LocalDate day, const std::string& letter) override;
    void each_visit(Period arrived, const std::function<void(const Visit&)>& tell) override;
    VisitId add(const Visit& visit) override;
    void put(const Visit& visit) override;

    void put(const Leg& leg) override;
    std::vector<Leg> legs_of(VisitId visit) override;

    EventId add(const Event& event) override;
    std::optional<Event> event_of(const RequestId& request) override;
    std::vector<Event> events_of(VisitId visit) override;
    std::vector<Event> events_after(EventId last, int at_most) override;

    std::vector<DeskRecord> desks() override;
    std::optional<DeskRecord> desk(const DeskCode& code) override;
    void put(const DeskRecord& desk) override;

    AppointmentId add(const Appointment& appointment) override;
    void put(const Appointment& appointment) override;
    std::optional<Appointment> appointment(AppointmentId id) override;
    std::optional<Appointment> appointment_referenced(const std::string& key) override;
    std::vector<Appointment> appointments(Period at) override;
    int miss_appointments(Instant before) override;
    int tickets_taken(LocalDate day, const ServiceCode& service) override;
    EstimateId add(const EstimateRecord& estimate) override;
    std::optional<EstimateRecord> latest_estimate(VisitId visit) override;
    std::vector<DeviceRecord> devices() override;
    void put(const DeviceRecord& device) override;

    std::vector<ServiceCode> found_services() override;
    void add_found_service(const ServiceCode& code) override;

    FeedbackId add(const Feedback& feedback) override;
    std::optional<Feedback> feedback_of(VisitId visit) override;
    std::optional<Feedback> feedback_of(const RequestId& request) override;
    void each_feedback(Period given, const std::function<void(const Feedback&)>& tell) override;

    CaseId add(const Case& record) override;
    void put(const Case& record) override;
    std::vector<Case> open_cases(const OpenCases& which) override;
    std::vector<Case> closed_cases(int first, int at_most) override;
    CaseCounts count_open_cases(LocalDate today, const std::string& handler) override;
    std::optional<Case> case_of(CaseId id) override;
    std::optional<Case> case_of(const RequestId& request) override;
    void each_case(Period received, const std::function<void(const Case&)>& tell) override;
    CaseEventId add(const CaseEvent& event) override;
    std::vector<CaseEvent> events_of(CaseId record) override;
    std::vector<Confided> confided(Confided::Of of, std::int64_t after, int at_most) override;
    void put(const Confided& confided) override;

    void put(const ResultRecord& record) override;
    std::vector<ResultRecord> results_of(VisitId visit) override;
    void each_result(Period said, const std::function<void(const ResultRecord&)>& tell) override;
    void put(const Apology& apology) override;
    std::vector<Apology> apologies(Period arrived) override;
    NoticeId add(const DelayNotice& notice) override;
    void clear_notice(NoticeId notice, Instant at) override;
    std::vector<DelayNotice> notices(Instant now) override;
    ContactId add(const OtherContact& contact) override;
    void put(const OtherContact& contact) override;
    std::optional<OtherContact> contact(ContactId id) override;
    std::optional<OtherContact> contact_of(const RequestId& request) override;
    std::vector<OtherContact> open_contacts(int at_most) override;
    void add_checked(Channel channel, LocalDate day) override;
    std::vector<LocalDate> checked_days(Channel channel, LocalDate first, LocalDate last) override;
    void each_contact(Period received, const std::function<void(const OtherContact&)>& tell) override;
    MonitoredCallId add(const MonitoredCall& call) override;
    void put(const MonitoredCall& call) override;
    std::vector<MonitoredCall> monitored_calls(const std::string& month) override;
    std::optional<MonitoredCall> monitored_call(MonitoredCallId id) override;
    StaffId add(const StaffMember& member) override;
    void put(const StaffMember& member) override;
    std::vector<StaffMember> staff() override;
    std::optional<StaffMember> staff_named(const std::string& key) override;

private:
    // The day's last visit, or the number just below its first one.
    std::int64_t last_id_of(LocalDate day);
    // The statement of something that writes.
    Statement& writing(std::string_view sql);

    Connection& connection_;
    Connection::Mode mode_;
    OpenVisits* open_visits_;
    std::vector<Visit> read_open_visits_; // where they are not kept
};

// See Store::scan.
void scan_visits(Connection& connection, Period arrived, const std::function<void(const VisitRow&)>& tell);
void scan_numbered_visits(
    Connection& connection, Period arrived, const std::function<void(const VisitRow&)>& tell);

// See Store::scan_events and Store::scan_estimates.
void scan_events(
    Connection& connection, EventId after, Instant from, const std::function<void(const EventRow&)>& tell);
void scan_estimates(Connection& connection, EstimateId after, Instant from,
    const std::function<void(const EstimateRecord&)>& tell);

} // namespace nextplease
