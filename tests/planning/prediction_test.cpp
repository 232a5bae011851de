// The plan's prediction against what the simulated council then does: it is planned from a year of its log,
// as it would be imported, and then played on with the planned desks. The council is not the planner's own
// model: its clerks differ in speed, its durations are log-normal with a greeting before, and some of its
// visitors have no limit to their patience.
#include "tests/planning/council_year.h"

using namespace nextplease;
using testing::CouncilYear;
using testing::Coverage;

TEST_CASE("Of 100 further days, and of 20 months, as many lie in the predicted ranges as they claim")
{
    const CouncilYear council(testing::roomy_council(), 1);
    PlanQuestion question;
    question.weekday = 2;
    question.replications = 200;
    const auto plan = staffing_plan(
        *council.store, council.configuration, question, council.now, [](double) { return GoOn::Yes; });
    REQUIRE(plan);
    CHECK(plan->reached);
    CHECK(plan->basis.days == 50);
    CHECK(plan->basis.desk_states_told);
    CHECK(plan->leaving);
    const StretchForecast& whole = plan->plan.forecast.whole;
    CHECK(whole.expected >= 0.95);

    const Coverage coverage = testing::coverage_of(whole, council.fresh_days(plan->plan, 2, 400));
    MESSAGE("expected ", whole.expected, ", day ", whole.day.low, " to ", whole.day.high, ", month ",
        whole.month.low, " to ", whole.month.high, "; came ", coverage.share, ", days within ",
        coverage.days_within, " of ", coverage.days, ", months within ", coverage.months_within, " of ",
        coverage.months);
    CHECK(std::abs(coverage.share - whole.expected) < 0.01);
    CHECK(coverage.days_within >= 370); // 95 of 100 claimed: 380, three standard errors are 13
    CHECK(coverage.months_within >= 17);
}

TEST_CASE("Where the desks are too few, the share that comes is the predicted one too")
{
    SimulationRules rules = simulated_council();
    rules.leave_share = 0.3;
    rules.visitors_a_day = 160;
    const CouncilYear council(rules, 2);
    PlanQuestion question;
    question.weekday = 3;
    question.replications = 200;
    question.desks = PlanQuestion::Desks::AsConfigured;
    const auto plan = staffing_plan(
        *council.store, council.configuration, question, council.now, [](double) { return GoOn::Yes; });
    REQUIRE(plan);
    CHECK_FALSE(plan->reached);
    const StretchForecast& whole = plan->plan.forecast.whole;
    const Coverage coverage = testing::coverage_of(whole, council.fresh_days(plan->plan, 3, 400));
    MESSAGE("expected ", whole.expected, ", day ", whole.day.low, " to ", whole.day.high, "; came ",
        coverage.share, ", days within ", coverage.days_within, " of ", coverage.days, ", months within ",
        coverage.months_within, " of ", coverage.months);
    CHECK(whole.expected < 0.9); // or it shows nothing
    CHECK(std::abs(coverage.share - whole.expected) < 0.03);
}
