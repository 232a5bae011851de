#include "kiosk/sound/loudspeaker.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "kiosk/sound/chime.h"
#include "kiosk/sound/spelling.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nextplease::sound {
namespace {

constexpr std::size_t kPiece = kRate / 50; // samples: 20 ms, so that what is stopped is soon silent
constexpr int kSpeedStep = 30; // words a minute

} // namespace

Loudspeaker::Loudspeaker(const Settings& settings, std::unique_ptr<Voice> voice, OpenSink open)
    : settings_(settings)
    , voice_(std::move(voice))
    , open_(std::move(open))
    , volume_(std::clamp(settings.volume, 1, kVolumeSteps))
    , words_a_minute_(std::clamp(settings.words_a_minute, kSlowest, kFastest))
    , thread_([this](const std::stop_token& stop) { run(stop); })
{
}

Loudspeaker::~Loudspeaker()
{
    hush();
    thread_.request_stop();
    thread_.join();
}

void Loudspeaker::give(Order order)
{
    {
        const std::lock_guard lock(mutex_);
        ++turn_;
        order_ = std::move(order);
    }
    wake_.notify_one();
}

void Loudspeaker::say(std::vector<Utterance> utterances)
{
    last_ = utterances;
    give({ .utterances = std::move(utterances) });
}

void Loudspeaker::say_next(std::vector<Utterance> utterances)
{
    last_.insert(last_.end(), utterances.begin(), utterances.end());
    {
        const std::lock_guard lock(mutex_);
        if (!order_)
            order_.emplace();
        order_->utterances.insert(order_->utterances.end(), std::make_move_iterator(utterances.begin()),
            std::make_move_iterator(utterances.end()));
    }
    wake_.notify_one();
}

void Loudspeaker::repeat()
{
    give({ .utterances = last_ });
}

void Loudspeaker::chime()
{
    if (!speaking_)
        give({ .utterances = {}, .chime = true });
}

void Loudspeaker::hush()
{
    const std::lock_guard lock(mutex_);
    ++turn_;
    order_.reset();
}

void Loudspeaker::change_volume(int steps)
{
    volume_ = std::clamp(volume_ + steps, 1, kVolumeSteps);
}

void Loudspeaker::change_speed(int steps)
{
    words_a_minute_ = std::clamp(words_a_minute_ + steps * kSpeedStep, kSlowest, kFastest);
}

void Loudspeaker::reset()
{
    hush();
    last_.clear();
    volume_ = std::clamp(settings_.volume, 1, kVolumeSteps);
    words_a_minute_ = std::clamp(settings_.words_a_minute, kSlowest, kFastest);
}

void Loudspeaker::set_headphones(Headphones headphones)
{
    hush();
    headphones_ = headphones == Headphones::In;
}

bool Loudspeaker::is_private() const
{
    return headphones_ || settings_.room_is_private;
}

std::string Loudspeaker::trouble() const
{
    const std::lock_guard lock(mutex_);
    return trouble_;
}

bool Loudspeaker::may_be_heard(const Utterance& utterance) const
{
    switch (utterance.privacy) {
    case Utterance::Privacy::Public:
        return true;
    case Utterance::Privacy::Personal:
        return is_private();
    case Utterance::Privacy::Secret:
        return false;
    }
    return false;
}

// ---- The speaker's thread ----

void Loudspeaker::run(const std::stop_token& stop)
{
    while (true) {
        Order order;
        unsigned turn = 0;
        {
            std::unique_lock lock(mutex_);
            speaking_ = false;
            if (!wake_.wait(lock, stop, [this] { return order_.has_value(); }) || stop.stop_requested())
                return;
            order = *std::exchange(order_, std::nullopt);
            turn = turn_;
            speaking_ = true;
        }
        perform(order, turn);
    }
}

void Loudspeaker::perform(const Order& order, unsigned turn)
{
    try {
        if (order.chime && !play(sound::chime(), turn))
            return;
        for (const Utterance& utterance : order.utterances) {
            if (given_up(turn))
                return;
            if (!may_be_heard(utterance))
                continue;
            const auto pcm = voice_->speak(as_spoken(utterance.text), utterance.language, words_a_minute_,
                [this, turn] { return given_up(turn); });
            if (pcm && !play(*pcm, turn))
                return;
        }
        if (sink_ && !given_up(turn))
            sink_->finish();
    } catch (const Failure& failure) {
        lost(failure.what());
    }
}

// False: something else is to be done now.
bool Loudspeaker::play(const Pcm& pcm, unsigned turn)
{
    Sink* const out = sink(headphones_ ? Through::Headphones : Through::Room);
    if (!out)
        return !given_up(turn);
    const std::span<const std::int16_t> all(pcm.samples);
    for (std::size_t at = 0; at < all.size(); at += kPiece) {
        if (given_up(turn)) {
            out->stop();
            return false;
        }
        Pcm piece { pcm.rate, {} };
        const auto part = all.subspan(at, std::min(kPiece, all.size() - at));
        piece.samples.assign(part.begin(), part.end());
        amplify(piece, -kDecibelsAStep * (kVolumeSteps - volume_));
        out->play(piece.samples);
    }
    return true;
}

Sink* Loudspeaker::sink(Through through)
{
    const auto now = std::chrono::steady_clock::now();
    if (sink_ && through_ == through)
        return sink_.get();
    if (!sink_ && now < not_before_)
        return nullptr;
    sink_.reset();
    through_ = through;
    sink_ = open_(through);
    told_ = false;
    const std::lock_guard lock(mutex_);
    trouble_.clear();
    return sink_.get();
}

void Loudspeaker::lost(const std::string& why)
{
    sink_.reset();
    not_before_ = std::chrono::steady_clock::now() + settings_.try_again;
    if (!std::exchange(told_, true))
        log::warning(why);
    const std::lock_guard lock(mutex_);
    trouble_ = why;
}

} // namespace nextplease::sound
