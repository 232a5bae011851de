#include "core/domain/ticket_life.h"

#include "core/base/blank.h"
#include "core/domain/clocks.h"
#include "core/domain/event_detail.h"

#include <algorithm>
#include <cassert>

namespace nextplease {
namespace {

Event event_of(const Visit& visit, EventKind kind, Instant at, const Actor& actor, std::string detail = {})
{
    return Event { .id = {},
        .visit = visit.id,
        .leg = visit.leg,
        .kind = kind,
        .at = at,
        .service = visit.service,
        .desk = actor.desk ? actor.desk : visit.desk,
        .actor = actor.name,
        .detail = std::move(detail),
        .request = {} };
}

Refusal refuse(Refusal::Kind kind, const Visit& visit)
{
    return { .kind = kind,
        .number = visit.number,
        .service = visit.service,
        .desk = visit.desk,
        .priority = visit.priority,
        .state = visit.state,
        .opens = {} };
}

// The refusal that fits a visit which is not in the state that a verb needs.
Refusal not_in(Refusal::Kind kind, const Visit& visit)
{
    return refuse(
        is_open(visit.state) || visit.state == VisitState::NoShow ? kind : Refusal::Kind::Ended, visit);
}

// Who was early for an appointment and is seen before it has waited nothing, not less than nothing.
void cut_to_wait(Visit& visit, Instant stop)
{
    visit.held = std::min(visit.held, stop - visit.arrived);
}

void mark_seen(Visit& visit, Instant at)
{
    if (visit.seen)
        return; // a later leg: the visitor's wait ended when the first desk saw them
    visit.seen = at;
    cut_to_wait(visit, at);
    visit.seen_called = visit.called;
    visit.seen_service = visit.service;
    visit.seen_desk = visit.desk.value_or(DeskCode {});
}

void stop_service(Visit& visit, Instant now)
{
    if (visit.started) {
        visit.served += now - *visit.started;
        visit.leg_served += now - *visit.started;
    }
    visit.started.reset();
}

void stop_hold(Visit& visit, Instant now)
{
    // Held time is the visitor's own until they are seen; after that the wait has stopped anyway.
    if (visit.held_since && !visit.seen)
        visit.held += std::max(now - held_from(visit), Seconds { 0 });
    visit.held_since.reset();
    visit.hold_until.reset();
}

void clear_call(Visit& visit)
{
    visit.desk.reset();
    visit.called.reset();
    visit.rung.reset();
    visit.recalls = 0;
}

Leg ended_leg(const Visit& visit, Instant now, VisitState how)
{
    return Leg { .visit = visit.id,
        .leg = visit.leg,
        .service = visit.service,
        .since = visit.leg_since,
        .desk = visit.desk,
        .called = visit.called,
        .served = visit.leg_served,
        .ended = now,
        .how = how };
}

Change ended(Visit visit, EventKind kind, VisitState state, Instant now, const Actor& actor)
{
    stop_hold(visit, now);
    stop_service(visit, now);
    if (!visit.seen)
        cut_to_wait(visit, visit.called.value_or(now));
    visit.state = state;
    visit.ended = now;
    Change change { visit, { event_of(visit, kind, now, actor) }, {} };
    change.ended = ended_leg(visit, now, state);
    return change;
}

void begin_leg(Visit& visit, const ServiceCode& service, Instant now)
{
    clear_call(visit);
    visit.state = VisitState::Waiting;
    visit.leg += 1;
    visit.service = service;
    visit.leg_since = now;
    visit.leg_served = Seconds { 0 };
    visit.calls = 0;
    visit.for_desk = {};
    visit.for_staff.clear();
    std::erase(visit.matters, service);
}

// The next matter of a visit, when one is finished.
Change go_on(Visit visit, Instant now, const Actor& actor)
{
    stop_service(visit, now);
    const Leg leg = ended_leg(visit, now, VisitState::Served);
    Event told = event_of(visit, EventKind::WentOn, now, actor);
    told.service = ServiceCode(visit.matters.front());
    begin_leg(visit, told.service, now);
    visit.note.clear();
    return { visit, { told }, leg };
}

} // namespace

Change take(Visit visit, Instant now, const Actor& actor)
{
    visit.state = VisitState::Waiting;
    visit.arrived = now;
    visit.queue_from = now;
    visit.leg = 1;
    visit.leg_since = now;
    return { visit, { event_of(visit, EventKind::Taken, now, actor) }, {} };
}

Change check_in(Visit visit, Instant queue_from, Instant now, const Actor& actor)
{
    assert(visit.appointment_at);
    Change change = take(std::move(visit), now, actor);
    change.visit.queue_from = queue_from;
    change.visit.held = std::max(*change.visit.appointment_at - now, Seconds { 0 });
    change.events.front().kind = EventKind::CheckedIn;
    return change;
}

Outcome need_more_time(
    const Visit& visit, std::optional<Instant> queue_from, int at_most, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Waiting)
        return not_in(Refusal::Kind::NotWaiting, visit);
    if (visit.more_time >= at_most)
        return refuse(Refusal::Kind::NoMoreTime, visit);
    if (!queue_from)
        return refuse(Refusal::Kind::NobodyBehind, visit);
    Visit after = visit;
    after.queue_from = *queue_from;
    after.more_time += 1;
    return Change { after, { event_of(after, EventKind::MoreTime, now, actor) }, {} };
}

