#include "core/domain/hall.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr Seconds kArrivalsKept { 1800 };
// So long before its time, and so long after its end, a pause is taken for the planned break.
constexpr Seconds kBreakEarly { 45 * 60 };
constexpr int kGoneAway = 3; // passed over so often: the ticket lies in a pocket somewhere
constexpr double kLongestTurnaround = 2700; // seconds: by then the desk has gone away

double seconds(Instant from, Instant to)
{
    return static_cast<double>((to - from).count());
}

} // namespace

Hall::Hall(const Office& office, DeskStates desk_states)
    : office_(office)
    , desk_states_(desk_states)
{
    priority_numbers_.emplace(PriorityCode {}, 0);
    priorities_.emplace_back();
    head_starts_.emplace_back();
    for (std::size_t i = 0; i < office_.services.size(); ++i) {
        service_numbers_.emplace(office_.services[i].code, static_cast<int>(i));
        head_starts_[0].push_back(head_start_of(PriorityCode {}, office_.services[i].code, office_));
    }
    for (const PriorityClass& priority : office_.rules.priorities)
        priority_number(priority.code);
    for (const Desk& desk : office_.desks)
        desk_number(desk.code);
}

int Hall::service_number(const ServiceCode& code)
{
    if (const auto known = service_numbers_.find(code); known != service_numbers_.end())
        return known->second;
    const int number = static_cast<int>(office_.services.size());
    Service found;
    found.code = code;
    office_.services.push_back(found);
    service_numbers_.emplace(code, number);
    for (std::size_t priority = 0; priority < priorities_.size(); ++priority)
        head_starts_[priority].push_back(head_start_of(priorities_[priority], code, office_));
    for (HallDesk& desk : desks_)
        desk.rank.push_back(0);
    return number;
}

int Hall::desk_number(const DeskCode& code)
{
    if (const auto known = desk_numbers_.find(code); known != desk_numbers_.end())
        return known->second;
    const int number = static_cast<int>(desks_.size());
    HallDesk desk;
    desk.number = number;
    desk.rank.assign(office_.services.size(), 0);
    if (const Desk* known = office_.find(code)) {
        for (const DeskService& offered : known->services) {
            if (const auto service = service_numbers_.find(offered.service);
                service != service_numbers_.end())
                desk.rank[static_cast<std::size_t>(service->second)] = offered.rank;
        }
    }
    desks_.push_back(std::move(desk));
    desk_numbers_.emplace(code, number);
    return number;
}

int Hall::priority_number(const PriorityCode& code)
{
    if (const auto known = priority_numbers_.find(code); known != priority_numbers_.end())
        return known->second;
    const int number = static_cast<int>(priorities_.size());
    priorities_.push_back(code);
    priority_numbers_.emplace(code, number);
    auto& row = head_starts_.emplace_back();
    for (const Service& service : office_.services)
        row.push_back(head_start_of(code, service.code, office_));
    return number;
}

int Hall::staff_number(std::string_view name)
{
    const int next = static_cast<int>(staff_numbers_.size());
    return staff_numbers_.emplace(name, next).first->second;
}

bool Hall::may_take(const HallDesk& desk, const Waiter& waiter)
{
    return desk.rank[static_cast<std::size_t>(waiter.service)] > 0 && is_for(waiter.for_desk, -1, desk.number)
        && is_for(waiter.for_staff, -1, desk.staff);
}

void Hall::begin_day(const DayPlan& plan)
{
    waiting_.clear();
    at_desk_.clear();
    held_.clear();
    apart_.clear();
    arrivals_.clear();
    closes_ = plan.closes;
    for (HallDesk& desk : desks_) {
        desk.turning.reset();
        desk.opens.reset();
        desk.back.reset();
        desk.breaks.clear();
        desk.opened = false;
        if (desk.doing != HallDesk::Doing::Closed)
            desk.doing = HallDesk::Doing::Closed;
    }
    for (const DayPlan::DeskPlan& planned : plan.desks) {
        HallDesk& desk = desks_[static_cast<std::size_t>(desk_number(planned.desk))];
        desk.opens = planned.opens;
        desk.breaks = planned.breaks;
    }
}

