// Rows of the accessibility checklist, by their ids, that are decided on the visitor's screens as they are
// drawn.
#include "tests/support/recording_speaker.h"
#include "tests/support/shape_raster.h"
#include "tests/visitor/screen_laws.h"
#include "text_keys.h"

#include <doctest/doctest.h>
#include <functional>
#include <regex>
#include <set>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;
using ui::KeyCode;
using ui::Rect;

constexpr float kPixelsAMillimetre = 3.212F; // of a 27-inch screen, 1080 x 1920

// Every screen and step of the shipped kiosk, one after another in the same window.
class Walk {
public:
    explicit Walk(int width = 1080, int height = 1920)
        : width_(width)
        , height_(height)
    {
        kiosk.take("B");
        room_ = kiosk.snapshot();
    }

    using Look = std::function<void(UiDriver& ui, const std::string& screen)>;
    void each(const std::string& language, const Modes& modes, const Look& look)
    {
        for (const std::string& name : screen_names(kiosk.configuration))
            at(name, language, modes, look);
    }
    void at(const std::string& name, const std::string& language, const Modes& modes, const Look& look)
    {
        const bool first = !ui_;
        stand_.put(make_visitor_face_at(
            kiosk.configuration, kiosk.commands, name, Language(language), modes, room_));
        if (first)
            ui_.emplace(stand_, width_, height_);
        ui_->input().push({ .kind = ui::InputEvent::Kind::Move }); // a person is here: nothing times out
        ui_->settle();
        CAPTURE(name);
        CAPTURE(language);
        look(*ui_, name);
    }

    SampleKiosk kiosk;

private:
    int width_, height_;
    std::shared_ptr<const Snapshot> room_;
    Stand stand_;
    std::optional<UiDriver> ui_;
};

// Height of a capital as it is drawn.
class Capitals {
public:
    float height(float size)
    {
        const ui::TextBlock& block =
            painter_.measured({ .text = "H", .language = Language("en"), .px = size });
        return block.ink_h - 2 * ui::kInkMargin;
    }

private:
    CountedTextures textures_;
    ui::TextPainter painter_ { textures_ };
};

bool on_a_key(const UiDriver& ui, const ui::Painted& text)
{
    const ui::Point middle { text.device.x + text.device.w / 2, text.device.y + text.device.h / 2 };
    return std::any_of(ui.items().begin(), ui.items().end(),
        [&](const ui::Item& item) { return is_key(item.key) && item.device.contains(middle); });
}

std::vector<Modes> prints()
{
    return { {}, { .large_print = true }, { .reach = true }, { .large_print = true, .reach = true } };
}

} // namespace

TEST_CASE("C5: no capital letter is lower than 16 px, 4.8 mm on a 27-inch screen")
{
    Capitals capitals;
    for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
        Walk walk(width, height);
        for (const Modes& modes : prints()) {
            walk.each("en", modes, [&](const UiDriver& ui, const std::string& screen) {
                for (const ui::Painted& one : ui.painted()) {
                    if (one.kind == ui::Painted::Kind::Text)
                        CHECK_MESSAGE(
                            capitals.height(one.size * ui.scale()) >= 16, screen << ": " << one.text);
                }
            });
        }
    }
}

TEST_CASE("C4: in large print every capital is 24 px high, 0.7 degrees at 600 mm from a 27-inch screen")
{
    Capitals capitals;
    Walk walk;
    for (const Modes& modes :
        { Modes { .large_print = true }, Modes { .large_print = true, .contrast = true } }) {
        walk.each("en", modes, [&](const UiDriver& ui, const std::string& screen) {
            for (const ui::Painted& one : ui.painted()) {
                if (one.kind == ui::Painted::Kind::Text && !on_a_key(ui, one))
                    CHECK_MESSAGE(capitals.height(one.size * ui.scale()) >= 24,
                        screen << ": \"" << one.text << "\" is set in " << one.size);
            }
        });
    }
}

