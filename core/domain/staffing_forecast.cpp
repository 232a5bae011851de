#include "core/domain/staffing_forecast.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace {

constexpr double kRange = 0.95; // of days or months

double share_of(const StepCount& count)
{
    return static_cast<double>(count.within) / count.counted;
}

// Nearest rank: the values between which so many of all lie. [0, 1] where there are none.
ShareRange range_of(std::vector<double>& shares)
{
    if (shares.empty())
        return {};
    std::sort(shares.begin(), shares.end());
    const auto all = static_cast<double>(shares.size());
    const auto below = static_cast<std::size_t>(std::floor(all * (1 - kRange) / 2));
    return { shares[below], shares[shares.size() - 1 - below] };
}

// Gathers the counts of one stretch, day after day.
class Gathering {
public:
    void add(const StepCount& day)
    {
        all_ += day;
        month_ += day;
        pooled_.add(day.within, day.counted);
        if (day.counted > 0)
            days_.push_back(share_of(day));
        if (pooled_.days() % kDaysOfMonth != 0)
            return;
        if (month_.counted > 0)
            months_.push_back(share_of(month_));
        month_ = {};
    }

    StretchForecast forecast(OpenSpan time)
    {
        StretchForecast forecast;
        const double days = std::max(pooled_.days(), 1);
        forecast.time = time;
        forecast.visitors = all_.visitors / days;
        forecast.counted = all_.counted / days;
        forecast.expected = pooled_.share();
        forecast.error = pooled_.error();
        forecast.month = range_of(months_);
        forecast.day = range_of(days_);
        forecast.not_seen = (all_.visitors - all_.seen) / days;
        if (all_.visitors > 0) {
            forecast.share_left = static_cast<double>(all_.left) / all_.visitors;
            forecast.mean_waited_seconds = static_cast<double>(all_.waited) / all_.visitors;
        }
        return forecast;
    }

private:
    StepCount all_;
    StepCount month_;
    PooledShare pooled_;
    std::vector<double> days_;
    std::vector<double> months_;
};

} // namespace

std::optional<RotaForecast> forecast_of(const StaffingModel& model, const std::vector<DrawnDay>& days,
    const Rota& rota, CountingRule rule, double goal, const Progress& progress)
{
    constexpr std::size_t kBatch = 40;
    Rehearsal rehearsal(model, rule);
    std::vector<Gathering> steps(model.steps.size());
    Gathering whole;
    int at_goal = 0;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (day % kBatch == 0
            && progress(static_cast<double>(day) / static_cast<double>(days.size())) == GoOn::Stop)
            return std::nullopt;
        const std::vector<StepCount>& counts = rehearsal.play(days[day], rota);
        StepCount all;
        for (std::size_t step = 0; step < counts.size(); ++step) {
            steps[step].add(counts[step]);
            all += counts[step];
        }
        whole.add(all);
        at_goal += all.counted == 0 || share_of(all) >= goal ? 1 : 0;
    }
    RotaForecast forecast;
    forecast.days = static_cast<int>(days.size());
    forecast.days_at_goal = at_goal / std::max(static_cast<double>(days.size()), 1.0);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        const OpenSpan& time = model.steps[step].time;
        forecast.steps.push_back(steps[step].forecast(time));
        forecast.steps.back().desks = rota.desks_open(step);
        forecast.desk_hours +=
            rota.desks_open(step) * static_cast<double>((time.to - time.from).count()) / 3600;
        forecast.whole.desks = std::max(forecast.whole.desks, forecast.steps.back().desks);
    }
    const int most = forecast.whole.desks;
    if (!model.steps.empty())
        forecast.whole = whole.forecast({ model.steps.front().time.from, model.steps.back().time.to });
    forecast.whole.desks = most;
    return forecast;
}

} // namespace nextplease
