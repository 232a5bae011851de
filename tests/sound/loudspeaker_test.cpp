// The speaker's thread: what is heard, and when it is silent. A voice and a sink made for tests stand in; the
// sink takes as long as sound does, because these rules are about time.
#include "core/base/error.h"
#include "kiosk/sound/loudspeaker.h"

#include <doctest/doctest.h>
#include <thread>

using namespace nextplease;
using namespace nextplease::sound;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

// Each letter is a tenth of a second.
class LetterVoice : public Voice {
public:
    bool can_say(const Language& language) const override { return language == Language("en"); }
    std::optional<Pcm> speak(
        const std::string& text, const Language&, int, const std::function<bool()>&) override
    {
        const std::lock_guard lock(mutex);
        asked.push_back(text);
        Pcm pcm;
        pcm.samples.assign(text.size() * kRate / 10, 3'000);
        return pcm;
    }
    std::vector<std::string> heard()
    {
        const std::lock_guard lock(mutex);
        return asked;
    }

private:
    std::mutex mutex;
    std::vector<std::string> asked;
};

struct Heard {
    std::mutex mutex;
    std::vector<std::int16_t> samples;
    Clock::time_point last_sound {};
    std::vector<Loudspeaker::Through> opened;
    bool broken = false;
    bool paced = false;

    std::size_t length()
    {
        const std::lock_guard lock(mutex);
        return samples.size();
    }
};

class TestSink : public Sink {
public:
    explicit TestSink(Heard& heard)
        : heard_(heard)
    {
    }
    void play(std::span<const std::int16_t> samples) override
    {
        bool paced = false;
        {
            const std::lock_guard lock(heard_.mutex);
            if (heard_.broken)
                throw Failure(Failure::Kind::Unavailable, "the card was pulled out");
            heard_.samples.insert(heard_.samples.end(), samples.begin(), samples.end());
            heard_.last_sound = Clock::now();
            paced = heard_.paced;
        }
        if (paced)
            std::this_thread::sleep_for(std::chrono::microseconds(samples.size() * 1'000'000 / kRate));
    }
    void finish() override { }
    void stop() override { }

private:
    Heard& heard_;
};

struct Room {
    explicit Room(const Loudspeaker::Settings& settings = {})
        : speaker(settings, std::unique_ptr<Voice>(voice),
            [this](Loudspeaker::Through through) -> std::unique_ptr<Sink> {
                const std::lock_guard lock(heard.mutex);
                heard.opened.push_back(through);
                if (heard.broken)
                    throw Failure(Failure::Kind::Unavailable, "there is no card");
                return std::make_unique<TestSink>(heard);
            })
    {
    }
    void say(const std::string& text, Utterance::Privacy privacy = Utterance::Privacy::Public)
    {
        speaker.say({ { text, Language("en"), privacy } });
    }
    // Waits for the other thread; a test that is never done fails.
    template <class Until>
    void wait(const Until& until)
    {
        const auto end = Clock::now() + 5s;
        while (!until() && Clock::now() < end)
            std::this_thread::sleep_for(1ms);
        REQUIRE(until());
    }
    // Rounds until the speaker has certainly looked at what it was given before.
    void settle()
    {
        const std::size_t before = voice->heard().size();
        speaker.say({ { "end", Language("en") } });
        wait([&] { return voice->heard().size() > before && voice->heard().back() == "end"; });
        std::this_thread::sleep_for(20ms);
    }

    LetterVoice* voice = new LetterVoice;
    Heard heard;
    Loudspeaker speaker;
};

} // namespace

TEST_CASE("S6: speech stops within 200 ms of any action, and repeat says the same again")
{
    Room room;
    room.heard.paced = true;
    room.say("a sentence that takes several seconds");
    room.wait([&] { return room.heard.length() > kRate / 5; });
    const auto stopped = Clock::now();
    room.speaker.hush();
    std::this_thread::sleep_for(400ms);
    {
        const std::lock_guard lock(room.heard.mutex);
        CHECK(room.heard.last_sound - stopped < 200ms);
        CHECK(room.heard.samples.size() < kRate);
    }
    room.speaker.repeat();
    room.wait([&] { return room.voice->heard().size() == 2; });
    CHECK(room.voice->heard()[1] == "a sentence that takes several seconds");
}

TEST_CASE("S6, S11: a new sentence takes the place of the one before; the chime waits for both")
{
    Room room;
    room.heard.paced = true;
    room.say("the first one, which is long");
    room.wait([&] { return room.heard.length() > 0; });
    room.speaker.chime();
    room.say("two");
    room.wait([&] { return room.voice->heard().size() == 2; });
    const std::size_t before = room.heard.length();
    room.wait([&] { return room.heard.length() >= before + 3 * kRate / 10 - kRate / 50; });
    CHECK(room.heard.length() <= before + 3 * kRate / 10);
}

TEST_CASE(
    "What is to be said next waits for what is being said; silence ends both, and repeat says both again")
{
    Room room;
    room.heard.paced = true;
    room.say("long one");
    room.wait([&] { return room.heard.length() > 0; });
    room.speaker.say_next({ { "after", Language("en") } });
    room.speaker.say_next({ { "last", Language("en") } });
    room.wait([&] { return room.voice->heard().size() == 3; });
    CHECK(room.voice->heard() == std::vector<std::string> { "long one", "after", "last" });
    CHECK(room.heard.length() >= 13 * kRate / 10 - kRate / 50); // none of it was cut short
    room.speaker.hush();
    room.speaker.say_next({ { "quiet", Language("en") } }); // with nothing before it: at once
    room.wait([&] { return room.voice->heard().size() == 4; });
    room.speaker.repeat();
    room.wait([&] { return room.voice->heard().size() == 8; });
    CHECK(room.voice->heard().back() == "quiet");
    room.say("long two");
    room.wait([&] { return room.voice->heard().size() == 9; });
    room.speaker.say_next({ { "never", Language("en") } });
    room.speaker.hush();
    room.settle();
    CHECK(room.voice->heard().back() == "end");
    CHECK(room.voice->heard().size() == 10);
}

