// espeak-ng as a program of its own, and recordings before it.
#include "kiosk/sound/espeak_voice.h"
#include "kiosk/sound/pipe_program.h"
#include "kiosk/sound/recorded_voice.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace nextplease;
using namespace nextplease::sound;
using namespace std::chrono_literals;

namespace {

bool never()
{
    return false;
}

void write_wav(const std::filesystem::path& file, std::size_t samples)
{
    std::ofstream out(file, std::ios::binary);
    out << wav_header(kRate, samples);
    for (std::size_t i = 0; i < samples; ++i)
        out << static_cast<char>(0) << static_cast<char>(i % 2 == 0 ? 32 : -32);
}

} // namespace

TEST_CASE("Every language that the kiosk may speak has a voice that makes sound in it")
{
    EspeakVoice voice({});
    const std::pair<const char*, const char*> words[] { { "en", "What do you need today?" },
        { "cy", "Beth sydd ei angen arnoch heddiw?" }, { "pl", "Czego dziś potrzebujesz?" },
        { "ro", "De ce aveți nevoie astăzi?" }, { "uk", "Що вам потрібно сьогодні?" },
        { "pt", "De que precisa hoje?" }, { "tr", "Bugün neye ihtiyacınız var?" },
        { "ar", "ماذا تحتاج اليوم؟" }, { "ur", "آج آپ کو کیا چاہیے؟" }, { "pa", "ਅੱਜ ਤੁਹਾਨੂੰ ਕੀ ਚਾਹੀਦਾ ਹੈ?" },
        { "bn", "আজ আপনার কী দরকার?" }, { "gu", "આજે તમને શું જોઈએ છે?" }, { "zh", "您今天需要什么？" } };
    for (const auto& [code, text] : words) {
        CAPTURE(code);
        const Language language { code };
        CHECK(voice.can_say(language));
        const auto pcm = voice.speak(text, language, 160, never);
        REQUIRE(pcm);
        CHECK(duration(*pcm) > 400ms);
        CHECK(rms_dbfs(pcm->samples) > -30);
        CHECK(pcm->rate == kRate);
    }
}

TEST_CASE("H3: speech is between -23 and -16 dBFS and never over -1")
{
    EspeakVoice voice({});
    const auto pcm =
        voice.speak("Please take a seat. We will call you to a desk soon.", Language("en"), 160, never);
    REQUIRE(pcm);
    CHECK(rms_dbfs(pcm->samples) >= -23);
    CHECK(rms_dbfs(pcm->samples) <= -16);
    CHECK(peak_dbfs(pcm->samples) <= -1);
}

TEST_CASE("S18: faster speech is shorter")
{
    EspeakVoice voice({});
    const std::string text = "There are five people ahead of you.";
    const auto slow = voice.speak(text, Language("en"), 80, never);
    const auto usual = voice.speak(text, Language("en"), 160, never);
    const auto fast = voice.speak(text, Language("en"), 350, never);
    REQUIRE((slow && usual && fast));
    CHECK(duration(*slow) > duration(*usual));
    CHECK(duration(*usual) > duration(*fast));
}

TEST_CASE("S15: a language without a voice is known to have none, and a missing program has no voices")
{
    CHECK_FALSE(EspeakVoice({}).can_say(Language("xx")));
    CHECK_FALSE(EspeakVoice({ { Language("en"), "no-such-voice" } }).can_say(Language("en")));
    CHECK(EspeakVoice({ { Language("en"), "en-gb-scotland+f3" } }).can_say(Language("en")));
    EspeakVoice none({}, "/nowhere/espeak-ng");
    CHECK_FALSE(none.can_say(Language("en")));
    CHECK_FALSE(none.speak("Hello", Language("en"), 160, never));
}

TEST_CASE("A voice that hangs, dies or floods costs its deadline and no more")
{
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(piped({ "sleep", "60" }, {}, 100ms, never));
    CHECK_FALSE(piped({ "sleep", "60" }, {}, 60s, [] { return true; })); // nobody wants it any more
    CHECK_FALSE(piped({ "false" }, {}, 5s, never));
    CHECK_FALSE(piped({ "true" }, std::string(60'000, 'x'), 5s, [] { return true; }));
    CHECK_FALSE(piped({ "yes" }, {}, 60s, never));
    CHECK(std::chrono::steady_clock::now() - begin < 10s);
    CHECK(piped({ "cat" }, "as it was", 5s, never) == "as it was");
}

TEST_CASE("A recorded phrase is played instead of the voice, and everything else is left to it")
{
    const testing::TempFolder folder;
    write_wav(folder / "hello.wav", 2'000);
    std::ofstream(folder / "en.tsv") << "# our own\nhello.wav\tWhat do you need today?\nmissing.wav\tBack\n";
    RecordedVoice voice(folder.path(), std::make_unique<EspeakVoice>(std::map<Language, std::string> {}));
    CHECK(voice.speak("What do you need today?", Language("en"), 160, never)->samples.size() == 2'000);
    CHECK(voice.speak("Back", Language("en"), 160, never)->samples.size() != 2'000);
    CHECK(voice.speak("What do you need today?", Language("pl"), 160, never)->samples.size() != 2'000);
    CHECK(voice.can_say(Language("en")));
}
