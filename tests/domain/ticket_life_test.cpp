// Every arrow of the ticket's life, and every refusal.
#include "tests/domain/visits.h"

#include <functional>
#include <map>

using namespace nextplease;
using namespace nextplease::testing;
using Kind = Refusal::Kind;
using State = VisitState;

namespace {

struct Verb {
    const char* name;
    std::function<Outcome(const Visit&, Instant)> run;
};

const std::vector<Verb>& verbs()
{
    static const Desk desk = desk_named("Desk 3");
    static const std::vector<Verb> all {
        { "call", [](const Visit& v, Instant now) { return call(v, DeskCode("Desk 3"), now, somebody()); } },
        { "recall", [](const Visit& v, Instant now) { return recall(v, now, somebody()); } },
        { "undo", [](const Visit& v, Instant now) { return undo_call(v, now, kUndo, somebody()); } },
        { "start", [](const Visit& v, Instant now) { return start(v, now, somebody()); } },
        { "finish", [](const Visit& v, Instant now) { return finish(v, now, &desk, somebody()); } },
        { "transfer",
            [](const Visit& v, Instant now) {
                return transfer(v, ServiceCode("C"), "note", now, &desk, somebody());
            } },
        { "hold", [](const Visit& v, Instant now) { return hold(v, "reason", {}, now, somebody()); } },
        { "resume", [](const Visit& v, Instant now) { return resume(v, now, somebody()); } },
        { "no_show", [](const Visit& v, Instant now) { return no_show(v, now, somebody()); } },
        { "rejoin", [](const Visit& v, Instant now) { return rejoin(v, now, kGrace, somebody()); } },
        { "leave", [](const Visit& v, Instant now) { return leave(v, now, somebody()); } },
    };
    return all;
}

using Answer = std::variant<State, Kind>;

// What each verb, in the order of verbs(), makes of a visit in a state.
const std::map<State, std::vector<Answer>>& answers()
{
    static const std::map<State, std::vector<Answer>> all {
        { State::Waiting,
            { State::Called, Kind::NotCalled, Kind::NotCalled, Kind::NotCalled, Kind::NotServing,
                Kind::NotServing, State::Held, Kind::NotHeld, Kind::NotCalled, Kind::NotWaiting,
                State::Left } },
        { State::Called,
            { Kind::AlreadyCalled, State::Called, State::Waiting, State::Serving, Kind::NotStarted,
                State::Waiting, Kind::NotWaiting, Kind::NotHeld, State::NoShow, Kind::NotWaiting,
                Kind::CalledAlreadyNoLeave } },
        { State::Serving,
            { Kind::AlreadyCalled, Kind::NotCalled, Kind::NotCalled, Kind::NotCalled, State::Served,
                State::Waiting, State::Held, Kind::NotHeld, Kind::NotCalled, Kind::NotWaiting,
                Kind::CalledAlreadyNoLeave } },
        { State::Held,
            { Kind::NotWaiting, Kind::NotCalled, Kind::NotCalled, Kind::NotCalled, Kind::NotServing,
                Kind::NotServing, Kind::NotWaiting, State::Waiting, Kind::NotCalled, Kind::NotWaiting,
                State::Left } },
        { State::NoShow,
            { Kind::NotWaiting, Kind::NotCalled, Kind::NotCalled, Kind::NotCalled, Kind::NotServing,
                Kind::NotServing, Kind::NotWaiting, Kind::NotHeld, Kind::NotCalled, State::Waiting,
                State::Left } },
        { State::Served, std::vector<Answer>(11, Kind::Ended) },
        { State::Left, std::vector<Answer>(11, Kind::Ended) },
        { State::Unresolved, std::vector<Answer>(11, Kind::Ended) },
    };
    return all;
}

} // namespace

TEST_CASE("Each verb leads from each state where the drawing says, or is refused by name")
{
    for (const auto& [state, expected] : answers()) {
        REQUIRE(expected.size() == verbs().size());
        for (std::size_t i = 0; i < verbs().size(); ++i) {
            CAPTURE(word(state));
            CAPTURE(verbs()[i].name);
            const Visit before = in_state(state);
            REQUIRE(before.state == state);
            const Outcome outcome = verbs()[i].run(before, at(630));
            if (const auto* to = std::get_if<State>(&expected[i])) {
                CHECK(done(outcome).visit.state == *to);
                check_invariants(done(outcome).visit);
            } else {
                const Refusal refusal = refused(outcome);
                CHECK(refusal.kind == std::get<Kind>(expected[i]));
                CHECK(refusal.number == before.number);
                CHECK(refusal.service == before.service);
                CHECK(refusal.desk == before.desk);
                CHECK(refusal.state == state);
            }
        }
    }
}

