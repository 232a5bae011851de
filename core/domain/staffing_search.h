// How many desks, and which, for which hours: the smallest rota found with which enough are seen in time.
//
// The search starts from the formulas' guess for each step (core/domain/erlang.h), opens desks where the goal
// is missed, each time the one that helps most, and then closes what is not needed: the rota that it returns
// has no step of any desk that could be left out. All rotas are judged on the same days. Pure.
//
// Where not even all desks reach the goal in an hour, none of them closes in it, for a share that is missed
// anyway says nothing of what one desk fewer does to those who wait. The hours before it keep so many that
// nobody in it waits longer, and the day's share stays as good as all desks make it.
//
// Desks that the reception does not have yet are opened only for what its own cannot give.
#pragma once

#include "core/domain/rehearsal.h"
#include "core/domain/staffing_goal.h"

#include <functional>
#include <optional>
#include <vector>

namespace nextplease {

struct StaffingBounds {
    int most_desks = 1; // open at once
    std::size_t shortest_stay = 1; // steps; no desk is open for less, but where the reception itself is
};

enum class GoOn { Yes, Stop };
// Told how much is done, from 0 to 1 and never less than before; answers whether to go on.
using Progress = std::function<GoOn(double done)>;

struct FoundRota {
    Rota rota;
    // Whether the goal is reached on the days that were played. Where not, all desks together do not reach
    // it, and the rota is one that comes as near as they do.
    bool reached = false;
};

struct StaffingQuestion {
    const StaffingModel& model; // must outlive the search
    const std::vector<DrawnDay>& days; // the same
    CountingRule rule {};
    StaffingGoal goal {};
    StaffingBounds bounds {};
};

// nullopt if it was told to stop. REQUIRES: days; most_desks from 1 to the model's desks.
std::optional<FoundRota> find_rota(const StaffingQuestion& question, const Progress& progress);

// The fewest desks, from `fewest` to the question's most, with which the goal is reached if all of them are
// open all day; nullopt where there are none, or it was told to stop. REQUIRES: as find_rota.
std::optional<int> enough_desks(const StaffingQuestion& question, int fewest, const Progress& progress);

// In which order desks open: the one that serves most first, then always the one whose services lack desks
// most. Those that the reception does not have yet come after all others.
std::vector<std::size_t> opening_order(const StaffingModel& model);

// By step, the desks that Erlang's formulas ask for; none where `most` are not enough.
std::vector<std::optional<int>> desks_by_formula(const StaffingModel& model, double goal, int most);

// Something that could be left out of a rota: one step of a desk, or a whole stay that is as short as may be.
struct Closing {
    std::size_t desk = 0;
    Stay steps;
    friend bool operator==(const Closing&, const Closing&) = default;
};
// All that leave no stay too short: of each stay the last step first.
std::vector<Closing> closings_of(
    const Rota& rota, const std::vector<OpenSpan>& steps, const StaffingBounds& bounds);
// nullopt where that is closed already, or a stay would become too short.
std::optional<Rota> without(const Rota& rota, const Closing& closing, const std::vector<OpenSpan>& steps,
    const StaffingBounds& bounds);

} // namespace nextplease
