// The estimate of a reception that is open: recorded, kept, scored, and the same after a restart.
#include "core/reception/live_estimates.h"

#include "core/reception/estimate_report.h"
#include "core/reception/snapshot.h"
#include "core/reception/staff.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;

namespace {

// Two desks that serve, and a queue of so many for A.
struct Morning : ReceptionFixture {
    explicit Morning(int waiting)
    {
        for (const char* desk : { "Desk 1", "Desk 3" })
            reception.set_desk(DeskCode(desk), DeskState::Open, "test");
        for (int i = 0; i < 6; ++i) {
            take("A");
            clock.advance(Seconds { 20 });
            serve_next(i % 2 ? "Desk 1" : "Desk 1", Seconds { 15 }, Seconds { 200 + 30 * i });
        }
        for (int i = 0; i < waiting; ++i) {
            queue.push_back(take("A"));
            clock.advance(Seconds { 7 });
        }
    }
    void keep(LiveEstimates& estimates)
    {
        estimates.catch_up(*store, clock.now());
        estimates.record(*store, clock.now());
        estimates.catch_up(*store, clock.now());
    }
    Estimate told(const LiveEstimates& estimates, const Visit& visit)
    {
        const Snapshot room = read_snapshot(*store, configuration, estimates, clock.now());
        const VisitNow* shown = room.visit(visit.id);
        REQUIRE(shown);
        return shown->estimate;
    }
    std::vector<EstimateRecord> records()
    {
        std::vector<EstimateRecord> all;
        store->scan_estimates(
            EstimateId {}, Instant::min(), [&](const EstimateRecord& one) { all.push_back(one); });
        return all;
    }

    std::vector<Visit> queue;
};

// A morning in which everything happens that desks and visitors can do, by chance.
struct AnyMorning : ReceptionFixture {
    explicit AnyMorning(std::uint64_t seed)
        : ReceptionFixture("2026-10-13T09:00:00", with_needs())
        , random(seed)
    {
        const Secret pin(std::string_view("1234"));
        for (const char* name : { "Clerk One", "Clerk Two" })
            add_staff(reception, name, pin);
        sign_in(reception, DeskCode("Desk 1"), "Clerk One", pin);
        for (const char* desk : { "Desk 1", "Desk 2" })
            reception.set_desk(DeskCode(desk), DeskState::Open, "test");
    }
    static Configuration with_needs()
    {
        Configuration made = testing::small_configuration();
        made.office.needs = { { .code = NeedCode("pain"), .priority = PriorityCode("P") } };
        return made;
    }

    DeskCode any_desk() { return configuration.office.desks[random.index(3)].code; }
    ServiceCode any_service() { return configuration.office.services[random.index(3)].code; }
    std::optional<Visit> any(VisitState state)
    {
        std::vector<Visit> found;
        store->read([&](Records& records) {
            for (const Visit& visit : records.visits_of(reception.today())) {
                if (visit.state == state)
                    found.push_back(visit);
            }
        });
        return found.empty() ? std::nullopt : std::optional(found[random.index(found.size())]);
    }
    std::optional<Instant> maybe_later()
    {
        if (random.chance(0.3))
            return std::nullopt;
        return clock.now() + Seconds { 60 + static_cast<int>(random.index(1500)) };
    }

