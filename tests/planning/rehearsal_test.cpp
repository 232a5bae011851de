// The rehearsed day against Erlang's formulas, against the rule of who is next, and against days worked out
// by hand.
#include "core/domain/erlang.h"
#include "core/domain/queue.h"
#include "core/domain/random.h"
#include "core/domain/rehearsal.h"
#include "core/domain/staffing_goal.h"
#include "tests/planning/small_model.h"

#include <doctest/doctest.h>

using namespace nextplease;
using testing::one_service;

namespace {

Rota all_open(const StaffingModel& model)
{
    Rota rota(model.desks.size(), model.steps.size());
    for (std::size_t desk = 0; desk < rota.desks(); ++desk) {
        for (std::size_t step = 0; step < rota.steps(); ++step)
            rota.open(desk, step);
    }
    return rota;
}

// Pooled over the steps in which the queue has settled.
struct Settled {
    PooledShare within; // of those who count, as the rule has it
    StepCount all;
};
Settled settled(const StaffingModel& model, Lost lost, int days)
{
    constexpr std::size_t kSettledAfter = 12; // steps: the day begins with an empty room
    constexpr std::size_t kUntil = 44; // and ends with desks that stay
    Rehearsal rehearsal(model, { .lost = lost });
    const Rota rota = all_open(model);
    Settled settled;
    for (const DrawnDay& day : draw_days(model, days, 5)) {
        const std::vector<StepCount>& counts = rehearsal.play(day, rota);
        StepCount sum;
        for (std::size_t step = kSettledAfter; step < kUntil; ++step)
            sum += counts[step];
        settled.all += sum;
        settled.within.add(sum.within, sum.counted);
    }
    return settled;
}

DrawnVisitor visitor(std::int32_t arrived, std::int32_t at_desk, std::int16_t service = 0)
{
    DrawnVisitor one;
    one.arrived = one.key = arrived;
    one.patience_ends = kEndlessPatience;
    one.handling.at_desk = at_desk;
    one.service = service;
    return one;
}

} // namespace

TEST_CASE(
    "One service, exponential times, constant arrivals: what Erlang C says, within four standard errors")
{
    constexpr struct {
        std::size_t desks;
        double hourly;
        double service;
    } kQueues[] { { 1, 6, 360 }, { 3, 24, 360 }, { 8, 70, 360 } };
    for (const auto& [desks, hourly, service] : kQueues) {
        CAPTURE(desks);
        StaffingModel model = one_service(std::vector<double>(24, hourly), service, desks, 0);
        const QueueInBalance formula({ .desks = static_cast<int>(desks),
            .arrivals_a_second = hourly / 3600,
            .mean_service = service });
        for (const int limit : { 0, 120, 600 }) {
            CAPTURE(limit);
            model.services[0].limit = Seconds { limit };
            const Settled played = settled(model, Lost::LeaveOut, 400);
            const double error = std::abs(played.within.share() - formula.share_seen_by(limit + 0.5));
            CHECK(played.within.error() < 0.015);
            CHECK(error < 4 * played.within.error() + 0.002);
        }
    }
}

TEST_CASE("With exponential patience: what Erlang A says of the seen, of those who leave, and of the late")
{
    constexpr double kPatience = 900;
    StaffingModel model = one_service(std::vector<double>(24, 30), 360, 3, 0);
    model.patience = testing::exponential_patience(kPatience);
    const QueueInBalance formula(
        { .desks = 3, .arrivals_a_second = 30.0 / 3600, .mean_service = 360, .mean_patience = kPatience });
    model.services[0].limit = Seconds { 300 };
    const Settled of_seen = settled(model, Lost::LeaveOut, 400);
    CHECK(std::abs(of_seen.within.share() - formula.share_of_seen_by(300.5))
        < 4 * of_seen.within.error() + 0.002);
    const Settled of_all = settled(model, Lost::All, 400);
    CHECK(std::abs(of_all.within.share() - formula.share_seen_by(300.5)) < 4 * of_all.within.error() + 0.002);
    const Settled strict = settled(model, Lost::Late, 400);
    const double counted = 1 - formula.share_leaving() + formula.share_leaving_after(300.5);
    CHECK(std::abs(strict.within.share() - formula.share_seen_by(300.5) / counted)
        < 4 * strict.within.error() + 0.002);
    const double left = static_cast<double>(of_all.all.left) / of_all.all.visitors;
    CHECK(std::abs(left - formula.share_leaving()) < 0.005);
    CHECK(of_all.all.visitors == of_all.all.seen + of_all.all.left);
}

