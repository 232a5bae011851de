#include "core/reception/hall_feed.h"

#include "core/domain/event_detail.h"
#include "core/domain/staff.h"

#include <algorithm>
#include <unordered_map>

namespace nextplease {
namespace {

// A log from elsewhere has whole seconds and no order within them. What ends comes first, so that a desk is
// free for the next; then who came; then who was called, so that nobody's estimate knows of it; and last what
// ended in the second in which it began.
enum Phase { kEnds = 0, kComes = 1, kCalled = 2, kEndsAtOnce = 3 };

struct Ordered {
    HallEvent event;
    int phase;
    std::optional<int> priority_before; // of the visit, where the event changed it
};

// The rows tell the priority class that a visit has now; each event shall tell the one that it had then, so
// that what was learnt live and what is learnt again from the store is the same.
void set_priorities_back(std::vector<Ordered>& rows)
{
    std::unordered_map<VisitId, int> before;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (const auto known = before.find(row->event.visit); known != before.end())
            row->event.priority = known->second;
        if (row->priority_before)
            before.insert_or_assign(row->event.visit, *row->priority_before);
    }
}

bool is_end(EventKind kind)
{
    return kind == EventKind::Finished || kind == EventKind::Left || kind == EventKind::Unresolved;
}

// Gives each event of another system's log its phase. Its rows tell one visit after another.
class Phases {
public:
    int of(const EventRow& row)
    {
        if (!row.imported)
            return kComes;
        if (row.kind == EventKind::Called || row.kind == EventKind::Started) {
            began_ = row.at;
            return kCalled;
        }
        if (!is_end(row.kind)) {
            began_ = row.at;
            return kComes;
        }
        return row.at == began_ ? kEndsAtOnce : kEnds;
    }

private:
    Instant began_ = Instant::min();
};

// Where it joins the queue, by the rule of the day on which it did.
Instant queue_from(const EventRow& row, const AppointmentRules& rules)
{
    if (!row.appointment_at || row.arrived > *row.appointment_at + rules.late)
        return row.arrived;
    return *row.appointment_at - rules.head_start;
}

} // namespace

DayPlan day_plan(const Configuration& configuration, LocalDate date)
{
    DayPlan plan;
    const std::vector<OpenSpan>& spans = configuration.hours.on(date);
    if (spans.empty())
        return plan;
    const auto at = [&](Seconds time) {
        return configuration.zone.instant({ date, time }).value_or(configuration.zone.start_of(date) + time);
    };
    plan.closes = at(spans.back().to);
    for (const Desk& desk : configuration.office.desks) {
        DayPlan::DeskPlan planned { .desk = desk.code, .opens = {}, .breaks = {} };
        planned.opens = at(desk.opens.value_or(spans.front().from));
        for (std::size_t i = 0; i + 1 < spans.size(); ++i)
            planned.breaks.push_back({ at(spans[i].to), at(spans[i + 1].from) });
        for (const OpenSpan& span : desk.breaks)
            planned.breaks.push_back({ at(span.from), at(span.to) });
        std::sort(planned.breaks.begin(), planned.breaks.end(),
            [](const Period& a, const Period& b) { return a.from < b.from; });
        plan.desks.push_back(std::move(planned));
    }
    return plan;
}

std::vector<HallEvent> HallFeed::read(Store& store, Instant from)
{
    std::vector<Ordered> rows;
    Phases phases;
    store.scan_events(last_, from, [&](const EventRow& row) {
        const int phase = phases.of(row);
        rows.push_back({ event_of(row), phase, {} });
        if (row.kind == EventKind::NeedsChanged) {
            if (const auto before = priority_before(row.detail))
                rows.back().priority_before = forecaster_.hall().priority_number(*before);
        }
        last_ = row.id;
    });
    set_priorities_back(rows);
    std::stable_sort(rows.begin(), rows.end(), [](const Ordered& a, const Ordered& b) {
        return std::pair(a.event.at, a.phase) < std::pair(b.event.at, b.phase);
    });
    std::vector<HallEvent> events;
    events.reserve(rows.size());
    for (const Ordered& row : rows)
        events.push_back(row.event);
    return events;
}

HallEvent HallFeed::event_of(const EventRow& row)
{
    Hall& hall = forecaster_.hall();
    HallEvent event;
    event.kind = row.kind;
    event.at = row.at;
    event.visit = row.visit;
    // These tell of the leg that ended, and here the next one begins.
    const bool next_leg = row.kind == EventKind::Transferred || row.kind == EventKind::WentOn;
    event.leg = next_leg ? row.leg + 1 : row.leg;
    if (!row.service.empty())
        event.service = hall.service_number(ServiceCode(std::string(row.service)));
    if (!row.desk.empty())
        event.desk = hall.desk_number(DeskCode(std::string(row.desk)));
    event.priority = hall.priority_number(PriorityCode(std::string(row.priority)));
    event.arrived = row.arrived;
    event.queue_from = queue_from(row, configuration_.office.appointments);
    if (row.kind == EventKind::SignedIn)
        event.staff = hall.staff_number(staff_in(row.actor));
    if (row.kind == EventKind::Transferred) {
        const SentTo to = sent_to(row.detail);
        event.for_desk = to.desk.empty() ? -1 : hall.desk_number(to.desk);
        event.for_staff = to.staff.empty() ? -1 : hall.staff_number(to.staff);
    }
    event.until = until_in(row.detail);
    return event;
}

void HallFeed::reach(Instant at)
{
    if (at < day_ends_)
        return;
    const LocalDate date = configuration_.zone.date(at);
    day_ends_ = configuration_.zone.start_of(add_days(date, 1));
    forecaster_.begin_day(day_plan(configuration_, date));
}

const Taught& HallFeed::observe(const HallEvent& event)
{
    reach(event.at);
    return forecaster_.observe(event);
}

DeskStates desk_states_told(const std::vector<HallEvent>& events)
{
    const bool told = std::any_of(events.begin(), events.end(), [](const HallEvent& event) {
        return event.kind == EventKind::DeskOpened || event.kind == EventKind::DeskPaused
            || event.kind == EventKind::DeskClosed;
    });
    return told ? DeskStates::Told : DeskStates::NotTold;
}

} // namespace nextplease
