// What must hold of every estimate, whatever the reception.
#include "tests/estimate/hall_story.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

constexpr long kDayLong = 24 * 3600;

void require_ordered(const Range& range)
{
    CHECK(range.p10 >= 0);
    CHECK(range.p10 <= range.p50);
    CHECK(range.p50 <= range.p90);
    CHECK(range.p90 <= 1e6);
}

// One who would take a ticket for A, with so many ahead and so many desks.
WaitForecast newcomer_behind(int people, int desks, long service_seconds = 300, int learnt = 40)
{
    HallStory story(office_of("A", std::vector<std::string>(static_cast<std::size_t>(desks), "A")));
    story.open_all();
    long now = 0;
    VisitId next = story.take(now, "A");
    for (int i = 0; i < learnt; ++i) { // one behind the other, and the desk calls after five seconds
        const VisitId visit = next;
        story.tell(EventKind::Called, now, visit, "1");
        next = story.take(now, "A");
        now += service_seconds + i % 7;
        story.finish(now, visit);
        now += 5;
    }
    story.tell(EventKind::Left, now, next);
    for (int number = 1; number <= desks; ++number)
        story.serve(now, "A", std::to_string(number).c_str());
    for (int i = 0; i < people; ++i)
        story.take(now + 1, "A");
    return story.forecaster.for_newcomer(0, 0, after_nine(now + 10));
}

} // namespace

TEST_CASE("More people ahead never shorten the estimate by more than chance")
{
    constexpr double kChance = 40; // seconds, of two hundred replicates
    double before = 0;
    for (const int people : { 0, 1, 2, 3, 5, 8, 13, 21, 34 }) {
        const WaitForecast forecast = newcomer_behind(people, 2);
        CAPTURE(people);
        CHECK(forecast.known);
        require_ordered(forecast.range);
        CHECK(forecast.range.p50 >= before - kChance);
        before = forecast.range.p50;
    }
}

TEST_CASE("A further open desk never lengthens the estimate")
{
    constexpr double kChance = 40;
    double before = 1e9;
    for (int desks = 1; desks <= 8; ++desks) {
        const WaitForecast forecast = newcomer_behind(12, desks);
        CAPTURE(desks);
        require_ordered(forecast.range);
        CHECK(forecast.range.p50 <= before + kChance);
        before = forecast.range.p50;
    }
}

TEST_CASE("Services of no length and of a whole day have an estimate or none, in order")
{
    const WaitForecast none = newcomer_behind(5, 1, 0);
    require_ordered(none.range);
    CHECK(none.range.p50 < 120);
    const WaitForecast long_ones = newcomer_behind(5, 1, kDayLong, 30);
    require_ordered(long_ones.range);
    CHECK_FALSE(long_ones.known); // nobody is called within four hours
}

TEST_CASE("Five hundred who wait are all told something, in order")
{
    HallStory story(office_of("AB", { "AB", "A", "B" }));
    story.open_all();
    for (int i = 0; i < 500; ++i)
        story.take(i, i % 3 == 0 ? "B" : "A");
    const HallForecast forecast = story.forecaster.for_all(after_nine(500));
    REQUIRE(forecast.waiting.size() == 500);
    for (const auto& [visit, one] : forecast.waiting)
        require_ordered(one.range);
    CHECK(forecast.waiting.front().second.known);
    CHECK(forecast.waiting.front().second.range.p50 < forecast.waiting[100].second.range.p50);
}

TEST_CASE("Where no desk that may serve it is open or planned, no number is invented")
{
    HallStory story(office_of("AB", { "A", "B" }));
    story.desk(EventKind::DeskOpened, 0, "1");
    const VisitId served = story.take(0, "A");
    const VisitId not_served = story.take(1, "B");
    CHECK(story.forecaster.for_visit(served, after_nine(5), Stated::WithTicket).known);
    CHECK_FALSE(story.forecaster.for_visit(not_served, after_nine(5), Stated::WithTicket).known);
    CHECK_FALSE(story.forecaster.for_all(after_nine(5)).newcomers[1].known);
    HallStory nobody(office_of("A", { "A" }));
    CHECK_FALSE(nobody.forecaster.for_newcomer(0, 0, after_nine(5)).known);
}

TEST_CASE("A desk that opens later is counted on from then")
{
    DayPlan plan;
    plan.desks = { { DeskCode("1"), after_nine(1800), {} } };
    HallStory story(office_of("A", { "A" }), DeskStates::Told, plan);
    const WaitForecast early = story.forecaster.for_newcomer(0, 0, after_nine(0));
    CHECK(early.known);
    CHECK(early.range.p50 >= 1800);
    CHECK(early.range.p50 < 2400);
    // Half an hour late it is not believed any more.
    CHECK_FALSE(story.forecaster.for_newcomer(0, 0, after_nine(3700)).known);
}