TEST_CASE("S12: seven steps of volume are 24 dB, and one is 12 dB above the lowest")
{
    std::vector<double> levels;
    for (int step = 1; step <= kVolumeSteps; ++step) {
        Room room({ .volume = step });
        room.say("one");
        room.wait([&] { return room.heard.length() == 3 * kRate / 10; });
        const std::lock_guard lock(room.heard.mutex);
        levels.push_back(rms_dbfs(room.heard.samples));
    }
    CHECK(levels.back() - levels.front() >= 18);
    CHECK(levels[3] - levels[0] == doctest::Approx(12).epsilon(0.01));
    for (std::size_t i = 1; i < levels.size(); ++i)
        CHECK(levels[i] - levels[i - 1] == doctest::Approx(4).epsilon(0.02));
}

TEST_CASE("S12, S14, S18: volume and speed stay in range, and both are back after the visit")
{
    Room room;
    for (int i = 0; i < 20; ++i)
        room.speaker.change_volume(1);
    CHECK(room.speaker.volume() == 7);
    for (int i = 0; i < 20; ++i)
        room.speaker.change_volume(-1);
    CHECK(room.speaker.volume() == 1);
    CHECK(room.speaker.words_a_minute() == 160);
    std::vector<int> speeds;
    for (int i = 0; i < 20; ++i)
        room.speaker.change_speed(-1);
    do {
        speeds.push_back(room.speaker.words_a_minute());
        room.speaker.change_speed(1);
    } while (room.speaker.words_a_minute() != speeds.back());
    CHECK(speeds.front() == 80);
    CHECK(speeds.back() == 350);
    CHECK(speeds.size() >= 5);
    room.say("remember me");
    room.speaker.reset();
    CHECK(room.speaker.volume() == 5);
    CHECK(room.speaker.words_a_minute() == 160);
    room.settle();
    const auto said = room.voice->heard();
    room.speaker.reset();
    room.speaker.repeat(); // of the next visitor: nothing is left to repeat
    room.settle();
    CHECK(room.voice->heard().size() == said.size() + 1);
}

TEST_CASE("S9, S10: secrets are never said, and what is personal by headphones only")
{
    Room room;
    room.say("1234", Utterance::Privacy::Secret);
    room.settle();
    room.say("my address", Utterance::Privacy::Personal);
    room.settle();
    CHECK(room.voice->heard() == std::vector<std::string> { "end", "end" });
    room.speaker.set_headphones(Headphones::In);
    CHECK(room.speaker.is_private());
    room.say("my address", Utterance::Privacy::Personal);
    room.wait([&] { return room.voice->heard().back() == "my address"; });
    room.say("1234", Utterance::Privacy::Secret);
    room.settle();
    CHECK(room.voice->heard() == std::vector<std::string> { "end", "end", "my address", "end" });
    const std::lock_guard lock(room.heard.mutex);
    CHECK(room.heard.opened.back() == Loudspeaker::Through::Headphones);
}

TEST_CASE("S10: pulled headphones are silent within 200 ms, and nothing goes on through the loudspeaker")
{
    Room room;
    room.speaker.set_headphones(Headphones::In);
    room.heard.paced = true;
    room.say("my address is a long one indeed", Utterance::Privacy::Personal);
    room.wait([&] { return room.heard.length() > 0; });
    const auto pulled = Clock::now();
    room.speaker.set_headphones(Headphones::Out);
    std::this_thread::sleep_for(400ms);
    const std::lock_guard lock(room.heard.mutex);
    CHECK(room.heard.last_sound - pulled < 200ms);
    CHECK(room.heard.opened.size() == 1);
}

TEST_CASE("S4: a headset is a way out of its own, and a keypad with nothing but a jack is private")
{
    Room room({ .room_is_private = true });
    CHECK(room.speaker.is_private());
    room.say("my address", Utterance::Privacy::Personal);
    room.wait([&] { return !room.voice->heard().empty(); });
}

TEST_CASE("No sound card: the trouble is known, nothing waits, and it comes back when the card does")
{
    Room room({ .try_again = 50ms });
    room.heard.broken = true;
    room.say("one");
    room.wait([&] { return !room.speaker.trouble().empty(); });
    for (int i = 0; i < 100; ++i)
        room.say("still here");
    {
        const std::lock_guard lock(room.heard.mutex);
        CHECK(room.heard.opened.size() < 10); // not for each sentence anew
        room.heard.broken = false;
    }
    std::this_thread::sleep_for(60ms);
    room.say("back");
    room.wait([&] { return room.heard.length() > 0; });
    CHECK(room.speaker.trouble().empty());
}

TEST_CASE("S18: the voice is given ticket numbers letter by letter")
{
    Room room;
    room.say("Ticket A012");
    room.wait([&] { return !room.voice->heard().empty(); });
    CHECK(room.voice->heard().front() == "Ticket A 0 1 2");
}
