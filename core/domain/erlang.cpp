#include "core/domain/erlang.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace {

// ln of 1 + a/(m+h) + a^2/((m+h)(m+2h)) + ...: what waiting adds to the chance of all desks busy, with
// arrivals `a`, ends of service `m` and impatience `h`, all by the second. It is the incomplete gamma
// function in the form that neither cancels nor runs out of range: a library's regularised one is zero where
// service is fast against patience.
double log_of_sum(double a, double m, double h)
{
    constexpr double kLarge = 1e250;
    constexpr double kNegligible = 1e-17;
    double term = 1;
    double sum = 1;
    double log_scale = 0;
    for (double j = 1;; ++j) {
        const double ratio = a / (m + j * h);
        term *= ratio;
        sum += term;
        if (ratio < 1 && term / (1 - ratio) < kNegligible * sum)
            return log_scale + std::log(sum);
        if (sum > kLarge) {
            log_scale += std::log(sum);
            term /= sum;
            sum = 1;
        }
    }
}

} // namespace

double erlang_b(int desks, double load)
{
    double blocked = 1;
    for (int n = 1; n <= desks; ++n)
        blocked = load * blocked / (n + load * blocked);
    return blocked;
}

QueueInBalance::QueueInBalance(const ConstantQueue& queue)
    : queue_(queue)
{
    const double blocked = erlang_b(queue.desks, queue.load());
    if (!queue.mean_patience) {
        const double used = queue.load() / queue.desks;
        balanced_ = used < 1;
        waiting_ = balanced_ ? blocked / (1 - used * (1 - blocked)) : 1;
        return;
    }
    // In units of the chance of all busy and nobody waiting: fewer busy come to 1/B - 1, more waiting to the
    // sum.
    const double busy = queue.desks / queue.mean_service;
    const double log_sum = log_of_sum(queue.arrivals_a_second, busy, 1 / *queue.mean_patience);
    const double log_fewer = std::log1p(-blocked) - std::log(blocked);
    const double log_all =
        std::max(log_sum, log_fewer) + std::log1p(std::exp(-std::abs(log_sum - log_fewer)));
    log_busy_ = -log_all;
    waiting_ = std::exp(log_sum - log_all);
    leaving_ = share_leaving_after(0);
}

// The wait of somebody with endless patience has the density busy p exp(a(1 - e^-ht)/h - busy t), with p the
// chance of all busy and nobody waiting. With `ends` = busy this is its integral from `time` on; with ends =
// busy + h that of its product with e^-ht, the chance to have the patience. Both go back to the sum, with the
// arrivals thinned by e^-ht.
double QueueInBalance::beyond(double time, double ends) const
{
    const double impatience = 1 / *queue_.mean_patience;
    const double arrivals = queue_.arrivals_a_second;
    const double busy = queue_.desks / queue_.mean_service;
    const double thinned = arrivals * std::exp(-impatience * time);
    const double log_until = -arrivals * std::expm1(-impatience * time) / impatience - ends * time;
    return std::exp(log_busy_ + std::log(busy / ends) + log_until + log_of_sum(thinned, ends, impatience));
}

double QueueInBalance::share_seen_by(double time) const
{
    if (queue_.mean_patience) {
        const double later = beyond(time, queue_.desks / queue_.mean_service + 1 / *queue_.mean_patience);
        return std::clamp(1 - leaving_ - later, 0.0, 1.0);
    }
    const double spare = queue_.desks / queue_.mean_service - queue_.arrivals_a_second;
    return balanced_ ? 1 - waiting_ * std::exp(-spare * time) : 0;
}

double QueueInBalance::share_leaving_after(double time) const
{
    if (!queue_.mean_patience)
        return 0;
    const double busy = queue_.desks / queue_.mean_service;
    const double impatience = 1 / *queue_.mean_patience;
    const double patient_so_far = std::exp(-impatience * time) * beyond(time, busy);
    return std::clamp(patient_so_far - beyond(time, busy + impatience), 0.0, 1.0);
}

double QueueInBalance::share_of_seen_by(double time) const
{
    return leaving_ < 1 ? share_seen_by(time) / (1 - leaving_) : 0;
}

std::optional<double> QueueInBalance::mean_wait() const
{
    if (queue_.mean_patience) // who give up a second = impatience x those who wait; and Little's law
        return leaving_ * *queue_.mean_patience;
    if (!balanced_)
        return std::nullopt;
    return waiting_ / (queue_.desks / queue_.mean_service - queue_.arrivals_a_second);
}

std::optional<int> desks_needed(ConstantQueue queue, double limit, double goal, int at_most)
{
    for (queue.desks = 1; queue.desks <= at_most; ++queue.desks) {
        const QueueInBalance balance(queue);
        const double within = balance.share_seen_by(limit);
        const double counted = 1 - balance.share_leaving() + balance.share_leaving_after(limit);
        if (within >= goal * counted)
            return queue.desks;
    }
    return std::nullopt;
}

} // namespace nextplease
