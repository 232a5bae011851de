#include "kiosk/sound/announcer.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "kiosk/sound/chime.h"
#include "kiosk/sound/loudspeaker.h"
#include "kiosk/sound/spelling.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nextplease::sound {
namespace {

constexpr std::size_t kPiece = kRate / 20; // samples: 50 ms, so that the program can end in time
constexpr std::size_t kPause = kRate / 3; // after the chime and between two languages

Pcm pause()
{
    return { kRate, std::vector<std::int16_t>(kPause, 0) };
}

} // namespace

HallAnnouncer::HallAnnouncer(
    const Settings& settings, std::unique_ptr<Voice> voice, OpenSink open, IsMuted muted)
    : settings_(settings)
    , voice_(std::move(voice))
    , open_(std::move(open))
    , is_muted_(std::move(muted))
    , volume_(settings.volume)
    , thread_([this](const std::stop_token& stop) { run(stop); })
{
}

HallAnnouncer::~HallAnnouncer()
{
    thread_.request_stop();
    thread_.join();
}

void HallAnnouncer::announce(std::vector<Utterance> sentences)
{
    ++pending_;
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(sentences));
    }
    wake_.notify_one();
}

HallAnnouncer::State HallAnnouncer::state() const
{
    if (broken_)
        return State::Broken;
    return muted_ || volume_ == 0 ? State::Silent : State::Heard;
}

// ---- The announcer's thread ----

void HallAnnouncer::run(const std::stop_token& stop)
{
    look_at_card();
    while (!stop.stop_requested()) {
        std::optional<std::vector<Utterance>> sentences;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stop, settings_.look, [this] { return !queue_.empty(); });
            if (stop.stop_requested())
                return;
            if (!queue_.empty()) {
                sentences = std::move(queue_.front());
                queue_.pop_front();
            }
        }
        look_at_card();
        if (!sentences)
            continue;
        perform(*sentences, stop);
        --pending_;
    }
}

void HallAnnouncer::look_at_card()
{
    if (open_card())
        muted_ = is_muted_();
}

bool HallAnnouncer::open_card()
{
    const auto now = std::chrono::steady_clock::now();
    if (sink_)
        return true;
    if (now < not_before_)
        return false;
    try {
        sink_ = open_();
        broken_ = false;
    } catch (const Failure& failure) {
        not_before_ = now + settings_.try_again;
        if (!broken_.exchange(true))
            log::warning(failure.what());
    }
    return sink_ != nullptr;
}

void HallAnnouncer::perform(const std::vector<Utterance>& sentences, const std::stop_token& stop)
{
    const int volume = volume_;
    if (volume == 0)
        return;
    constexpr int kTries = 2;
    for (int attempt = 0; attempt < kTries && !stop.stop_requested() && open_card(); ++attempt) {
        try {
            play(chime(), volume, stop);
            for (const Utterance& one : sentences) {
                play(pause(), volume, stop);
                const auto pcm = voice_->speak(as_spoken(one.text), one.language, settings_.words_a_minute,
                    [&stop] { return stop.stop_requested(); });
                if (pcm)
                    play(*pcm, volume, stop);
            }
            sink_->finish();
            return;
        } catch (const Failure& failure) {
            log::warning(failure.what());
            sink_.reset();
            not_before_ = {};
        }
    }
}

void HallAnnouncer::play(const Pcm& pcm, int volume, const std::stop_token& stop)
{
    const std::span<const std::int16_t> all(pcm.samples);
    for (std::size_t at = 0; at < all.size() && !stop.stop_requested(); at += kPiece) {
        const auto part = all.subspan(at, std::min(kPiece, all.size() - at));
        Pcm piece { pcm.rate, { part.begin(), part.end() } };
        amplify(piece, -kDecibelsAStep * (kVolumeSteps - std::clamp(volume, 1, kVolumeSteps)));
        sink_->play(piece.samples);
    }
}

} // namespace nextplease::sound
