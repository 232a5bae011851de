// How many desks for which hours: a day's plan from the store's history, or from a forecast. The plan is
// plain values, for tables, charts and screens. Definitions: core/domain/staffing_forecast.h; what it rests
// on: core/reception/staffing_history.h; how it is found: core/domain/staffing_search.h.
#pragma once

#include "core/domain/staffing_forecast.h"
#include "core/reception/configuration.h"
#include "core/reception/staffing_history.h"
#include "core/reception/what_if.h"
#include "core/store/store.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct PlanQuestion {
    std::optional<LocalDate> day {}; // none: `weekday`, or the next open day
    std::optional<int> weekday {}; // ISO; an ordinary one
    // History, local days, both included; none: the 52 weeks before the day, as far as they are over.
    std::optional<LocalDate> from {};
    std::optional<LocalDate> to {};
    std::filesystem::path forecast {}; // core/reception/arrival_forecast.h; empty: as the history has it
    std::optional<Seconds> limit {}; // none: each service's own standard
    std::optional<double> goal {}; // share; none: kiosk.conf's
    StaffingGoal::Each each = StaffingGoal::Each::Hour;
    enum class Desks { Planned, AsConfigured };
    Desks desks = Desks::Planned; // AsConfigured: as kiosk.conf opens them, with their breaks
    std::optional<int> most_desks {}; // open at once; none: those of kiosk.conf
    std::vector<OpenSpan> hours {}; // empty: kiosk.conf's of that day
    Seconds step { 1800 };
    Seconds shortest_stay { 7200 };
    std::vector<WhatIf> what_ifs {};
    enum class Impossible { Refuse, LeaveOut };
    Impossible impossible = Impossible::Refuse; // what-ifs that the plan's desks do not allow
    int replications = 400; // days on which the plan is found
    std::uint64_t seed = 1;
};

struct DeskHours {
    DeskCode desk; // empty: one that the reception does not have yet
    std::vector<OpenSpan> open; // not empty
    friend bool operator==(const DeskHours&, const DeskHours&) = default;
};

// A rota and what is to be expected of it.
struct PlannedDay {
    std::vector<DeskHours> desks;
    RotaForecast forecast;
};

struct StaffingPlan {
    PlanQuestion question;
    std::optional<LocalDate> day; // none: an ordinary weekday
    int weekday = 1; // ISO
    double goal = 0.95; // share
    CountingRule rule; // by which leavers count: that of kiosk.conf's promise for visits
    HistoryBasis basis;
    double load_spread = 0; // of days around their mean, as a share
    bool leaving = false; // whether visitors are taken to give up
    bool reached = true; // the goal, by the desks of the plan, on other days than they were found on
    struct TooFew {
        int desks = 1; // all that may be open
        std::optional<int> enough; // so many would do, further ones serving everything; none up to `tried`
        int tried = 1;
    };
    std::optional<TooFew> too_few; // where the goal is out of reach of all desks together; only if planned
    PlannedDay plan;
    std::vector<std::optional<int>> by_formula; // by step: what Erlang's formulas ask for; none: too many
    struct Changed {
        WhatIf what_if;
        PlannedDay day;
    };
    std::vector<Changed> what_ifs; // each against the plan, on the same days
};

// nullopt if it was told to stop. `now` decides what is over. Throws InputError where the question does not
// fit the configuration or the history.
std::optional<StaffingPlan> staffing_plan(Store& store, const Configuration& configuration,
    const PlanQuestion& question, Instant now, const Progress& progress);

} // namespace nextplease
