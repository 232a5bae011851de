#include "kiosk/sound/start.h"

#include "kiosk/sound/espeak_voice.h"
#include "kiosk/sound/recorded_voice.h"

namespace nextplease::sound {
namespace {

// Nowhere: the thread is asked and says nothing.
class NoSink : public Sink {
public:
    void play(std::span<const std::int16_t>) override { }
    void finish() override { }
    void stop() override { }
};

// Of output = "none": not even a voice is started.
class NoVoice : public Voice {
public:
    bool can_say(const Language&) const override { return false; }
    std::optional<Pcm> speak(const std::string&, const Language&, int, const std::function<bool()>&) override
    {
        return std::nullopt;
    }
};

std::unique_ptr<Voice> make_voice(const SoundSettings& settings)
{
    if (settings.output == SoundSettings::Output::None)
        return std::make_unique<NoVoice>();
    auto voice = std::make_unique<EspeakVoice>(settings.voices);
    if (settings.phrases.empty())
        return voice;
    return std::make_unique<RecordedVoice>(settings.phrases, std::move(voice));
}

std::unique_ptr<Sink> open(const SoundSettings& settings, Loudspeaker::Through through)
{
    switch (settings.output) {
    case SoundSettings::Output::None:
        return std::make_unique<NoSink>();
    case SoundSettings::Output::File:
        return open_wav(settings.file);
    case SoundSettings::Output::Alsa:
        break;
    }
    const bool headset = through == Loudspeaker::Through::Headphones && !settings.headset_device.empty();
    return open_alsa(headset ? settings.headset_device : settings.device);
}

} // namespace

std::unique_ptr<Loudspeaker> make_loudspeaker(const SoundSettings& settings)
{
    const Loudspeaker::Settings mine { .volume = settings.volume,
        .words_a_minute = settings.words_a_minute,
        .room_is_private = settings.headphones_only };
    return std::make_unique<Loudspeaker>(mine, make_voice(settings),
        [settings](Loudspeaker::Through through) { return open(settings, through); });
}

std::unique_ptr<HallAnnouncer> make_announcer(const SoundSettings& settings, const BoardSettings& board)
{
    if (!board.announce || settings.output == SoundSettings::Output::None)
        return nullptr;
    const bool card = settings.output == SoundSettings::Output::Alsa;
    return std::make_unique<HallAnnouncer>(
        HallAnnouncer::Settings { .volume = board.volume, .words_a_minute = settings.words_a_minute },
        make_voice(settings), [settings] { return open(settings, Loudspeaker::Through::Room); },
        [device = settings.device, card] { return card && alsa_muted(device); });
}

} // namespace nextplease::sound
