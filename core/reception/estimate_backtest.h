// Replays the past through the very code that serves visitors: what would have been said to each visitor when
// the ticket was taken, knowing only what had happened by then, against what came.
#pragma once

#include "core/domain/hall.h"
#include "core/reception/configuration.h"
#include "core/reception/estimate_scores.h"
#include "core/store/store.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nextplease {

struct BacktestQuestion {
    // Local days of arrival that are scored, both included; none: all. What came before is learnt from.
    std::optional<LocalDate> from {};
    std::optional<LocalDate> to {};
    // For logs from elsewhere: head starts that kiosk.conf does not have. They replace what it says.
    std::vector<std::pair<PriorityCode, Seconds>> priority_head_starts {};
    std::vector<std::pair<ServiceCode, Seconds>> service_head_starts {};
    // None: told if the log has any desk that opens, pauses or closes.
    std::optional<DeskStates> desk_states {};
};

// One visitor who was called.
struct Prediction {
    std::string ticket; // its number here, or its reference in the log that it came with
    ServiceCode service;
    LocalTime arrived;
    ScoredEstimate scored;
    int ahead = 0;
    bool known = false; // whether a time would have been said
};

struct BacktestReport {
    BacktestQuestion question;
    DeskStates desk_states = DeskStates::Told; // as it was taken
    std::int64_t called = 0; // visitors in the period who were called
    EstimateScores scores; // of those of them who had to wait
};

// Tells each prediction as its visitor is called, in that order.
BacktestReport backtest(Store& store, const Configuration& configuration, const BacktestQuestion& question,
    const std::function<void(const Prediction&)>& tell);

} // namespace nextplease