TEST_CASE("C7: the focus ring is seen all round whatever has the focus, and nothing lies on it")
{
    Walk walk;
    for (const bool contrast : { false, true }) {
        for (const char* name : { "languages", "home", "confirm", "ticket", "help", "timeout", "needs.what",
                 "needs.party", "message.words", "feedback.faces" }) {
            walk.at(name, "en", { .contrast = contrast }, [&](UiDriver& ui, const std::string&) {
                constexpr float kAround = 16, kStep = 2;
                const std::vector<ui::Item> items = ui.items();
                std::vector<testing::ShapeRaster> before;
                for (const ui::Item& item : items)
                    before.emplace_back(item.device.inset(-kAround), kStep, ui.theme().paper);
                for (std::size_t i = 0; i < items.size(); ++i) {
                    ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = KeyCode::Tab });
                    ui.settle();
                    REQUIRE(ui.focus() == items[i].key);
                    const Rect& item = items[i].device;
                    const testing::ShapeRaster after(item.inset(-kAround), kStep, ui.theme().paper);
                    float changed = 0;
                    for (std::size_t pixel = 0; pixel < after.size(); ++pixel) {
                        const bool seen = ui::contrast_ratio(before[i].at(pixel), after.at(pixel)) >= 3;
                        changed += seen ? kStep * kStep : 0;
                    }
                    const float perimeter = 2 * (item.w + item.h);
                    CHECK_MESSAGE(
                        changed >= 2 * perimeter, name << " " << items[i].key << ": " << changed / perimeter);
                }
            });
        }
    }
}

TEST_CASE("C8: nothing on the kiosk's screen flashes")
{
    Walk walk;
    walk.each("en", {}, [](UiDriver& ui, const std::string& name) {
        std::vector<std::vector<double>> seen;
        for (int frame = 0; frame < 120; ++frame) {
            ui.frame();
            if (frame % 4 != 0)
                continue;
            const testing::ShapeRaster now({ 0, 0, 1080, 1920 }, 60, ui.theme().paper);
            seen.resize(now.size());
            for (std::size_t i = 0; i < now.size(); ++i)
                seen[i].push_back(testing::luminance_of(now.at(i)));
        }
        for (const std::vector<double>& place : seen)
            CHECK_MESSAGE(testing::flashes_in(place) == 0, name);
    });
}

TEST_CASE("What counts flashes sees three of them")
{
    std::vector<double> flashing;
    for (int i = 0; i < 70; ++i)
        flashing.push_back(i / 10 % 2 == 0 ? 0.1 : 0.9);
    CHECK(testing::flashes_in(flashing) == 3);
    CHECK(testing::flashes_in({ 0.5, 0.55, 0.5, 0.55 }) == 0);
    CHECK(testing::flashes_in({}) == 0);
}

TEST_CASE("C9: five seconds after a touch nothing moves by itself but the time that runs out")
{
    Walk walk;
    walk.each("en", {}, [](UiDriver& ui, const std::string& name) {
        if (name.starts_with("timeout"))
            return;
        ui.advance(5s);
        const std::vector<ui::Painted> before = ui.painted();
        for (int i = 0; i < 12; ++i) {
            ui.advance(250ms);
            ui.frame();
            REQUIRE(ui.painted().size() == before.size());
            for (std::size_t k = 0; k < before.size(); ++k) {
                const ui::Painted& now = ui.painted()[k];
                CHECK_MESSAGE(now.text == before[k].text, name);
                CHECK_MESSAGE(now.device.x == before[k].device.x, name);
                CHECK_MESSAGE(now.device.y == before[k].device.y, name);
                CHECK_MESSAGE(now.color == before[k].color, name);
            }
        }
    });
}

TEST_CASE("H1: the sound that time runs out comes with the question, in the same frame")
{
    SampleKiosk kiosk;
    testing::RecordingSpeaker speaker;
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands, { .speaker = &speaker });
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    ui.tap("language.en");
    for (int i = 0; i < 10'000 && speaker.chimes == 0; ++i)
        ui.frame();
    REQUIRE(speaker.chimes == 1);
    CHECK(ui.says("Are you still there?"));
    CHECK(ui.shows("timeout.yes"));
}

