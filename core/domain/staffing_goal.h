// Whether the share seen in time reaches the goal, on the whole day and in each of its hours. Pure.
//
// A share is pooled over days, as it is published: all who were seen in time by all who count, never a mean
// of shares. How sure it is, is the ratio estimator's standard error over days (W. G. Cochran, "Sampling
// Techniques", 1977, chapter 6): days scatter more than visitors, because a bad hour is bad for many.
#pragma once

#include "core/domain/rehearsal.h"

#include <vector>

namespace nextplease {

struct StaffingGoal {
    double share = 0.95;
    enum class Each { Hour, Day };
    Each each = Each::Hour; // Hour: of the day as a whole too
};
// The goal counts as reached where the share is so many standard errors above it: 95 % sure, on one side.
inline constexpr double kSure = 1.645;

class PooledShare {
public:
    void add(int within, int counted);
    int days() const { return days_; }
    double counted() const { return counted_; }
    double share() const; // 1 where nobody counted
    double error() const; // standard, of share()
    double surely() const { return share() - kSure * error(); }

private:
    int days_ = 0;
    double within_ = 0;
    double counted_ = 0;
    double within_squared_ = 0;
    double counted_squared_ = 0;
    double product_ = 0;
};

// Stretches of a day whose shares are asked for.
class Stretches {
public:
    Stretches(const std::vector<OpenSpan>& steps, StaffingGoal::Each each);
    std::size_t count() const { return members_.size(); }
    // The steps of one; the last one is the whole day.
    const std::vector<std::size_t>& steps(std::size_t stretch) const { return members_[stretch]; }
    // Adds a day to the shares, one for each stretch.
    void add(const std::vector<StepCount>& day, std::vector<PooledShare>& shares) const;

private:
    std::vector<std::vector<std::size_t>> members_;
};

// The shares over all those days, by stretch.
std::vector<PooledShare> shares_with(
    Rehearsal& rehearsal, const std::vector<DrawnDay>& days, const Rota& rota, const Stretches& stretches);

} // namespace nextplease
