// Sound cards and their jacks: the one file that knows ALSA.
#include "core/base/error.h"
#include "core/base/log.h"
#include "kiosk/sound/jack.h"
#include "kiosk/sound/sink.h"

#include <alsa/asoundlib.h>
#include <cerrno>
#include <chrono>
#include <poll.h>
#include <thread>

namespace nextplease::sound {
namespace {

// Little enough that what is stopped is silent in time, enough that nothing stutters.
constexpr unsigned kBuffered = 100'000; // microseconds

// The library would print to standard error; what matters is in our own messages.
void say_nothing(const char*, int, const char*, int, const char*, ...) { }

[[noreturn]] void fail(const std::string& device, int error)
{
    throw Failure(Failure::Kind::Unavailable,
        "there is no sound on the device \"" + device + "\": " + snd_strerror(error)
            + "; plug a sound card in, or set sound.device (aplay -L lists names) or sound.output = "
              "\"none\"");
}

class AlsaSink : public Sink {
public:
    explicit AlsaSink(std::string device)
        : device_(std::move(device))
    {
        snd_lib_error_set_handler(say_nothing);
        if (const int error = snd_pcm_open(&pcm_, device_.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0)
            fail(device_, error);
        const int error = snd_pcm_set_params(pcm_, SND_PCM_FORMAT_S16_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
            kRate, /* resample */ 1, kBuffered);
        if (error < 0) {
            snd_pcm_close(pcm_);
            fail(device_, error);
        }
    }
    ~AlsaSink() override
    {
        snd_pcm_drop(pcm_);
        snd_pcm_close(pcm_);
    }
    AlsaSink(const AlsaSink&) = delete;
    AlsaSink& operator=(const AlsaSink&) = delete;

    void play(std::span<const std::int16_t> samples) override
    {
        while (!samples.empty()) {
            snd_pcm_sframes_t done = snd_pcm_writei(pcm_, samples.data(), samples.size());
            if (done < 0)
                done = snd_pcm_recover(pcm_, static_cast<int>(done), 1);
            if (done < 0)
                fail(device_, static_cast<int>(done));
            samples = samples.subspan(std::min(samples.size(), static_cast<std::size_t>(done)));
        }
    }
    void finish() override
    {
        snd_pcm_drain(pcm_);
        snd_pcm_prepare(pcm_);
    }
    void stop() override
    {
        snd_pcm_drop(pcm_);
        snd_pcm_prepare(pcm_);
    }

private:
    std::string device_;
    snd_pcm_t* pcm_ = nullptr;
};

// A control of a card, such as "Headphone Jack", that is on while something is plugged in.
class JackControl {
public:
    JackControl(const std::string& card, const std::string& name)
    {
        snd_lib_error_set_handler(say_nothing);
        int error = snd_hctl_open(&controls_, card.c_str(), SND_CTL_NONBLOCK);
        if (error >= 0)
            error = snd_hctl_load(controls_);
        if (error < 0)
            give_up(card, name, snd_strerror(error));
        snd_ctl_elem_id_t* id = nullptr;
        snd_ctl_elem_id_malloc(&id);
        snd_ctl_elem_id_set_interface(id, SND_CTL_ELEM_IFACE_CARD);
        snd_ctl_elem_id_set_name(id, name.c_str());
        element_ = snd_hctl_find_elem(controls_, id);
        snd_ctl_elem_id_free(id);
        if (!element_)
            give_up(card, name, "it has no such control");
    }
    ~JackControl() { snd_hctl_close(controls_); }
    JackControl(const JackControl&) = delete;
    JackControl& operator=(const JackControl&) = delete;

    // nullopt: the card is gone.
    std::optional<bool> in()
    {
        snd_hctl_handle_events(controls_);
        snd_ctl_elem_value_t* value = nullptr;
        snd_ctl_elem_value_malloc(&value);
        const bool read = snd_hctl_elem_read(element_, value) >= 0;
        const bool on = read && snd_ctl_elem_value_get_boolean(value, 0) != 0;
        snd_ctl_elem_value_free(value);
        return read ? std::optional(on) : std::nullopt;
    }

private:
    [[noreturn]] void give_up(const std::string& card, const std::string& name, const char* why)
    {
        if (controls_)
            snd_hctl_close(controls_);
        throw Failure(Failure::Kind::Unavailable,
            "the headphone jack \"" + name + "\" of the sound card \"" + card + "\" cannot be watched: " + why
                + "; amixer -c CARD controls lists names for sound.headset_jack");
    }

    snd_hctl_t* controls_ = nullptr;
    snd_hctl_elem_t* element_ = nullptr;
};

} // namespace

bool alsa_muted(const std::string& device)
{
    // The mixer belongs to the card: "plughw:1,0" is on "hw:1".
    const std::size_t colon = device.find("hw:");
    const std::string card =
        colon == std::string::npos ? "default" : device.substr(colon, device.find(',') - colon);
    snd_mixer_t* mixer = nullptr;
    if (snd_mixer_open(&mixer, 0) < 0)
        return false;
    bool muted = false;
    if (snd_mixer_attach(mixer, card.c_str()) >= 0 && snd_mixer_selem_register(mixer, nullptr, nullptr) >= 0
        && snd_mixer_load(mixer) >= 0) {
        for (const char* name : { "Master", "PCM", "Speaker" }) {
            snd_mixer_selem_id_t* id = nullptr;
            snd_mixer_selem_id_alloca(&id);
            snd_mixer_selem_id_set_name(id, name);
            snd_mixer_elem_t* const one = snd_mixer_find_selem(mixer, id);
            if (!one)
                continue;
            int on = 1;
            long volume = 1, least = 0, most = 0;
            if (snd_mixer_selem_has_playback_switch(one))
                snd_mixer_selem_get_playback_switch(one, SND_MIXER_SCHN_FRONT_LEFT, &on);
            if (snd_mixer_selem_has_playback_volume(one)) {
                snd_mixer_selem_get_playback_volume_range(one, &least, &most);
                snd_mixer_selem_get_playback_volume(one, SND_MIXER_SCHN_FRONT_LEFT, &volume);
            }
            muted |= on == 0 || volume <= least;
        }
    }
    snd_mixer_close(mixer);
    return muted;
}

std::unique_ptr<Sink> open_alsa(const std::string& device)
{
    return std::make_unique<AlsaSink>(device);
}

void JackWatch::run(const std::stop_token& stop)
{
    using namespace std::chrono_literals;
    constexpr auto kLook = 200ms; // speech must begin within a second of the jack
    constexpr auto kTryAgain = 30s;
    bool was_in = false, told = false;
    std::unique_ptr<JackControl> jack;
    while (!stop.stop_requested()) {
        try {
            if (!jack)
                jack = std::make_unique<JackControl>(card_, name_);
            const std::optional<bool> in = jack->in();
            if (!in)
                jack.reset();
            if (in.value_or(false) != was_in) {
                was_in = !was_in;
                changed_(was_in ? Headphones::In : Headphones::Out);
            }
        } catch (const Failure& failure) {
            if (!std::exchange(told, true))
                log::warning(failure.what());
        }
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, stop, jack ? kLook : kTryAgain, [] { return false; });
    }
}

} // namespace nextplease::sound
