// The voice of espeak-ng, run as a program of its own for each sentence: its licence (GPL) asks that it is
// not linked in. The words go through a pipe, so that they stand in no list of processes.
#pragma once

#include "kiosk/sound/voice.h"

#include <map>
#include <set>

namespace nextplease::sound {

class EspeakVoice : public Voice {
public:
    // `voices`: names of espeak-ng's voices where the usual one is not wanted. Asks the program which it has,
    // which takes some hundredths of a second; if there is no such program it can say nothing.
    explicit EspeakVoice(std::map<Language, std::string> voices, std::string program = "espeak-ng");

    bool can_say(const Language& language) const override;
    std::optional<Pcm> speak(const std::string& text, const Language& language, int words_a_minute,
        const std::function<bool()>& given_up) override;

private:
    std::string voice_of(const Language& language) const;

    std::map<Language, std::string> voices_;
    std::string program_;
    std::set<std::string> known_; // by espeak-ng's own codes
};

} // namespace nextplease::sound