const Taught& Hall::observe(const HallEvent& event)
{
    taught_ = {};
    using How = Taught::Departure::How;
    switch (event.kind) {
    case EventKind::Taken:
    case EventKind::CheckedIn:
        arrivals_.push_back({ event.at, event.service, event.priority });
        join(event);
        break;
    case EventKind::Resumed:
    case EventKind::Rejoined:
        join(event);
        break;
    case EventKind::MoreTime:
        let_others_go_first(event.visit);
        break;
    case EventKind::Called:
        call(event);
        break;
    case EventKind::CallUndone:
        undo_call(event);
        break;
    case EventKind::Finished:
    case EventKind::NoShow:
        end_service(event, true);
        break;
    case EventKind::Transferred:
    case EventKind::WentOn:
        end_service(event, true);
        send_to(event);
        join(event);
        break;
    case EventKind::Returned: // to its place in the queue: nobody was served
        end_service(event, false);
        join(event);
        break;
    case EventKind::ServiceChanged:
        depart(event.visit, event.at, How::Gone);
        send_to(event);
        join(event);
        break;
    case EventKind::Released:
        release(event.visit);
        break;
    case EventKind::NeedsChanged:
        change_priority(event);
        break;
    case EventKind::Held:
        end_service(event, true);
        depart(event.visit, event.at, How::Gone);
        hold(event);
        break;
    case EventKind::Left:
        depart(event.visit, event.at, How::Left);
        std::erase_if(held_, [&](const HeldWaiter& one) { return one.waiter.visit == event.visit; });
        break;
    case EventKind::Unresolved:
        end_service(event, false);
        depart(event.visit, event.at, How::Gone);
        break;
    case EventKind::Recalled:
    case EventKind::Started:
    case EventKind::Result:
    case EventKind::Apologised:
    case EventKind::HelpCalled:
    case EventKind::HelpAnswered:
    case EventKind::HelpOver:
    case EventKind::NoticePut:
    case EventKind::NoticeCleared:
    case EventKind::AppointmentBooked:
    case EventKind::AppointmentMoved:
    case EventKind::AppointmentCancelled:
    case EventKind::ContactLogged:
    case EventKind::ContactAcknowledged:
    case EventKind::ContactAnswered:
    case EventKind::ContactExplained:
    case EventKind::ContactSetAside:
    case EventKind::CallMonitored:
    case EventKind::ContactCoded:
    case EventKind::ContactTakenBack:
    case EventKind::ScoreRecorded:
    case EventKind::ChannelChecked:
        break;
    case EventKind::SignedIn:
    case EventKind::SignedOut:
        desks_[static_cast<std::size_t>(event.desk)].staff = event.staff;
        break;
    case EventKind::DeskOpened:
    case EventKind::DeskPaused:
    case EventKind::DeskClosed:
        change_desk(event);
        break;
    }
    return taught_;
}

void Hall::join(const HallEvent& event)
{
    std::erase_if(held_, [&](const HeldWaiter& one) { return one.waiter.visit == event.visit; });
    if (event.service >= 0 && !waiter(event.visit))
        enqueue(waiter_of(event));
}

Waiter Hall::waiter_of(const HallEvent& event) const
{
    const auto found = apart_.find(event.visit);
    const Apart apart = found == apart_.end() ? Apart {} : found->second;
    const Instant key = event.queue_from + apart.moved - head_start(event.service, event.priority);
    return { .visit = event.visit,
        .service = event.service,
        .priority = event.priority,
        .joined = event.at,
        .place = { key, event.arrived, event.visit },
        .for_desk = apart.for_desk,
        .for_staff = apart.for_staff };
}

// Who is parked without a time may never come back: nobody waits longer for it.
void Hall::hold(const HallEvent& event)
{
    if (event.service >= 0 && event.until)
        held_.push_back({ waiter_of(event), *event.until });
}

void Hall::send_to(const HallEvent& event)
{
    if (event.for_desk < 0 && event.for_staff < 0 && !apart_.contains(event.visit))
        return;
    Apart& apart = apart_[event.visit];
    apart.for_desk = event.for_desk;
    apart.for_staff = event.for_staff;
}

void Hall::release(VisitId visit)
{
    const auto free = [visit](Waiter& one) {
        if (one.visit == visit)
            one.for_desk = one.for_staff = -1;
    };
    std::for_each(waiting_.begin(), waiting_.end(), free);
    for (HeldWaiter& one : held_)
        free(one.waiter);
    if (const auto found = apart_.find(visit); found != apart_.end())
        found->second.for_desk = found->second.for_staff = -1;
}

// The place goes with the class, wherever the visit is in its life.
void Hall::change_priority(const HallEvent& event)
{
    const auto change = [&](Waiter& one) {
        one.place.key += head_start(one.service, one.priority) - head_start(one.service, event.priority);
        one.priority = event.priority;
    };
    if (const Waiter* found = waiter(event.visit)) {
        Waiter moved = *found;
        change(moved);
        std::erase_if(waiting_, [&](const Waiter& one) { return one.visit == event.visit; });
        enqueue(moved);
    }
    for (HeldWaiter& one : held_) {
        if (one.waiter.visit == event.visit)
            change(one.waiter);
    }
    const auto called = at_desk_.find(event.visit);
    if (called != at_desk_.end() && called->second.waiter.visit == event.visit)
        change(called->second.waiter);
}

