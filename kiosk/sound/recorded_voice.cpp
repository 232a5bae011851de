#include "kiosk/sound/recorded_voice.h"

#include "core/base/log.h"
#include "kiosk/sound/spelling.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <vector>

namespace nextplease::sound {
namespace {

constexpr double kLevel = -20; // RMS, dBFS: as loud as the other voice
constexpr double kLoudestPeak = -1;
constexpr std::size_t kBetweenParts = kRate / 12; // samples of silence

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

// Without the marks around them; empty if there is nothing but marks.
std::vector<std::string> words_of(const std::string& text)
{
    constexpr std::string_view kMarks[] { ",", ".", ";", ":", "!", "?", "\u060C", "\u061F", "\u06D4",
        "\uFF0C", "\u3002", "\u0964" };
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        for (const std::string_view mark : kMarks) {
            while (word.ends_with(mark))
                word.resize(word.size() - mark.size());
        }
        if (!word.empty())
            words.push_back(word);
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t count)
{
    std::string text = words.at(first);
    for (std::size_t i = first + 1; i < first + count; ++i)
        text += ' ' + words.at(i);
    return text;
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

std::optional<Pcm> RecordedVoice::whole(const Recordings& recordings, const std::string& text)
{
    const auto found = recordings.find(text);
    return found == recordings.end() ? std::nullopt : read_recording(found->second);
}

std::optional<Pcm> RecordedVoice::from_parts(const Recordings& recordings, const std::string& text)
{
    const std::vector<std::string> words = words_of(text);
    Pcm all { kRate, {} };
    for (std::size_t first = 0; first < words.size();) {
        std::optional<Pcm> part;
        std::size_t count = words.size() - first;
        for (; count > 0 && !part; --count)
            part = whole(recordings, joined(words, first, count));
        if (!part)
            return std::nullopt;
        first += count + 1;
        all.samples.insert(all.samples.end(), part->samples.begin(), part->samples.end());
        all.samples.insert(all.samples.end(), kBetweenParts, 0);
    }
    return all;
}

std::optional<Pcm> RecordedVoice::speak(const std::string& text, const Language& language, int words_a_minute,
    const std::function<bool()>& given_up)
{
    if (const auto list = recordings_.find(language); list != recordings_.end()) {
        if (auto recording = whole(list->second, text))
            return recording;
        if (auto parts = from_parts(list->second, text))
            return parts;
    }
    return otherwise_->speak(text, language, words_a_minute, given_up);
}

} // namespace nextplease::sound
