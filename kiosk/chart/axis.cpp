#include "kiosk/chart/axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::chart {
namespace {

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kInHours = 4 * kHour; // an axis as long as this is said in hours
constexpr double kInSeconds = 2 * kMinute; // and one as short as this in minutes and seconds

constexpr std::array kTimeSteps { 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, kMinute, 2 * kMinute, 5 * kMinute,
    10 * kMinute, 15 * kMinute, 30 * kMinute, kHour, 2 * kHour, 3 * kHour, 4 * kHour, 6 * kHour, 12 * kHour,
    24 * kHour };

// The nearest of 1, 2, 5 and 10 times a power of ten.
double nice_number(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    const double part = value / power;
    const double nice = part < 1.5 ? 1 : part < 3 ? 2 : part < 7 ? 5 : 10;
    return nice * power;
}

double nice_step(double span, Unit unit, int ticks)
{
    const double rough = span / std::max(1, ticks);
    if (unit == Unit::Duration || unit == Unit::TimeOfDay) {
        const auto at = std::find_if(kTimeSteps.begin(), kTimeSteps.end(),
            [&](double step) { return step >= rough * 0.8; }); // a little more ticks than asked for will do
        return at == kTimeSteps.end() ? nice_number(rough / kTimeSteps.back()) * kTimeSteps.back() : *at;
    }
    const double step = nice_number(rough);
    return unit == Unit::Number ? std::max(1.0, step) : step;
}

} // namespace

std::vector<double> Axis::ticks() const
{
    std::vector<double> all;
    const auto count = static_cast<int>(std::lround((to - from) / step));
    all.reserve(static_cast<std::size_t>(count) + 1);
    for (int i = 0; i <= count; ++i)
        all.push_back(from + i * step);
    return all;
}

Axis nice_axis(double low, double high, Unit unit, int ticks)
{
    if (high <= low) {
        const double around = unit == Unit::Duration || unit == Unit::TimeOfDay ? kMinute : 1;
        low = low >= around || low < 0 ? low - around : 0;
        high += around;
    }
    const double step = nice_step(high - low, unit, ticks);
    constexpr double kAlmost = 1e-9; // a value on a tick needs no further one
    Axis axis { std::floor(low / step + kAlmost) * step, std::ceil(high / step - kAlmost) * step, step };
    if (unit == Unit::Percent) {
        axis.from = std::max(0.0, axis.from);
        if (axis.to > 100)
            axis.to = 100;
        // From where it begins to 100 in whole steps.
        if (const double rest = std::fmod(axis.to - axis.from, step); rest > kAlmost && step - rest > kAlmost)
            axis.from = std::max(0.0, axis.from - (step - rest));
    }
    if (axis.to <= axis.from)
        axis.from = axis.to - step;
    return axis;
}

std::string tick_words(double value, const Axis& axis, Unit unit)
{
    const auto whole = static_cast<std::int64_t>(std::llround(value));
    switch (unit) {
    case Unit::Percent:
        return axis.step < 1 ? fmt::format("{:.1f} %", value) : fmt::format("{} %", whole);
    case Unit::TimeOfDay:
        return fmt::format("{:02}:{:02}", whole / 3600, whole / 60 % 60);
    case Unit::Duration:
        if (axis.to >= kInHours)
            return fmt::format("{}:{:02}", whole / 3600, whole / 60 % 60);
        if (axis.to < kInSeconds || axis.step < kMinute)
            return fmt::format("{}:{:02}", whole / 60, whole % 60);
        return std::to_string(whole / 60);
    case Unit::Number:
        break;
    }
    return std::to_string(whole);
}

} // namespace nextplease::chart
