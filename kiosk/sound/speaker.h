// What is said aloud, and who hears it. A face hands over sentences and goes on: nothing here waits. Tests
// listen with one of their own; loudspeaker.h is the real one. UI thread.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace nextplease::sound {

// Words in one language, said in one breath.
struct Utterance {
    enum class Privacy {
        Public,
        Personal, // what a visitor typed of herself: by headphones only
        Secret // a PIN: never
    };
    std::string text; // plain words, as they are shown
    Language language;
    Privacy privacy = Privacy::Public;
};

enum class Headphones { Out, In };

class Speaker {
public:
    virtual ~Speaker() = default;

    // Stops what is being said and says this. What may not be heard where it would be is left out.
    virtual void say(std::vector<Utterance> utterances) = 0;
    // Says this once what is being said has ended.
    virtual void say_next(std::vector<Utterance> utterances) = 0;
    // Silent at once: anybody's touch or key means this. At the latest 200 ms from now.
    virtual void hush() = 0;
    // What was said last, again from its beginning.
    virtual void repeat() = 0;
    // A soft two-tone sign that something on the screen wants attention; not while anything is said.
    virtual void chime() = 0;

    // Seven steps of 4 dB, from 1 to 7; ten of speed. Each stays within its range.
    virtual void change_volume(int steps) = 0;
    virtual int volume() const = 0;
    virtual void change_speed(int steps) = 0;
    virtual int words_a_minute() const = 0;
    // The visit is over: silent, volume and speed as configured, nothing left to repeat.
    virtual void reset() = 0;

    // Whether there is a voice for it. Where there is none, the screen's words are text only.
    virtual bool can_say(const Language& language) const = 0;

    // Headphones were put in or pulled out. Out: silent at once.
    virtual void set_headphones(Headphones headphones) = 0;
    // Nobody but the visitor hears it.
    virtual bool is_private() const = 0;

    // What is wrong with the sound, for staff; empty: nothing known.
    virtual std::string trouble() const { return {}; }
};

} // namespace nextplease::sound
