// Announcements in the hall: a chime, then sentences. Each is heard whole, in the order in which it came;
// none is dropped for a later one, and no two are made into one. A face hands them over and goes on.
#pragma once

#include "kiosk/sound/sink.h"
#include "kiosk/sound/speaker.h"
#include "kiosk/sound/voice.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace nextplease::sound {

// UI thread.
class Announcer {
public:
    virtual ~Announcer() = default;
    virtual void announce(std::vector<Utterance> sentences) = 0;
    // How many have not been heard whole yet.
    virtual std::size_t pending() const = 0;
    // From the next one on: 1 to 7, 4 decibels each; 0 silent.
    virtual void set_volume(int volume) = 0;
    // Where there is no voice for a language, its sentences are left out.
    virtual bool can_say(const Language& language) const = 0;
    // Whether the hall hears anything.
    enum class State {
        Heard,
        Silent, // the volume is 0, or the sound card is muted
        Broken // no sound card, or it is gone
    };
    virtual State state() const = 0;
};

// The real one, on a thread of its own. Where the sound card fails in the middle, the announcement is begun
// again once on a card opened anew; where there is none, announcements are over at once, for a call of ten
// minutes ago must not be heard when the card comes back. That is looked for every half minute.
class HallAnnouncer : public Announcer {
public:
    // Opens what is played through; throws Failure where there is none. Called on the announcer's thread.
    using OpenSink = std::function<std::unique_ptr<Sink>()>;
    // Whether the card is muted. Called on the announcer's thread, before each announcement and now and then.
    using IsMuted = std::function<bool()>;

    struct Settings {
        int volume = 5;
        int words_a_minute = 160;
        std::chrono::milliseconds try_again { 30'000 };
        std::chrono::milliseconds look { 5'000 }; // at the card, while nothing is announced
    };
    HallAnnouncer(const Settings& settings, std::unique_ptr<Voice> voice, OpenSink open, IsMuted muted);
    // Does not wait for what is being said.
    ~HallAnnouncer() override;
    HallAnnouncer(const HallAnnouncer&) = delete;
    HallAnnouncer& operator=(const HallAnnouncer&) = delete;

    void announce(std::vector<Utterance> sentences) override;
    std::size_t pending() const override { return pending_; }
    void set_volume(int volume) override { volume_ = volume; }
    bool can_say(const Language& language) const override { return voice_->can_say(language); }
    State state() const override;

private:
    void run(const std::stop_token& stop);
    void perform(const std::vector<Utterance>& sentences, const std::stop_token& stop);
    void play(const Pcm& pcm, int volume, const std::stop_token& stop);
    bool open_card();
    void look_at_card();

    const Settings settings_;
    const std::unique_ptr<Voice> voice_;
    const OpenSink open_;
    const IsMuted is_muted_;

    std::atomic<int> volume_;
    std::atomic<std::size_t> pending_ = 0;
    std::atomic<bool> broken_ = false, muted_ = false;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<std::vector<Utterance>> queue_;

    // Of the announcer's thread.
    std::unique_ptr<Sink> sink_;
    std::chrono::steady_clock::time_point not_before_ {};

    std::jthread thread_;
};

} // namespace nextplease::sound
