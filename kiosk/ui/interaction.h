// Touches and keys on named items. Acts on release inside, a drag out cancels; a finger that slips a little
// still counts; a second touch of the same item within the repeat time, and any touch right after a change of
// screen, is ignored; a held key or finger is one press. Keys move a focus through the items in the order in
// which they are drawn.
//
// The repeat time keeps a trembling hand, which strikes the same place 4 to 12 times a second, from pressing
// twice: each touch that is ignored begins it anew, so the hand must come to rest first. It counts from where
// the finger lifted; for a key of the keyboard on the screen, whose letter a word may need twice, from where
// the finger came down. Then "ll" can be typed at two letters a second and more, which is as fast as people
// type on glass, while the slowest tremor, at four a second, still gives one letter. A contact that bounces
// as the finger lifts is never a second letter.
//
// One finger counts at a time. Another that joins it is ignored; but a palm, an elbow or a wet spot that
// rests on the glass blocks nobody: after a second, or where there is no item under it, the next finger takes
// over, and what rested does nothing when it lifts.
//
// Input comes in device pixels through the queue: one transition a frame, so that no fast tap is lost.
// UI thread.
#pragma once

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/geometry.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::ui {

// Milliseconds of a clock that never jumps.
using Moment = std::chrono::milliseconds;

enum class KeyCode {
    Other,
    Enter,
    Escape,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    Backspace,
    Delete,
    PageUp,
    PageDown,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    Undo, /* Ctrl+Z */
    // Of a keypad, as kiosk.conf maps its keys.
    Help,
    Speech, // begin and end speaking
    Repeat,
    Louder,
    Quieter,
    Faster,
    Slower,
    HeadphonesIn,
    HeadphonesOut
};

struct InputEvent {
    enum class Kind {
        Move,
        Press,
        Release,
        Leave,
        Key, // pressed once; repeats are not delivered but for Backspace, Delete and arrows in a text field
        Character,
        Scroll
    };
    Kind kind;
    Point at {}; // device pixels
    KeyCode key = KeyCode::Other;
    char32_t character = 0;
    float amount = 0; // Scroll: lines, down positive
    int finger = 0; // of Move, Press, Release and Leave
};

// An item as it was drawn in the last frame, for tests, speech and scripts that tap by name.
struct Item {
    std::string key; // such as "service.B"
    Rect device; // where it takes touches
    std::string label; // what it says, in the language shown
    bool enabled = true;
    bool types = false; // a key to type with: a word may need it twice
    std::string remark {}; // said beside its label: "Page 1 of 2"
};

// How an item is to be painted, and whether it was just pressed.
struct Touch {
    bool down = false; // a finger is on it
    bool focused = false; // the keys are on it: draw the ring
    bool activated = false; // act now
};

// What a finger does. Explore: it moves the focus to what is under it, so that it can be read aloud, and does
// nothing else; a second touch of what has the focus, lifted inside, acts.
enum class TouchMeaning { Act, Explore };

enum class Enabled {
    Yes,
    No // takes touches, so that it can say why not, and reports `activated`; drawn as off
};

// How a finger that presses is told from one that trembles.
struct TouchTimes {
    Moment repeat { 400 }; // the same item again within this is one press
    Moment hold { 0 }; // shorter touches do nothing: the steady mode's dwell
};

class Interaction {
public:
    struct Settings {
        TouchTimes times {};
        Moment bounce { 150 }; // a key of the keyboard again within this of its last lifting is never meant
        Moment after_screen_change { 350 };
        float slip_px = 17; // outside by this much still counts
        Moment resting { 1'000 }; // a finger that is down so long no longer keeps others out
    };
    Interaction();
    explicit Interaction(Settings settings);

    // Input waiting to be seen, in order.
    void push(const InputEvent& event);
    // Something is left that needs a further frame.
    bool pending() const { return !queue_.empty() || settle_frames_ > 0 || dwelling(); }

    // Frame. Takes at most one press or release from the queue (moves before it are merged).
    void begin(Moment now);
    void end();

    // Names the screen being drawn; when it is another than in the last frame, focus and touches start anew.
    void screen(const std::string& name);

    // An item of this frame, in focus order. `rect` in reference pixels of `canvas`.
    Touch item(const Canvas& canvas, const std::string& key, const Rect& rect, const std::string& label,
        Enabled enabled = Enabled::Yes);
    // A key of the keyboard on the screen.
    Touch typing_key(
        const Canvas& canvas, const std::string& key, const Rect& rect, const std::string& label);

    // What stands near the item that was drawn last and is said with it.
    void remark(const std::string& words);

    // Keys of this frame that moved no focus and pressed no item.
    const std::vector<KeyCode>& keys() const { return keys_; }
    const std::u32string& characters() const { return characters_; }
    float scroll() const { return scroll_; }

    void set_touch_meaning(TouchMeaning meaning) { touch_meaning_ = meaning; }
    void set_touch_times(TouchTimes times) { settings_.times = times; }
    // How often a person pressed, typed or scrolled so far: whatever is being said stops when it grows.
    std::uint64_t actions() const { return actions_; }
    // Where fingers came down in this frame on no item, in device pixels.
    const std::vector<Point>& touches_beside() const { return beside_; }

    // While a text field is open it gets Enter, arrows and characters; Tab still moves on. `open` holds until
    // it is said otherwise; typing() is said by a field in each frame in which it is open.
    void text_field_open(bool open) { text_field_ = open; }
    void typing() { typing_now_ = true; }
    bool text_field_open() const { return text_field_ || typing_now_ || typing_before_; }

    // Anything that a person did, for idle times: the moment of the last input.
    Moment last_input() const { return last_input_; }

    // Items of the last whole frame.
    const std::vector<Item>& items() const { return shown_; }
    const Item* find(const std::string& key) const;
    const std::string& screen_name() const { return screen_; }
    std::optional<std::string> focus() const;
    // Also of an item that the next frame will be the first to draw.
    void set_focus(const std::string& key);

private:
    // Takes one event; false if the frame is full with it.
    bool take(const InputEvent& event);
    void press(const InputEvent& event);
    bool press_joins(int finger);
    void explore(const Item& item);
    void explore_on(Point at);
    void release(const InputEvent& event);
    void key(KeyCode code);
    void character(char32_t c);
    void move_focus(int step);
    void activate(const std::string& key);
    void let_go();
    const Item* item_at(Point at) const;
    bool within_slip(const Item& item, Point at) const;
    bool repeats(const Item& item) const; // the last press of it was a moment ago
    bool held_long_enough() const { return now_ - down_since_ >= settings_.times.hold; }
    bool dwelling() const { return down_ && !held_.empty() && !held_long_enough(); }

    Settings settings_;
    std::deque<InputEvent> queue_;
    std::vector<Item> shown_, drawing_;
    std::string screen_;
    float scale_ = 1; // of the canvas: slip is in reference pixels

    // The finger.
    Point pointer_ { -1, -1 };
    bool down_ = false; // the finger that counts is on the glass
    int finger_ = 0; // which one that is
    Moment down_since_ { 0 };
    bool joined_ = false; // another came while it was down
    TouchMeaning touch_meaning_ = TouchMeaning::Act;
    std::string explored_; // what a finger last came upon
    Moment explored_at_ { -1'000'000 };
    std::uint64_t actions_ = 0;
    std::vector<Point> beside_;
    std::string held_; // the item on which it went down; empty: none, or that touch is ignored
    std::string activate_; // the item that acts in this frame
    std::string last_activated_;
    Moment last_activated_at_ { -1'000'000 };
    Moment last_pressed_at_ { -1'000'000 }; // when the finger of it came down

    // The keys.
    std::string focus_;
    bool focus_visible_ = false;
    int focus_expected_frames_ = 0; // that set_focus may still be ahead of the drawing
    bool text_field_ = false, typing_now_ = false, typing_before_ = false;
    std::vector<KeyCode> keys_;
    std::u32string characters_;
    float scroll_ = 0;

    Moment now_ { 0 }, last_input_ { 0 }, screen_since_ { 0 };
    int settle_frames_ = 0;
};

} // namespace nextplease::ui
