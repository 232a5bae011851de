// Sound as numbers: one channel of 16 bits.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nextplease::sound {

struct Pcm {
    int rate = 22'050; // samples a second
    std::vector<std::int16_t> samples;
};

constexpr int kRate = 22'050; // what is played; everything else is brought to it

std::chrono::milliseconds duration(const Pcm& pcm);

// Of the whole, 0 is as loud as can be; silence is -120.
double rms_dbfs(std::span<const std::int16_t> samples);
double peak_dbfs(std::span<const std::int16_t> samples);

// Louder or quieter by so many decibels; never over the edge.
void amplify(Pcm& pcm, double decibels);
// At another rate.
Pcm at_rate(const Pcm& pcm, int rate);

// A WAV of 16 bits, one or two channels (mixed to one). A length in the header that is longer than the bytes,
// as a program writes it that does not know the end yet, means to the end. nullopt: not such a WAV.
std::optional<Pcm> pcm_of_wav(std::string_view bytes);
// The first 44 bytes of a WAV with so many samples.
std::string wav_header(int rate, std::size_t samples);

} // namespace nextplease::sound
