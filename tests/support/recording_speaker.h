// A speaker that writes down what it was given, as its listener would hear it.
#pragma once

#include "kiosk/sound/speaker.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nextplease::testing {

class RecordingSpeaker : public sound::Speaker {
public:
    void say(std::vector<sound::Utterance> utterances) override
    {
        last = utterances;
        for (const sound::Utterance& one : utterances) {
            said.push_back(one);
            if (one.privacy == sound::Utterance::Privacy::Public
                || (one.privacy == sound::Utterance::Privacy::Personal && is_private()))
                heard += one.text + "\n";
        }
        saying = true;
    }
    void say_next(std::vector<sound::Utterance> utterances) override
    {
        const std::vector<sound::Utterance> before = last;
        for (const sound::Utterance& one : utterances)
            afterwards.push_back(one.text);
        say(std::move(utterances));
        last.insert(last.begin(), before.begin(), before.end());
    }
    void hush() override
    {
        saying = false;
        ++hushed;
    }
    void repeat() override
    {
        if (!last.empty())
            say(std::vector(last));
    }
    void chime() override { ++chimes; }
    void change_volume(int steps) override { volume_ = std::clamp(volume_ + steps, 1, 7); }
    int volume() const override { return volume_; }
    void change_speed(int steps) override { speed_ = std::clamp(speed_ + 30 * steps, 80, 350); }
    int words_a_minute() const override { return speed_; }
    void reset() override
    {
        saying = false;
        last.clear();
        volume_ = 5;
        speed_ = 160;
        ++resets;
    }
    bool can_say(const Language& language) const override { return language != voiceless; }
    void set_headphones(sound::Headphones headphones) override
    {
        saying = false;
        headphones_ = headphones == sound::Headphones::In;
    }
    bool is_private() const override { return headphones_; }

    // What was heard since the last time.
    std::string take_heard() { return std::exchange(heard, {}); }
    bool heard_of(const std::string& part) const { return heard.find(part) != std::string::npos; }

    std::vector<sound::Utterance> said, last;
    std::vector<std::string> afterwards; // of it: what let the rest be said first
    std::string heard; // one utterance a line
    bool saying = false;
    int hushed = 0, chimes = 0, resets = 0;
    Language voiceless;

private:
    int volume_ = 5, speed_ = 160;
    bool headphones_ = false;
};

} // namespace nextplease::testing
