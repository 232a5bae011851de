// A step in which something is typed: on every shape of screen, by touch, by a real keyboard, and what is
// seen of it.
#include "tests/support/ui_driver.h"
#include "tests/visitor/typing_face.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

using Keys = TypingStep::Keys;
using Room = TypingStep::Room;
using Kind = Intent::Kind;

struct Wordings {
    const char *language, *question, *hint, *label, *privacy, *problem;
};
// As long as the longest that the kiosk says.
constexpr Wordings kWordings[] {
    { "en", "What do you want to tell us?", "Write it in your own words. Any language is fine.", "Type here",
        "Only our complaints team reads this. You can stay anonymous.",
        "This number is too short. Type all its digits, from the first 0 on." },
    { "pl", "Co chcesz nam powiedzieć?", "Napisz własnymi słowami, w dowolnym języku.", "Pisz tutaj",
        "Czyta to tylko nasz zespół do spraw skarg. Możesz pozostać anonimowo.",
        "Ten numer jest za krótki. Wpisz wszystkie cyfry, od pierwszego zera." },
    { "ur", "آپ ہمیں کیا بتانا چاہتے ہیں؟", "اپنے الفاظ میں لکھیں۔ کوئی بھی زبان ٹھیک ہے۔", "یہاں لکھیں",
        "یہ صرف ہماری شکایات کی ٹیم پڑھتی ہے۔ آپ گمنام رہ سکتے ہیں۔",
        "یہ نمبر چھوٹا ہے۔ پہلے صفر سے سب ہندسے لکھیں۔" },
};

TypingStep step_of(const Wordings& words, Keys keys, Room room)
{
    return { .question = words.question,
        .hint = words.hint,
        .label = words.label,
        .privacy = words.privacy,
        .keys = keys,
        .room = room,
        .next = ButtonWords { .key = "step.next", .label = "Next", .icon = ui::Icon::Arrow } };
}

TypingStep words_step()
{
    return step_of(kWordings[0], Keys::Words, Room::Lines);
}

void type_into(ui::TextDraft& draft, const std::u32string& text)
{
    for (const char32_t c : text)
        draft.insert(c);
}

// Keys stand 8 apart, closer than other things that are touched.
constexpr LayoutLaws kLaws { .smallest_gap = 8 };

std::string out_of_reach(const UiDriver& ui, float top)
{
    for (const ui::Item& item : ui.items())
        if (item.device.y / ui.scale() < top)
            return item.key;
    return {};
}

void check_laws(int width, int height, float reach_top)
{
    for (const Wordings& words : kWordings) {
        for (int bits = 0; bits < 8; ++bits) {
            const Modes modes { (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0 };
            for (const Keys keys : { Keys::Words, Keys::Code, Keys::Digits, Keys::Email }) {
                const Room room = keys == Keys::Words ? Room::Lines : Room::Line;
                TypingFace face(words.language, modes, step_of(words, keys, room));
                UiDriver ui(face, width, height);
                const auto check = [&](const std::string& state) {
                    CHECK_MESSAGE(broken_laws(ui, kLaws) == "", words.language << bits << state);
                    if (modes.reach)
                        CHECK_MESSAGE(out_of_reach(ui, reach_top) == "", words.language << bits << state);
                };
                check(" empty");
                type_into(face.draft, U"something that was typed, and a little more of it");
                face.step.problem = words.problem;
                face.draft.keyboard.shifted = true;
                ui.settle();
                check(" shifted, with a problem");
                face.draft.keyboard = { .page = ui::KeyboardState::Page::Signs };
                ui.settle();
                check(" signs");
            }
        }
    }
}

} // namespace

TEST_CASE("A typing step keeps the laws of the look in portrait, in every mode")
{
    check_laws(1080, 1920, 864);
}

TEST_CASE("A typing step keeps the laws of the look in landscape, in every mode")
{
    check_laws(1920, 1080, 486);
}

TEST_CASE("Keys have the size of the look")
{
    TypingFace face("en", {}, words_step());
    UiDriver portrait(face, 1080, 1920);
    CHECK(portrait.item("key.q").device.w == 96);
    CHECK(portrait.item("key.q").device.h == 104);
    CHECK(portrait.item("key.w").device.x - portrait.item("key.q").device.right() == 8);
    UiDriver landscape(face, 1920, 1080);
    CHECK(landscape.item("key.q").device.w == 88);
    CHECK(landscape.item("key.q").device.h == 96);
}