    // Refusals are part of it.
    void step()
    {
        clock.advance(Seconds { static_cast<int>(random.index(90)) });
        const Actor actor { "test" };
        switch (random.index(9)) {
        case 0:
        case 1:
        case 2:
            take(any_service().text(), random.chance(0.2) ? "P" : "");
            return;
        case 3:
        case 4:
            reception.call_next(any_desk(), {}, "test");
            return;
        case 5:
            if (const auto called = any(VisitState::Called))
                change_called(*called, actor);
            return;
        case 6:
            if (const auto serving = any(VisitState::Serving))
                change_serving(*serving, actor);
            return;
        case 7:
            change_others(actor);
            return;
        default:
            change_desk();
        }
    }
    void change_called(const Visit& visit, const Actor& actor)
    {
        switch (random.index(6)) {
        case 0:
            reception.undo_call(visit.id, {}, actor);
            return;
        case 1:
            reception.no_show(visit.id, {}, actor);
            return;
        case 2:
            reception.return_to_queue(visit.id, {}, actor);
            return;
        default:
            reception.start(visit.id, {}, actor);
        }
    }
    void change_serving(const Visit& visit, const Actor& actor)
    {
        switch (random.index(6)) {
        case 0:
            reception.transfer(
                visit.id, Onward { .service = any_service(), .desk = any_desk(), .note = "n" }, {}, actor);
            return;
        case 1:
            reception.transfer(
                visit.id, Onward { .service = any_service(), .staff = "Clerk One", .note = "n" }, {}, actor);
            return;
        case 2:
            reception.hold(visit.id, "form", maybe_later(), {}, actor);
            return;
        case 3:
            reception.return_to_queue(visit.id, {}, actor);
            return;
        default:
            reception.finish(visit.id, {}, actor);
        }
    }
    void change_others(const Actor& actor)
    {
        if (const auto held = any(VisitState::Held); held && random.chance(0.5))
            reception.resume(held->id, {}, actor);
        if (const auto gone = any(VisitState::NoShow); gone && random.chance(0.5))
            reception.rejoin(gone->id, {}, actor);
        const auto waiting = any(VisitState::Waiting);
        if (!waiting)
            return;
        switch (random.index(5)) {
        case 0:
            reception.change_service(waiting->id, any_service(), {}, actor);
            return;
        case 1:
            reception.change_company(waiting->id, pain(), {}, actor);
            return;
        case 2:
            reception.hold(waiting->id, "form", maybe_later(), {}, actor);
            return;
        case 3:
            reception.need_more_time(waiting->id, {}, actor);
            return;
        default:
            reception.leave(waiting->id, {}, actor);
        }
    }
    Company pain()
    {
        Company company;
        if (random.chance(0.5))
            company.needs = { NeedCode("pain") };
        return company;
    }
    void change_desk()
    {
        const DeskCode desk = any_desk();
        switch (random.index(5)) {
        case 0:
            reception.set_desk(desk, DeskState::Paused, { "lunch", maybe_later() }, "test");
            return;
        case 1:
            reception.set_desk(desk, DeskState::Closed, { "", maybe_later() }, "test");
            return;
        case 2:
            sign_in(reception, desk, random.chance(0.5) ? "Clerk One" : "Clerk Two",
                Secret(std::string_view("1234")));
            return;
        default:
            reception.set_desk(desk, DeskState::Open, "test");
        }
    }
    void keep(LiveEstimates& estimates)
    {
        estimates.catch_up(*store, clock.now());
        estimates.record(*store, clock.now());
        estimates.catch_up(*store, clock.now());
    }
    Snapshot seen(const LiveEstimates& estimates)
    {
        return read_snapshot(*store, configuration, estimates, clock.now());
    }

    Random random;
};

} // namespace

TEST_CASE("What a visitor is told is recorded once, however many faces run")
{
    Morning morning(3);
    LiveEstimates kiosk(morning.configuration);
    LiveEstimates board(morning.configuration);
    kiosk.catch_up(*morning.store, morning.clock.now());
    board.catch_up(*morning.store, morning.clock.now());
    CHECK(kiosk.record(*morning.store, morning.clock.now()) == 3);
    CHECK(board.record(*morning.store, morning.clock.now()) == 0);
    const auto records = morning.records();
    REQUIRE(records.size() == 3);
    for (std::size_t i = 0; i < records.size(); ++i) {
        CHECK(records[i].visit == morning.queue[i].id);
        CHECK(records[i].ahead == static_cast<int>(i));
        CHECK(records[i].known);
        CHECK(records[i].range.p10 <= records[i].range.p50);
        CHECK(records[i].range.p50 <= records[i].range.p90);
        CHECK(records[i].rivals.fixed);
    }
}

TEST_CASE("All faces say the same, counted down from what was promised")
{
    Morning morning(8);
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    const Visit& last = morning.queue.back();
    const Estimate at_first = morning.told(kiosk, last);
    REQUIRE(at_first.about);
    morning.clock.advance(Seconds { 60 });
    LiveEstimates board(morning.configuration);
    board.catch_up(*morning.store, morning.clock.now());
    kiosk.catch_up(*morning.store, morning.clock.now());
    const Estimate later = morning.told(kiosk, last);
    CHECK(morning.told(board, last) == later);
    REQUIRE(later.about);
    CHECK(*later.about <= *at_first.about);
}

TEST_CASE("A time that has passed is never said")
{
    Morning morning(2);
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    morning.clock.advance(std::chrono::hours { 1 });
    const Estimate told = morning.told(kiosk, morning.queue.front());
    CHECK((!told.about || *told.about >= Minutes { 0 }));
}