TEST_CASE("As many come as expected, and their days scatter by the load's spread")
{
    StaffingModel model = one_service(std::vector<double>(8, 20), 300, 3);
    const auto count = [&](double spread) {
        model.load_spread = spread;
        double sum = 0;
        double squares = 0;
        const auto days = draw_days(model, 3000, 11);
        for (const DrawnDay& day : days) {
            sum += static_cast<double>(day.came);
            squares += static_cast<double>(day.came * day.came);
        }
        const double mean = sum / static_cast<double>(days.size());
        return std::pair(mean, squares / static_cast<double>(days.size()) - mean * mean);
    };
    const auto [calm_mean, calm_variance] = count(0);
    CHECK(calm_mean == doctest::Approx(160).epsilon(0.005));
    CHECK(calm_variance == doctest::Approx(160).epsilon(0.08));
    const auto [mean, variance] = count(0.2);
    CHECK(mean == doctest::Approx(160).epsilon(0.02));
    CHECK(variance == doctest::Approx(160 + 0.04 * 160 * 160).epsilon(0.1));
}

TEST_CASE("A desk calls whom the rule says: rank, then place, with head starts and leavers")
{
    constexpr int kServices = 3;
    Random random(77);
    StaffingModel model = one_service({ 0, 0, 0 }, 300, 1);
    model.services.resize(kServices, model.services.front());
    Office office;
    nextplease::Desk desk;
    desk.code = DeskCode("Desk 1");
    for (int service = 0; service < kServices; ++service) {
        Service one;
        one.code = ServiceCode(std::string(1, static_cast<char>('A' + service)));
        one.head_start = Seconds { service * 200 };
        office.services.push_back(one);
        desk.services.push_back({ one.code, service == 2 ? 2 : 1 });
    }
    model.desks.front().rank = { 1, 1, 2 };
    office.desks.push_back(desk);
    for (int round = 0; round < 20; ++round) {
        DrawnDay day;
        std::vector<Visit> visits;
        for (std::int32_t at = 9 * 3600; at < 12 * 3600; at += static_cast<std::int32_t>(random.index(240))) {
            DrawnVisitor one = visitor(at, 60 + static_cast<std::int32_t>(random.index(200)));
            one.service = static_cast<std::int16_t>(random.index(kServices));
            one.key = at - one.service * 200;
            if (random.chance(0.3))
                one.patience_ends = at + static_cast<std::int32_t>(random.index(900));
            day.visitors.push_back(one);
            Visit visit;
            visit.id = VisitId { static_cast<std::int64_t>(visits.size()) + 1 };
            visit.service = office.services[static_cast<std::size_t>(one.service)].code;
            visit.arrived = visit.queue_from = Instant { Seconds { at } };
            visits.push_back(visit);
        }
        day.came = day.visitors.size();
        Rehearsal rehearsal(model);
        rehearsal.play(day, all_open(model));
        std::vector<std::pair<std::int32_t, std::size_t>> calls;
        for (std::size_t i = 0; i < day.came; ++i) {
            if (rehearsal.calls()[i] >= 0)
                calls.emplace_back(rehearsal.calls()[i], i);
        }
        std::sort(calls.begin(), calls.end());
        CHECK(calls.size() > 20);
        for (const auto& [at, who] : calls) {
            std::vector<Visit> room;
            for (std::size_t i = 0; i < day.came; ++i) {
                const bool here = day.visitors[i].arrived <= at && day.visitors[i].patience_ends >= at;
                if (here && (rehearsal.calls()[i] < 0 || rehearsal.calls()[i] >= at))
                    room.push_back(visits[i]);
            }
            const auto next = who_is_next(room, office.desks.front(), office);
            REQUIRE(next);
            CHECK(next->visit.id == visits[who].id);
        }
    }
}

