// What is said of a day's plan: the same on the terminal, in documents and on the manager's screen.
#pragma once

#include "core/reception/planning.h"
#include "kiosk/report/figure_words.h"

namespace nextplease::report {

// "96"; one that is not quite all is never rounded up to 100.
std::string of_hundred(double share);
// "93 to 99"
std::string range_words(const ShareRange& share, const Words& words);
// "Monday 2026-03-16", or the weekday alone.
std::string plan_day(const StaffingPlan& plan, const Words& words);
// "Desks for Monday, so that 95 of 100 visitors are seen within 15 minutes"
std::string plan_title(const StaffingPlan& plan, const Words& words);
// What it rests on.
std::string plan_basis(const StaffingPlan& plan, const Words& words);
// What to expect of it, and whether the goal is reached.
std::string plan_expectation(const StaffingPlan& plan, const Words& words);
// "09:00-14:00, 15:00-17:00"
std::string desk_hours_words(const DeskHours& desk);
// The desk's name; "one more desk" where the reception does not have it yet.
std::string desk_words(const DeskHours& desk, const Words& words);
Definitions plan_definitions(const StaffingPlan& plan, const Words& words);

} // namespace nextplease::report
