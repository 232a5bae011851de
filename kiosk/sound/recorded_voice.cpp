#include "kiosk/sound/recorded_voice.h"

#include "core/base/log.h"
#include "kiosk/sound/spelling.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace nextplease::sound {
namespace {

constexpr double kLevel = -20; // RMS, dBFS: as loud as the other voice
constexpr double kLoudestPeak = -1;

std::optional<Pcm> read_recording(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    auto pcm = pcm_of_wav(bytes);
    if (!pcm)
        return std::nullopt;
    amplify(*pcm, std::min(kLevel - rms_dbfs(pcm->samples), kLoudestPeak - peak_dbfs(pcm->samples)));
    return at_rate(*pcm, kRate);
}

} // namespace

RecordedVoice::RecordedVoice(const std::filesystem::path& folder, std::unique_ptr<Voice> otherwise)
    : otherwise_(std::move(otherwise))
{
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".tsv")
            read_list(entry.path());
    }
    if (problem)
        log::warning(fmt::format("the folder of recorded phrases {} cannot be read ({}): everything is said "
                                 "by the computer's voice",
            folder.string(), problem.message()));
}

void RecordedVoice::read_list(const std::filesystem::path& list)
{
    std::ifstream stream(list);
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        const std::size_t tab = line.find('\t');
        if (line.empty() || line.starts_with('#'))
            continue;
        const std::filesystem::path file = list.parent_path() / line.substr(0, tab);
        if (tab == std::string::npos || !std::filesystem::is_regular_file(file)) {
            log::warning(fmt::format(
                "{}:{}: write the name of a WAV that is there, a tab, and its words", list.string(), number));
            continue;
        }
        recordings_[Language(list.stem().string())][as_spoken(line.substr(tab + 1))] = file;
    }
}

bool RecordedVoice::can_say(const Language& language) const
{
    return otherwise_->can_say(language);
}

std::optional<Pcm> RecordedVoice::speak(const std::string& text, const Language& language, int words_a_minute,
    const std::function<bool()>& given_up)
{
    if (const auto list = recordings_.find(language); list != recordings_.end()) {
        if (const auto found = list->second.find(text); found != list->second.end()) {
            if (auto recording = read_recording(found->second))
                return recording;
        }
    }
    return otherwise_->speak(text, language, words_a_minute, given_up);
}

} // namespace nextplease::sound