TEST_CASE("H4: whoever does not hear the call asks to be fetched, and the desks see it")
{
    SampleKiosk kiosk;
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands);
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    for (const char* key : { "language.en", "service.B", "confirm.needs", "need.fetch-me", "step.next",
             "step.next", "step.next", "confirm.take" }) {
        ui.advance(1s);
        if (!ui.shows(key))
            ui.tap("step.more");
        ui.tap(key);
    }
    const auto room = kiosk.snapshot();
    const NeedCode fetch("fetch-me");
    CHECK(std::any_of(room->waiting.begin(), room->waiting.end(), [&](const VisitNow& one) {
        const auto& needs = one.visit.needs;
        return std::find(needs.begin(), needs.end(), fetch) != needs.end();
    }));
}

TEST_CASE(
    "R1, R3: in the mode Lower everything is 380 to 1,220 mm over the floor, all but the bar 800 to 1,100")
{
    constexpr float kBottomEdge = 750; // of the glass over the floor, in millimetres, as the checklist has it
    const auto height_of = [](float y) { return kBottomEdge + (1920 - y) / kPixelsAMillimetre; };
    Walk walk;
    for (const char* language : { "en", "ur" }) {
        for (const bool large : { false, true }) {
            walk.each(language, { .large_print = large, .reach = true },
                [&](const UiDriver& ui, const std::string& name) {
                    for (const ui::Item& item : ui.items()) {
                        CAPTURE(name);
                        CAPTURE(item.key);
                        const float top = height_of(item.device.y);
                        const float bottom = height_of(item.device.bottom());
                        CHECK(bottom >= 380);
                        CHECK(top <= 1220);
                        if (in_bar(item.key))
                            continue;
                        CHECK(bottom >= 800);
                        CHECK(top <= 1100);
                    }
                });
        }
    }
}

TEST_CASE(
    "L1: every language is offered by its own name, English first, and language is changed on any screen")
{
    Walk walk;
    walk.at("languages", "pl", {}, [&](const UiDriver& ui, const std::string&) {
        std::vector<std::string> offered;
        for (const ui::Item& item : ui.items()) {
            if (item.key.starts_with("language."))
                offered.push_back(item.key);
        }
        std::vector<std::string> wanted;
        for (const Language& language : walk.kiosk.configuration.languages) {
            wanted.push_back("language." + language.text());
            CHECK_MESSAGE(ui.says(std::string(words(language).own_name())), language.text());
        }
        CHECK(offered == wanted);
        CHECK(offered.front() == "language.en");
    });
    walk.each("ur", {},
        [](const UiDriver& ui, const std::string& name) { CHECK_MESSAGE(ui.shows("bar.language"), name); });
}

TEST_CASE("L6: no screen shows the name of a text instead of its words")
{
    const std::regex key("(visitor|common|refusal|board|paper|language)\\.[a-z_.]+");
    Walk walk;
    for (const char* language : { "en", "pl", "ur" }) {
        walk.each(language, {}, [&](const UiDriver& ui, const std::string& name) {
            for (const ui::Painted& one : ui.painted())
                CHECK_MESSAGE(!std::regex_search(one.text, key), name << ": " << one.text);
            for (const ui::Item& item : ui.items())
                CHECK_MESSAGE(!std::regex_search(item.label, key), name << ": " << item.label);
        });
    }
}

TEST_CASE("L7: the name of a language is said by a voice of that language")
{
    SampleKiosk kiosk;
    testing::RecordingSpeaker speaker;
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands, { .speaker = &speaker });
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    ui.key(KeyCode::Speech);
    for (const auto& [code, name] : { std::pair { "en", "English" }, { "pl", "polski" }, { "ur", "اردو" } }) {
        speaker.said.clear();
        for (int i = 0; i < 40 && ui.focus() != "language." + std::string(code); ++i)
            ui.key(KeyCode::Tab);
        REQUIRE(!speaker.said.empty());
        CHECK(std::any_of(speaker.said.begin(), speaker.said.end(), [&](const sound::Utterance& one) {
            return one.language == Language(code) && one.text.find(name) != std::string::npos;
        }));
    }
}

