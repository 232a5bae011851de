#include "kiosk/sound/espeak_voice.h"

#include "kiosk/sound/pipe_program.h"

#include <sstream>

namespace nextplease::sound {
namespace {

using namespace std::chrono_literals;

// Where its code for a language is not ours.
std::string usual_voice(const Language& language)
{
    if (language == Language("en"))
        return "en-gb";
    if (language == Language("zh") || language == Language("zh-hans"))
        return "cmn";
    return language.text();
}

std::set<std::string> voices_of(const std::string& program)
{
    std::set<std::string> codes;
    const auto list = piped({ program, "--voices" }, {}, 3s, [] { return false; });
    std::istringstream lines(list.value_or(""));
    std::string line, priority, code;
    std::getline(lines, line); // the heading
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        if (words >> priority >> code)
            codes.insert(code);
    }
    return codes;
}

} // namespace

EspeakVoice::EspeakVoice(std::map<Language, std::string> voices, std::string program)
    : voices_(std::move(voices))
    , program_(std::move(program))
    , known_(voices_of(program_))
{
}

std::string EspeakVoice::voice_of(const Language& language) const
{
    const auto chosen = voices_.find(language);
    return chosen == voices_.end() ? usual_voice(language) : chosen->second;
}

bool EspeakVoice::can_say(const Language& language) const
{
    // A variant such as "en-gb+f3" is the voice before the plus.
    const std::string voice = voice_of(language);
    return known_.contains(voice.substr(0, voice.find('+')));
}

std::optional<Pcm> EspeakVoice::speak(const std::string& text, const Language& language, int words_a_minute,
    const std::function<bool()>& given_up)
{
    constexpr std::size_t kLongest = 8'000; // bytes; nothing on a screen is that long
    if (!can_say(language) || text.empty() || text.size() > kLongest)
        return std::nullopt;
    const auto wav = piped({ program_, "-b", "1", "-v", voice_of(language), "-s",
                               std::to_string(words_a_minute), "--stdin", "--stdout" },
        text, 5s, given_up);
    if (!wav)
        return std::nullopt;
    auto pcm = pcm_of_wav(*wav);
    if (!pcm)
        return std::nullopt;
    return at_rate(*pcm, kRate);
}

} // namespace nextplease::sound