void Hall::enqueue(const Waiter& waiter)
{
    const auto behind = std::upper_bound(waiting_.begin(), waiting_.end(), waiter,
        [](const Waiter& a, const Waiter& b) { return a.place < b.place; });
    waiting_.insert(behind, waiter);
}

// As the verb does it: behind the next few of the same service.
void Hall::let_others_go_first(VisitId visit)
{
    const Waiter* found = waiter(visit);
    if (!found)
        return;
    Waiter moved = *found;
    std::vector<Place> later;
    for (const Waiter& other : waiting_) {
        if (other.service == moved.service && moved.place < other.place)
            later.push_back(other.place);
    }
    const auto key = key_behind(moved.place, std::move(later), office_.rules.more_time_behind);
    if (!key)
        return;
    apart_[visit].moved += *key - moved.place.key;
    moved.place.key = *key;
    std::erase_if(waiting_, [&](const Waiter& one) { return one.visit == visit; });
    enqueue(moved);
}

void Hall::depart(VisitId visit, Instant at, Taught::Departure::How how)
{
    const auto found =
        std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiter& one) { return one.visit == visit; });
    if (found == waiting_.end())
        return;
    taught_.departed = Taught::Departure { *found, how, at };
    waiting_.erase(found);
    stop_idle_turnings(at);
}

void Hall::call(const HallEvent& event)
{
    // Its own turnaround first: the departure must not cut it short.
    const auto number = static_cast<std::size_t>(event.desk);
    HallDesk before;
    if (event.desk >= 0) {
        HallDesk& desk = desks_[number];
        before = desk;
        if (desk.doing == HallDesk::Doing::Paused)
            end_pause(desk, event.at, true);
        stop_turning(desk, event.at, true);
    }
    const Waiter* found = waiter(event.visit);
    Waiter waits = found ? *found : Waiter {};
    const int service = found ? waits.service : event.service;
    if (found)
        pass_over(waits, event.desk);
    depart(event.visit, event.at, Taught::Departure::How::Called);
    at_desk_.insert_or_assign(
        event.visit, AtDesk { event.desk, service, event.at, waits, std::move(before) });
    if (event.desk < 0)
        return;
    HallDesk& desk = desks_[number];
    desk.doing = HallDesk::Doing::Serving;
    desk.since = desk.last_seen = event.at;
    desk.visit = event.visit;
    desk.service = service;
    desk.opened = true;
    desk.back.reset();
    if (service >= 0 && desk_states_ == DeskStates::NotTold) {
        int& rank = desk.rank[static_cast<std::size_t>(service)];
        rank = std::max(rank, 1);
    }
}

void Hall::end_service(const HallEvent& event, bool counts)
{
    const auto found = at_desk_.find(event.visit);
    if (found == at_desk_.end())
        return;
    const AtDesk was = std::move(found->second);
    at_desk_.erase(found);
    if (counts && was.service >= 0)
        taught_.served = Taught::Service { was.service, seconds(was.called, event.at) };
    if (was.desk < 0)
        return;
    HallDesk& desk = desks_[static_cast<std::size_t>(was.desk)];
    if (desk.doing != HallDesk::Doing::Serving || desk.visit != event.visit)
        return; // it was called away before the log has the end
    taught_.finish = counts;
    free_desk(desk, event.at);
}

void Hall::free_desk(HallDesk& desk, Instant at)
{
    desk.doing = HallDesk::Doing::Free;
    desk.visit = {};
    desk.since = desk.last_seen = at;
    if (somebody_waits_for(desk))
        desk.turning = at;
}

void Hall::undo_call(const HallEvent& event)
{
    const auto found = at_desk_.find(event.visit);
    if (found == at_desk_.end())
        return;
    AtDesk was = std::move(found->second);
    at_desk_.erase(found);
    if (was.desk >= 0) {
        HallDesk& desk = desks_[static_cast<std::size_t>(was.desk)];
        if (desk.visit == event.visit && desk.doing == HallDesk::Doing::Serving)
            desk = std::move(was.before);
    }
    if (was.waiter.visit == event.visit)
        enqueue(was.waiter);
}

