// Where sound goes. Used by one thread.
#pragma once

#include "kiosk/sound/pcm.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace nextplease::sound {

class Sink {
public:
    virtual ~Sink() = default;
    // Samples at kRate, a few hundredths of a second; returns when there is room for the next. Throws Failure
    // when the device is gone.
    virtual void play(std::span<const std::int16_t> samples) = 0;
    // Nothing more follows for now: waits until all was heard.
    virtual void finish() = 0;
    // Silent at once; what waits is dropped.
    virtual void stop() = 0;
};

// A sound card by its ALSA name. Throws Failure if it cannot be opened.
std::unique_ptr<Sink> open_alsa(const std::string& device);
// Whether the card behind that device is muted: its switch is off, or its volume is at the bottom. False also
// where that cannot be told.
bool alsa_muted(const std::string& device);
// Everything goes to the end of a WAV, as fast as it comes. Throws Failure if it cannot be written.
std::unique_ptr<Sink> open_wav(const std::filesystem::path& file);

} // namespace nextplease::sound