Outcome call(const Visit& visit, const DeskCode& desk, Instant now, const Actor& actor)
{
    if (visit.state == VisitState::Called || visit.state == VisitState::Serving)
        return refuse(Refusal::Kind::AlreadyCalled, visit);
    if (visit.state != VisitState::Waiting)
        return not_in(Refusal::Kind::NotWaiting, visit);
    Visit after = visit;
    after.state = VisitState::Called;
    after.desk = desk;
    after.called = now;
    after.rung = now;
    after.recalls = 0;
    after.calls += 1;
    return Change { after, { event_of(after, EventKind::Called, now, actor) }, {} };
}

Outcome recall(const Visit& visit, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Called)
        return not_in(Refusal::Kind::NotCalled, visit);
    Visit after = visit;
    after.rung = now;
    after.recalls += 1;
    return Change { after, { event_of(after, EventKind::Recalled, now, actor) }, {} };
}

Outcome undo_call(const Visit& visit, Instant now, Seconds within, const Actor& actor)
{
    if (visit.state != VisitState::Called)
        return not_in(Refusal::Kind::NotCalled, visit);
    if (now - *visit.called > within)
        return refuse(Refusal::Kind::UndoTooLate, visit);
    Visit after = visit;
    after.state = VisitState::Waiting;
    after.calls -= 1;
    clear_call(after);
    return Change { after, { event_of(visit, EventKind::CallUndone, now, actor) }, {} };
}

Outcome start(const Visit& visit, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Called)
        return not_in(Refusal::Kind::NotCalled, visit);
    Visit after = visit;
    after.state = VisitState::Serving;
    after.started = now;
    mark_seen(after, now);
    return Change { after, { event_of(after, EventKind::Started, now, actor) }, {} };
}

Outcome finish(const Visit& visit, Instant now, const Desk* desk, const Actor& actor)
{
    Visit serving = visit;
    if (visit.state == VisitState::Called) {
        if (!desk || desk->uses_start)
            return refuse(Refusal::Kind::NotStarted, visit);
        serving.started = visit.called;
        mark_seen(serving, *visit.called);
    } else if (visit.state != VisitState::Serving) {
        return not_in(Refusal::Kind::NotServing, visit);
    }
    if (!serving.matters.empty())
        return go_on(serving, now, actor);
    return ended(serving, EventKind::Finished, VisitState::Served, now, actor);
}

Outcome transfer(const Visit& visit, const ServiceCode& to, const std::string& note, Instant now,
    const Desk* desk, const Actor& actor)
{
    return transfer(visit, Onward { .service = to, .note = note }, now, desk, actor);
}

Outcome transfer(const Visit& visit, const Onward& onward, Instant now, const Desk* desk, const Actor& actor)
{
    const bool to_somebody = !onward.desk.empty() || !onward.staff.empty();
    if (visit.state != VisitState::Called && visit.state != VisitState::Serving)
        return not_in(Refusal::Kind::NotServing, visit);
    if (onward.service == visit.service && !to_somebody)
        return refuse(Refusal::Kind::SameService, visit);
    if (blank(onward.note) && onward.rule == Onward::Note::Required)
        return refuse(Refusal::Kind::NoteMissing, visit);
    Visit after = visit;
    if (visit.state == VisitState::Called && desk && !desk->uses_start) {
        after.started = visit.called;
        mark_seen(after, *visit.called);
    }
    stop_service(after, now);
    const Leg leg = ended_leg(after, now, VisitState::Waiting);
    Event told = event_of(after, EventKind::Transferred, now, actor, transfer_detail(onward));
    told.service = onward.service;
    begin_leg(after, onward.service, now);
    after.note = onward.note;
    after.for_desk = onward.desk;
    after.for_staff = onward.staff;
    return Change { after, { told }, leg };
}

