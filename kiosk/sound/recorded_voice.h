// Sentences that a person has recorded, before another voice's.
#pragma once

#include "kiosk/sound/voice.h"

#include <filesystem>
#include <map>

namespace nextplease::sound {

class RecordedVoice : public Voice {
public:
    // `folder` holds a list for each language that there are recordings in, such as en.tsv: lines of a WAV's
    // name, a tab, and the words exactly as the screen says them. What cannot be read is logged and left to
    // `otherwise`.
    RecordedVoice(const std::filesystem::path& folder, std::unique_ptr<Voice> otherwise);

    bool can_say(const Language& language) const override;
    std::optional<Pcm> speak(const std::string& text, const Language& language, int words_a_minute,
        const std::function<bool()>& given_up) override;

private:
    void read_list(const std::filesystem::path& list);

    std::unique_ptr<Voice> otherwise_;
    std::map<Language, std::map<std::string, std::filesystem::path>> recordings_; // by words as spoken
};

} // namespace nextplease::sound
