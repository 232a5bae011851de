// Seen within target, with its denominators; quantiles against a brute force.
#include "core/domain/wait_figures.h"

#include "core/domain/clocks.h"
#include "tests/domain/visits.h"

#include <algorithm>
#include <random>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

constexpr Seconds kLimit { 600 };

Visit seen_after(long wait, long walk = 10)
{
    return started(called(taken(), at(wait - walk)), at(wait));
}

} // namespace

TEST_CASE("Every visit counts in exactly one place")
{
    WaitTally tally(kLimit, at(3600));
    const auto add = [&](const Visit& visit) { return tally.add(times_of(visit)); };
    CHECK(add(seen_after(600)) == Counted::Seen);
    CHECK(add(seen_after(601)) == Counted::Seen);
    CHECK(add(finished(seen_after(90), at(390))) == Counted::Seen);
    CHECK(add(gone(taken(), at(600))) == Counted::LeftEarly);
    CHECK(add(gone(taken(), at(601))) == Counted::LeftLate);
    CHECK(add(absent(called(taken(), at(600)), at(900))) == Counted::NoShow);
    CHECK(add(absent(called(taken(), at(601)), at(900))) == Counted::NoShow);
    CHECK(add(close_of_day(taken(), at(600), somebody()).visit) == Counted::Unresolved);
    CHECK(add(close_of_day(taken(), at(601), somebody()).visit) == Counted::Unresolved);
    CHECK(add(taken(at(3000))) == Counted::Waiting);
    CHECK(add(taken(at(2999))) == Counted::Waiting);
    CHECK(add(called(taken(at(3500)), at(3590))) == Counted::Waiting);

    const WaitFigures figures = tally.figures();
    CHECK(figures.visits == 12);
    CHECK(figures.seen == 3);
    CHECK(figures.within == 2);
    CHECK(figures.left_early == 1);
    CHECK(figures.left_late == 1);
    CHECK(figures.no_show == 2);
    CHECK(figures.no_show_late == 1);
    CHECK(figures.unresolved == 2);
    CHECK(figures.unresolved_late == 1);
    CHECK(figures.waiting == 3);
    CHECK(figures.waiting_late == 1);
    CHECK(figures.served == 1);
    CHECK(figures.share_seen_within() == doctest::Approx(2.0 / 3));
    // Seen, and those whom we failed after the limit: 3 + 1 + 1 + 1 + 1.
    CHECK(figures.share_all_of() == 7);
    CHECK(figures.share_all_within() == doctest::Approx(2.0 / 7));
}

TEST_CASE("With nobody there are no shares and no quantiles, only zeros")
{
    WaitTally tally(kLimit, at(0));
    const WaitFigures figures = tally.figures();
    CHECK(figures.visits == 0);
    CHECK_FALSE(figures.share_seen_within());
    CHECK_FALSE(figures.share_all_within());
    CHECK_FALSE(figures.wait.mean_seconds());
    CHECK(figures.wait.count == 0);
    CHECK(figures.wait.max_seconds == 0);
}

TEST_CASE("Where all left late the strict share is zero and the plain one unknown")
{
    WaitTally tally(kLimit, at(9999));
    tally.add(times_of(gone(taken(), at(700))));
    CHECK_FALSE(tally.figures().share_seen_within());
    CHECK(tally.figures().share_all_within() == 0.0);
}

TEST_CASE("A visitor who was seen counts as seen whatever came later")
{
    WaitTally tally(kLimit, at(9999));
    const Visit sent_on = transferred(seen_after(300), at(400), "C");
    CHECK(tally.add(times_of(sent_on)) == Counted::Seen);
    CHECK(tally.add(times_of(gone(sent_on, at(5000)))) == Counted::Seen);
    CHECK(tally.add(times_of(absent(called(sent_on, at(500)), at(600)))) == Counted::Seen);
    CHECK(tally.add(times_of(close_of_day(sent_on, at(500), somebody()).visit)) == Counted::Seen);
    CHECK(tally.figures().within == 4);
    CHECK(tally.figures().served == 0);
}

TEST_CASE("Time on hold is no wait in the figures either, also while it goes on")
{
    WaitTally tally(kLimit, at(3600));
    tally.add(times_of(held(taken(), at(100)))); // on hold since 100 s: has waited 100 s
    CHECK(tally.figures().waiting_late == 0);
    tally.add(times_of(resumed(held(taken(), at(100)), at(3000)))); // 700 s
    CHECK(tally.figures().waiting_late == 1);
}

