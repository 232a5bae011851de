// The wait estimate as a whole: it is told every event in turn, learns from it, and at any moment says when
// those who wait will be called. Pure: no clock, no store, no chance but its own seeded one, so that the same
// events give the same estimates to the bit. Hall (who is where), Lessons (what was learnt), LookAhead (the
// forecast) and Calibration (the honest range) do the work; start reading at look_ahead.h.
#pragma once

#include "core/domain/calibration.h"
#include "core/domain/hall.h"
#include "core/domain/lessons.h"
#include "core/domain/look_ahead.h"
#include "core/domain/rivals.h"

#include <unordered_map>
#include <vector>

namespace nextplease {

// What can be said to somebody who waits, or who would take a ticket now.
struct WaitForecast {
    Range range; // seconds until the call; calibrated
    Forecast raw; // before calibration
    int ahead = 0; // of the same service
    // Whether there is a number to say: no desk that may serve it is open or planned, or too many of the
    // replicates end without a call.
    bool known = false;
};

// Everything at one moment.
struct HallForecast {
    std::vector<std::pair<VisitId, WaitForecast>> waiting; // in queue order
    std::vector<WaitForecast> newcomers; // by service number: an ordinary visitor who would take a ticket now
};

class WaitForecaster {
public:
    WaitForecaster(const Office& office, DeskStates desk_states);

    Hall& hall() { return hall_; }
    const Hall& hall() const { return hall_; }
    const Lessons& lessons() const { return lessons_; }

    // Appointments that are booked for today and have not come; as they are known now.
    void expect(std::vector<Expected> expected) { expected_ = std::move(expected); }

    void begin_day(const DayPlan& plan);
    // Learns from the event; where it is a call, also from what was said to that visitor.
    // REQUIRES: events come in the order in which they happened.
    const Taught& observe(const HallEvent& event);

    // What was said to a visitor who waits, so that the outcome can be learnt from. `leg` is that of the
    // event with which it joined.
    void remember(VisitId visit, int leg, Instant at, Stated said, const Range& range);

    // REQUIRES: the visit waits. `repetition` sets estimates of one visit apart.
    WaitForecast for_visit(VisitId visit, Instant now, Stated said, int repetition = 0);
    WaitForecast for_newcomer(int service, int priority, Instant now);
    HallForecast for_all(Instant now);
    RivalEstimates rivals(VisitId visit, Instant now) const;

private:
    struct Promise {
        int leg;
        Instant at;
        Stated said;
        Range range;
    };

    void keep_or_break_promises(const HallEvent& event, const Taught::Departure& departed);
    WaitForecast finished(
        const Forecast& forecast, const Waiter& waiter, const Calibration& calibration) const;

    Hall hall_;
    Lessons lessons_;
    Rivals rivals_;
    LookAhead look_ahead_;
    Calibration with_ticket_;
    Calibration while_waiting_;
    std::vector<Expected> expected_;
    std::unordered_map<VisitId, std::vector<Promise>> promises_;
};

} // namespace nextplease
