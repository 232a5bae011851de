// The simulated council's days led through the estimate, as goals are measured on it.
#pragma once

#include "core/domain/simulated_reception.h"
#include "core/domain/wait_forecaster.h"
#include "core/reception/estimate_scores.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace nextplease::testing {

// A day's log as events in the order in which they happened.
inline std::vector<HallEvent> events_of(const SimulatedDay& day, Hall& hall, std::int64_t first_visit)
{
    std::vector<std::pair<HallEvent, int>> events; // and the order within a second
    std::int64_t id = first_visit;
    for (const SimulatedVisit& visit : day.visits) {
        HallEvent event;
        event.visit = VisitId { id++ };
        event.service = hall.service_number(visit.service);
        event.priority = hall.priority_number(visit.priority);
        event.kind = EventKind::Taken;
        event.at = event.arrived = event.queue_from = visit.arrived;
        events.emplace_back(event, 2);
        if (visit.called) {
            event.desk = hall.desk_number(visit.desk);
            event.kind = EventKind::Called;
            event.at = *visit.called;
            events.emplace_back(event, 3);
            event.kind = visit.no_show ? EventKind::NoShow : EventKind::Finished;
            event.at = *visit.finished;
            events.emplace_back(event, 0);
        } else if (visit.left) {
            event.kind = EventKind::Left;
            event.at = *visit.left;
            events.emplace_back(event, 0);
        }
    }
    for (const SimulatedDeskEvent& desk : day.desks) {
        HallEvent event;
        event.kind = desk.kind;
        event.at = desk.at;
        event.desk = hall.desk_number(desk.desk);
        events.emplace_back(event, 1);
    }
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first.at, a.second) < std::tuple(b.first.at, b.second);
    });
    std::vector<HallEvent> ordered;
    for (const auto& [event, phase] : events)
        ordered.push_back(event);
    return ordered;
}

struct CouncilRun {
    std::uint64_t seed = 1;
    Lunches lunches = Lunches::NotKnown; // to the estimate
    int slower_from_day = -1;
    int days = 60;
    int scored_from = 20;
};

// Every estimate made with a ticket, in order; and the scores of the days from scored_from on.
struct CouncilOutcome {
    std::vector<Range> said;
    EstimateScores scores;
};

inline CouncilOutcome run_council(const CouncilRun& run)
{
    SimulationRules rules = simulated_council();
    rules.slower_from_day = run.slower_from_day;
    WaitForecaster forecaster(rules.office, DeskStates::Told);
    CouncilOutcome outcome;
    std::int64_t visits = 0;
    std::chrono::sys_days date { std::chrono::year { 2026 } / 1 / 5 }; // a Monday
    for (int number = 0; number < run.days; ++number) {
        const Instant midnight = date;
        const SimulatedDay day = simulate_day(rules, run.seed, number, midnight,
            { midnight + kCouncilOpens, midnight + kCouncilCloses }, council_plan(midnight, Lunches::Known));
        forecaster.begin_day(council_plan(midnight, run.lunches));
        std::map<VisitId, ScoredEstimate> open;
        for (const HallEvent& event : events_of(day, forecaster.hall(), visits + 1)) {
            const Taught& taught = forecaster.observe(event);
            if (event.kind == EventKind::Taken) {
                const Range said = forecaster.for_visit(event.visit, event.at, Stated::WithTicket).range;
                forecaster.remember(event.visit, event.leg, event.at, Stated::WithTicket, said);
                open[event.visit] = { said, forecaster.rivals(event.visit, event.at), 0 };
                outcome.said.push_back(said);
            } else if (taught.departed && taught.departed->how == Taught::Departure::How::Called) {
                ScoredEstimate& scored = open[event.visit];
                scored.waited = taught.departed->wait();
                if (number >= run.scored_from)
                    outcome.scores.add(scored);
            }
        }
        visits += static_cast<std::int64_t>(day.visits.size());
        date += std::chrono::days { std::chrono::weekday { date } == std::chrono::Friday ? 3 : 1 };
    }
    return outcome;
}

} // namespace nextplease::testing
