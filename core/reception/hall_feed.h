// Leads the wait forecaster through what the store has recorded, event by event in the order in which it
// happened, day by day as kiosk.conf plans them. Restarts, reports on the estimate and backtests all go this
// way, so that each learns exactly the same.
#pragma once

#include "core/domain/estimate_record.h"
#include "core/domain/wait_forecaster.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <functional>
#include <vector>

namespace nextplease {

// When desks shall open and have their breaks on that day, as kiosk.conf has it.
DayPlan day_plan(const Configuration& configuration, LocalDate date);

class HallFeed {
public:
    // Both must outlive it.
    HallFeed(const Configuration& configuration, WaitForecaster& forecaster)
        : configuration_(configuration)
        , forecaster_(forecaster)
    {
    }

    // What was recorded with higher ids than what was read before, of events since `from`, in the order in
    // which it happened.
    std::vector<HallEvent> read(Store& store, Instant from);

    // Begins the day if `at` is in another than the last.
    void reach(Instant at);
    // To the forecaster; begins the day of the event if it is a new one.
    const Taught& observe(const HallEvent& event);

private:
    HallEvent event_of(const EventRow& row);

    const Configuration& configuration_;
    WaitForecaster& forecaster_;
    EventId last_;
    Instant day_ends_ = Instant::min();
};

// Whether the log tells what desks do: whether any desk was opened, paused or closed in it.
DeskStates desk_states_told(const std::vector<HallEvent>& events);

} // namespace nextplease
