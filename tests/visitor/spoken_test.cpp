// The spoken mode: a visitor who does not see the screen, with keys alone, and a speaker that writes down
// what is heard.
#include "tests/support/recording_speaker.h"
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>
#include <set>

using namespace nextplease;
using namespace nextplease::visitor;
using namespace std::chrono_literals;
using ui::KeyCode;

namespace {

// Words only: capitals, signs and spaces aside.
std::string bare(const std::string& text)
{
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<') { // markup
            i = std::min(text.find('>', i), text.size() - 1);
            continue;
        }
        if (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || (text[i] & 0x80) != 0)
            words += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    }
    return words;
}

struct Listener {
    explicit Listener(SampleKiosk& sample)
        : kiosk(sample)
        , face(make_visitor_face(sample.configuration, sample.commands, { .speaker = &speaker }))
        , ui((face->show(sample.snapshot()), *face))
    {
    }

    void press(KeyCode key)
    {
        ui.key(key);
        collect();
    }
    // Next until it has the focus, as somebody does who listens for it.
    void go_to(const std::string& key)
    {
        for (int i = 0; i < 60 && ui.focus() != key; ++i)
            press(KeyCode::Tab);
        REQUIRE(ui.focus() == key);
    }
    void choose(const std::string& key)
    {
        go_to(key);
        press(KeyCode::Enter);
    }
    void show()
    {
        face->show(kiosk.snapshot());
        ui.settle();
        collect();
    }
    // What could be read on the screens so far, and what was heard.
    void collect()
    {
        for (const ui::Painted& one : ui.painted()) {
            if (one.kind == ui::Painted::Kind::Text)
                seen.insert(one.text);
        }
    }
    // Every text seen that was not heard, one a line; letters on tiles are signs beside the name.
    std::string unheard() const
    {
        const std::string all = bare(speaker.heard);
        std::string missing;
        for (const std::string& text : seen) {
            if (bare(text).size() > 1 && all.find(bare(text)) == std::string::npos)
                missing += text + "\n";
        }
        return missing;
    }

    SampleKiosk& kiosk;
    testing::RecordingSpeaker speaker;
    std::unique_ptr<app::Face> face;
    UiDriver ui;
    std::set<std::string> seen;
};

} // namespace

TEST_CASE("S1: a ticket is taken by keys alone, and everything that can be read on the way is heard")
{
    for (const char* language : { "en", "pl", "ur" }) {
        CAPTURE(language);
        SampleKiosk kiosk;
        const std::size_t before = kiosk.tickets();
        Listener visitor(kiosk);
        visitor.press(KeyCode::Speech);
        for (int i = 0; i < 12; ++i)
            visitor.press(KeyCode::Tab);
        visitor.choose(std::string("language.") + language);
        for (int i = 0; i < 20; ++i) // hears all there is
            visitor.press(KeyCode::Tab);
        visitor.choose("service.B");
        for (int i = 0; i < 12; ++i)
            visitor.press(KeyCode::Tab);
        visitor.ui.advance(1s);
        visitor.choose("confirm.take");
        visitor.show();
        for (int i = 0; i < 12; ++i)
            visitor.press(KeyCode::Tab);
        CHECK(visitor.ui.screen().starts_with("ticket"));
        CHECK(kiosk.tickets() == before + 1);
        CHECK(visitor.unheard() == "");
    }
}

TEST_CASE(
    "S3: speech begins within a second of the key or the headphones, and says where, how and how to leave")
{
    for (const KeyCode start : { KeyCode::Speech, KeyCode::HeadphonesIn }) {
        SampleKiosk kiosk;
        Listener visitor(kiosk);
        CHECK(visitor.speaker.heard.empty());
        visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = start });
        const ui::Moment pressed = visitor.ui.now();
        while (visitor.speaker.heard.empty() && visitor.ui.now() - pressed < 2s)
            visitor.ui.frame();
        CHECK(visitor.ui.now() - pressed <= 1s);
        CHECK(visitor.speaker.heard_of("Northmoor Borough Council"));
        CHECK(visitor.speaker.heard_of("Press next to hear"));
        CHECK(visitor.speaker.heard_of("To leave"));
    }
}