TEST_CASE("A free desk whose turn it is with a visitor is where to go, and nobody else is told so")
{
    Morning morning(3);
    morning.call("Desk 3", morning.queue[0]);
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    // Desk 1 is open and free, desk 2 is closed.
    const Estimate next = morning.told(kiosk, morning.queue[1]);
    CHECK(next.next());
    CHECK(next.go_to == DeskCode("Desk 1"));
    CHECK(next.people_ahead == 0);
    const Estimate behind = morning.told(kiosk, morning.queue[2]);
    CHECK_FALSE(behind.next());
    CHECK(behind.people_ahead == 1);
    // Nobody is sent to a desk without a ticket, nor to one that is paused, nor to one that serves another.
    const Snapshot room = read_snapshot(*morning.store, morning.configuration, kiosk, morning.clock.now());
    for (const ServiceNow& service : room.services)
        CHECK(service.newcomer.go_to.empty());
    morning.reception.set_desk(DeskCode("Desk 1"), DeskState::Paused, "test");
    morning.keep(kiosk);
    CHECK(morning.told(kiosk, morning.queue[1]).go_to.empty());
}

TEST_CASE("A visit that was sent to a desk is next only there")
{
    Morning morning(1);
    const Visit called = morning.call_next("Desk 3");
    ReceptionFixture::done(morning.reception.transfer(called.id,
        Onward { .service = ServiceCode("A"), .desk = DeskCode("Desk 3"), .note = "note" }, {}, { "test" }));
    morning.call("Desk 3", morning.take("A"));
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    CHECK(morning.told(kiosk, called).go_to.empty()); // though desk 1 is free
    const Visit other = morning.take("A");
    morning.keep(kiosk);
    CHECK(morning.told(kiosk, other).go_to == DeskCode("Desk 1"));
    CHECK(morning.told(kiosk, other).people_ahead == 0);
}

TEST_CASE("With no desk open or planned only the people ahead are told")
{
    ReceptionFixture room("2026-10-13T16:30:00");
    const Visit first = room.take("A");
    const Visit second = room.take("A");
    LiveEstimates estimates(room.configuration);
    estimates.catch_up(*room.store, room.clock.now());
    const Snapshot seen = read_snapshot(*room.store, room.configuration, estimates, room.clock.now());
    const VisitNow* shown = seen.visit(second.id);
    REQUIRE(shown);
    CHECK(shown->estimate == Estimate { .people_ahead = 1, .about = {}, .up_to = {} });
    CHECK_FALSE(seen.service(ServiceCode("A"))->newcomer.about);
}

TEST_CASE("A restart gives the same estimates to the bit")
{
    Morning morning(5);
    LiveEstimates running(morning.configuration);
    for (int round = 0; round < 6; ++round) {
        morning.keep(running);
        morning.clock.advance(Seconds { 45 });
        morning.call_next("Desk 3");
        morning.take(round % 2 ? "B" : "A");
        morning.keep(running);
        morning.clock.advance(Seconds { 100 });
        std::optional<Visit> at_desk;
        morning.store->read([&](Records& records) {
            for (const Visit& visit : records.open_visits()) {
                if (visit.desk == DeskCode("Desk 3"))
                    at_desk = visit;
            }
        });
        morning.finish(*at_desk);
    }
    morning.clock.advance(Seconds { 40 });
    running.catch_up(*morning.store, morning.clock.now());
    LiveEstimates restarted(morning.configuration);
    restarted.catch_up(*morning.store, morning.clock.now());
    REQUIRE(running.forecast().waiting.size() == restarted.forecast().waiting.size());
    CHECK_FALSE(running.forecast().waiting.empty());
    for (std::size_t i = 0; i < running.forecast().waiting.size(); ++i)
        CHECK(running.forecast().waiting[i].second.range == restarted.forecast().waiting[i].second.range);
    for (std::size_t i = 0; i < running.forecast().newcomers.size(); ++i)
        CHECK(running.forecast().newcomers[i].range == restarted.forecast().newcomers[i].range);
}

