// Thousands of verbs at random against a model that only remembers which state was entered when.
#include "core/domain/clocks.h"
#include "tests/domain/visits.h"

#include <cstdlib>
#include <random>

using namespace nextplease;
using namespace nextplease::testing;
using State = VisitState;

namespace {

// The story of a visit: what it was in, from when. Clocks are read off it second by second in principle, with
// none of the sums that ticket_life.cpp keeps.
struct Story {
    struct Stretch {
        State state;
        Instant from;
    };
    std::vector<Stretch> stretches;
    std::optional<Instant> seen;
    std::optional<Instant> seen_called;
    int leg = 1;
    int matters = 0; // still to come
    int more_time = 0;
    Instant queue_from = kNine;

    State state() const { return stretches.back().state; }
    void enter(State state, Instant now) { stretches.push_back({ state, now }); }

    Seconds spent_in(State state, Instant from, Instant to) const
    {
        Seconds sum { 0 };
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            const Instant begin = std::max(stretches[i].from, from);
            const Instant end = std::min(i + 1 < stretches.size() ? stretches[i + 1].from : to, to);
            if (stretches[i].state == state && begin < end)
                sum += end - begin;
        }
        return sum;
    }

    Instant wait_stops(Instant now) const
    {
        if (seen)
            return *seen;
        if (is_open(state()))
            return now;
        // The latest call, unless the visitor was back in the queue after it.
        for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
            if (stretch->state == State::Called)
                return stretch->from;
            if (is_open(stretch->state))
                break;
        }
        return stretches.back().from;
    }

    Seconds wait(Instant now) const
    {
        const Instant arrived = stretches.front().from;
        const Instant stop = wait_stops(now);
        return stop - arrived - spent_in(State::Held, arrived, stop);
    }
};

struct Walk {
    std::mt19937 random;
    Desk desk = desk_named("Desk 3");
    Instant now = kNine;
    Visit visit = taken();
    Story story { .stretches = { { State::Waiting, kNine } }, .seen = {}, .seen_called = {} };
    int done_verbs = 0;

    explicit Walk(unsigned seed)
        : random(seed)
    {
        story.matters = static_cast<int>(pick(3));
        for (int i = 0; i < story.matters; ++i)
            visit.matters.emplace_back("M" + std::to_string(i));
    }

    unsigned pick(unsigned below) { return std::uniform_int_distribution<unsigned>(0, below - 1)(random); }

