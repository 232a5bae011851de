// What the store tells of past days, made into a model of a day to come. Visitors are taken as they came and
// as they were served; nothing is fitted but what cannot be read off: how days differ, and how long visitors
// have patience. Whoever was called could have waited longer: a wait that a call cut short (a censored one)
// counts as "at least so long", or patience would look far too short. The estimator is that of Kaplan and
// Meier in its piecewise form (core/domain/hazard_table.h), held by the exponential one where nobody has
// waited yet.
#pragma once

#include "core/domain/hall.h"
#include "core/domain/staffing_model.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <optional>
#include <vector>

namespace nextplease {

struct HistoryQuestion {
    LocalDate from; // local days, both included
    LocalDate to;
    int weekday = 1; // of the day to come, ISO
    std::vector<OpenSpan> open; // its opening hours
    Seconds step { 1800 };
    std::optional<Seconds> limit {}; // none: each service's own
    // Desks that the reception does not have yet, which would serve everything.
    int further_desks = 0;
};

// What the model rests on.
struct HistoryBasis {
    LocalDate from; // as asked
    LocalDate to;
    int days = 0; // of that weekday, with visitors
    int all_days = 0; // of all weekdays
    std::int64_t visitors = 0; // of that weekday, in the opening hours
    std::int64_t outside = 0; // of that weekday, at other times: not planned for
    std::int64_t served = 0; // of all days: durations at desks that are drawn from
    std::int64_t left = 0; // of all days: visitors who gave up
    bool desk_states_told = false; // whether the log tells of pauses
    bool own_shape = true; // the weekday's own; else that of all days, because there are too few
};

struct ModelOfHistory {
    StaffingModel model;
    HistoryBasis basis;
};

// Where the history has no such weekday, nobody is expected in the model: see set_forecast. Days on which
// kiosk.conf has other hours than the weekday's are left out.
ModelOfHistory model_of_history(
    Store& store, const Configuration& configuration, const HistoryQuestion& question);

} // namespace nextplease