TEST_CASE("Live and learnt again after a restart the estimates are the same to the bit, whatever desks do")
{
    for (const std::uint64_t seed : { 1U, 2U, 3U, 4U, 5U, 6U }) {
        CAPTURE(seed);
        AnyMorning morning(seed);
        LiveEstimates running(morning.configuration);
        for (int step = 0; step < 150; ++step) {
            morning.step();
            if (step % 3 == 0)
                morning.keep(running);
        }
        morning.clock.advance(Seconds { 40 });
        running.catch_up(*morning.store, morning.clock.now());
        LiveEstimates restarted(morning.configuration);
        restarted.catch_up(*morning.store, morning.clock.now());
        REQUIRE(running.forecast().waiting.size() == restarted.forecast().waiting.size());
        for (std::size_t i = 0; i < running.forecast().waiting.size(); ++i) {
            CHECK(running.forecast().waiting[i].first == restarted.forecast().waiting[i].first);
            CHECK(running.forecast().waiting[i].second.range == restarted.forecast().waiting[i].second.range);
        }
        for (std::size_t i = 0; i < running.forecast().newcomers.size(); ++i)
            CHECK(running.forecast().newcomers[i].range == restarted.forecast().newcomers[i].range);
        const Snapshot seen = morning.seen(running);
        CHECK(seen.waiting == morning.seen(restarted).waiting);
        // And those who wait are those whom the store has waiting, in its order.
        REQUIRE(seen.waiting.size() == running.forecast().waiting.size());
        for (std::size_t i = 0; i < seen.waiting.size(); ++i)
            CHECK(seen.waiting[i].visit.id == running.forecast().waiting[i].first);
    }
}

TEST_CASE("Who changes service is told anew, and what was said before is not scored")
{
    Morning morning(2);
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    morning.clock.advance(Seconds { 20 });
    ReceptionFixture::done(
        morning.reception.change_service(morning.queue[1].id, ServiceCode("B"), {}, { "test" }));
    morning.keep(kiosk);
    const auto records = morning.records();
    REQUIRE(records.size() == 3);
    CHECK(records[2].visit == morning.queue[1].id);
    CHECK(records[2].said == Stated::WithTicket);
    CHECK(records[2].ahead == 0);
    morning.clock.advance(Seconds { 60 });
    morning.call("Desk 1", morning.queue[1]);
    CHECK(estimate_report(*morning.store, morning.configuration, {}).total.scores.count() == 1);
}

TEST_CASE("Estimates are scored when their visitors are called")
{
    Morning morning(4);
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    EstimateReport report = estimate_report(*morning.store, morning.configuration, {});
    CHECK(report.given == 4);
    CHECK(report.total.scores.count() == 0);
    const Instant said = morning.clock.now();
    morning.clock.advance(Seconds { 90 });
    const Visit called = morning.call_next("Desk 1");
    report = estimate_report(
        *morning.store, morning.configuration, { .from = {}, .to = {}, .by = EstimateGrouping::Service });
    REQUIRE(report.total.scores.count() == 1);
    CHECK(*report.total.scores.mean_wait() == static_cast<double>((*called.called - said).count()));
    CHECK(report.total.scores.mean_error(Rival::Fixed));
    REQUIRE(report.groups.size() == 1);
    CHECK(report.groups[0].key == "A");
}

TEST_CASE("Who is sent on gets a new estimate for the new queue")
{
    Morning morning(1);
    LiveEstimates kiosk(morning.configuration);
    morning.keep(kiosk);
    const Visit called = morning.call_next("Desk 1");
    morning.clock.advance(Seconds { 30 });
    const Visit started = morning.start(called);
    morning.clock.advance(Seconds { 30 });
    ReceptionFixture::done(morning.reception.transfer(started.id, ServiceCode("B"), "note", {}, { "test" }));
    morning.keep(kiosk);
    const auto records = morning.records();
    REQUIRE(records.size() == 2);
    CHECK(records[1].leg == 2);
    CHECK(records[1].said == Stated::WithTicket);
}

TEST_CASE("A promise stands unless the new estimate is clearly another")
{
    const Instant now = std::chrono::sys_days { std::chrono::year { 2026 } / 3 / 2 };
    const Instant promised = now + Minutes { 10 };
    CHECK(kept_promise(promised, promised + Seconds { 100 }, now) == promised);
    CHECK(kept_promise(promised, promised - Seconds { 120 }, now) == promised);
    CHECK(kept_promise(promised, promised + Seconds { 200 }, now) == promised + Seconds { 140 });
    CHECK(kept_promise(now + Seconds { 20 }, now - Seconds { 5 }, now) == now + Seconds { 20 });
    CHECK(kept_promise(now - Minutes { 5 }, now + Seconds { 300 }, now) > now);
}

TEST_CASE("Likely times are told to the nearest minute, and to five above twenty")
{
    CHECK(told_likely(0.2) == Minutes { 0 });
    CHECK(told_likely(1.2) == Minutes { 1 });
    CHECK(told_likely(7.4) == Minutes { 7 });
    CHECK(told_likely(7.6) == Minutes { 8 });
    CHECK(told_likely(20.4) == Minutes { 20 });
    CHECK(told_likely(22) == Minutes { 20 });
    CHECK(told_likely(23) == Minutes { 25 });
}
