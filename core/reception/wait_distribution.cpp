#include "core/reception/wait_distribution.h"

#include <algorithm>
#include <array>

namespace nextplease {
namespace {

constexpr std::array<Minutes, 7> kWidths { Minutes { 1 }, Minutes { 2 }, Minutes { 5 }, Minutes { 10 },
    Minutes { 15 }, Minutes { 30 }, Minutes { 60 } };
constexpr std::int64_t kMostSteps = 40;
constexpr std::int64_t kFewestSteps = 10;

} // namespace

WaitDistribution wait_distribution(Store& store, const Configuration& configuration, const WaitReport& report)
{
    const WaitFigures& figures = report.total.figures;
    const Seconds limit = report.total.limit.value_or(configuration.limit);
    const Seconds p90 { figures.wait.p90_seconds };
    // Twice as far as most people waited, but not past the longest wait.
    const Seconds reach =
        std::max({ std::min(2 * std::max(p90, limit), Seconds { figures.wait.max_seconds }), p90, limit });
    WaitDistribution made;
    const auto width = std::find_if(
        kWidths.begin(), kWidths.end(), [&](Minutes one) { return reach / Seconds { one } < kMostSteps; });
    made.width = width == kWidths.end() ? Seconds { kWidths.back() } : Seconds { *width };
    const std::int64_t steps = std::clamp(reach / made.width + 1, kFewestSteps, kMostSteps);
    made.counts.assign(static_cast<std::size_t>(steps), 0);
    const std::size_t last = made.counts.size() - 1;
    store.scan(configuration.zone.days(report.question.from, report.question.to), [&](const VisitRow& row) {
        if (!row.seen)
            return;
        const Seconds wait = std::max(*row.seen - row.arrived - row.held, Seconds { 0 });
        ++made.counts[std::min(static_cast<std::size_t>(wait / made.width), last)];
    });
    return made;
}

} // namespace nextplease
