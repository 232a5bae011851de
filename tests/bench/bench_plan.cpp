// What a plan costs, and whether what it predicts comes: the simulated council's year is planned by, weekday
// after weekday, and then played on with the planned desks; once more for each of some seeds.
#include "tests/planning/council_year.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace nextplease;

namespace {

double processor_seconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(std::uint64_t seed, double visitors_a_day)
{
    SimulationRules rules = testing::roomy_council();
    rules.visitors_a_day = visitors_a_day;
    const testing::CouncilYear council(rules, seed);
    for (const int weekday : { 1, 3 }) {
        PlanQuestion question;
        question.weekday = weekday;
        question.most_desks = 5;
        const double begin = processor_seconds();
        const auto plan = staffing_plan(
            *council.store, council.configuration, question, council.now, [](double) { return GoOn::Yes; });
        const double took = processor_seconds() - begin;
        const StretchForecast& whole = plan->plan.forecast.whole;
        const auto coverage = testing::coverage_of(whole, council.fresh_days(plan->plan, weekday, 400));
        std::printf(
            "%4d  %d  %6.0f  %5.1f  %6.2f  %5.1f %5.1f-%5.1f %5.1f-%5.1f  %5.1f  %5.1f  %2d of %2d  %s\n",
            static_cast<int>(seed), weekday, whole.visitors, plan->plan.forecast.desk_hours, took,
            whole.expected * 100, whole.month.low * 100, whole.month.high * 100, whole.day.low * 100,
            whole.day.high * 100, coverage.share * 100, 100.0 * coverage.days_within / coverage.days,
            coverage.months_within, coverage.months, plan->reached ? "" : "goal not reached");
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::puts("seed day visitors hours seconds expected month       day          came  days%  months");
    const int seeds = argc > 1 ? std::atoi(argv[1]) : 3;
    for (int seed = 1; seed <= seeds; ++seed)
        measure(static_cast<std::uint64_t>(seed), 134);
}
