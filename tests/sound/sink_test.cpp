// Where sound goes.
#include "core/base/error.h"
#include "kiosk/sound/sink.h"
#include "kiosk/sound/start.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <thread>

using namespace nextplease;
using namespace nextplease::sound;
using namespace std::chrono_literals;

namespace {

std::optional<Pcm> read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return pcm_of_wav(std::string(std::istreambuf_iterator<char>(stream), {}));
}

} // namespace

TEST_CASE("A file takes every sample and is whole at any time")
{
    const testing::TempFolder folder;
    const auto sink = open_wav(folder / "out.wav");
    const std::vector<std::int16_t> samples { 1, -2, 3, 32'767, -32'768 };
    sink->play(samples);
    sink->finish();
    CHECK(read(folder / "out.wav")->samples == samples);
    sink->play(samples);
    sink->stop();
    CHECK(read(folder / "out.wav")->samples.size() == 10);
    CHECK_THROWS_AS(open_wav("/nowhere/out.wav"), Failure);
}

TEST_CASE("ALSA takes sound, stops, and says what is wrong with a card that is not there")
{
    const auto sink = open_alsa("null");
    sink->play(std::vector<std::int16_t>(441));
    sink->stop();
    sink->play(std::vector<std::int16_t>(441));
    sink->finish();
    try {
        open_alsa("hw:31");
        FAIL("there is a card 31");
    } catch (const Failure& failure) {
        CHECK(std::string(failure.what()).find("\"hw:31\"") != std::string::npos);
    }
}

TEST_CASE("The speaker that kiosk.conf asks for speaks into its file")
{
    const testing::TempFolder folder;
    SoundSettings settings;
    settings.output = SoundSettings::Output::File;
    settings.file = folder / "said.wav";
    {
        const auto speaker = make_loudspeaker(settings);
        CHECK(speaker->can_say(Language("en")));
        speaker->say({ { "Your ticket is B042", Language("en") } });
        for (int i = 0; i < 500; ++i) { // until it is there: the voice is another process
            const auto said = std::filesystem::exists(settings.file) ? read(settings.file) : std::nullopt;
            if (said && duration(*said) > 500ms)
                break;
            std::this_thread::sleep_for(10ms);
        }
    }
    const auto said = read(settings.file);
    REQUIRE(said);
    CHECK(duration(*said) > 500ms);
    settings.output = SoundSettings::Output::None;
    CHECK_FALSE(make_loudspeaker(settings)->can_say(Language("en")));
}
