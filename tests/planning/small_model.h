// Models of days that are simple enough to know what must come out.
#pragma once

#include "core/domain/staffing_model.h"

#include <cmath>
#include <string>

namespace nextplease::testing {

inline constexpr std::int32_t kStep = 1800; // seconds

// Equally likely values that lie as an exponential distribution does.
inline std::vector<Handling> exponential_handlings(double mean, int count = 4000)
{
    std::vector<Handling> handlings;
    for (int k = 0; k < count; ++k) {
        const double share = (k + 0.5) / count;
        handlings.push_back(
            { .at_desk = static_cast<std::int32_t>(std::lround(-mean * std::log(1 - share))) });
    }
    return handlings;
}

inline HazardTable exponential_patience(double mean)
{
    constexpr double kKnots[] { 0, 100'000 };
    return HazardTable(
        kKnots, [mean](double t) { return std::exp(-t / mean); }, 1e6);
}

// `hourly`: visitors of each hour from `from` on; one service, desks that serve it, everybody walks at once.
inline StaffingModel one_service(
    const std::vector<double>& hourly, double mean_service, std::size_t desks, int from = 9)
{
    StaffingModel model;
    model.services.push_back({ ServiceCode("A"), Seconds { 600 }, exponential_handlings(mean_service) });
    for (std::size_t step = 0; step < 2 * hourly.size(); ++step) {
        const Seconds begin { from * 3600 + static_cast<std::int64_t>(step) * kStep };
        model.steps.push_back({ { begin, begin + Seconds { kStep } }, hourly[step / 2] / 2, { Coming {} } });
    }
    for (std::size_t desk = 0; desk < desks; ++desk)
        model.desks.push_back({ DeskCode("Desk " + std::to_string(desk + 1)), { 1 } });
    return model;
}

} // namespace nextplease::testing
