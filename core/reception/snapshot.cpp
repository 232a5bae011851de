#include "core/reception/snapshot.h"

#include "core/domain/queue.h"

#include <algorithm>

namespace nextplease {
namespace {

Seconds limit_of(const ServiceCode& code, const Configuration& configuration)
{
    const Service* service = configuration.office.find(code);
    return service ? service->limit : configuration.limit;
}

// The service whose standard a visit is held to: where it was seen, else where it waits.
const ServiceCode& measured_service(const Visit& visit)
{
    return visit.seen ? visit.seen_service : visit.service;
}

bool apologised_to(const RoomRecords& records, VisitId visit)
{
    return std::binary_search(records.apologised.begin(), records.apologised.end(), visit);
}

VisitNow visit_now(const Visit& visit, const Configuration& configuration, Instant now)
{
    VisitNow shown;
    shown.visit = visit;
    shown.wait = clocks_of(visit, now).wait;
    shown.limit = limit_of(measured_service(visit), configuration);
    shown.pace = pace_of(shown.wait, shown.limit);
    return shown;
}

std::vector<Visit> open_of(const std::vector<Visit>& visits)
{
    std::vector<Visit> open;
    std::copy_if(visits.begin(), visits.end(), std::back_inserter(open),
        [](const Visit& visit) { return is_open(visit.state); });
    return open;
}

void set_tickets(
    ServiceNow& shown, const Service& service, const RoomRecords& records, const LocalTime& local)
{
    shown.open = service.hours.open_at(local);
    shown.closing = shown.open && !service.gives_tickets_at(local);
    if (service.tickets_a_day) {
        const auto taken = records.tickets.find(service.code);
        const int given = taken == records.tickets.end() ? 0 : taken->second;
        shown.tickets_left = std::max(*service.tickets_a_day - given, 0);
        shown.full = shown.open && shown.tickets_left == 0;
    }
    const LocalTime tomorrow { add_days(local.date, 1), Seconds { 0 } };
    if (!shown.gives_tickets())
        shown.opens = service.next_tickets(shown.full ? tomorrow : local);
}

void add_services(Snapshot& snapshot, const RoomRecords& records, const Room& room,
    const Configuration& configuration, const WaitEstimator& estimator)
{
    for (const Service& service : configuration.office.services) {
        ServiceNow shown;
        shown.code = service.code;
        set_tickets(shown, service, records, snapshot.local);
        shown.waiting =
            static_cast<int>(std::count_if(room.visits.begin(), room.visits.end(), [&](const Visit& visit) {
                return visit.state == VisitState::Waiting && visit.service == service.code;
            }));
        shown.newcomer = estimator.for_newcomer(service.code, room);
        snapshot.services.push_back(shown);
    }
}

void add_people(Snapshot& snapshot, const RoomRecords& records, const Room& room,
    const Configuration& configuration, const WaitEstimator& estimator)
{
    for (const Visit& visit : in_queue_order(room.visits, configuration.office)) {
        VisitNow shown = visit_now(visit, configuration, snapshot.now);
        shown.estimate = estimator.for_visit(visit, room);
        snapshot.waiting.push_back(shown);
    }
    for (const Visit& visit : records.visits) {
        if (visit.state == VisitState::Held)
            snapshot.held.push_back(visit_now(visit, configuration, snapshot.now));
        if (visit.state == VisitState::NoShow
            && snapshot.now - *visit.ended <= configuration.office.rules.no_show_grace)
            snapshot.no_shows.push_back(visit_now(visit, configuration, snapshot.now));
    }
    std::stable_sort(snapshot.held.begin(), snapshot.held.end(),
        [](const VisitNow& a, const VisitNow& b) { return a.visit.held_since < b.visit.held_since; });
    std::stable_sort(snapshot.no_shows.begin(), snapshot.no_shows.end(),
        [](const VisitNow& a, const VisitNow& b) { return a.visit.ended > b.visit.ended; });
}

void add_desks(
    Snapshot& snapshot, const RoomRecords& records, const Room& room, const Configuration& configuration)
{
    for (const Desk& desk : configuration.office.desks) {
        DeskNow shown;
        shown.desk = desk.code;
        for (const DeskRecord& record : room.desks) {
            if (record.desk == desk.code) {
                shown.state = record.state;
                shown.since = record.since;
                shown.reason = record.reason;
                shown.back = record.back;
                shown.staff = record.staff;
                shown.help_since = record.help_since;
                shown.helper = record.helper;
            }
        }
        for (const Visit& visit : room.visits) {
            if (visit.desk == desk.code) {
                shown.current = visit_now(visit, configuration, snapshot.now);
                shown.current->apologised = apologised_to(records, visit.id);
            }
        }
        if (const auto next = why_next(room.visits, desk, configuration.office, shown.staff)) {
            shown.next = next->visit.id;
            const auto line = first_in_line(room.visits, desk, configuration.office, shown.staff, 3);
            shown.after_next.assign(line.begin() + 1, line.end());
            shown.why = next->reason;
            shown.earlier = next->earlier;
        }
        snapshot.desks.push_back(shown);
    }
}

void add_calls(Snapshot& snapshot, const std::vector<Visit>& visits)
{
    for (const Visit& visit : visits) {
        if (visit.rung && visit.desk && !visit.number.empty())
            snapshot.calls.push_back({ .visit = visit.id,
                .number = visit.number,
                .desk = *visit.desk,
                .service = visit.service,
                .language = visit.language,
                .rung = *visit.rung,
                .recalls = visit.recalls,
                .standing = visit.state == VisitState::Called });
    }
    std::stable_sort(snapshot.calls.begin(), snapshot.calls.end(),
        [](const Call& a, const Call& b) { return a.rung > b.rung; });
    if (snapshot.calls.size() > kCallsKept)
        snapshot.calls.resize(kCallsKept);
}

void add_figures(Snapshot& snapshot, const RoomRecords& records, const Configuration& configuration)
{
    const std::vector<Visit>& visits = records.visits;
    WaitTally all(configuration.limit, snapshot.now);
    std::map<Seconds, WaitTally> by_limit;
    for (const Service& service : configuration.office.services)
        by_limit.try_emplace(service.limit, service.limit, snapshot.now);
    std::vector<std::pair<DeskCode, WaitTally>> by_desk;
    for (const Desk& desk : configuration.office.desks)
        by_desk.emplace_back(desk.code, WaitTally(configuration.limit, snapshot.now));
    for (const Visit& visit : visits) {
        const VisitTimes times = times_of(visit);
        const Seconds limit = limit_of(measured_service(visit), configuration);
        all.add(times, limit);
        by_limit.try_emplace(limit, limit, snapshot.now).first->second.add(times);
        using Told = ApologyFigures::Told;
        snapshot.apologies.add(times, limit, apologised_to(records, visit.id) ? Told::Yes : Told::No);
        for (auto& [desk, tally] : by_desk) {
            if (visit.seen && visit.seen_desk == desk)
                tally.add(times);
        }
    }
    snapshot.today = all.figures();
    for (auto& [limit, tally] : by_limit)
        snapshot.by_limit.emplace_back(limit, tally.figures());
    for (auto& [desk, tally] : by_desk)
        snapshot.served_by_desk.emplace_back(desk, tally.figures().service);
}

// A picture with everything finer than a minute taken out.
Snapshot to_minutes(Snapshot snapshot)
{
    const auto floor_visit = [](VisitNow& shown) { shown.wait = std::chrono::floor<Minutes>(shown.wait); };
    snapshot.now = std::chrono::floor<Minutes>(snapshot.now);
    snapshot.local.since_midnight = std::chrono::floor<Minutes>(snapshot.local.since_midnight);
    std::for_each(snapshot.waiting.begin(), snapshot.waiting.end(), floor_visit);
    std::for_each(snapshot.held.begin(), snapshot.held.end(), floor_visit);
    std::for_each(snapshot.no_shows.begin(), snapshot.no_shows.end(), floor_visit);
    for (DeskNow& desk : snapshot.desks) {
        if (desk.current)
            floor_visit(*desk.current);
    }
    snapshot.last_known = std::chrono::floor<Minutes>(snapshot.last_known);
    return snapshot;
}

bool equal(const Snapshot& a, const Snapshot& b)
{
    return a.now == b.now && a.local == b.local && a.open == b.open && a.services == b.services
        && a.waiting == b.waiting && a.held == b.held && a.no_shows == b.no_shows && a.desks == b.desks
        && a.calls == b.calls && a.appointments_due == b.appointments_due && a.appointments == b.appointments
        && a.notices == b.notices && a.contacts == b.contacts && a.staff == b.staff
        && a.apologies == b.apologies && a.today == b.today && a.by_limit == b.by_limit
        && a.served_by_desk == b.served_by_desk && a.cut_off == b.cut_off && a.devices == b.devices;
}

} // namespace

const DeskNow* Snapshot::desk(const DeskCode& code) const
{
    const auto found =
        std::find_if(desks.begin(), desks.end(), [&](const DeskNow& shown) { return shown.desk == code; });
    return found == desks.end() ? nullptr : &*found;
}

const ServiceNow* Snapshot::service(const ServiceCode& code) const
{
    const auto found = std::find_if(
        services.begin(), services.end(), [&](const ServiceNow& shown) { return shown.code == code; });
    return found == services.end() ? nullptr : &*found;
}

const VisitNow* Snapshot::visit(VisitId id) const
{
    for (const auto* list : { &waiting, &held }) {
        for (const VisitNow& shown : *list) {
            if (shown.visit.id == id)
                return &shown;
        }
    }
    for (const DeskNow& shown : desks) {
        if (shown.current && shown.current->visit.id == id)
            return &*shown.current;
    }
    return nullptr;
}

RoomRecords read_room(Store& store, const Configuration& configuration, Instant now)
{
    RoomRecords room;
    room.day = configuration.zone.date(now);
    store.read([&](Records& records) {
        room.visits = records.visits_of(room.day);
        room.desks = records.desks();
        room.devices = records.devices();
        for (const Service& service : configuration.office.services) {
            if (service.tickets_a_day)
                room.tickets[service.code] = records.tickets_taken(room.day, service.code);
        }
        const Period today = configuration.zone.days(room.day, room.day);
        room.appointments = records.appointments(today);
        for (const Appointment& one : room.appointments)
            room.appointments_due += one.state == AppointmentState::Booked ? 1 : 0;
        room.notices = records.notices(now);
        room.contacts = records.open_contacts(kContactsKept);
        for (const StaffMember& member : records.staff()) {
            if (member.active)
                room.staff.push_back(member.name);
        }
        for (const Apology& apology : records.apologies(today))
            room.apologised.push_back(apology.visit);
    });
    return room;
}

Snapshot snapshot_of(const RoomRecords& records, const Configuration& configuration,
    const WaitEstimator& estimator, Instant now)
{
    Snapshot snapshot;
    snapshot.now = now;
    snapshot.last_known = now;
    snapshot.local = configuration.zone.local(now);
    snapshot.open = configuration.hours.open_at(snapshot.local);
    const std::vector<Visit> open = open_of(records.visits);
    const Room room { configuration.office, open, records.desks, now };
    snapshot.appointments_due = records.appointments_due;
    snapshot.appointments = records.appointments;
    std::copy_if(records.notices.begin(), records.notices.end(), std::back_inserter(snapshot.notices),
        [&](const DelayNotice& notice) { return notice.stands(now); });
    snapshot.contacts = records.contacts;
    snapshot.staff = records.staff;
    add_services(snapshot, records, room, configuration, estimator);
    add_people(snapshot, records, room, configuration, estimator);
    add_desks(snapshot, records, room, configuration);
    add_calls(snapshot, records.visits);
    add_figures(snapshot, records, configuration);
    snapshot.devices = records.devices;
    return snapshot;
}

Snapshot read_snapshot(
    Store& store, const Configuration& configuration, const WaitEstimator& estimator, Instant now)
{
    return snapshot_of(read_room(store, configuration, now), configuration, estimator, now);
}

bool looks_the_same(const Snapshot& a, const Snapshot& b, bool with_seconds)
{
    return with_seconds ? equal(a, b) : equal(to_minutes(a), to_minutes(b));
}

} // namespace nextplease