TEST_CASE(
    "S2: a finger that comes down only speaks; a second touch of the same thing, when it lifts, chooses")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    visitor.choose("language.en");
    visitor.speaker.take_heard();
    visitor.ui.tap("service.B");
    CHECK(visitor.ui.screen().starts_with("home"));
    CHECK(visitor.speaker.heard_of("Housing"));
    // From one thing to another, every item: nothing happens but speech.
    std::vector<std::string> keys;
    for (const ui::Item& item : visitor.ui.items())
        keys.push_back(item.key);
    for (const std::string& key : keys) {
        visitor.ui.tap(key);
        REQUIRE(visitor.ui.screen().starts_with("home"));
        CHECK(visitor.ui.focus() == key);
    }
    visitor.ui.tap("service.B");
    visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = visitor.ui.middle_of("service.B") });
    visitor.ui.frame();
    visitor.ui.advance(500ms);
    CHECK(visitor.ui.screen().starts_with("home")); // down alone does nothing, however long
    visitor.ui.input().push(
        { .kind = ui::InputEvent::Kind::Release, .at = visitor.ui.middle_of("service.B") });
    visitor.ui.settle();
    CHECK(visitor.ui.screen().starts_with("home")); // too soon after the touch before
    visitor.ui.advance(500ms);
    visitor.ui.tap("service.B");
    CHECK(visitor.ui.screen().starts_with("confirm"));
}

TEST_CASE("S6: whatever a person does, what is being said stops in that frame, and repeat says it again")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    CHECK(visitor.speaker.saying);
    const auto said = visitor.speaker.last;
    const int before = visitor.speaker.hushed;
    visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = { 5, 1000 } });
    visitor.ui.frame();
    CHECK(visitor.speaker.hushed == before + 1);
    CHECK_FALSE(visitor.speaker.saying);
    visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = { 5, 1000 } });
    visitor.ui.settle();
    CHECK(visitor.speaker.hushed == before + 1); // a finger that lifts is not another action
    visitor.press(KeyCode::Repeat);
    REQUIRE(visitor.speaker.last.size() == said.size());
    CHECK(visitor.speaker.last.front().text == said.front().text);
}

TEST_CASE(
    "S7, S8: what comes into focus is said with the words that are drawn, and switches with their state")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    visitor.choose("language.pl");
    visitor.speaker.take_heard();
    visitor.go_to("service.F"); // closed
    const std::string said = visitor.speaker.take_heard();
    CHECK(said.find("Planowanie") != std::string::npos);
    CHECK(said.find("14:00") != std::string::npos);
    CHECK(visitor.ui.says("Planowanie"));
    visitor.go_to("bar.contrast");
    CHECK(visitor.speaker.take_heard().find("wyłączone") != std::string::npos);
    visitor.press(KeyCode::Enter);
    CHECK(visitor.speaker.take_heard().find("włączone") != std::string::npos);
    for (const sound::Utterance& one : visitor.speaker.said) {
        if (one.text.find("Planowanie") != std::string::npos)
            CHECK(one.language == Language("pl"));
    }
}

TEST_CASE("S8: everything that can be touched has words of its own on every screen")
{
    SampleKiosk kiosk;
    kiosk.take("B");
    for (const char* screen : { "languages", "home", "confirm", "ticket", "ask-cancel", "cancelled", "sorry",
             "help", "closed", "cut-off", "timeout" }) {
        CAPTURE(screen);
        testing::RecordingSpeaker speaker;
        const auto face = make_visitor_face_at(kiosk.configuration, kiosk.commands, screen, Language("en"),
            { .spoken = true }, kiosk.snapshot(), { .speaker = &speaker });
        UiDriver ui(*face);
        CHECK(speaker.heard_of("Speech is on."));
        for (std::size_t i = 0; i < ui.items().size(); ++i) {
            speaker.take_heard();
            ui.key(KeyCode::Tab);
            REQUIRE(ui.focus());
            CAPTURE(*ui.focus());
            const std::string label = ui.item(*ui.focus()).label;
            CHECK(bare(speaker.heard).find(bare(label.substr(0, label.find(',')))) != std::string::npos);
        }
    }
}

TEST_CASE("S10: pulled headphones silence at once and ask whether somebody is still there")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::HeadphonesIn);
    visitor.choose("language.en");
    CHECK(visitor.speaker.is_private());
    visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = KeyCode::HeadphonesOut });
    visitor.ui.frame();
    CHECK_FALSE(visitor.speaker.is_private());
    visitor.ui.settle();
    CHECK(visitor.ui.shows("timeout.yes"));
}

TEST_CASE("S12, S18: volume and speed are changed by keys, and said")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    visitor.press(KeyCode::Louder);
    CHECK(visitor.speaker.volume() == 6);
    CHECK(visitor.speaker.heard_of("Volume 6 of 7."));
    visitor.press(KeyCode::Quieter);
    CHECK(visitor.speaker.volume() == 5);
    visitor.ui.type("+");
    CHECK(visitor.speaker.volume() == 6);
    visitor.ui.type("-");
    CHECK(visitor.speaker.volume() == 5);
    visitor.press(KeyCode::Faster);
    CHECK(visitor.speaker.words_a_minute() == 190);
    CHECK(visitor.speaker.heard_of("190 words a minute."));
}

