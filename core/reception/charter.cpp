#include "core/reception/charter.h"

#include "core/reception/feedback_report.h"
#include "core/reception/standard_report.h"
#include "core/reception/wait_report.h"

#include <algorithm>

namespace nextplease {
namespace {

// A share this far below its goal, in hundredths, is just below it.
constexpr double kNearPercent = 5;

std::optional<Pace> verdict_of(const std::optional<double>& share, const std::optional<double>& goal_percent)
{
    if (!share || !goal_percent)
        return std::nullopt;
    constexpr double kPercent = 100;
    constexpr double kRounding = 1e-9; // 0.95 is not quite 95 / 100
    const double below = *goal_percent - *share * kPercent;
    if (below <= kRounding)
        return Pace::InTime;
    return below <= kNearPercent + kRounding ? Pace::Near : Pace::Past;
}

} // namespace

namespace {

// The standards by which lines are counted, each asked once.
std::vector<StandardAnswer> counted_answers(
    Store& store, const Configuration& configuration, const CharterFigures& period, Instant now)
{
    Configuration asked = configuration;
    std::erase_if(asked.standards, [&](const Standard& standard) {
        return std::none_of(configuration.charter.begin(), configuration.charter.end(),
            [&](const CharterLine& line) { return line.counted == standard.id; });
    });
    if (asked.standards.empty())
        return {};
    return standard_report(store, asked, { period.first, period.last }, now).answers;
}

} // namespace

std::optional<double> CharterResult::share() const
{
    if (of == 0)
        return std::nullopt;
    return static_cast<double>(within) / static_cast<double>(of);
}

CharterFigures charter_figures(Store& store, const Configuration& configuration, LocalDate today, Instant now)
{
    const std::chrono::year_month month =
        std::chrono::year_month { today.year(), today.month() } - std::chrono::months { 1 };
    CharterFigures figures;
    figures.first = month / std::chrono::day { 1 };
    figures.last = LocalDate { month / std::chrono::last };
    const std::vector<StandardAnswer> answers = counted_answers(store, configuration, figures, now);
    for (const CharterLine& line : configuration.charter) {
        CharterResult result;
        result.line = line;
        if (line.standard == CharterLine::Standard::Visit) {
            WaitQuestion question { figures.first, figures.last };
            question.limit = line.limit;
            const WaitFigures waits = wait_report(store, configuration, question, now).total.figures;
            result.within = waits.within;
            result.of = waits.seen;
        } else if (line.standard == CharterLine::Standard::Satisfaction) {
            const Satisfaction given =
                satisfaction_report(store, configuration, { figures.first, figures.last }).total.figures;
            result.within = given.satisfied;
            result.of = given.visits;
        } else if (line.standard == CharterLine::Standard::Counted) {
            const auto answer = std::find_if(answers.begin(), answers.end(),
                [&](const StandardAnswer& one) { return one.standard.id == line.counted; });
            result.within = answer == answers.end() ? 0 : answer->total.within;
            result.of = answer == answers.end() ? 0 : answer->total.decided();
        }
        result.verdict = verdict_of(result.share(), line.goal_percent);
        figures.lines.push_back(std::move(result));
    }
    return figures;
}

} // namespace nextplease