    // What the model says of the verb; it becomes true in the story if the verb is done.
    void step()
    {
        now += Seconds { pick(40) };
        desk.uses_start = pick(3) > 0;
        const State before = story.state();
        const Visit untouched = visit;
        Outcome outcome = Refusal { .kind = Refusal::Kind::Ended };
        bool expected = false;
        Story after = story;
        const Instant since = story.stretches.back().from;
        switch (pick(13)) {
        case 0:
        case 1:
            outcome = call(visit, desk.code, now, somebody());
            expected = before == State::Waiting;
            after.enter(State::Called, now);
            break;
        case 2:
            outcome = recall(visit, now, somebody());
            expected = before == State::Called;
            break;
        case 3:
            outcome = undo_call(visit, now, kUndo, somebody());
            expected = before == State::Called && now - since <= kUndo;
            after.stretches.pop_back();
            break;
        case 4:
            outcome = start(visit, now, somebody());
            expected = before == State::Called;
            if (!after.seen) {
                after.seen = now;
                after.seen_called = since;
            }
            after.enter(State::Serving, now);
            break;
        case 5:
            outcome = finish(visit, now, &desk, somebody());
            expected = before == State::Serving || (before == State::Called && !desk.uses_start);
            seen_at_the_call(after, before, since);
            after.enter(after.matters > 0 ? State::Waiting : State::Served, now);
            after.leg += after.matters > 0 ? 1 : 0;
            after.matters -= after.matters > 0 ? 1 : 0;
            break;
        case 6:
            outcome = transfer(visit, ServiceCode(story.leg % 2 ? "C" : "B"), "n", now, &desk, somebody());
            expected = before == State::Serving || before == State::Called;
            if (!desk.uses_start)
                seen_at_the_call(after, before, since);
            after.enter(State::Waiting, now);
            ++after.leg;
            break;
        case 7:
            outcome = hold(visit, "r", {}, now, somebody());
            expected = before == State::Waiting || before == State::Serving;
            after.enter(State::Held, now);
            break;
        case 11:
            after.queue_from = visit.queue_from + Seconds { pick(900) };
            outcome = need_more_time(visit, after.queue_from, 1, now, somebody());
            expected = before == State::Waiting && after.more_time == 0;
            after.more_time += 1;
            break;
        case 8:
            outcome = resume(visit, now, somebody());
            expected = before == State::Held;
            after.enter(State::Waiting, now);
            break;
        case 9:
            outcome = no_show(visit, now, somebody());
            expected = before == State::Called;
            after.enter(State::NoShow, now);
            break;
        case 10:
            outcome = rejoin(visit, now, kGrace, somebody());
            expected = before == State::NoShow && now - since <= kGrace;
            after.enter(State::Waiting, now);
            break;
        default:
            if (pick(8) > 0)
                return; // or few would live long
            outcome = leave(visit, now, somebody());
            expected = before == State::Waiting || before == State::Held || before == State::NoShow;
            after.enter(State::Left, now);
            break;
        }
        REQUIRE(std::holds_alternative<Change>(outcome) == expected);
        CHECK(visit == untouched);
        if (!expected)
            return;
        visit = std::get<Change>(outcome).visit;
        story = after;
        ++done_verbs;
    }

    static void seen_at_the_call(Story& after, State before, Instant since)
    {
        if (before != State::Called)
            return;
        after.stretches.back().state = State::Serving;
        if (!after.seen) {
            after.seen = since;
            after.seen_called = since;
        }
    }

    void check() const
    {
        check_invariants(visit);
        CHECK(visit.state == story.state());
        CHECK(visit.leg == story.leg);
        CHECK(visit.arrived == kNine);
        CHECK(visit.queue_from == story.queue_from);
        CHECK(visit.more_time == story.more_time);
        CHECK(visit.matters.size() == static_cast<std::size_t>(story.matters));
        CHECK(visit.seen == story.seen);
        CHECK(visit.seen_called == story.seen_called);
        const Clocks clocks = clocks_of(visit, now);
        CHECK(clocks.wait == story.wait(now));
        CHECK(clocks.wait >= Seconds { 0 });
        CHECK(clocks.service == story.spent_in(State::Serving, kNine, now));
        CHECK(clocks.total == (is_open(visit.state) ? now : story.stretches.back().from) - kNine);
        CHECK(clocks.walk.has_value() == visit.seen.has_value());
    }
};

// NEXTPLEASE_SEED repeats a walk that failed.
unsigned seed()
{
    const char* given = std::getenv("NEXTPLEASE_SEED");
    return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device {}();
}

} // namespace

TEST_CASE("Whatever verbs come, the visit agrees with its story and holds its invariants")
{
    const unsigned first = seed();
    int verbs = 0;
    int ended = 0;
    for (unsigned i = 0; i < 400; ++i) {
        INFO("NEXTPLEASE_SEED=" << first + i);
        Walk walk(first + i);
        for (int step = 0; step < 60; ++step) {
            walk.step();
            walk.check();
        }
        if (is_open(walk.visit.state)) {
            walk.visit = close_of_day(walk.visit, walk.now, somebody()).visit;
            walk.story.enter(State::Unresolved, walk.now);
            walk.check();
        }
        ++ended;
        verbs += walk.done_verbs;
    }
    MESSAGE("seed " << first << ": " << verbs << " verbs done in " << ended << " visits");
    CHECK(verbs > 2000);
}