TEST_CASE("A text is typed by touch: letters, one capital, signs, a new line, delete and undo")
{
    TypingFace face("en", {}, words_step());
    UiDriver ui(face);
    const auto tap = [&ui](std::initializer_list<const char*> keys) {
        for (const char* key : keys)
            ui.tap(key);
    };
    tap({ "key.shift", "key.H", "key.i", "key.space", "key.signs", "key.4", "key.2", "key.letters", "key.o",
        "key.o", "key.new-line", "key.b" });
    CHECK(said(face.draft) == "Hi 42oo\nb");
    tap({ "key.delete" });
    CHECK(said(face.draft) == "Hi 42oo\n");
    tap({ "key.undo" });
    CHECK(said(face.draft) == "Hi 42oo\nb");
    tap({ "key.undo", "key.undo" });
    CHECK(said(face.draft) == "Hi ");
    tap({ "key.redo" });
    CHECK(said(face.draft) == "Hi 42oo\n");
    CHECK(face.asked(Kind::StepTyped));
    CHECK(!face.asked(Kind::StepNext));
}

TEST_CASE("T7: the same letter twice is two letters, from a trembling hand it is one")
{
    TypingFace face("en", {}, words_step());
    UiDriver ui(face);
    ui.advance(ui::Moment { 400 });
    const ui::Point at = ui.middle_of("key.l");
    const auto touch = [&] {
        ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        ui.frame();
        ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
        ui.frame();
    };
    touch();
    ui.advance(ui::Moment { 384 }); // 400 from where the finger came down first
    touch();
    CHECK(said(face.draft) == "ll");
    ui.advance(ui::Moment { 400 });
    touch(); // bounces
    touch();
    touch();
    CHECK(said(face.draft) == "lll");
    for (const int hertz : { 4, 5, 6, 8, 10, 12 }) {
        CAPTURE(hertz);
        ui.advance(ui::Moment { 600 });
        const std::size_t before = face.draft.text.size();
        for (int swing = 0; swing < 2 * hertz; ++swing) {
            touch();
            ui.advance(ui::Moment { 1000 / hertz - 32 });
        }
        CHECK(face.draft.text.size() == before + 1);
    }
}

TEST_CASE("T7: a key held long does not double its letter where the contact bounces as it lifts")
{
    TypingFace face("en", {}, words_step());
    UiDriver ui(face);
    ui.advance(ui::Moment { 400 });
    const ui::Point at = ui.middle_of("key.l");
    ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
    ui.advance(ui::Moment { 3000 });
    for (int bounce = 0; bounce < 3; ++bounce) {
        ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
        ui.frame();
        ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        ui.frame();
    }
    ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
    ui.settle();
    CHECK(said(face.draft) == "l");
}

TEST_CASE("T6: delete held for ten seconds deletes one letter")
{
    TypingFace face("en", {}, words_step());
    type_into(face.draft, U"abc");
    UiDriver ui(face);
    ui.advance(ui::Moment { 400 });
    const ui::Point at = ui.middle_of("key.delete");
    ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
    ui.frame();
    ui.advance(ui::Moment { 10'000 });
    ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
    ui.settle();
    CHECK(said(face.draft) == "ab");
}

TEST_CASE("A scanner types at any speed: each letter once, in order, and Enter goes on")
{
    TypingFace face("en", {}, step_of(kWordings[0], Keys::Code, Room::Line));
    UiDriver ui(face);
    const std::string code = "b042-19f7";
    for (const char c : code)
        ui.input().push({ .kind = ui::InputEvent::Kind::Character, .character = static_cast<char32_t>(c) });
    ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = ui::KeyCode::Enter });
    ui.frame(); // all in one frame
    CHECK(said(face.draft) == "B042-19F7");
    CHECK(face.asked(Kind::StepNext));
}

TEST_CASE("A real keyboard types and mends: arrows, delete, Ctrl+Z, lines")
{
    TypingFace face("en", {}, words_step());
    UiDriver ui(face);
    ui.type("one two");
    ui.key(ui::KeyCode::Enter);
    ui.type("three");
    CHECK(said(face.draft) == "one two\nthree");
    ui.key(ui::KeyCode::Up);
    ui.key(ui::KeyCode::Home);
    ui.key(ui::KeyCode::Delete);
    ui.type("O");
    CHECK(said(face.draft) == "One two\nthree");
    ui.key(ui::KeyCode::Down);
    CHECK(face.draft.caret > 7); // in the second line
    ui.key(ui::KeyCode::Undo);
    CHECK(said(face.draft) == "ne two\nthree");
}