TEST_CASE("The figures say the same of a wait as its clock")
{
    const std::vector<Visit> visits { seen_after(300), gone(taken(), at(700)),
        absent(called(taken(), at(650)), at(700)), held(taken(), at(610)), taken(),
        gone(absent(called(taken(), at(650)), at(700)), at(900)),
        rejoined(absent(called(taken(), at(20)), at(30)), at(90)) };
    for (const Visit& visit : visits) {
        const Seconds wait = clocks_of(visit, at(1000)).wait;
        WaitTally exact(wait, at(1000));
        exact.add(times_of(visit));
        WaitTally shorter(wait - Seconds { 1 }, at(1000));
        shorter.add(times_of(visit));
        const auto late = [](const WaitFigures& figures) {
            return figures.seen - figures.within + figures.left_late + figures.no_show_late
                + figures.unresolved_late + figures.waiting_late;
        };
        CHECK(late(exact.figures()) == 0);
        CHECK(late(shorter.figures()) == 1);
    }
}

TEST_CASE("Each group can have a limit of its own")
{
    WaitTally tally(kLimit, at(9999));
    tally.add(times_of(seen_after(700)), Seconds { 900 });
    tally.add(times_of(seen_after(700)));
    CHECK(tally.figures().within == 1);
}

TEST_CASE("Wait, walk and service are those of the seen and of the served")
{
    WaitTally tally(kLimit, at(9999));
    tally.add(times_of(finished(seen_after(300, 20), at(420))));
    tally.add(times_of(seen_after(100, 40)));
    tally.add(times_of(gone(taken(), at(5000))));
    const WaitFigures figures = tally.figures();
    CHECK(figures.wait.count == 2);
    CHECK(figures.wait.sum_seconds == 400);
    CHECK(figures.wait.mean_seconds() == 200.0);
    CHECK(figures.wait.max_seconds == 300);
    CHECK(figures.walk.sum_seconds == 60);
    CHECK(figures.service.count == 1);
    CHECK(figures.service.sum_seconds == 120);
}

TEST_CASE("Quantiles are nearest-rank, against a brute force, however many there are")
{
    std::mt19937 random(11);
    for (std::size_t size = 1; size <= 60; ++size) {
        std::vector<long> waits;
        WaitTally tally(kLimit, at(99999));
        for (std::size_t i = 0; i < size; ++i) {
            waits.push_back(20 + static_cast<long>(random() % 50));
            tally.add(times_of(seen_after(waits.back())));
        }
        // The smallest value that at least that share of the visits do not exceed.
        const auto quantile = [&](double share) {
            std::vector<long> sorted = waits;
            std::sort(sorted.begin(), sorted.end());
            for (const long value : sorted) {
                const auto not_above =
                    std::count_if(waits.begin(), waits.end(), [&](long one) { return one <= value; });
                if (static_cast<double>(not_above) >= share * static_cast<double>(size) - 1e-9)
                    return value;
            }
            return sorted.back();
        };
        const WaitFigures figures = tally.figures();
        CAPTURE(size);
        CHECK(figures.wait.median_seconds == quantile(0.5));
        CHECK(figures.wait.p90_seconds == quantile(0.9));
        CHECK(figures.wait.max_seconds == *std::max_element(waits.begin(), waits.end()));
    }
}

TEST_CASE("Figures can be asked for again after more visits")
{
    WaitTally tally(kLimit, at(9999));
    tally.add(times_of(seen_after(100)));
    CHECK(tally.figures().wait.max_seconds == 100);
    tally.add(times_of(seen_after(300)));
    CHECK(tally.figures().wait.max_seconds == 300);
    CHECK(tally.figures().wait.median_seconds == 100);
    CHECK(tally.figures().visits == 2);
}

TEST_CASE("The categories of random visits always sum up to the visits")
{
    std::mt19937 random(5);
    WaitTally tally(kLimit, at(99999));
    for (int i = 0; i < 2000; ++i) {
        VisitTimes times;
        times.state = static_cast<VisitState>(random() % 8);
        times.arrived = at(random() % 5000);
        if (random() % 2)
            times.called = times.arrived + Seconds { random() % 900 };
        if (times.called && random() % 2)
            times.seen = *times.called + Seconds { random() % 90 };
        if (!is_open(times.state))
            times.ended =
                times.seen.value_or(times.called.value_or(times.arrived)) + Seconds { random() % 900 };
        tally.add(times);
    }
    const WaitFigures figures = tally.figures();
    CHECK(figures.visits == 2000);
    CHECK(figures.seen + figures.left_early + figures.left_late + figures.no_show + figures.unresolved
            + figures.waiting
        == figures.visits);
    CHECK(figures.within <= figures.seen);
    CHECK(figures.no_show_late <= figures.no_show);
    CHECK(figures.wait.count == figures.seen);
    CHECK(figures.walk.count == figures.seen);
    CHECK(figures.service.count == figures.served);
    CHECK(figures.share_all_within() <= figures.share_seen_within());
}
