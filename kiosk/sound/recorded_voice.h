// Sentences that a person has recorded, before another voice's.
#pragma once

#include "kiosk/sound/voice.h"

#include <filesystem>
#include <map>

namespace nextplease::sound {

class RecordedVoice : public Voice {
public:
    // `folder` holds a list for each language that there are recordings in, such as en.tsv: lines of a WAV's
    // name, a tab, and the words exactly as the screen says them. A sentence that was not recorded whole is
    // put together from recorded parts ("ticket", "B", "0", "4", "2", "desk 3") if there are all of them, the
    // longest first. What cannot be read is logged and left to `otherwise`.
    RecordedVoice(const std::filesystem::path& folder, std::unique_ptr<Voice> otherwise);

    bool can_say(const Language& language) const override;
    std::optional<Pcm> speak(const std::string& text, const Language& language, int words_a_minute,
        const std::function<bool()>& given_up) override;

private:
    using Recordings = std::map<std::string, std::filesystem::path>; // by words as spoken
    void read_list(const std::filesystem::path& list);
    static std::optional<Pcm> whole(const Recordings& recordings, const std::string& text);
    static std::optional<Pcm> from_parts(const Recordings& recordings, const std::string& text);

    std::unique_ptr<Voice> otherwise_;
    std::map<Language, Recordings> recordings_;
};

} // namespace nextplease::sound
