#include "kiosk/sound/chime.h"

#include <cmath>
#include <numbers>

namespace nextplease::sound {
namespace {

constexpr double kLevel = -20; // RMS, dBFS: accessibility asks for -23 to -16 and no more than speech + 3
constexpr double kTone = 0.35; // seconds

// A struck tone that fades; `from` is where in `samples` it begins.
void add_tone(std::vector<double>& samples, double hertz, double from)
{
    const auto first = static_cast<std::size_t>(from * kRate);
    for (std::size_t i = first; i < samples.size(); ++i) {
        const double time = static_cast<double>(i - first) / kRate;
        const double attack = std::min(1.0, time / 0.012);
        const double fade = std::exp(-time * 3.5);
        samples[i] += attack * fade * std::sin(2 * std::numbers::pi * hertz * time);
    }
}

} // namespace

Pcm chime()
{
    constexpr double kHigh = 784, kLow = 587; // g2, d2: most people with hearing loss still hear these
    std::vector<double> samples(static_cast<std::size_t>(3 * kTone * kRate));
    add_tone(samples, kHigh, 0);
    add_tone(samples, kLow, kTone);
    const std::size_t end = samples.size(), fade = kRate / 20;
    for (std::size_t i = 0; i < fade; ++i)
        samples[end - 1 - i] *= static_cast<double>(i) / static_cast<double>(fade);
    Pcm pcm;
    pcm.samples.reserve(end);
    for (const double sample : samples)
        pcm.samples.push_back(static_cast<std::int16_t>(sample * 8'000));
    amplify(pcm, kLevel - rms_dbfs(pcm.samples));
    return pcm;
}

} // namespace nextplease::sound
