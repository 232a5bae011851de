// Decides when the spoken mode speaks: a new screen is read, then what comes into focus, then what was typed;
// whatever a person does stops what is being said. UI thread.
#pragma once

#include "kiosk/visitor/spoken.h"

#include <optional>

namespace nextplease::visitor {

class SpokenGuide {
public:
    // No speaker: says nothing. It must outlive the guide.
    explicit SpokenGuide(sound::Speaker* speaker)
        : speaker_(speaker)
    {
    }

    // The words of the screen that is shown next; after each change of the wording.
    void prepare(Announcement announcement) { next_ = std::move(announcement); }

    // After each frame.
    struct Seen {
        const ui::Interaction& input;
        Shown shown;
        const Words& words;
        bool asking = false;
        // What stands in the field of the step, if it has one, and whether it is the visitor's own affair.
        const std::u32string* typing = nullptr;
        sound::Utterance::Privacy privacy = sound::Utterance::Privacy::Public;
    };
    void look(const Seen& seen);

    // Keys of the keypad.
    void repeat();
    void change_volume(int steps, const Words& words);
    void change_speed(int steps, const Words& words);
    // The visitor ended the spoken mode, and is told so.
    void turned_off(const Words& words);

private:
    void begin(const Seen& seen);
    bool read_screen(const Seen& seen, Said& said);
    void read_changing();
    void read_page(const Seen& seen, Said& said);
    void read_things(const Seen& seen, Said& said);
    void read_focus(const Seen& seen, Said& said);
    void read_typing(const Seen& seen, Said& said);
    void say(Said said);

    sound::Speaker* speaker_;
    Announcement next_;
    std::string read_id_; // the screen that was read last
    Said read_changing_; // as it was said then, or since
    std::string screen_; // whose items are known
    std::u32string typed_; // in the last frame
    std::string typed_in_; // which screen
    std::string focus_;
    Said focus_said_;
    std::uint64_t actions_ = 0;
    int acted_frames_ = 0; // that what an action changed may still be ahead
    bool speaking_ = false; // the mode was on in the last frame
    bool asking_ = false;
    bool introduce_ = false;
    bool turned_ = false; // the screen's items are others than in the frame before
};

} // namespace nextplease::visitor
