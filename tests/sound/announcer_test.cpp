// Announcements in the hall, read back from the WAV that they were written to: which came, in what order and
// language. Every recorded word is a tone of its own, so that what was said can be counted from the sound.
#include "core/base/error.h"
#include "kiosk/sound/announcer.h"
#include "kiosk/sound/chime.h"
#include "kiosk/sound/recorded_voice.h"
#include "tests/support/temp_folder.h"

#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <numbers>

using namespace nextplease;
using namespace nextplease::sound;
using namespace std::chrono_literals;

namespace {

const Language kEnglish("en"), kPolish("pl");

// Nobody stands behind the recordings.
class NoVoice : public Voice {
public:
    bool can_say(const Language&) const override { return true; }
    std::optional<Pcm> speak(const std::string&, const Language&, int, const std::function<bool()>&) override
    {
        return std::nullopt;
    }
};

std::string wav_of(double hertz)
{
    constexpr std::size_t kCount = kRate * 15 / 100;
    std::string bytes = wav_header(kRate, kCount);
    for (std::size_t i = 0; i < kCount; ++i) {
        const double at = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kRate;
        const auto sample = static_cast<std::int16_t>(9'000 * std::sin(at));
        bytes += static_cast<char>(sample & 0xff);
        bytes += static_cast<char>((sample >> 8) & 0xff);
    }
    return bytes;
}

// The words of both languages as tones, and what each tone means.
class Recordings {
public:
    Recordings()
    {
        double hertz = 1'200;
        const auto record = [&](const std::string& language, const std::string& word) {
            const std::string name = fmt::format("{:.0f}.wav", hertz);
            std::ofstream(folder_.path() / name, std::ios::binary) << wav_of(hertz);
            std::ofstream(folder_.path() / (language + ".tsv"), std::ios::app)
                << name << '\t' << word << '\n';
            meanings_[hertz] = language + ":" + word;
            hertz += 100;
        };
        for (const char* word : { "Ticket", "B", "Desk 1", "Desk 2" })
            record("en", word);
        for (int digit = 0; digit < 10; ++digit)
            record("en", std::to_string(digit));
        for (const char* word : { "Numer", "B", "Stanowisko 1" })
            record("pl", word);
        for (int digit = 0; digit < 10; ++digit)
            record("pl", std::to_string(digit));
    }
    std::filesystem::path file() const { return folder_.path() / "hall.wav"; }
    std::unique_ptr<Voice> voice() const
    {
        return std::make_unique<RecordedVoice>(folder_.path(), std::make_unique<NoVoice>());
    }
    std::string meaning(double hertz) const
    {
        for (const auto& [tone, word] : meanings_) {
            if (std::abs(tone - hertz) < 40)
                return word;
        }
        return fmt::format("({:.0f})", hertz);
    }

private:
    testing::TempFolder folder_;
    std::map<double, std::string> meanings_;
};

// The frequency of each stretch of sound between two silences, by counting how often it crosses zero.
std::vector<double> tones_in(const std::vector<std::int16_t>& samples)
{
    std::vector<double> tones;
    constexpr std::size_t kSilence = kRate / 50;
    std::size_t begin = 0, quiet = kSilence, crossings = 0, end = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const bool silent = std::abs(samples[i]) < 40;
        quiet = silent ? quiet + 1 : 0;
        if (!silent && crossings == 0 && end <= begin)
            begin = i;
        if (!silent)
            end = i;
        crossings += (samples[i - 1] < 0) != (samples[i] < 0) ? 1U : 0U;
        if ((quiet == kSilence || i + 1 == samples.size()) && end > begin) {
            tones.push_back(static_cast<double>(crossings) * kRate / 2 / static_cast<double>(end - begin));
            begin = end = i;
            crossings = 0;
        }
    }
    return tones;
}

// What the file says, with "chime" for each chime, and then a full stop for each sentence's end left out.
std::string said_in(const std::filesystem::path& file, const Recordings& recordings)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const auto pcm = pcm_of_wav(bytes);
    REQUIRE(pcm);
    std::string said;
    for (const double hertz : tones_in(pcm->samples)) {
        const std::string word = hertz < 1'100 ? "chime" : recordings.meaning(hertz);
        if (word == "chime" && said.ends_with("chime "))
            continue; // of two tones
        said += word + " ";
    }
    return said;
}

std::unique_ptr<HallAnnouncer> hall(const Recordings& recordings, int volume = 5)
{
    return std::make_unique<HallAnnouncer>(
        HallAnnouncer::Settings { .volume = volume }, recordings.voice(),
        [&recordings] { return open_wav(recordings.file()); }, [] { return false; });
}