TEST_CASE("S14: after the visit, the kiosk is silent and everything is as it was before")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    visitor.choose("language.en");
    visitor.press(KeyCode::Louder);
    visitor.choose("bar.contrast");
    visitor.ui.advance(61s);
    CHECK(visitor.ui.shows("timeout.yes"));
    visitor.ui.advance(45s);
    CHECK(visitor.ui.screen().starts_with("languages"));
    CHECK(visitor.speaker.volume() == 5);
    CHECK(visitor.speaker.resets >= 1);
    CHECK_FALSE(visitor.speaker.saying);
    CHECK(&visitor.face->theme() == &ui::light_theme());
    visitor.speaker.take_heard();
    visitor.press(KeyCode::Tab);
    CHECK(visitor.speaker.heard.empty());
}

TEST_CASE(
    "S15: what is said is in the language that is shown; a language without a voice says that it has none")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.speaker.voiceless = Language("ur");
    visitor.press(KeyCode::Speech);
    visitor.choose("language.pl");
    visitor.speaker.said.clear();
    visitor.press(KeyCode::Tab);
    visitor.choose("bar.help");
    for (const sound::Utterance& one : visitor.speaker.said)
        CHECK(one.language == Language("pl"));
    visitor.choose("bar.language");
    visitor.choose("language.ur");
    CHECK(visitor.speaker.last.front().text.find("There is no voice for this language.") == 0);
    CHECK(visitor.speaker.last.front().language == Language("en"));
}

TEST_CASE("S17: everything on the ticket is said")
{
    SampleKiosk kiosk;
    const Visit ticket = kiosk.take("B");
    testing::RecordingSpeaker speaker;
    const auto face = make_visitor_face_at(kiosk.configuration, kiosk.commands, "ticket", Language("en"),
        { .spoken = true }, kiosk.snapshot(), { .speaker = &speaker });
    UiDriver ui(*face);
    for (const std::string& part :
        { ticket.number.text(), std::string("Housing"), std::string("ahead of you"), std::string("about"),
            std::string("on the big screen"), std::string("Our letter to you") }) {
        CAPTURE(part);
        CHECK(speaker.heard_of(part));
        CHECK(ui.says(part));
    }
    // And when it is called, without being asked.
    speaker.take_heard();
    const auto room = kiosk.snapshot();
    for (VisitNow& now : room->waiting) {
        if (now.visit.id == ticket.id) {
            now.visit.state = VisitState::Called;
            now.visit.desk = DeskCode("Desk 3");
        }
    }
    face->show(room);
    ui.settle();
    CHECK(speaker.heard_of("Go to Desk 3"));
    CHECK(speaker.heard_of("It is your turn"));
}

TEST_CASE("S19: behind the curtain the screen is uniform, and the visit works as ever")
{
    SampleKiosk kiosk;
    kiosk.configuration.sound.curtain = true;
    const std::size_t before = kiosk.tickets();
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    const auto covered = [&] {
        const ui::Painted& last = visitor.ui.painted().back();
        return last.kind == ui::Painted::Kind::Shape && last.device.w >= 1080 && last.device.h >= 1920;
    };
    CHECK(covered());
    visitor.choose("language.en");
    visitor.choose("service.B");
    CHECK(covered());
    visitor.ui.advance(1s);
    visitor.choose("confirm.take");
    CHECK(covered());
    CHECK(kiosk.tickets() == before + 1);
    visitor.press(KeyCode::Speech);
    CHECK_FALSE(covered());
}

TEST_CASE("K2: that time runs out is seen and heard")
{
    SampleKiosk kiosk;
    Listener seeing(kiosk);
    seeing.ui.tap("language.en");
    seeing.ui.advance(61s);
    CHECK(seeing.ui.shows("timeout.yes"));
    CHECK(seeing.speaker.chimes == 1);
    CHECK(seeing.speaker.heard.empty());
    Listener listening(kiosk);
    listening.press(KeyCode::Speech);
    listening.choose("language.en");
    listening.speaker.take_heard();
    listening.ui.advance(61s);
    CHECK(listening.ui.shows("timeout.yes"));
    CHECK(listening.speaker.heard_of("Are you still there?"));
    CHECK(listening.speaker.chimes == 0);
}

TEST_CASE("Escape goes back a screen, help opens help, and the speech key ends speech")
{
    SampleKiosk kiosk;
    Listener visitor(kiosk);
    visitor.press(KeyCode::Speech);
    visitor.choose("language.en");
    visitor.choose("service.B");
    visitor.press(KeyCode::Escape);
    CHECK(visitor.ui.screen().starts_with("home"));
    visitor.press(KeyCode::Help);
    CHECK(visitor.ui.screen().starts_with("help"));
    visitor.press(KeyCode::Escape);
    CHECK(visitor.ui.screen().starts_with("home"));
    visitor.speaker.take_heard();
    visitor.press(KeyCode::Speech);
    CHECK(visitor.speaker.take_heard() == "Speech is off.\n");
    visitor.press(KeyCode::Tab);
    CHECK(visitor.speaker.heard.empty());
}
