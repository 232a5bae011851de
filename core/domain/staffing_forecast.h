// What is to be expected of a rota: for each step and for the day, who comes and what share is seen in time,
// with its uncertainty. Plain values, for tables and charts.
//
// The days that are played are not those on which the rota was found, so that it is not praised for its luck.
// `expected` is pooled over all of them. A day's and a month's range hold 95 of 100 days or months as they
// were played: the luck of arrivals and durations, busy and quiet days, and what the history leaves uncertain
// of how many come. What nobody foresaw is in none of them.
#pragma once

#include "core/domain/rehearsal.h"
#include "core/domain/staffing_goal.h"
#include "core/domain/staffing_search.h"

#include <optional>
#include <vector>

namespace nextplease {

struct ShareRange {
    double low = 0;
    double high = 1;
};

struct StretchForecast {
    OpenSpan time; // of day
    double visitors = 0; // expected, as what follows
    double counted = 0; // of them: the share's denominator
    double expected = 1; // share seen in time
    double error = 0; // its standard error, from so many played days; not of the model
    ShareRange month; // the share over a month of such days
    ShareRange day; // the share of one day
    double share_left = 0; // of the visitors: gave up
    double not_seen = 0; // of the visitors: gave up, did not come when called, or were never called
    double mean_waited_seconds = 0; // of all visitors, seen or not: StepCount::waited
    int desks = 0; // open; of a day: the most
};

struct RotaForecast {
    std::vector<StretchForecast> steps;
    StretchForecast whole;
    double days_at_goal = 0; // share of days on which the goal was reached
    double desk_hours = 0;
    int days = 0; // that were played
};

// nullopt if it was told to stop. REQUIRES: days are whole months (kDaysOfMonth), at least two.
std::optional<RotaForecast> forecast_of(const StaffingModel& model, const std::vector<DrawnDay>& days,
    const Rota& rota, CountingRule rule, double goal, const Progress& progress);

} // namespace nextplease
