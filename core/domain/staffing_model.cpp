#include "core/domain/staffing_model.h"

#include "core/domain/random.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace {

// Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. Mean 1; REQUIRES: spread > 0.
double gamma_around_one(double spread, Random& random)
{
    const double shape = 1 / (spread * spread);
    const double d = shape + (shape < 1 ? 1 : 0) - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    while (true) {
        const double x = random.normal();
        const double v = std::pow(1 + c * x, 3);
        if (v <= 0 || std::log(random.uniform()) >= x * x / 2 + d - d * v + d * std::log(v))
            continue;
        const double boost = shape < 1 ? std::pow(random.uniform(), 1 / shape) : 1;
        return d * v * boost / shape;
    }
}

std::int32_t drawn(const std::optional<HazardTable>& table, Random& random)
{
    return table ? static_cast<std::int32_t>(std::lround(std::min(table->draw(random), table->last_knot())))
                 : 0;
}

class DayDrawing {
public:
    DayDrawing(const StaffingModel& model, std::uint64_t seed)
        : model_(model)
        , random_(seed)
    {
    }

    DrawnDay draw(double level)
    {
        const double load =
            level * (model_.load_spread > 0 ? gamma_around_one(model_.load_spread, random_) : 1);
        for (std::size_t step = 0; step < model_.steps.size(); ++step)
            come(step, load);
        day_.came = day_.visitors.size();
        for (std::size_t i = 0; i < day_.visitors.size(); ++i)
            go_on(i);
        return std::move(day_);
    }

private:
    void come(std::size_t number, double load)
    {
        const PlannedStep& step = model_.steps[number];
        if (step.visitors * load <= 0)
            return;
        const auto length = static_cast<double>((step.time.to - step.time.from).count());
        const double mean_interval = length / (step.visitors * load);
        for (double at = random_.exponential(mean_interval); at < length;
             at += random_.exponential(mean_interval)) {
            const Coming& coming = step.coming[random_.index(step.coming.size())];
            DrawnVisitor visitor;
            visitor.arrived =
                static_cast<std::int32_t>(step.time.from.count() + static_cast<std::int64_t>(at));
            visitor.key = visitor.arrived - coming.ahead;
            visitor.service = coming.service;
            visitor.step = static_cast<std::int16_t>(number);
            visitor.patience_ends = patience_end(visitor.arrived);
            add(visitor);
        }
    }

    std::int32_t patience_end(std::int32_t arrived)
    {
        if (!model_.patience)
            return kEndlessPatience;
        const double patience = model_.patience->draw(random_);
        return patience == kNever ? kEndlessPatience
                                  : arrived + static_cast<std::int32_t>(std::lround(patience));
    }

    void add(DrawnVisitor visitor)
    {
        const auto& handlings = model_.services[static_cast<std::size_t>(visitor.service)].handlings;
        visitor.handling = handlings[random_.index(handlings.size())];
        visitor.gap = drawn(random_.chance(model_.pause_chance) ? model_.pause : model_.turnaround, random_);
        day_.visitors.push_back(visitor);
    }

    // The stay to which the visitor is sent on, with the place in the queue that it has.
    void go_on(std::size_t number)
    {
        const DrawnVisitor before = day_.visitors[number];
        if (before.handling.next < 0)
            return;
        DrawnVisitor after;
        after.arrived = before.arrived;
        after.key = before.key;
        after.patience_ends = kEndlessPatience;
        after.service = before.handling.next;
        after.step = before.step;
        day_.visitors[number].next = static_cast<std::int32_t>(day_.visitors.size());
        add(after);
    }

    const StaffingModel& model_;
    Random random_;
    DrawnDay day_;
};

} // namespace

std::vector<OpenSpan> StaffingModel::times() const
{
    std::vector<OpenSpan> times;
    times.reserve(steps.size());
    for (const PlannedStep& step : steps)
        times.push_back(step.time);
    return times;
}

double StaffingModel::visitors() const
{
    double all = 0;
    for (const PlannedStep& step : steps)
        all += step.visitors;
    return all;
}

double StaffingModel::mean_at_desk(std::size_t service) const
{
    const auto& handlings = services[service].handlings;
    double sum = 0;
    for (const Handling& one : handlings)
        sum += one.at_desk;
    return handlings.empty() ? 0 : sum / static_cast<double>(handlings.size());
}

double StaffingModel::mean_gap() const
{
    constexpr int kDraws = 2000;
    Random random(1);
    double sum = 0;
    for (int i = 0; i < kDraws; ++i)
        sum += drawn(random.chance(pause_chance) ? pause : turnaround, random);
    return sum / kDraws;
}

std::vector<DrawnDay> draw_days(const StaffingModel& model, int count, std::uint64_t seed)
{
    constexpr double kLowestLevel = 0.2;
    std::vector<DrawnDay> days;
    days.reserve(static_cast<std::size_t>(count));
    for (int day = 0; day < count; ++day) {
        const auto month = static_cast<std::uint64_t>(day / kDaysOfMonth);
        Random of_month(mixed(seed) ^ mixed(month * 7919 + 3));
        const double level = std::max(1 + model.level_error * of_month.normal(), kLowestLevel);
        const std::uint64_t of_day = mixed(seed) + static_cast<std::uint64_t>(day) * 104729;
        days.push_back(DayDrawing(model, of_day).draw(level));
    }
    return days;
}

} // namespace nextplease
