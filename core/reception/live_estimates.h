// The wait estimate of a reception that is open now. It learns from the store's past year when it is first
// asked, then from each new event, and it keeps its promises: what was said to a visitor is recorded in the
// store, and every face, also after a restart, counts down from there.
//
// Belongs to one thread, that of the store it is given: a thread that may take a few milliseconds, not one
// that paints.
#pragma once

#include "core/domain/estimate.h"
#include "core/domain/estimate_record.h"
#include "core/domain/wait_forecaster.h"
#include "core/reception/hall_feed.h"

#include <memory>
#include <optional>
#include <unordered_map>

namespace nextplease {

class LiveEstimates : public WaitEstimator {
public:
    // `configuration` must outlive it.
    explicit LiveEstimates(const Configuration& configuration);

    // Reads what is new in the store, and looks ahead from `now` if something is or half a minute has passed.
    // With the first call and with each new day everything is learnt anew from the past year.
    void catch_up(Store& store, Instant now);

    // Records what is said, in one unit of work: to each visitor who waits and was told nothing yet, and to
    // those for whom the promise has moved. Nothing is written where another process has just done it, or
    // where nothing is due. Returns how many were recorded. REQUIRES: catch_up() for the same moment.
    int record(Store& store, Instant now);

    // As it was promised, counted down to room.now; as it is forecast where nothing was promised yet.
    Estimate for_visit(const Visit& visit, const Room& room) const override;
    Estimate for_newcomer(const ServiceCode& service, const Room& room) const override;

    // The numbers behind the last one: for the command line and tests.
    const WaitForecast* newcomer(const ServiceCode& service) const;
    const HallForecast& forecast() const { return forecast_; }

private:
    void begin(Instant now);
    void expect_appointments(Store& store, Instant now);
    bool said_meanwhile(const std::optional<EstimateRecord>& latest, const EstimateRecord& ours) const;
    std::vector<EstimateRecord> due(Instant now);
    EstimateRecord first_record(VisitId visit, int leg, Instant now);
    std::optional<EstimateRecord> moved_record(
        const EstimateRecord& last, const WaitForecast& fresh, Instant now) const;
    const WaitForecast* forecast_of(VisitId visit) const;
    // The latest that was said in this stay in the queue; nullptr: nothing yet.
    const EstimateRecord* promise_to(VisitId visit, int leg) const;

    const Configuration& configuration_;
    std::unique_ptr<WaitForecaster> forecaster_;
    std::unique_ptr<HallFeed> feed_;
    Instant learnt_from_ {}; // events of this moment or later
    Instant day_begins_ {};
    Instant day_ends_ = Instant::min();
    EstimateId last_estimate_;
    std::unordered_map<VisitId, EstimateRecord> promises_; // the latest of each visit of today
    std::unordered_map<VisitId, int> legs_; // of those who wait
    HallForecast forecast_;
    std::optional<Instant> forecast_at_;
};

} // namespace nextplease