TEST_CASE("L8: no ticket and no reference begins with a letter that is read as a digit")
{
    const SampleKiosk kiosk;
    const std::string alike = "OISoisl";
    for (const Service& service : kiosk.configuration.office.services)
        CHECK_MESSAGE(service.letter.find_first_of(alike) == std::string::npos, service.letter);
    CHECK(kiosk.configuration.complaints.reference_letter.find_first_of(alike) == std::string::npos);
}

TEST_CASE("K6: the focus alone changes nothing, and what has the same name is the same thing everywhere")
{
    Walk walk;
    std::map<std::string, std::string> label_of; // of what is on several screens
    walk.each("en", {}, [&](UiDriver& ui, const std::string& name) {
        const std::string screen = ui.screen();
        const std::string words = ui.all_words();
        for (std::size_t i = 0; i < ui.items().size(); ++i) {
            const ui::Item item = ui.items()[i];
            ui.input().push({ .kind = ui::InputEvent::Kind::Key, .key = KeyCode::Tab });
            ui.settle();
            CHECK_MESSAGE(ui.screen() == screen, name);
            if (in_bar(item.key)) {
                const auto& first = label_of.try_emplace(item.key, item.label).first->second;
                CHECK_MESSAGE(item.label == first, name << " " << item.key);
            }
            if (item.key == "step.back" || item.key.ends_with(".back"))
                CHECK_MESSAGE(
                    (item.label == "Back" || item.label == "Keep my place"), name << " " << item.label);
        }
        CHECK_MESSAGE(ui.all_words() == words, name);
    });
}

TEST_CASE("In large print with low controls, lying or upright, a service says how many wait")
{
    for (const auto& [width, height] : { std::pair { 1920, 1080 }, std::pair { 1080, 1920 } }) {
        Walk walk(width, height);
        for (const char* language : { "en", "pl", "ur" }) {
            walk.at("home", language, { .large_print = true, .reach = true },
                [&](const UiDriver& ui, const std::string&) {
                    const auto room = walk.kiosk.snapshot();
                    int shown = 0;
                    for (const ServiceNow& service : room->services) {
                        if (!ui.shows("service." + service.code.text()) || !service.open)
                            continue;
                        ++shown;
                        const Words& said = words(Language(language));
                        CHECK_MESSAGE((ui.says(said.count(Text::VisitorHomeWaitingShort, service.waiting))
                                          || ui.says(said.count(Text::CommonWaitingPeople, service.waiting))),
                            language << " " << service.code.text());
                    }
                    CHECK(shown >= 2);
                });
        }
    }
}

TEST_CASE("What a visitor needs is said on the confirmation, seen and heard")
{
    SampleKiosk kiosk;
    for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
        testing::RecordingSpeaker speaker;
        const auto face = make_visitor_face(kiosk.configuration, kiosk.commands, { .speaker = &speaker });
        face->show(kiosk.snapshot());
        UiDriver ui(*face, width, height);
        for (const char* key : { "language.en", "service.B", "confirm.needs", "need.hearing-loop",
                 "need.fetch-me", "step.next", "step.further", "step.next", "matter.C", "bar.spoken" }) {
            ui.advance(1s);
            while (!ui.shows(key))
                ui.tap("step.more");
            ui.tap(key);
        }
        for (int i = 0; i < 40 && ui.focus() != "step.next"; ++i)
            ui.key(KeyCode::Tab);
        ui.key(KeyCode::Enter);
        REQUIRE(ui.screen().starts_with("confirm"));
        CHECK(ui.says("You need: A hearing loop, Come and fetch me, 2 people, "));
        CHECK(speaker.heard_of("You need: A hearing loop, Come and fetch me, 2 people, "));
        CHECK(ui.item("confirm.needs").label == "Change your needs");
        CHECK(broken_laws(ui, laws_of(ui)) == "");
        CHECK(running_over(ui) == "");
    }
}