TEST_CASE("Each arrow leaves one event that tells who, when and where")
{
    const std::map<std::string, EventKind> kinds { { "call", EventKind::Called },
        { "recall", EventKind::Recalled }, { "undo", EventKind::CallUndone }, { "start", EventKind::Started },
        { "finish", EventKind::Finished }, { "transfer", EventKind::Transferred },
        { "hold", EventKind::Held }, { "resume", EventKind::Resumed }, { "no_show", EventKind::NoShow },
        { "rejoin", EventKind::Rejoined }, { "leave", EventKind::Left } };
    for (const auto& [state, unused] : answers()) {
        for (const Verb& verb : verbs()) {
            const Outcome outcome = verb.run(in_state(state), at(630));
            const auto* change = std::get_if<Change>(&outcome);
            if (!change)
                continue;
            CAPTURE(verb.name);
            REQUIRE(change->events.size() == 1);
            const Event& event = change->events[0];
            CHECK(event.kind == kinds.at(verb.name));
            CHECK(event.at == at(630));
            CHECK(event.visit == VisitId { 1 });
            CHECK(event.actor == "test");
            CHECK(event.leg == 1);
            const bool at_a_desk = state == State::Called || state == State::Serving || state == State::NoShow
                || verb.name == std::string("call");
            if (at_a_desk && event.kind != EventKind::Rejoined)
                CHECK(event.desk == DeskCode("Desk 3"));
        }
    }
}

TEST_CASE("The desk that acts is the one that the event names")
{
    const Actor desk_two { .name = "desk:Desk 2", .desk = DeskCode("Desk 2") };
    CHECK(done(resume(in_state(State::Held), at(630), desk_two)).events[0].desk == DeskCode("Desk 2"));
    CHECK(done(recall(in_state(State::Called), at(630), desk_two)).events[0].desk == DeskCode("Desk 2"));
    CHECK(done(recall(in_state(State::Called), at(630), desk_two)).visit.desk == DeskCode("Desk 3"));
}

TEST_CASE("A ticket taken starts to wait, and keeps what was known of it")
{
    Visit wish = visit_for("B");
    wish.priority = PriorityCode("support");
    wish.language = Language("ur");
    const Change change = take(wish, at(5), somebody());
    CHECK(change.visit.state == State::Waiting);
    CHECK(change.visit.arrived == at(5));
    CHECK(change.visit.queue_from == at(5));
    CHECK(change.visit.leg_since == at(5));
    CHECK(change.visit.leg == 1);
    CHECK(change.visit.priority == PriorityCode("support"));
    CHECK(change.visit.language == Language("ur"));
    REQUIRE(change.events.size() == 1);
    CHECK(change.events[0].kind == EventKind::Taken);
    CHECK_FALSE(change.ended);
    check_invariants(change.visit);
}

TEST_CASE("An undone call leaves the visit exactly as it was")
{
    const std::vector<Visit> waiting { taken(), resumed(held(taken(), at(10)), at(60)),
        transferred(started(called(taken(), at(10)), at(20)), at(60), "C"),
        rejoined(absent(called(taken(), at(10)), at(60)), at(90)),
        resumed(held(started(called(taken(), at(10)), at(20)), at(60)), at(90)) };
    for (const Visit& before : waiting) {
        const Visit after_call = called(before, at(100));
        CHECK(after_call != before);
        CHECK(done(undo_call(after_call, at(110), kUndo, somebody())).visit == before);
        const Visit after_recall = done(recall(after_call, at(105), somebody())).visit;
        CHECK(done(undo_call(after_recall, at(110), kUndo, somebody())).visit == before);
    }
}