void wait_until_said(const Announcer& announcer)
{
    for (int i = 0; i < 2'000 && announcer.pending() > 0; ++i)
        std::this_thread::sleep_for(5ms);
    REQUIRE(announcer.pending() == 0);
}

std::vector<Utterance> ticket(int number, bool polish)
{
    std::vector<Utterance> sentences { { fmt::format("Ticket B{:03}, Desk 1", number), kEnglish } };
    if (polish)
        sentences.push_back({ fmt::format("Numer B{:03}, Stanowisko 1", number), kPolish });
    return sentences;
}

std::string expected(int number, bool polish)
{
    const std::string digits = fmt::format("{:03}", number);
    const auto spelt = [&](const std::string& language) {
        return fmt::format("{0}:B {0}:{1} {0}:{2} {0}:{3} ", language, digits[0], digits[1], digits[2]);
    };
    return "chime en:Ticket " + spelt("en") + "en:Desk 1 "
        + (polish ? "pl:Numer " + spelt("pl") + "pl:Stanowisko 1 " : "");
}

} // namespace

TEST_CASE("Twenty announcements at once are all heard whole, in order, each in its languages")
{
    const Recordings recordings;
    const auto announcer = hall(recordings);
    std::string all;
    for (int i = 1; i <= 20; ++i) {
        announcer->announce(ticket(i, i % 2 == 0));
        all += expected(i, i % 2 == 0);
    }
    CHECK(announcer->pending() > 0);
    wait_until_said(*announcer);
    CHECK(said_in(recordings.file(), recordings) == all);
    CHECK(announcer->state() == Announcer::State::Heard);
}

TEST_CASE("The same announcement twice is heard twice")
{
    const Recordings recordings;
    const auto announcer = hall(recordings);
    announcer->announce(ticket(42, false));
    announcer->announce(ticket(42, false));
    wait_until_said(*announcer);
    CHECK(said_in(recordings.file(), recordings) == expected(42, false) + expected(42, false));
}

TEST_CASE("A volume of 0 is silent and says so, and the next volume is heard again")
{
    const Recordings recordings;
    const auto announcer = hall(recordings, 0);
    announcer->announce(ticket(1, false));
    wait_until_said(*announcer);
    CHECK(announcer->state() == Announcer::State::Silent);
    announcer->set_volume(4);
    announcer->announce(ticket(2, false));
    wait_until_said(*announcer);
    CHECK(said_in(recordings.file(), recordings) == expected(2, false));
}

TEST_CASE("Without a sound card announcements are over at once, and that is a state, not an error")
{
    const Recordings recordings;
    HallAnnouncer announcer(
        {}, recordings.voice(),
        []() -> std::unique_ptr<Sink> { throw Failure(Failure::Kind::Unavailable, "no card"); },
        [] { return false; });
    announcer.announce(ticket(1, false));
    wait_until_said(announcer);
    CHECK(announcer.state() == Announcer::State::Broken);
}

TEST_CASE("A muted card is noticed")
{
    const Recordings recordings;
    HallAnnouncer announcer(
        {}, recordings.voice(), [&] { return open_wav(recordings.file()); }, [] { return true; });
    announcer.announce(ticket(1, false));
    wait_until_said(announcer);
    CHECK(announcer.state() == Announcer::State::Silent);
}

TEST_CASE("A card that fails in the middle is opened anew, and the announcement begins again")
{
    const Recordings recordings;
    int opened = 0;
    class FailsOnce : public Sink {
    public:
        FailsOnce(std::unique_ptr<Sink> real, bool fails)
            : real_(std::move(real))
            , fails_(fails)
        {
        }
        void play(std::span<const std::int16_t> samples) override
        {
            if (fails_ && ++pieces_ > 3)
                throw Failure(Failure::Kind::Unavailable, "the card is gone");
            real_->play(samples);
        }
        void finish() override { real_->finish(); }
        void stop() override { real_->stop(); }

    private:
        std::unique_ptr<Sink> real_;
        bool fails_;
        int pieces_ = 0;
    };
    HallAnnouncer announcer(
        {}, recordings.voice(),
        [&] { return std::make_unique<FailsOnce>(open_wav(recordings.file()), ++opened == 1); },
        [] { return false; });
    announcer.announce(ticket(7, false));
    wait_until_said(announcer);
    CHECK(opened == 2);
    CHECK(said_in(recordings.file(), recordings).ends_with(expected(7, false)));
}