TEST_CASE("When few tickets are left of the day's, that is said before one is taken, calmly, and not before")
{
    SampleKiosk kiosk;
    Stand stand;
    const auto show = [&](const std::string& screen, const std::string& language, const Modes& modes,
                          int left) {
        auto room = kiosk.snapshot();
        for (ServiceNow& service : room->services)
            service.tickets_left = left;
        stand.put(make_visitor_face_at(
            kiosk.configuration, kiosk.commands, screen, Language(language), modes, room));
    };
    show("confirm", "en", {}, 5);
    for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
        UiDriver ui(stand, width, height);
        for (const char* language : { "en", "pl", "ur" }) {
            for (const char* screen : { "confirm", "confirm-busy" }) {
                for (const Modes& modes : prints()) {
                    show(screen, language, modes, 5);
                    ui.settle();
                    const std::string where = name_of(screen, language, modes);
                    CHECK_MESSAGE(broken_laws(ui, laws_of(ui)) == "", where);
                    CHECK_MESSAGE(running_over(ui) == "", where);
                    if (language == std::string("en"))
                        CHECK_MESSAGE(ui.says("There are 5 tickets left today"), where);
                }
            }
        }
    }
    UiDriver ui(stand);
    show("confirm", "en", {}, 1);
    ui.settle();
    CHECK(ui.says("There is 1 ticket left today"));
    show("confirm", "en", {}, 6);
    ui.settle();
    CHECK_FALSE(ui.says(" left today"));
    kiosk.configuration.visitor.few_tickets = 0;
    show("confirm", "en", {}, 1);
    ui.settle();
    CHECK_FALSE(ui.says(" left today"));
}

TEST_CASE("T7: the steady mode is turned on under Help, lasts for the visit, and takes held touches alone")
{
    SampleKiosk kiosk;
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands);
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    const auto hold = [&ui](const std::string& key, ui::Moment held) {
        ui.advance(1s);
        const ui::Point at = ui.middle_of(key);
        ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        for (ui::Moment passed { 0 }; passed < held; passed += 16ms)
            ui.frame();
        ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
        ui.settle();
    };
    ui.tap("language.en");
    ui.tap("bar.help");
    while (!ui.shows("help.steady"))
        ui.tap("message.more");
    CHECK(ui.says("Turn on steady touch"));
    ui.tap("help.steady");
    CHECK(ui.says("Turn off steady touch"));
    hold("help.back", 100ms);
    CHECK(ui.screen().starts_with("help"));
    hold("help.back", 400ms);
    CHECK(ui.screen().starts_with("home"));
    hold("service.B", 400ms);
    // A trembling hand takes one ticket, as it does without.
    const std::size_t before = kiosk.tickets();
    for (int i = 0; i < 8; ++i)
        hold("confirm.take", 120ms);
    CHECK(kiosk.tickets() == before);
    hold("confirm.take", 400ms);
    CHECK(kiosk.tickets() == before + 1);
    // And the next visitor finds it off.
    hold("ticket.done", 400ms);
    ui.tap("language.en");
    ui.tap("service.B");
    CHECK(ui.screen().starts_with("confirm"));
}

TEST_CASE("Plain words: every button of every screen has four words at the most")
{
    std::set<std::string> buttons;
    const auto collect = [&buttons](const UiDriver& ui, const std::string& name) {
        for (const ui::Item& item : ui.items()) {
            const bool turns = item.key == "message.more" || item.key == "message.previous";
            const bool answer = is_choice(item.key) || is_card(item.key) || item.key == "step.field"
                || (item.key.starts_with("message.") && !turns);
            if (answer || is_key(item.key) || item.key.find("change") != std::string::npos)
                continue;
            buttons.insert(item.label);
            const auto words = 1 + std::count(item.label.begin(), item.label.end(), ' ');
            CHECK_MESSAGE(words <= 4, name << ": " << item.label);
        }
    };
    Walk walk;
    walk.each("en", {}, collect);
    walk.each("en", { .large_print = true, .steady = true }, collect);
    CHECK(buttons.size() >= 25); // it did find them
}

} // namespace nextplease::visitor