TEST_CASE("A call can be undone up to its last second and no longer")
{
    const Visit visit = called(taken(), at(100));
    CHECK(done(undo_call(visit, at(130), kUndo, somebody())).visit.state == State::Waiting);
    CHECK(refused(undo_call(visit, at(131), kUndo, somebody())).kind == Kind::UndoTooLate);
    // A recall does not make it younger.
    const Visit rung = done(recall(visit, at(129), somebody())).visit;
    CHECK(refused(undo_call(rung, at(131), kUndo, somebody())).kind == Kind::UndoTooLate);
    CHECK(done(undo_call(visit, at(100), Seconds { 0 }, somebody())).visit.state == State::Waiting);
}

TEST_CASE("A recall rings again and the first call stands")
{
    Visit visit = called(taken(), at(100));
    visit = done(recall(visit, at(130), somebody())).visit;
    visit = done(recall(visit, at(160), somebody())).visit;
    CHECK(visit.called == at(100));
    CHECK(visit.rung == at(160));
    CHECK(visit.recalls == 2);
    CHECK(visit.calls == 1);
}

TEST_CASE("The first start is when the visitor was seen, and no later leg changes it")
{
    Visit visit = started(called(taken(), at(100), "Desk 1"), at(130));
    CHECK(visit.seen == at(130));
    CHECK(visit.seen_called == at(100));
    CHECK(visit.seen_service == ServiceCode("B"));
    CHECK(visit.seen_desk == DeskCode("Desk 1"));
    visit = started(called(transferred(visit, at(200), "C"), at(500), "Desk 2"), at(510));
    CHECK(visit.seen == at(130));
    CHECK(visit.seen_called == at(100));
    CHECK(visit.seen_service == ServiceCode("B"));
    CHECK(visit.seen_desk == DeskCode("Desk 1"));
}

TEST_CASE("A transfer begins a new leg with the note, and keeps arrival, priority and place")
{
    Visit before = started(called(taken(), at(100)), at(120));
    before.priority = PriorityCode("support");
    const Change change = done(
        transfer(before, ServiceCode("C"), "Rent arrears, has the letter", at(300), nullptr, somebody()));
    const Visit& after = change.visit;
    CHECK(after.state == State::Waiting);
    CHECK(after.service == ServiceCode("C"));
    CHECK(after.leg == 2);
    CHECK(after.leg_since == at(300));
    CHECK(after.note == "Rent arrears, has the letter");
    CHECK(after.arrived == before.arrived);
    CHECK(after.queue_from == before.queue_from);
    CHECK(after.priority == before.priority);
    CHECK(after.calls == 0);
    CHECK(after.served == Seconds { 180 });
    CHECK(after.leg_served == Seconds { 0 });
    CHECK(change.events[0].service == ServiceCode("C"));
    CHECK(change.events[0].detail == "Rent arrears, has the letter");
    CHECK(change.events[0].desk == DeskCode("Desk 3"));
    REQUIRE(change.ended);
    CHECK(*change.ended
        == Leg { .visit = VisitId { 1 },
            .leg = 1,
            .service = ServiceCode("B"),
            .since = kNine,
            .desk = DeskCode("Desk 3"),
            .called = at(100),
            .served = Seconds { 180 },
            .ended = at(300),
            .how = State::Waiting });
}

TEST_CASE("A transfer needs another service and a note")
{
    const Visit visit = in_state(State::Serving);
    CHECK(refused(transfer(visit, visit.service, "note", at(700), nullptr, somebody())).kind
        == Kind::SameService);
    CHECK(refused(transfer(visit, ServiceCode("C"), "", at(700), nullptr, somebody())).kind
        == Kind::NoteMissing);
}

TEST_CASE("A visitor in the wrong queue can be sent on before sitting down, and is not seen by it")
{
    const Desk desk = desk_named("Desk 3");
    const Change change =
        done(transfer(called(taken(), at(100)), ServiceCode("C"), "wrong queue", at(110), &desk, somebody()));
    CHECK_FALSE(change.visit.seen);
    CHECK(change.visit.served == Seconds { 0 });
    CHECK(change.ended->called == at(100));
}

TEST_CASE("A hold needs a reason, which is there for whoever calls next")
{
    CHECK(refused(hold(taken(), "", {}, at(5), somebody())).kind == Kind::NoteMissing);
    const Change change = done(hold(taken(), "Fetching a form", at(600), at(5), somebody()));
    CHECK(change.visit.held_since == at(5));
    CHECK(change.visit.hold_until == at(600));
    CHECK(change.visit.note == "Fetching a form");
    CHECK(change.events[0].detail.ends_with("Z note=Fetching a form"));
    CHECK_FALSE(change.ended);
    const Visit back = resumed(change.visit, at(65));
    CHECK(back.held == Seconds { 60 });
    CHECK_FALSE(back.hold_until);
    CHECK(back.note == "Fetching a form");
    CHECK(back.queue_from == kNine);
}

