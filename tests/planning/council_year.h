// The simulated council: a year of it in a store, and further days of it with whatever desks are planned.
#pragma once

#include "core/domain/simulated_reception.h"
#include "core/domain/wait_figures.h"
#include "core/reception/desk_import.h"
#include "core/reception/log_import.h"
#include "core/reception/planning.h"
#include "core/reception/simulation.h"
#include "tests/support/reception_fixture.h"

#include <fstream>

namespace nextplease::testing {

inline const LocalDate kCouncilBegins { std::chrono::year { 2026 } / 1 / 5 }; // a Monday
inline constexpr int kDaysOfYear = 250;

inline Configuration council_configuration(const SimulationRules& rules)
{
    Configuration configuration = small_configuration();
    configuration.office = rules.office;
    configuration.hours.exceptions.clear();
    for (std::size_t day = 0; day < configuration.hours.weekdays.size(); ++day)
        configuration.hours.weekdays[day] =
            day < 5 ? std::vector<OpenSpan> { { kCouncilOpens, kCouncilCloses } } : std::vector<OpenSpan> {};
    for (Service& service : configuration.office.services)
        service.hours = configuration.hours;
    return configuration;
}

// Enough desks that the council could keep 95 of 100, if it knew when to open which.
inline SimulationRules roomy_council()
{
    SimulationRules rules = simulated_council();
    for (const char* code : { "Desk 4", "Desk 5" }) {
        Desk desk = rules.office.desks.front();
        desk.code = DeskCode(code);
        rules.office.desks.push_back(desk);
    }
    rules.leave_share = 0.3;
    return rules;
}

struct CouncilYear {
    SimulationRules rules;
    Configuration configuration;
    TempFolder folder;
    std::unique_ptr<Store> store;
    std::uint64_t seed;
    Instant now; // the evening of the last day

    CouncilYear(SimulationRules played, std::uint64_t seed_of_days, int days = kDaysOfYear)
        : rules(std::move(played))
        , configuration(council_configuration(rules))
        , store(open_store("sqlite:" + (folder / "store.db").string(), Opening::Create))
        , seed(seed_of_days)
        , now(std::chrono::sys_days { add_days(kCouncilBegins, days / 5 * 7 - 1) })
    {
        const SimulatedLog log =
            simulated_log(rules, configuration, { .from = kCouncilBegins, .days = days, .seed = seed });
        std::ofstream(folder / "visits.csv") << log.visits;
        std::ofstream(folder / "desks.csv") << log.desks;
        import_log(*store, configuration, folder / "visits.csv", UnknownNames::TakeAsFound);
        import_desks(*store, configuration, folder / "desks.csv", UnknownNames::TakeAsFound);
    }

    // Days of that weekday after the year, with the desks of the plan; their figures, one for each day.
    std::vector<WaitFigures> fresh_days(const PlannedDay& plan, int weekday, int count) const
    {
        SimulationRules with = rules;
        for (const DeskHours& desk : plan.desks) {
            for (const OpenSpan& span : desk.open)
                with.shifts.push_back({ desk.desk, span });
        }
        std::vector<WaitFigures> figures;
        for (int i = 0; i < count; ++i) {
            const Instant midnight =
                std::chrono::sys_days { add_days(kCouncilBegins, (60 + i) * 7 + weekday - 1) };
            const SimulatedDay day = simulate_day(
                with, seed, 1000 + i, midnight, { midnight + kCouncilOpens, midnight + kCouncilCloses }, {});
            WaitTally tally(configuration.limit, midnight + std::chrono::hours { 24 });
            for (const SimulatedVisit& visit : day.visits)
                tally.add(times_of(visit), limit_of(visit.service));
            figures.push_back(tally.figures());
        }
        return figures;
    }

    Seconds limit_of(const ServiceCode& service) const { return configuration.office.find(service)->limit; }

    static VisitTimes times_of(const SimulatedVisit& visit)
    {
        VisitTimes times;
        times.arrived = visit.arrived;
        times.called = visit.called;
        times.ended = visit.left ? visit.left : visit.finished;
        times.state = visit.left ? VisitState::Left
            : visit.no_show      ? VisitState::NoShow
            : visit.called       ? VisitState::Served
                                 : VisitState::Unresolved;
        if (times.state == VisitState::Served)
            times.seen = visit.called;
        if (times.state == VisitState::Unresolved)
            times.ended = visit.arrived + std::chrono::hours { 12 };
        return times;
    }
};

// How often what came lay within what was predicted.
struct Coverage {
    int days = 0;
    int days_within = 0; // in the range of a day
    int months = 0;
    int months_within = 0;
    double share = 0; // pooled over all days
};

inline Coverage coverage_of(const StretchForecast& predicted, const std::vector<WaitFigures>& days)
{
    Coverage coverage;
    const auto lies_in = [](const ShareRange& range, double share) {
        return range.low <= share && share <= range.high ? 1 : 0;
    };
    double within = 0;
    double counted = 0;
    double month_within = 0;
    double month_counted = 0;
    for (const WaitFigures& day : days) {
        ++coverage.days;
        coverage.days_within += lies_in(predicted.day, day.share_all_within().value_or(1));
        within += static_cast<double>(day.within);
        counted += static_cast<double>(day.share_all_of());
        month_within += static_cast<double>(day.within);
        month_counted += static_cast<double>(day.share_all_of());
        if (coverage.days % kDaysOfMonth != 0)
            continue;
        ++coverage.months;
        coverage.months_within += lies_in(predicted.month, month_within / month_counted);
        month_within = month_counted = 0;
    }
    coverage.share = within / counted;
    return coverage;
}

} // namespace nextplease::testing