void Hall::change_desk(const HallEvent& event)
{
    HallDesk& desk = desks_[static_cast<std::size_t>(event.desk)];
    using Doing = HallDesk::Doing;
    const bool with_visitor = desk.doing == Doing::Serving;
    desk.back = event.until;
    if (desk.doing == Doing::Paused && event.kind != EventKind::DeskPaused)
        end_pause(desk, event.at, event.kind == EventKind::DeskOpened);
    if (event.kind == EventKind::DeskOpened) {
        if (with_visitor)
            return;
        const bool was_open = desk.doing == Doing::Free;
        desk.doing = Doing::Free;
        desk.opened = true;
        if (!was_open)
            desk.since = desk.last_seen = event.at;
        return;
    }
    if (with_visitor)
        desk.visit = {}; // it ends on its own, without freeing the desk
    stop_turning(desk, event.at, false);
    if (event.kind == EventKind::DeskPaused) {
        if (desk.doing != Doing::Paused)
            pause_desk(desk, event.at);
        return;
    }
    desk.doing = Doing::Closed;
    desk.since = event.at;
}

void Hall::pause_desk(HallDesk& desk, Instant at)
{
    desk.doing = HallDesk::Doing::Paused;
    desk.since = at;
    const auto planned = std::find_if(desk.breaks.begin(), desk.breaks.end(),
        [&](const Period& one) { return one.from - kBreakEarly <= at && at < one.to; });
    desk.in_planned_break = planned != desk.breaks.end();
    taught_.pause = !desk.in_planned_break;
}

void Hall::end_pause(HallDesk& desk, Instant at, bool ended)
{
    if (desk.in_planned_break)
        std::erase_if(desk.breaks, [&](const Period& one) { return one.from - kBreakEarly <= at; });
    else
        taught_.pauses.push_back({ seconds(desk.since, at), ended });
    desk.in_planned_break = false;
    desk.doing = HallDesk::Doing::Free;
    desk.since = desk.last_seen = at;
}

void Hall::stop_turning(HallDesk& desk, Instant at, bool called)
{
    if (!desk.turning)
        return;
    const double lasted = seconds(*desk.turning, at);
    const bool too_long = lasted >= kLongestTurnaround;
    taught_.turnarounds.push_back({ std::min(lasted, kLongestTurnaround), called && !too_long });
    desk.turning.reset();
}

void Hall::stop_idle_turnings(Instant at)
{
    for (HallDesk& desk : desks_) {
        if (desk.turning && !somebody_waits_for(desk))
            stop_turning(desk, at, false);
    }
}

bool Hall::somebody_waits_for(const HallDesk& desk) const
{
    return std::any_of(waiting_.begin(), waiting_.end(),
        [&](const Waiter& one) { return one.passed_over < kGoneAway && may_take(desk, one); });
}

// Whoever is called, those whose turn it was at that desk were passed over: of its own service where no desk
// is known.
void Hall::pass_over(const Waiter& called, int desk)
{
    const auto turn = [&](const Waiter& other) {
        if (!(other.place < called.place))
            return false;
        if (desk < 0)
            return other.service == called.service;
        const HallDesk& at = desks_[static_cast<std::size_t>(desk)];
        const auto rank = [&](const Waiter& one) { return at.rank[static_cast<std::size_t>(one.service)]; };
        return may_take(at, other) && (rank(other) <= rank(called) || rank(called) == 0);
    };
    for (Waiter& other : waiting_)
        other.passed_over += turn(other) ? 1 : 0;
}

const Waiter* Hall::waiter(VisitId visit) const
{
    const auto found =
        std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiter& one) { return one.visit == visit; });
    return found == waiting_.end() ? nullptr : &*found;
}

Waiter Hall::newcomer(int service, int priority, Instant now) const
{
    return { .visit = last_in_line(),
        .service = service,
        .priority = priority,
        .joined = now,
        .place = { now - head_start(service, priority), now, last_in_line() } };
}

int Hall::ahead(const Waiter& waiter) const
{
    return static_cast<int>(std::count_if(waiting_.begin(), waiting_.end(),
        [&](const Waiter& other) { return other.service == waiter.service && other.place < waiter.place; }));
}

int Hall::ahead_of_all(const Waiter& waiter) const
{
    return static_cast<int>(std::count_if(
        waiting_.begin(), waiting_.end(), [&](const Waiter& other) { return other.place < waiter.place; }));
}

Seconds Hall::head_start(int service, int priority) const
{
    return head_starts_[static_cast<std::size_t>(priority)][static_cast<std::size_t>(service)];
}

const std::vector<Hall::Arrival>& Hall::recent_arrivals(Instant now) const
{
    const auto recent = std::find_if(
        arrivals_.begin(), arrivals_.end(), [&](const Arrival& one) { return one.at > now - kArrivalsKept; });
    arrivals_.erase(arrivals_.begin(), recent);
    return arrivals_;
}

} // namespace nextplease
