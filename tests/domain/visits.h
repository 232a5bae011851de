// Visits for tests of the domain, told in verbs.
#pragma once

#include "core/domain/ticket_life.h"

#include <doctest/doctest.h>
#include <string>

namespace nextplease::testing {

constexpr Instant kNine { Seconds { 1'790'931'600 } }; // 2026-10-02 09:00 UTC
constexpr Minutes kGrace { 20 };
constexpr Seconds kUndo { 30 };

inline Instant at(long seconds)
{
    return kNine + Seconds { seconds };
}

inline const Actor& somebody()
{
    static const Actor actor { .name = "test" };
    return actor;
}

inline Desk desk_named(const std::string& code, bool uses_start = true)
{
    Desk desk;
    desk.code = DeskCode(code);
    desk.uses_start = uses_start;
    return desk;
}

inline Visit visit_for(const std::string& service, std::int64_t id = 1)
{
    Visit visit;
    visit.id = VisitId { id };
    visit.number = TicketNumber("B042");
    visit.service = ServiceCode(service);
    return visit;
}

inline Visit taken(Instant when = kNine, const std::string& service = "B", std::int64_t id = 1)
{
    return take(visit_for(service, id), when, somebody()).visit;
}

inline Change done(const Outcome& outcome)
{
    REQUIRE(std::holds_alternative<Change>(outcome));
    return std::get<Change>(outcome);
}

inline Refusal refused(const Outcome& outcome)
{
    REQUIRE(std::holds_alternative<Refusal>(outcome));
    return std::get<Refusal>(outcome);
}

inline Visit called(const Visit& visit, Instant when, const std::string& desk = "Desk 3")
{
    return done(call(visit, DeskCode(desk), when, somebody())).visit;
}

inline Visit started(const Visit& visit, Instant when)
{
    return done(start(visit, when, somebody())).visit;
}

inline Visit finished(const Visit& visit, Instant when)
{
    const Desk desk = desk_named("Desk 3");
    return done(finish(visit, when, &desk, somebody())).visit;
}

inline Visit transferred(const Visit& visit, Instant when, const std::string& to)
{
    return done(transfer(visit, ServiceCode(to), "note", when, nullptr, somebody())).visit;
}

inline Visit held(const Visit& visit, Instant when)
{
    return done(hold(visit, "reason", {}, when, somebody())).visit;
}

inline Visit resumed(const Visit& visit, Instant when)
{
    return done(resume(visit, when, somebody())).visit;
}
inline Visit absent(const Visit& visit, Instant when)
{
    return done(no_show(visit, when, somebody())).visit;
}
inline Visit rejoined(const Visit& visit, Instant when)
{
    return done(rejoin(visit, when, kGrace, somebody())).visit;
}
inline Visit gone(const Visit& visit, Instant when)
{
    return done(leave(visit, when, somebody())).visit;
}

// A visit of each state, in which it has been for a minute at the most, and its latest time.
inline Visit in_state(VisitState state)
{
    const Visit waiting = taken();
    const Visit one_called = called(waiting, at(600));
    switch (state) {
    case VisitState::Waiting:
        return waiting;
    case VisitState::Called:
        return one_called;
    case VisitState::Serving:
        return started(one_called, at(620));
    case VisitState::Held:
        return held(waiting, at(600));
    case VisitState::Served:
        return finished(started(one_called, at(620)), at(630));
    case VisitState::NoShow:
        return absent(one_called, at(620));
    case VisitState::Left:
        return gone(waiting, at(600));
    case VisitState::Unresolved:
        return close_of_day(waiting, at(600), somebody()).visit;
    }
    return waiting;
}

// The invariants that core/domain/visit.h promises.
inline void check_invariants(const Visit& visit)
{
    const VisitState state = visit.state;
    const bool has_call = state == VisitState::Called || state == VisitState::Serving
        || state == VisitState::Served || state == VisitState::NoShow;
    if (has_call)
        CHECK((visit.desk && visit.called && visit.rung));
    if (state == VisitState::Waiting || state == VisitState::Held)
        CHECK((!visit.desk && !visit.called && !visit.rung && visit.recalls == 0));
    CHECK(visit.desk.has_value() == visit.called.has_value());
    CHECK(visit.rung.has_value() == visit.called.has_value());

    CHECK(visit.started.has_value() == (state == VisitState::Serving));
    CHECK(visit.held_since.has_value() == (state == VisitState::Held));
    CHECK(visit.ended.has_value() == !is_open(state));
    if (visit.hold_until)
        CHECK(state == VisitState::Held);

    CHECK(visit.seen.has_value() == visit.seen_called.has_value());
    CHECK(visit.seen.has_value() == !visit.seen_service.empty());
    CHECK(visit.seen.has_value() == !visit.seen_desk.empty());
    if (state == VisitState::Served || state == VisitState::Serving)
        CHECK(visit.seen.has_value());

    CHECK(visit.arrived <= visit.leg_since);
    if (visit.called)
        CHECK((visit.leg_since <= *visit.called && *visit.called <= *visit.rung));
    if (visit.seen)
        CHECK((*visit.seen_called <= *visit.seen && visit.arrived <= *visit.seen_called));
    if (visit.ended)
        CHECK(visit.leg_since <= *visit.ended);
    CHECK(visit.held >= Seconds { 0 });
    CHECK((Seconds { 0 } <= visit.leg_served && visit.leg_served <= visit.served));
}

} // namespace nextplease::testing
