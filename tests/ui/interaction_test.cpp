#include "kiosk/ui/interaction.h"

#include "tests/ui/ui_fixture.h"

#include <doctest/doctest.h>
#include <map>
#include <random>

using namespace nextplease;
using namespace nextplease::ui;

namespace {

using namespace std::chrono_literals;

const Rect kA { 48, 320, 984, 136 };
const Rect kB { 48, 472, 984, 136 };
const Rect kC { 48, 624, 984, 136 }; // off

Point middle(const Rect& rect)
{
    return { rect.x + rect.w / 2, rect.y + rect.h / 2 };
}

// A screen with three items, one of them off, that counts what happens.
struct Glass {
    UiFixture ui;
    Interaction input;
    Canvas canvas = ui.canvas(ui.english);
    Moment now { 10'000 };
    std::string screen = "home";
    std::map<std::string, int> acted;
    std::map<std::string, Touch> last;
    bool shows_b = true;

    Glass()
    {
        frame();
        wait(1000ms);
    }

    void frame()
    {
        now += 16ms;
        last.clear();
        input.begin(now);
        input.screen(screen);
        draw("A", kA, Enabled::Yes);
        if (shows_b)
            draw("B", kB, Enabled::Yes);
        draw("C", kC, Enabled::No);
        input.end();
    }
    void draw(const std::string& key, const Rect& rect, Enabled enabled)
    {
        last[key] = input.item(canvas, key, rect, "Item " + key, enabled);
        acted[key] += last[key].activated ? 1 : 0;
    }
    void wait(Moment by)
    {
        now += by;
        frame();
    }
    void settle()
    {
        while (input.pending())
            frame();
    }

    void press(Point at, int finger = 0)
    {
        input.push({ .kind = InputEvent::Kind::Press, .at = at, .finger = finger });
    }
    void release(Point at, int finger = 0)
    {
        input.push({ .kind = InputEvent::Kind::Release, .at = at, .finger = finger });
    }
    void move(Point at) { input.push({ .kind = InputEvent::Kind::Move, .at = at }); }
    void key(KeyCode code)
    {
        input.push({ .kind = InputEvent::Kind::Key, .key = code });
        wait(500ms);
    }
    void tap(Point at)
    {
        move(at);
        press(at);
        release(at);
    }
};

} // namespace

TEST_CASE("A finger that is on and off before a frame is one press")
{
    Glass glass;
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 1);
    CHECK(glass.acted["B"] == 0);
}

TEST_CASE("The item under a finger is shown pressed in the very next frame")
{
    Glass glass;
    glass.press(middle(kA));
    glass.frame();
    CHECK(glass.last["A"].down);
    CHECK_FALSE(glass.last["B"].down);
    glass.release(middle(kA));
    glass.frame();
    CHECK_FALSE(glass.last["A"].down);
    CHECK(glass.last["A"].activated);
    glass.frame();
    CHECK_FALSE(glass.last["A"].activated);
}

TEST_CASE("Two quick presses of different items both count")
{
    Glass glass;
    glass.tap(middle(kA));
    glass.tap(middle(kB)); // 20 ms later, in the same frame
    glass.tap(middle(kA));
    glass.tap(middle(kC));
    glass.settle();
    CHECK(glass.acted["A"] == 2);
    CHECK(glass.acted["B"] == 1);
    CHECK(glass.acted["C"] == 1);
}

TEST_CASE("A finger that slides off cancels")
{
    Glass glass;
    glass.press(middle(kA));
    glass.frame();
    glass.move(middle(kB));
    glass.frame();
    CHECK_FALSE(glass.last["A"].down);
    glass.release(middle(kB));
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    CHECK(glass.acted["B"] == 0);
}

TEST_CASE("A finger that slips a little still counts")
{
    Glass glass;
    glass.press({ 540, 330 });
    glass.frame();
    glass.release({ 540, 320 - 16 });
    glass.settle();
    CHECK(glass.acted["A"] == 1);
    glass.wait(1000ms);
    glass.press({ 540, 330 });
    glass.frame();
    glass.release({ 540, 320 - 19 });
    glass.settle();
    CHECK(glass.acted["A"] == 1);
}

TEST_CASE("A slip onto another item presses neither")
{
    Glass glass;
    glass.press({ 540, 320 + 134 });
    glass.frame();
    glass.release({ 540, 473 });
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    CHECK(glass.acted["B"] == 0);
}