TEST_CASE("A hold from the desk frees the desk and ends the stretch of service")
{
    const Visit visit = held(started(called(taken(), at(100)), at(120)), at(300));
    CHECK_FALSE(visit.desk);
    CHECK(visit.served == Seconds { 180 });
    const Visit back = resumed(visit, at(900));
    CHECK(back.held == Seconds { 0 }); // they had been seen: it is not their wait any more
    CHECK(back.state == State::Waiting);
}

TEST_CASE("At a desk without Start the call is when they were seen")
{
    const Desk quick = desk_named("Desk 3", false);
    const Change change = done(finish(called(taken(), at(100)), at(400), &quick, somebody()));
    CHECK(change.visit.state == State::Served);
    CHECK(change.visit.seen == at(100));
    CHECK(change.visit.seen_called == at(100));
    CHECK(change.visit.served == Seconds { 300 });
    CHECK(change.ended->served == Seconds { 300 });
    check_invariants(change.visit);

    const Visit sent_on =
        done(transfer(called(taken(), at(100)), ServiceCode("C"), "n", at(160), &quick, somebody())).visit;
    CHECK(sent_on.seen == at(100));
    CHECK(sent_on.served == Seconds { 60 });

    CHECK(refused(finish(called(taken(), at(100)), at(400), nullptr, somebody())).kind == Kind::NotStarted);
}

TEST_CASE("Start may be used at a desk that does not need it")
{
    const Desk quick = desk_named("Desk 3", false);
    const Visit visit = started(called(taken(), at(100)), at(130));
    const Visit over = done(finish(visit, at(400), &quick, somebody())).visit;
    CHECK(over.seen == at(130));
    CHECK(over.served == Seconds { 270 });
}

TEST_CASE("A no-show rejoins within the grace, to the second, and keeps the place")
{
    const Visit visit = absent(called(taken(), at(100)), at(160));
    CHECK(visit.ended == at(160));
    const Visit back = done(rejoin(visit, at(160) + kGrace, kGrace, somebody())).visit;
    CHECK(back.state == State::Waiting);
    CHECK(back.queue_from == kNine);
    CHECK(back.calls == 1);
    CHECK_FALSE(back.ended);
    check_invariants(back);
    const Instant late = at(160) + kGrace + Seconds { 1 };
    CHECK(refused(rejoin(visit, late, kGrace, somebody())).kind == Kind::GraceOver);
}

TEST_CASE("Each ending tells how its leg ended")
{
    const auto leg_of = [](const Change& change) {
        REQUIRE(change.ended);
        return *change.ended;
    };
    CHECK(leg_of(done(leave(taken(), at(60), somebody()))).how == State::Left);
    CHECK(leg_of(done(no_show(called(taken(), at(60)), at(90), somebody()))).how == State::NoShow);
    CHECK(leg_of(close_of_day(taken(), at(60), somebody())).how == State::Unresolved);
    const Desk desk = desk_named("Desk 3");
    CHECK(leg_of(done(finish(in_state(State::Serving), at(700), &desk, somebody()))).how == State::Served);
    CHECK_FALSE(done(hold(taken(), "r", {}, at(60), somebody())).ended);
}

TEST_CASE("At the close of the day every open visit becomes unresolved and none is served")
{
    for (const State state : { State::Waiting, State::Called, State::Serving, State::Held }) {
        CAPTURE(word(state));
        const Change change = close_of_day(in_state(state), at(3600), somebody());
        CHECK(change.visit.state == State::Unresolved);
        CHECK(change.visit.ended == at(3600));
        CHECK(change.events[0].kind == EventKind::Unresolved);
        check_invariants(change.visit);
    }
    // The stretches are counted up to then.
    CHECK(close_of_day(in_state(State::Serving), at(3600), somebody()).visit.served == Seconds { 2980 });
    CHECK(close_of_day(in_state(State::Held), at(3600), somebody()).visit.held == Seconds { 3000 });
}