TEST_CASE(
    "A desk that closes finishes with its visitor, opens again, and at the end stays until all are seen")
{
    const StaffingModel model = one_service({ 0, 0, 0 }, 300, 1); // 9 to 12
    Rota rota(1, 6);
    rota.open(0, 0);
    rota.open(0, 5); // 11:30
    DrawnDay day;
    day.visitors = { visitor(9 * 3600 + 1700, 400), visitor(9 * 3600 + 1750, 60), visitor(43'100, 100),
        visitor(43'199, 100) };
    day.came = day.visitors.size();
    Rehearsal rehearsal(model);
    rehearsal.play(day, rota);
    CHECK(rehearsal.calls() == std::vector<std::int32_t> { 9 * 3600 + 1700, 41'400, 43'100, 43'200 });
}

TEST_CASE("Over midday a desk stays for those who came, and the next opening begins in time")
{
    StaffingModel model = one_service({ 0 }, 300, 1);
    model.steps.push_back({ { Seconds { 46'800 }, Seconds { 48'600 } }, 0, {} }); // 13:00 to 13:30
    DrawnDay day;
    day.visitors = { visitor(35'900, 600), visitor(35'950, 50), visitor(46'800, 5) };
    day.visitors.back().step = 2;
    day.came = 3;
    Rehearsal rehearsal(model);
    rehearsal.play(day, all_open(model));
    CHECK(rehearsal.calls() == std::vector<std::int32_t> { 35'900, 36'500, 46'800 });
}

TEST_CASE("Between two visitors a desk takes the time that it takes, and the walk counts as waiting")
{
    StaffingModel model = one_service({ 0 }, 300, 1);
    model.services[0].limit = Seconds { 130 };
    DrawnDay day;
    day.visitors = { visitor(32'400, 100), visitor(32'400, 100), visitor(32'400, 100) };
    for (DrawnVisitor& one : day.visitors) {
        one.gap = 20;
        one.handling.walk = 10;
    }
    day.came = 3;
    Rehearsal rehearsal(model);
    const std::vector<StepCount>& counts = rehearsal.play(day, all_open(model));
    CHECK(rehearsal.calls() == std::vector<std::int32_t> { 32'400, 32'520, 32'640 });
    CHECK(counts[0].seen == 3);
    CHECK(counts[0].within == 2); // waits of 10, 130 and 250 seconds
    CHECK(counts[0].waited == 390);
}

TEST_CASE("Who was sent on waits for the next service in the old place, and counts once")
{
    StaffingModel model = one_service({ 0 }, 300, 2);
    model.services.push_back(model.services.front());
    model.desks[0].rank = { 1, 0 };
    model.desks[1].rank = { 0, 1 };
    DrawnDay day;
    day.visitors = { visitor(32'400, 100), visitor(32'450, 300, 1), visitor(32'460, 50, 1),
        visitor(0, 70, 1) };
    day.visitors[0].next = 3;
    day.visitors[3].arrived = day.visitors[3].key = 32'400;
    day.came = 3;
    Rehearsal rehearsal(model);
    const std::vector<StepCount>& counts = rehearsal.play(day, all_open(model));
    // The second waits for nobody; when it is done, the first goes before the third.
    CHECK(rehearsal.calls() == std::vector<std::int32_t> { 32'400, 32'450, 32'820, 32'750 });
    CHECK(counts[0].visitors == 3);
}

TEST_CASE("With one desk more those who were never called wait less, though those who are seen waited longer")
{
    StaffingModel model = one_service({ 10, 10, 10, 10 }, 120, 2);
    model.services.push_back(model.services.front());
    for (PlannedStep& step : model.steps)
        step.coming = { Coming { 0, 0 }, Coming { 1, 0 } };
    model.desks[0].rank = { 1, 0 };
    model.desks[1].rank = { 0, 1 };
    Rota rota(2, 8);
    for (std::size_t step = 0; step < 8; ++step)
        rota.open(0, step);
    const auto played = [&] {
        Rehearsal rehearsal(model);
        StepCount all;
        double of_seen = 0;
        for (const DrawnDay& day : draw_days(model, 60, 4)) {
            for (const StepCount& step : rehearsal.play(day, rota))
                all += step;
            for (std::size_t i = 0; i < day.came; ++i) {
                if (rehearsal.calls()[i] >= 0)
                    of_seen += rehearsal.calls()[i] - day.visitors[i].arrived;
            }
        }
        return std::pair(all, of_seen / all.seen);
    };
    const auto [fewer, wait_of_fewer] = played();
    rota.open(1, 7); // for the last half hour
    const auto [more, wait_of_more] = played();
    CHECK(more.visitors - more.seen == 0);
    CHECK(fewer.visitors - fewer.seen > fewer.visitors / 3);
    CHECK(wait_of_more > wait_of_fewer);
    CHECK(more.waited < fewer.waited);
}

TEST_CASE("Leavers, those who did not come and those whom no desk serves count as every report counts them")
{
    StaffingModel model = one_service({ 0 }, 300, 1);
    model.services.push_back(model.services.front());
    model.desks[0].rank = { 1, 0 }; // nobody serves the second
    const auto counted = [&](Lost lost, Seconds grace = Seconds { 0 }) {
        DrawnDay day;
        day.visitors = { visitor(32'400, 1000), visitor(32'400, 50), visitor(32'400, 50), visitor(32'400, 50),
            visitor(32'400, 50, 1) };
        day.visitors[1].patience_ends = 32'500; // left early
        day.visitors[2].patience_ends = 33'200; // left late
        day.visitors[3].handling.seen = false; // called after 1000 seconds, and not there
        day.came = day.visitors.size();
        const StepCount count = Rehearsal(model, { lost, grace }).play(day, all_open(model))[0];
        CHECK(count.visitors == 5);
        CHECK(count.seen == 1);
        CHECK(count.within == 1);
        CHECK(count.left == 2);
        // Seen at once; until they left; until called; until it closes after an hour.
        CHECK(count.waited == 0 + 100 + 800 + 1000 + 3600);
        return count.counted;
    };
    CHECK(counted(Lost::LeaveOut) == 1);
    CHECK(counted(Lost::Late) == 4);
    CHECK(counted(Lost::All) == 5);
    CHECK(counted(Lost::All, Seconds { 300 }) == 4);
}
