// The manager's page of staffing: which day, its plan, and what if something were otherwise. It plans on the
// store's thread, in one job that says how far it is and can be stopped. UI thread.
#pragma once

#include "core/reception/planning.h"
#include "kiosk/app/face.h"
#include "kiosk/manager/view.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nextplease::manager {

class Staffing {
public:
    // All must outlive it. `changed` is called when there is something new to show.
    Staffing(const Configuration& configuration, app::Commands& commands, const Words& words,
        std::function<void()> changed);
    ~Staffing(); // stops what is under way

    // The next open days after that one. Keeps the chosen one where it still is among them.
    void set_today(LocalDate today);
    const std::vector<LocalDate>& days() const { return days_; }
    int chosen_day() const { return chosen_day_; }
    void choose_day(int index); // of days()
    void begin();
    void stop();
    void choose_what_if(int row); // 0: the plan itself

    // Whether it got further since it was last asked.
    bool moved();
    const std::shared_ptr<const StaffingPlan>& plan() const { return plan_; }
    StaffingView view() const;

private:
    struct Work {
        std::atomic<int> percent { 0 };
        std::atomic<bool> stop { false };
    };
    PlanQuestion question() const;
    std::vector<WhatIf> what_ifs() const; // their text as people read it

    const Configuration& configuration_;
    app::Commands& commands_;
    const Words& words_;
    std::function<void()> changed_;
    LocalDate today_ {};
    std::vector<LocalDate> days_;
    int chosen_day_ = 0;
    std::shared_ptr<Work> work_; // under way
    int percent_ = 0; // as it was shown
    std::shared_ptr<const StaffingPlan> plan_;
    int chosen_ = 0;
    std::string said_; // why there is no plan
};

} // namespace nextplease::manager
