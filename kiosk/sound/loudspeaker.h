// The real speaker: a thread that turns sentences into sound and plays them, one sound at a time. What fails
// in the outside world costs the sound, never the visit: it is logged once, and tried again every half
// minute.
#pragma once

#include "kiosk/sound/sink.h"
#include "kiosk/sound/speaker.h"
#include "kiosk/sound/voice.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace nextplease::sound {

constexpr int kVolumeSteps = 7;
constexpr double kDecibelsAStep = 4;
constexpr int kSlowest = 80, kFastest = 350, kUsualSpeed = 160; // words a minute

class Loudspeaker : public Speaker {
public:
    enum class Through { Room, Headphones };
    struct Settings {
        int volume = 5; // 1 to 7
        int words_a_minute = kUsualSpeed;
        bool room_is_private = false; // the only way out is a headset
        std::chrono::milliseconds try_again { 30'000 };
    };
    // Opens what is played through; throws Failure where there is none. Called on the speaker's thread.
    using OpenSink = std::function<std::unique_ptr<Sink>(Through)>;

    Loudspeaker(const Settings& settings, std::unique_ptr<Voice> voice, OpenSink open);
    ~Loudspeaker() override; // silent
    Loudspeaker(const Loudspeaker&) = delete;
    Loudspeaker& operator=(const Loudspeaker&) = delete;

    void say(std::vector<Utterance> utterances) override;
    void say_next(std::vector<Utterance> utterances) override;
    void hush() override;
    void repeat() override;
    void chime() override;
    void change_volume(int steps) override;
    int volume() const override { return volume_; }
    void change_speed(int steps) override;
    int words_a_minute() const override { return words_a_minute_; }
    void reset() override;
    bool can_say(const Language& language) const override { return voice_->can_say(language); }
    void set_headphones(Headphones headphones) override;
    bool is_private() const override;

    std::string trouble() const override;

private:
    struct Order {
        std::vector<Utterance> utterances;
        bool chime = false;
    };
    void give(Order order);
    void run(const std::stop_token& stop);
    void perform(const Order& order, unsigned turn);
    bool play(const Pcm& pcm, unsigned turn);
    Sink* sink(Through through);
    void lost(const std::string& why);
    bool given_up(unsigned turn) const { return turn != turn_; }
    bool may_be_heard(const Utterance& utterance) const;

    const Settings settings_;
    const std::unique_ptr<Voice> voice_;
    const OpenSink open_;

    std::atomic<int> volume_, words_a_minute_;
    std::atomic<bool> headphones_ = false;
    std::atomic<unsigned> turn_ = 0; // another one ends what is being said
    std::atomic<bool> speaking_ = false;
    std::vector<Utterance> last_; // of the UI thread

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Order> order_; // not begun; what is said now ends first, unless `turn_` says otherwise
    std::string trouble_;

    // Of the speaker's thread.
    std::unique_ptr<Sink> sink_;
    Through through_ = Through::Room;
    std::chrono::steady_clock::time_point not_before_ {};
    bool told_ = false;

    std::jthread thread_;
};

} // namespace nextplease::sound