TEST_CASE("Keys alone reach every key and the buttons, and press them")
{
    TypingFace face("en", {}, words_step());
    UiDriver ui(face);
    const auto focus = [&](const std::string& key) {
        for (std::size_t i = 0; i < ui.items().size() && ui.focus() != key; ++i)
            ui.key(ui::KeyCode::Tab);
        REQUIRE(ui.focus() == key);
    };
    focus("key.shift");
    ui.key(ui::KeyCode::Enter);
    focus("key.W");
    ui.key(ui::KeyCode::Enter);
    focus("key.e");
    ui.key(ui::KeyCode::Enter);
    CHECK(said(face.draft) == "We");
    focus("step.next");
    ui.key(ui::KeyCode::Enter);
    CHECK(face.asked(Kind::StepNext));
    CHECK(said(face.draft) == "We");
}

TEST_CASE("Right to left, the arrows move the caret as they point, and letters stand as on real keyboards")
{
    TypingFace face("ur", {}, step_of(kWordings[2], Keys::Words, Room::Lines));
    UiDriver ui(face);
    CHECK(ui.item("key.ق").device.x < ui.item("key.پ").device.x);
    CHECK(ui.item("key.left").device.x < ui.item("key.right").device.x);
    ui.tap("key.ا");
    ui.tap("key.س");
    CHECK(said(face.draft) == "اس");
    ui.tap("key.right"); // back, in that direction
    CHECK(face.draft.caret == 1);
    ui.tap("key.left");
    CHECK(face.draft.caret == 2);
    ui.tap("key.script");
    ui.tap("key.a");
    CHECK(said(face.draft) == "اسa");
    ui.tap("key.left"); // Latin letters run to the right
    CHECK(face.draft.caret == 2);
    CHECK(ui.item("key.a").device.x < ui.item("key.l").device.x);
    ui.tap("key.script");
    CHECK(ui.shows("key.ا"));
}

TEST_CASE("L4: right to left, a number is still typed and mended from left to right")
{
    TypingFace face("ur", {}, step_of(kWordings[2], Keys::Digits, Room::Line));
    UiDriver ui(face);
    for (const char* key : { "key.1", "key.2", "key.space", "key.3" })
        ui.tap(key);
    ui.tap("key.left");
    CHECK(face.draft.caret == 3);
    ui.tap("key.delete");
    CHECK(said(face.draft) == "123");
}

TEST_CASE("A long text is shown a part at a time, nothing of it is lost, and the arrows lead everywhere")
{
    TypingFace face("en", { .large_print = true }, words_step());
    UiDriver ui(face);
    for (int i = 0; i < 60; ++i)
        type_into(face.draft, U"many words ");
    ui.settle();
    CHECK(broken_laws(ui, kLaws) == "");
    const std::size_t end = face.draft.caret;
    std::size_t before = end;
    int lines = 0;
    while (face.draft.caret > 0 && lines < 100) {
        ui.tap("key.up");
        CHECK(face.draft.caret < before);
        before = face.draft.caret;
        ++lines;
    }
    CHECK(face.draft.caret == 0);
    CHECK(lines > 10);
    for (int i = 0; i <= lines; ++i)
        ui.tap("key.down");
    CHECK(face.draft.caret == end);
}

TEST_CASE("No more is typed than there is room for, and how much is left is said in time")
{
    TypingFace face("en", {}, words_step());
    face.draft.limit = 40;
    UiDriver ui(face);
    type_into(face.draft, std::u32string(29, U'a'));
    ui.settle();
    CHECK(!ui.says("of 40 letters"));
    ui.type("bb");
    CHECK(ui.says("31 of 40 letters"));
    ui.type(std::string(20, 'c'));
    CHECK(ui.says("40 of 40 letters"));
    CHECK(broken_laws(ui, kLaws) == "");
}

TEST_CASE("What was typed is taken away while the screen asks whether somebody is there")
{
    TypingFace face("en", {}, words_step());
    type_into(face.draft, U"a secret");
    UiDriver ui(face);
    CHECK(ui.says("a secret"));
    face.wording.asking = true;
    ui.settle();
    CHECK(!ui.says("a secret"));
}

TEST_CASE("S8: every key has a name, and the field does not tell what is in it")
{
    TypingFace face("en", {}, words_step());
    type_into(face.draft, U"a secret");
    UiDriver ui(face);
    for (const ui::Item& item : ui.items()) {
        CHECK(!item.label.empty());
        CHECK(item.label.find("secret") == std::string::npos);
    }
    CHECK(ui.item("key.shift").label == "Capital letters");
    CHECK(ui.item("key.q").label == "q");
}

} // namespace nextplease::visitor