Change release(const Visit& visit, Instant now, const Actor& actor)
{
    Visit after = visit;
    after.for_desk = {};
    after.for_staff.clear();
    return { after, { event_of(after, EventKind::Released, now, actor) }, {} };
}

Outcome return_to_queue(const Visit& visit, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Called && visit.state != VisitState::Serving)
        return not_in(Refusal::Kind::NotCalled, visit);
    Visit after = visit;
    stop_service(after, now);
    Event told = event_of(after, EventKind::Returned, now, actor);
    clear_call(after);
    after.state = VisitState::Waiting;
    return Change { after, { told }, {} };
}

Outcome change_service(const Visit& visit, const ServiceCode& to, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Waiting)
        return not_in(Refusal::Kind::NotWaiting, visit);
    if (to == visit.service)
        return refuse(Refusal::Kind::SameService, visit);
    Visit after = visit;
    after.service = to;
    std::erase(after.matters, to);
    after.for_desk = {};
    after.for_staff.clear();
    return Change { after,
        { event_of(after, EventKind::ServiceChanged, now, actor, "from " + visit.service.text()) }, {} };
}

Outcome change_company(const Visit& visit, const Company& company, Instant now, const Actor& actor)
{
    if (!is_open(visit.state))
        return refuse(Refusal::Kind::Ended, visit);
    Visit after = visit;
    after.needs = company.needs;
    after.interpreter = company.interpreter;
    after.party = company.party;
    after.priority = company.priority;
    const std::string detail = company_detail(company, visit.priority);
    return Change { after, { event_of(after, EventKind::NeedsChanged, now, actor, detail) }, {} };
}

Outcome hold(const Visit& visit, const std::string& reason, std::optional<Instant> until, Instant now,
    const Actor& actor)
{
    if (visit.state != VisitState::Waiting && visit.state != VisitState::Serving)
        return not_in(Refusal::Kind::NotWaiting, visit);
    if (blank(reason))
        return refuse(Refusal::Kind::NoteMissing, visit);
    Visit after = visit;
    stop_service(after, now);
    Event told = event_of(after, EventKind::Held, now, actor, until_detail(reason, until));
    clear_call(after);
    after.state = VisitState::Held;
    after.held_since = now;
    after.hold_until = until;
    after.note = reason;
    return Change { after, { told }, {} };
}

Outcome resume(const Visit& visit, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Held)
        return not_in(Refusal::Kind::NotHeld, visit);
    Visit after = visit;
    stop_hold(after, now);
    after.state = VisitState::Waiting;
    return Change { after, { event_of(after, EventKind::Resumed, now, actor) }, {} };
}

Outcome no_show(const Visit& visit, Instant now, const Actor& actor)
{
    if (visit.state != VisitState::Called)
        return not_in(Refusal::Kind::NotCalled, visit);
    return ended(visit, EventKind::NoShow, VisitState::NoShow, now, actor);
}

Outcome rejoin(const Visit& visit, Instant now, Minutes grace, const Actor& actor)
{
    if (visit.state != VisitState::NoShow)
        return not_in(Refusal::Kind::NotWaiting, visit);
    if (now - *visit.ended > grace)
        return refuse(Refusal::Kind::GraceOver, visit);
    Visit after = visit;
    clear_call(after);
    after.state = VisitState::Waiting;
    after.ended.reset();
    return Change { after, { event_of(after, EventKind::Rejoined, now, actor) }, {} };
}

Outcome leave(const Visit& visit, Instant now, const Actor& actor)
{
    if (visit.state == VisitState::Called || visit.state == VisitState::Serving)
        return refuse(Refusal::Kind::CalledAlreadyNoLeave, visit);
    if (visit.state != VisitState::Waiting && visit.state != VisitState::Held
        && visit.state != VisitState::NoShow)
        return refuse(Refusal::Kind::Ended, visit);
    return ended(visit, EventKind::Left, VisitState::Left, now, actor);
}

Change close_of_day(const Visit& visit, Instant now, const Actor& actor)
{
    assert(is_open(visit.state));
    return ended(visit, EventKind::Unresolved, VisitState::Unresolved, now, actor);
}

} // namespace nextplease
