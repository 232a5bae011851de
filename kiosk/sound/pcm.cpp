#include "kiosk/sound/pcm.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace nextplease::sound {
namespace {

constexpr double kFull = 32'768;
constexpr double kSilence = -120;

double decibels(double share)
{
    return share <= 0 ? kSilence : std::max(kSilence, 20 * std::log10(share));
}

unsigned byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

unsigned number(std::string_view bytes, std::size_t at, int length)
{
    unsigned value = 0;
    for (int i = length - 1; i >= 0; --i)
        value = value << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
    return value;
}

void put(std::string& bytes, std::uint64_t value, int length)
{
    for (int i = 0; i < length; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::int16_t clipped(double sample)
{
    constexpr double kLeast = std::numeric_limits<std::int16_t>::min();
    constexpr double kMost = std::numeric_limits<std::int16_t>::max();
    return static_cast<std::int16_t>(std::clamp(std::round(sample), kLeast, kMost));
}

struct WavForm {
    unsigned channels = 0, rate = 0;
};

Pcm samples_of(std::string_view bytes, const WavForm& form)
{
    Pcm pcm;
    pcm.rate = static_cast<int>(form.rate);
    const std::size_t frame = 2 * static_cast<std::size_t>(form.channels);
    pcm.samples.reserve(bytes.size() / frame);
    for (std::size_t at = 0; at + frame <= bytes.size(); at += frame) {
        int sum = 0;
        for (unsigned channel = 0; channel < form.channels; ++channel)
            sum += static_cast<std::int16_t>(number(bytes, at + 2 * static_cast<std::size_t>(channel), 2));
        pcm.samples.push_back(static_cast<std::int16_t>(sum / static_cast<int>(form.channels)));
    }
    return pcm;
}

} // namespace

std::chrono::milliseconds duration(const Pcm& pcm)
{
    return std::chrono::milliseconds { static_cast<long>(pcm.samples.size()) * 1000 / pcm.rate };
}

double rms_dbfs(std::span<const std::int16_t> samples)
{
    if (samples.empty())
        return kSilence;
    double sum = 0;
    for (const std::int16_t sample : samples)
        sum += static_cast<double>(sample) * sample;
    return decibels(std::sqrt(sum / static_cast<double>(samples.size())) / kFull);
}

double peak_dbfs(std::span<const std::int16_t> samples)
{
    int peak = 0;
    for (const std::int16_t sample : samples)
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    return decibels(peak / kFull);
}

void amplify(Pcm& pcm, double by)
{
    const double factor = std::pow(10.0, by / 20);
    for (std::int16_t& sample : pcm.samples)
        sample = clipped(sample * factor);
}

Pcm at_rate(const Pcm& pcm, int rate)
{
    if (pcm.rate == rate || pcm.samples.empty())
        return { rate, pcm.samples };
    Pcm made { rate, {} };
    const double step = static_cast<double>(pcm.rate) / rate;
    const auto count = static_cast<std::size_t>(static_cast<double>(pcm.samples.size()) / step);
    made.samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) * step;
        const auto before = std::min(static_cast<std::size_t>(at), pcm.samples.size() - 1);
        const std::size_t after = std::min(before + 1, pcm.samples.size() - 1);
        const double share = at - static_cast<double>(before);
        made.samples.push_back(clipped(pcm.samples[before] * (1 - share) + pcm.samples[after] * share));
    }
    return made;
}

std::optional<Pcm> pcm_of_wav(std::string_view bytes)
{
    if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE")
        return std::nullopt;
    WavForm form;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::string_view name = bytes.substr(at, 4);
        const std::size_t length = std::min<std::size_t>(number(bytes, at + 4, 4), bytes.size() - at - 8);
        if (name == "fmt " && length >= 16) {
            const bool plain = number(bytes, at + 8, 2) == 1 && number(bytes, at + 22, 2) == 16;
            form = { number(bytes, at + 10, 2), number(bytes, at + 12, 4) };
            if (!plain || form.channels < 1 || form.channels > 2 || form.rate < 4'000 || form.rate > 192'000)
                return std::nullopt;
        } else if (name == "data") {
            if (form.channels == 0)
                return std::nullopt;
            return samples_of(bytes.substr(at + 8, length), form);
        }
        at += 8 + length + length % 2;
    }
    return std::nullopt;
}

std::string wav_header(int rate, std::size_t samples)
{
    const std::size_t bytes = samples * 2;
    std::string header = "RIFF";
    put(header, 36 + bytes, 4);
    header += "WAVEfmt ";
    put(header, 16, 4);
    put(header, 1, 2);
    put(header, 1, 2);
    put(header, static_cast<std::uint64_t>(rate), 4);
    put(header, static_cast<std::uint64_t>(rate) * 2, 4);
    put(header, 2, 2);
    put(header, 16, 2);
    header += "data";
    put(header, bytes, 4);
    return header;
}

} // namespace nextplease::sound