TEST_CASE("A double tap is one press, and a trembling finger too")
{
    Glass glass;
    for (int i = 0; i < 12; ++i) { // 8 Hz for a second and a half
        glass.tap(middle(kA));
        glass.settle();
        glass.wait(60ms);
    }
    CHECK(glass.acted["A"] == 1);
    glass.wait(400ms);
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 2);
}

TEST_CASE("T7: a touch in the 350 ms after a change of screen is ignored")
{
    Glass glass;
    glass.screen = "confirm";
    glass.frame();
    glass.wait(200ms);
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    glass.wait(200ms);
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 1);
}

TEST_CASE("A finger that is down while the screen changes does nothing when it lifts")
{
    Glass glass;
    glass.press(middle(kA));
    glass.frame();
    glass.screen = "timeout";
    glass.wait(1000ms);
    CHECK_FALSE(glass.last["A"].down);
    glass.release(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    glass.wait(500ms);
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 1);
}

TEST_CASE("However long it is held, it is one press")
{
    for (const Moment held : { 50ms, 500ms, 3000ms, 10'000ms }) {
        Glass glass;
        glass.press(middle(kA));
        glass.frame();
        for (Moment passed { 0 }; passed < held; passed += 50ms)
            glass.wait(50ms);
        CHECK(glass.acted["A"] == 0);
        glass.release(middle(kA));
        glass.settle();
        CHECK(glass.acted["A"] == 1);
    }
}

TEST_CASE("A second finger or a palm changes nothing")
{
    Glass glass;
    glass.press(middle(kA), 1);
    glass.frame();
    glass.press(middle(kB), 2);
    glass.frame();
    CHECK(glass.last["A"].down);
    glass.release(middle(kB), 2);
    glass.frame();
    CHECK(glass.last["A"].down);
    glass.release(middle(kA), 1);
    glass.settle();
    CHECK(glass.acted["A"] == 1);
    CHECK(glass.acted["B"] == 0);
}

TEST_CASE("A finger that is lost without lifting presses nothing, and the next one works")
{
    Glass glass;
    glass.press(middle(kA));
    glass.frame();
    glass.input.push({ .kind = InputEvent::Kind::Leave });
    glass.settle();
    CHECK_FALSE(glass.last["A"].down);
    glass.tap(middle(kB));
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    CHECK(glass.acted["B"] == 1);
    // The same, when nobody tells that it was lost.
    glass.press(middle(kA));
    glass.frame();
    glass.wait(600ms);
    glass.tap(middle(kB));
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    CHECK(glass.acted["B"] == 2);
}

TEST_CASE("An item that is off reports the press, so that it can say why")
{
    Glass glass;
    glass.tap(middle(kC));
    glass.settle();
    CHECK(glass.acted["C"] == 1);
    CHECK_FALSE(glass.input.find("C")->enabled);
    CHECK(glass.input.find("A")->enabled);
}

TEST_CASE("Keys move the focus in the order of drawing and wrap, and Enter presses")
{
    Glass glass;
    CHECK_FALSE(glass.input.focus().has_value());
    glass.key(KeyCode::Tab);
    CHECK(glass.last["A"].focused);
    glass.key(KeyCode::Down);
    CHECK(glass.last["B"].focused);
    CHECK_FALSE(glass.last["A"].focused);
    glass.key(KeyCode::Right);
    glass.key(KeyCode::Tab);
    CHECK(glass.last["A"].focused);
    glass.key(KeyCode::BackTab);
    CHECK(glass.last["C"].focused);
    glass.key(KeyCode::Up);
    glass.key(KeyCode::Left);
    CHECK(glass.last["A"].focused);
    glass.key(KeyCode::Enter);
    CHECK(glass.acted["A"] == 1);
    CHECK(glass.input.keys().empty());
}

TEST_CASE("The ring is seen only while keys are used")
{
    Glass glass;
    glass.key(KeyCode::Tab);
    CHECK(glass.last["A"].focused);
    glass.tap(middle(kB));
    glass.settle();
    CHECK_FALSE(glass.last["A"].focused);
    CHECK_FALSE(glass.last["B"].focused);
    glass.key(KeyCode::Tab); // on from what was touched
    CHECK(glass.last["C"].focused);
}

TEST_CASE("Two presses of Enter in a hurry are one")
{
    Glass glass;
    glass.key(KeyCode::Tab);
    glass.input.push({ .kind = InputEvent::Kind::Key, .key = KeyCode::Enter });
    glass.input.push({ .kind = InputEvent::Kind::Key, .key = KeyCode::Enter });
    glass.settle();
    CHECK(glass.acted["A"] == 1);
}

TEST_CASE("A focus on what is gone starts anew")
{
    Glass glass;
    glass.key(KeyCode::Tab);
    glass.key(KeyCode::Tab);
    CHECK(glass.input.focus() == "B");
    glass.shows_b = false;
    glass.settle();
    glass.frame();
    CHECK_FALSE(glass.input.focus().has_value());
    glass.key(KeyCode::Tab);
    CHECK(glass.input.focus() == "A");
    glass.screen = "other";
    glass.frame();
    CHECK_FALSE(glass.input.focus().has_value());
}

TEST_CASE("A focus can be set for the screen that comes next")
{
    Glass glass;
    glass.shows_b = false;
    glass.frame();
    glass.input.set_focus("B");
    glass.screen = "other";
    glass.shows_b = true;
    glass.frame();
    glass.frame();
    glass.frame();
    CHECK(glass.input.focus() == "B");
}

TEST_CASE("Keys that press nothing go to the screen, each once")
{
    Glass glass;
    glass.input.push({ .kind = InputEvent::Kind::Key, .key = KeyCode::F2 });
    glass.input.push({ .kind = InputEvent::Kind::Key, .key = KeyCode::Escape });
    glass.frame();
    REQUIRE(glass.input.keys().size() == 1);
    CHECK(glass.input.keys()[0] == KeyCode::F2);
    glass.frame();
    REQUIRE(glass.input.keys().size() == 1);
    CHECK(glass.input.keys()[0] == KeyCode::Escape);
    glass.frame();
    CHECK(glass.input.keys().empty());
}

TEST_CASE("An open text field gets Enter and arrows, Tab moves on")
{
    Glass glass;
    glass.key(KeyCode::Tab);
    glass.input.text_field_open(true);
    glass.key(KeyCode::Down);
    CHECK(glass.input.keys().size() == 1);
    CHECK(glass.input.focus() == "A");
    glass.key(KeyCode::Enter);
    CHECK(glass.acted["A"] == 0);
    glass.key(KeyCode::Tab);
    CHECK(glass.input.focus() == "B");
}

TEST_CASE("Typed characters come in order, before the key that follows them")
{
    Glass glass;
    for (const char32_t c : { U'ż', U'ا' })
        glass.input.push({ .kind = InputEvent::Kind::Character, .character = c });
    glass.input.push({ .kind = InputEvent::Kind::Key, .key = KeyCode::Backspace });
    glass.input.push({ .kind = InputEvent::Kind::Character, .character = U'x' });
    glass.frame();
    CHECK(glass.input.characters() == U"żا");
    CHECK(glass.input.keys().size() == 1);
    glass.frame();
    CHECK(glass.input.characters() == U"x");
}

TEST_CASE("The last thing that a person did is remembered")
{
    Glass glass;
    glass.wait(30'000ms);
    glass.press(middle(kA));
    glass.frame();
    CHECK(glass.input.last_input() == glass.now);
    const Moment then = glass.now;
    glass.wait(5000ms);
    CHECK(glass.input.last_input() == then);
    glass.settle();
    CHECK_FALSE(glass.input.pending());
}

TEST_CASE("What lies on top is touched")
{
    UiFixture ui;
    Interaction input;
    Canvas canvas = ui.canvas(ui.english);
    bool below = false, above = false;
    const auto frame = [&](Moment now) {
        input.begin(now);
        below = below || input.item(canvas, "below", { 0, 0, 500, 500 }, "below").activated;
        above = above || input.item(canvas, "above", { 100, 100, 100, 100 }, "above").activated;
        input.end();
    };
    frame(1000ms);
    input.push({ .kind = InputEvent::Kind::Press, .at = { 150, 150 } });
    input.push({ .kind = InputEvent::Kind::Release, .at = { 150, 150 } });
    frame(2000ms);
    frame(2016ms);
    CHECK(above);
    CHECK_FALSE(below);
}

TEST_CASE("Nothing that fingers and keys do leaves it stuck")
{
    constexpr unsigned kSeed = 20261013;
    CAPTURE(kSeed);
    std::mt19937 random(kSeed);
    const auto number = [&random](
                            int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    Glass glass;
    constexpr int kEvents = 100'000;
    for (int i = 0; i < kEvents; ++i) {
        InputEvent event { .kind = static_cast<InputEvent::Kind>(number(7)),
            .at = { static_cast<float>(number(1200) - 60), static_cast<float>(number(900)) },
            .key = static_cast<KeyCode>(number(static_cast<int>(KeyCode::HeadphonesOut) + 1)),
            .character = static_cast<char32_t>(number(0x11FFFF)),
            .amount = 1,
            .finger = number(3) };
        glass.input.push(event);
        if (number(3) == 0)
            glass.wait(Moment { number(200) });
        if (number(50) == 0)
            glass.screen = "screen " + std::to_string(number(3));
        if (number(40) == 0)
            glass.shows_b = !glass.shows_b;
        const int down = glass.last["A"].down + glass.last["B"].down + glass.last["C"].down;
        REQUIRE(down <= 1);
    }
    glass.shows_b = true;
    glass.settle();
    // Every finger lifts; then one tap is one press.
    for (int finger = 0; finger < 3; ++finger)
        glass.release({ -10, -10 }, finger);
    glass.settle();
    glass.wait(1000ms);
    glass.acted.clear();
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 1);
    CHECK_FALSE(glass.input.pending());
}

TEST_CASE("T8: a palm that rests on the glass blocks nobody, and does nothing when it lifts")
{
    for (const Point palm : { Point { 1070, 900 }, middle(kB) }) {
        Glass glass;
        glass.press(palm, 7);
        glass.frame();
        glass.wait(1500ms);
        glass.press(middle(kA), 8);
        glass.frame();
        CHECK(glass.last["A"].down);
        glass.wait(100ms);
        glass.release(middle(kA), 8);
        glass.settle();
        CHECK(glass.acted["A"] == 1);
        glass.release(palm, 7);
        glass.settle();
        CHECK(glass.acted["B"] == 0);
        // The next one works as ever.
        glass.wait(1000ms);
        glass.press(middle(kB), 9);
        glass.frame();
        glass.release(middle(kB), 9);
        glass.settle();
        CHECK(glass.acted["B"] == 1);
    }
}

TEST_CASE("T8: a palm beside every item does not keep a finger out for a moment")
{
    Glass glass;
    glass.press({ 1070, 900 }, 7);
    glass.press(middle(kA), 8);
    glass.frame();
    glass.frame();
    glass.release(middle(kA), 8);
    glass.settle();
    CHECK(glass.acted["A"] == 1);
}

TEST_CASE("T8: another contact in any frame of a touch changes nothing")
{
    constexpr int kFrames = 12;
    for (int comes = 0; comes <= kFrames - 2; ++comes) {
        for (int goes = comes + 1; goes <= kFrames; ++goes) {
            Glass glass;
            for (int frame = 0; frame <= kFrames; ++frame) {
                if (frame == 0)
                    glass.press(middle(kA), 1);
                if (frame == comes)
                    glass.press(middle(kB), 2);
                if (frame == kFrames - 2)
                    glass.release(middle(kA), 1);
                if (frame == goes)
                    glass.release(middle(kB), 2);
                glass.frame();
            }
            glass.settle();
            CHECK(glass.acted["A"] == 1);
            CHECK(glass.acted["B"] == 0);
        }
    }
}

TEST_CASE("T5: a release within 5 mm of the item counts, further away it does not, and on another never")
{
    for (const float beyond : { 0.0F, 16.0F }) {
        Glass glass;
        glass.press(middle(kA));
        glass.frame();
        glass.release({ 540, kA.y - beyond });
        glass.settle();
        CHECK(glass.acted["A"] == 1);
    }
    for (const Point far : { Point { 540, kA.y - 18 }, middle(kB), Point { 540, kB.y + 2 } }) {
        Glass glass;
        glass.press(middle(kA));
        glass.frame();
        glass.release(far);
        glass.settle();
        CHECK(glass.acted["A"] == 0);
        CHECK(glass.acted["B"] == 0);
    }
}

TEST_CASE("T6: held from 50 ms to 10 s, by finger or key, it is one press")
{
    for (Moment held = 50ms; held <= 10s; held = held * 3 / 2) {
        Glass glass;
        glass.press(middle(kA));
        glass.frame();
        for (Moment passed { 0 }; passed < held; passed += 16ms)
            glass.frame();
        CHECK(glass.acted["A"] == 0);
        glass.release(middle(kA));
        glass.settle();
        glass.wait(2000ms);
        CHECK(glass.acted["A"] == 1);
    }
}

TEST_CASE("S2: an exploring finger reads what it comes upon, and acts by a second touch alone")
{
    Glass glass;
    glass.input.set_touch_meaning(TouchMeaning::Explore);
    glass.tap(middle(kA));
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    CHECK(glass.input.focus() == "A");
    CHECK(glass.last["A"].focused);
    glass.tap(middle(kA)); // it trembles: not a second touch
    glass.settle();
    CHECK(glass.acted["A"] == 0);
    glass.wait(500ms);
    glass.press(middle(kA));
    glass.frame();
    glass.input.push({ .kind = InputEvent::Kind::Move, .at = middle(kB) }); // reads on
    glass.frame();
    CHECK(glass.input.focus() == "B");
    glass.release(middle(kB));
    glass.settle();
    CHECK(glass.acted["A"] + glass.acted["B"] == 0);
    glass.wait(500ms);
    glass.tap(middle(kB));
    glass.settle();
    CHECK(glass.acted["B"] == 1);
}

TEST_CASE("Presses, keys, letters and scrolling are actions; sliding and lifting are not")
{
    Glass glass;
    const auto before = glass.input.actions();
    glass.press(middle(kA));
    glass.frame();
    CHECK(glass.input.actions() == before + 1);
    glass.input.push({ .kind = InputEvent::Kind::Move, .at = middle(kA) });
    glass.release(middle(kA));
    glass.settle();
    CHECK(glass.input.actions() == before + 1);
    glass.input.push({ .kind = InputEvent::Kind::Key, .key = KeyCode::Tab });
    glass.input.push({ .kind = InputEvent::Kind::Character, .character = U'a' });
    glass.settle();
    CHECK(glass.input.actions() == before + 3);
}

TEST_CASE("Fingers that come down beside every item are told")
{
    Glass glass;
    glass.press({ 5, 5 });
    glass.frame();
    REQUIRE(glass.input.touches_beside().size() == 1);
    CHECK(glass.input.touches_beside().front().x == 5);
    glass.release({ 5, 5 });
    glass.frame();
    CHECK(glass.input.touches_beside().empty());
}

TEST_CASE("T7: the same item counts again 400 ms after it was let go, other times can be set")
{
    for (const Moment repeat : { 400ms, 500ms, 1000ms }) {
        Glass glass;
        if (repeat != 400ms)
            glass.input.set_touch_times({ .repeat = repeat });
        glass.tap(middle(kA));
        glass.settle();
        CHECK(glass.acted["A"] == 1);
        glass.wait(repeat - 100ms);
        glass.tap(middle(kA)); // too soon, and the time begins anew
        glass.settle();
        CHECK(glass.acted["A"] == 1);
        glass.wait(repeat - 100ms);
        glass.tap(middle(kA));
        glass.settle();
        CHECK(glass.acted["A"] == 1);
        glass.wait(repeat);
        glass.tap(middle(kA));
        glass.settle();
        CHECK(glass.acted["A"] == 2);
    }
}

TEST_CASE("T7: in steady mode a touch counts when it was held for 300 ms, and is shown as soon as it counts")
{
    Glass glass;
    glass.input.set_touch_times({ .repeat = 700ms, .hold = 300ms });
    const auto touch = [&glass](Moment held) {
        glass.press(middle(kA));
        glass.frame();
        for (Moment passed { 0 }; passed + 16ms <= held; passed += 16ms)
            glass.frame();
        const bool dark = glass.last["A"].down;
        glass.release(middle(kA));
        glass.settle();
        return dark;
    };
    CHECK_FALSE(touch(250ms)); // a brush in passing
    CHECK(glass.acted["A"] == 0);
    CHECK(touch(320ms));
    CHECK(glass.acted["A"] == 1);
    glass.wait(600ms);
    touch(320ms);
    CHECK(glass.acted["A"] == 1);
    glass.wait(700ms);
    touch(320ms);
    CHECK(glass.acted["A"] == 2);
    // While it is held, frames go on, so that it can be shown.
    glass.wait(1000ms);
    glass.press(middle(kB));
    for (int i = 0; i < 10; ++i)
        glass.frame();
    CHECK(glass.input.pending());
    for (int i = 0; i < 10; ++i)
        glass.frame();
    CHECK_FALSE(glass.input.pending());
    CHECK(glass.last["B"].down);
}
