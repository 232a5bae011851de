#include "core/domain/lessons.h"

#include <array>
#include <cmath>

namespace nextplease {
namespace {

// Knots in seconds: close together where most events fall.
constexpr std::array<double, 22> kTurnaroundKnots { 0, 2, 4, 6, 8, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240,
    300, 420, 600, 900, 1200, 1800, 2700 };
constexpr std::array<double, 15> kPauseKnots { 0, 60, 120, 240, 360, 480, 600, 720, 900, 1200, 1800, 2400,
    3000, 3600, 5400 };
constexpr std::array<double, 16> kPatienceKnots { 0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420,
    600, 900 };

constexpr double kTurnaroundPriorEvents = 10;
constexpr double kPausePriorEvents = 3;
constexpr double kPatiencePriorEvents = 10;
constexpr int kDaysUntilHalf = 60;

// Mostly within a minute; sometimes after an errand, or away for long where it is not told that it is away.
double turnaround_guess(double t)
{
    return 0.85 * std::exp(-t / 20) + 0.15 * std::exp(-t / 300);
}
double untold_turnaround_guess(double t)
{
    return 0.85 * std::exp(-t / 20) + 0.15 * std::exp(-t / 1800);
}

double quarter_hour_guess(double t)
{
    return std::exp(-t / 900);
}

} // namespace

Lessons::Lessons(DeskStates desk_states)
    : turnaround_(kTurnaroundKnots,
        desk_states == DeskStates::Told ? &turnaround_guess : &untold_turnaround_guess,
        kTurnaroundPriorEvents)
    , pause_(kPauseKnots, &quarter_hour_guess, kPausePriorEvents)
    , patience_(kPatienceKnots, &quarter_hour_guess, kPatiencePriorEvents)
{
}

void Lessons::grow(const std::vector<Service>& services)
{
    while (services_.size() < services.size())
        services_.emplace_back(static_cast<double>(Seconds(services[services_.size()].usual).count()));
}

void Lessons::learn(const Taught& taught, const std::vector<Service>& services)
{
    using How = Taught::Departure::How;
    grow(services);
    if (taught.served)
        services_[static_cast<std::size_t>(taught.served->service)].add(taught.served->duration);
    if (taught.departed && taught.departed->wait() > 0) {
        const bool left = taught.departed->how == How::Left;
        patience_.add(taught.departed->wait(), left ? Ending::Seen : Ending::CutShort);
        leavers_ += left ? 1 : 0;
    }
    for (const Taught::Spell& spell : taught.turnarounds)
        turnaround_.add(spell.duration, spell.ended ? Ending::Seen : Ending::CutShort);
    for (const Taught::Spell& spell : taught.pauses)
        pause_.add(spell.duration, spell.ended ? Ending::Seen : Ending::CutShort);
    finishes_ += taught.finish ? 1 : 0;
    pauses_ += taught.pause ? 1 : 0;
    settled_ =
        settled_ && taught.turnarounds.empty() && taught.pauses.empty() && !taught.finish && !taught.pause;
}

void Lessons::begin_day()
{
    if (++days_ % kDaysUntilHalf != 0)
        return;
    turnaround_.forget_half();
    pause_.forget_half();
    patience_.forget_half();
    pauses_ /= 2;
    finishes_ /= 2;
    leavers_ /= 2;
    settled_ = false;
}

void Lessons::settle(const std::vector<Service>& services)
{
    grow(services);
    if (settled_)
        return;
    turnaround_quantiles_.fill(turnaround_);
    pause_quantiles_.fill(pause_);
    settled_pause_chance_ = pause_chance();
    settled_ = true;
}

} // namespace nextplease