TEST_CASE("A free desk means no wait, a planned break a longer one")
{
    HallStory free(office_of("A", { "A" }));
    free.open_all();
    CHECK(free.forecaster.for_newcomer(0, 0, after_nine(60)).range.p50 == 0);

    DayPlan plan;
    plan.desks = { { DeskCode("1"), after_nine(0), { { after_nine(600), after_nine(3300) } } } };
    HallStory story(office_of("A", { "A" }), DeskStates::Told, plan);
    HallStory without(office_of("A", { "A" }));
    for (HallStory* one : { &story, &without }) {
        one->open_all();
        one->serve(500, "A", "1");
    }
    const double with_break = story.forecaster.for_newcomer(0, 0, after_nine(620)).range.p50;
    CHECK(with_break > without.forecaster.for_newcomer(0, 0, after_nine(620)).range.p50 + 1800);
}

TEST_CASE("The look-ahead obeys ranks as the desk does")
{
    // The desk takes B only while nobody waits for A.
    HallStory story(office_of("AB", { "AB2" }));
    story.open_all();
    story.serve(0, "A", "1");
    const VisitId helped_out = story.take(1, "B");
    VisitId last_of_first;
    for (int i = 0; i < 6; ++i)
        last_of_first = story.take(2 + i, "A");
    CHECK(story.at_issue(helped_out, 10).p50 > story.at_issue(last_of_first, 10).p50);
}

TEST_CASE("Who may still come with a head start is waited for")
{
    Office office = office_of("A", { "A" });
    office.rules.priorities = { { .code = PriorityCode("P"), .name = {}, .head_start = Seconds { 1800 } } };
    const auto median = [&](const char* priority) {
        HallStory story(office);
        story.open_all();
        long now = 0;
        for (int i = 0; i < 20; ++i) { // every other one of the last half hour is of that class
            const VisitId visit = story.take(now, "A", i % 2 == 0 ? priority : "");
            story.tell(EventKind::Called, now, visit, "1");
            now += 85;
            story.finish(now, visit);
        }
        story.serve(now, "A", "1");
        for (int i = 0; i < 6; ++i)
            story.take(now, "A");
        return story.forecaster.for_newcomer(0, 0, after_nine(now + 1)).range.p50;
    };
    CHECK(median("P") > median("") + 120);
}

TEST_CASE("An appointment that is due goes first")
{
    const auto median = [](std::vector<Expected> expected) {
        HallStory story(office_of("A", { "A" }));
        story.open_all();
        story.serve(0, "A", "1");
        story.forecaster.expect(std::move(expected));
        return story.forecaster.for_newcomer(0, 0, after_nine(10)).range.p50;
    };
    const Expected due { after_nine(20), 0, { after_nine(-600), after_nine(20), last_in_line() } };
    CHECK(median({ due, due }) > median({}) + 200);
}

TEST_CASE("All at once says the same as one at a time, up to chance")
{
    HallStory story(office_of("ABC", { "ABC", "AB", "BC" }));
    story.open_all();
    for (const char* desk : { "1", "2", "3" })
        story.serve(0, "B", desk);
    std::vector<VisitId> visits;
    for (int i = 0; i < 12; ++i)
        visits.push_back(story.take(10 + i, i % 3 == 0 ? "A" : i % 3 == 1 ? "B" : "C"));
    const HallForecast all = story.forecaster.for_all(after_nine(60));
    for (std::size_t i = 0; i < visits.size(); ++i) {
        CAPTURE(i);
        const Range one = story.forecaster.for_visit(visits[i], after_nine(60), Stated::WhileWaiting).range;
        CHECK(all.waiting[i].first == visits[i]);
        CHECK(all.waiting[i].second.range.p50 == doctest::Approx(one.p50).epsilon(0.15));
    }
    for (int service = 0; service < 3; ++service) {
        const Range one = story.forecaster.for_newcomer(service, 0, after_nine(60)).range;
        CHECK(all.newcomers[static_cast<std::size_t>(service)].range.p50
            == doctest::Approx(one.p50).epsilon(0.15));
    }
}

TEST_CASE("The same moment gives the same numbers to the bit")
{
    const auto forecast = [] {
        HallStory story(office_of("AB", { "AB", "A" }));
        story.open_all();
        for (int i = 0; i < 20; ++i)
            story.take(i, "A");
        return story.forecaster.for_all(after_nine(100));
    };
    const HallForecast one = forecast();
    const HallForecast again = forecast();
    for (std::size_t i = 0; i < one.waiting.size(); ++i)
        CHECK(one.waiting[i].second.range == again.waiting[i].second.range);
}

TEST_CASE("Where visitors give up, those behind them wait less")
{
    const auto median = [](EventKind how) {
        HallStory story(office_of("A", { "A" }));
        story.open_all();
        story.serve(0, "A", "1");
        for (int i = 0; i < 40; ++i) {
            const VisitId visit = story.take(i * 60, "A");
            story.tell(how, i * 60 + 50, visit);
        }
        for (int i = 0; i < 10; ++i)
            story.take(2500, "A");
        return story.forecaster.for_newcomer(0, 0, after_nine(2501)).range.p50;
    };
    CHECK(median(EventKind::Left) < median(EventKind::Held) / 2);
}
