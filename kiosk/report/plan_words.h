// What is said of a day's plan: the same on the terminal, in documents and on the manager's screen.
#pragma once

#include "core/reception/planning.h"
#include "kiosk/report/figure_words.h"

namespace nextplease::report {

// "93.4 to 99.0", of 100 as core/base/percent.h has it
std::string range_words(const ShareRange& share, const Words& words);
// "Monday 16 March", or the weekday alone.
std::string plan_day(const StaffingPlan& plan, const Words& words);
// "Desks for Monday, so that 95 of 100 visitors are seen within 15 minutes"
std::string plan_title(const StaffingPlan& plan, const Words& words);
// What it rests on.
std::string plan_basis(const StaffingPlan& plan, const Words& words);
// "+1.2", "−0.4": points between two shares.
std::string change_words(double difference, const Words& words);
// Whether its desks are enough, else how many would be; and what to expect of it.
std::string plan_expectation(const StaffingPlan& plan, const Words& words);
// "09:00-14:00, 15:00-17:00"
std::string desk_hours_words(const DeskHours& desk);
// The desk's name; "one more desk" where the reception does not have it yet.
std::string desk_words(const DeskHours& desk, const Words& words, const Configuration& configuration);
// Each figure as programs call it, or as the head of its column does.
enum class FigureNames { Keys, Heads };
Definitions plan_definitions(const StaffingPlan& plan, FigureNames names, const Words& words);

} // namespace nextplease::report
