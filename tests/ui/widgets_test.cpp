#include "kiosk/ui/widgets.h"

#include "tests/ui/ui_fixture.h"

#include <doctest/doctest.h>
#include <functional>

using namespace nextplease;
using namespace nextplease::ui;

namespace {

using namespace std::chrono_literals;

// A face of one drawing, to drive.
class OneScreen : public app::Face {
public:
    OneScreen(std::string language, std::function<void(Frame&)> draw)
        : words_(nextplease::words(Language(std::move(language))))
        , draw_(std::move(draw))
    {
    }
    void show(std::shared_ptr<const Snapshot>) override { }
    bool tick(Moment, Moment) override { return false; }
    bool same(const Snapshot&, const Snapshot&) const override { return true; }
    const Theme& theme() const override { return *theme_; }
    const Words& words() const override { return words_; }
    Size reference(float w, float h) const override
    {
        return w > h ? Size { 1920, 1080 } : Size { 1080, 1920 };
    }
    void draw(Frame& frame) override
    {
        frame.input.screen("one");
        draw_(frame);
    }
    void set_theme(const Theme& theme) { theme_ = &theme; }

private:
    const Words& words_;
    std::function<void(Frame&)> draw_;
    const Theme* theme_ = &light_theme();
};

const Theme* const kThemes[] { &light_theme(), &contrast_theme(), &board_theme() };

} // namespace

TEST_CASE("A button is pressed by a tap, and an off one says that it was touched")
{
    int next = 0, off = 0;
    OneScreen face("en", [&](Frame& frame) {
        next += button(frame, "next", { 48, 1592, 312, 120 }, { .label = "Next" }, Look::Primary) ? 1 : 0;
        off += button(frame, "off", { 400, 1592, 312, 120 }, { .label = "Not yet" }, Look::Off) ? 1 : 0;
    });
    UiDriver ui(face);
    ui.tap("next");
    ui.tap("off");
    ui.tap("next");
    CHECK(next == 2);
    CHECK(off == 1);
    CHECK(ui.item("next").label == "Next");
    CHECK_FALSE(ui.item("off").enabled);
    CHECK_THROWS(ui.tap("nowhere"));
}

TEST_CASE("Buttons keep the layout laws in every look, theme and language")
{
    struct Label {
        const char* language;
        const char* text;
    };
    for (const Label& label : { Label { "en", "Where am I in the queue?" },
             Label { "pl", "Moje miejsce w kolejce" }, Label { "ur", "قطار میں میری جگہ" } })
        for (const Theme* theme : kThemes) {
            CAPTURE(label.language);
            CAPTURE(static_cast<int>(theme->kind));
            OneScreen face(label.language, [&](Frame& frame) {
                float y = 100;
                for (const Look look : { Look::Primary, Look::Secondary, Look::Quiet, Look::Off }) {
                    const Type type { .size = 28, .line = 36, .weight = Weight::Bold };
                    button(frame, "a" + std::to_string(y), { 48, y, 312, 136 },
                        { label.text, Icon::Place, type }, look);
                    button(frame, "b" + std::to_string(y), { 384, y, 600, 136 }, { label.text }, look);
                    y += 160;
                }
            });
            face.set_theme(*theme);
            UiDriver ui(face);
            CHECK(broken_laws(ui, {}) == "");
        }
}

TEST_CASE("Every sign of pace is a shape of its own with a symbol that is seen")
{
    for (const Theme* theme : kThemes) {
        OneScreen face("en", [](Frame& frame) {
            float x = 100;
            for (const Pace pace : { Pace::InTime, Pace::Near, Pace::Past }) {
                pace_sign(frame, { x, 100, 72, 72 }, pace);
                frame.canvas.text({ x, 250 }, "4 min", { .size = 28 }, pace_color(frame.theme, pace));
                x += 200;
            }
            closed_sign(frame, { x, 100, 72, 72 }, frame.theme.ink2);
        });
        face.set_theme(*theme);
        UiDriver ui(face);
        CHECK(broken_laws(ui, {}) == "");
    }
}

TEST_CASE("The header stands in every language, size and shape of screen")
{
    for (const char* language : { "en", "pl", "ur" })
        for (const Theme* theme : kThemes)
            for (const Print print : { Print::Normal, Print::Large })
                for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
                    CAPTURE(language);
                    OneScreen face(language, [&](Frame& frame) {
                        const bool urdu = frame.words.right_to_left();
                        header(frame, urdu ? "نارتھ مور بارو کونسل" : "Northmoor Borough Council",
                            print == Print::Large ? "Tue 13 Oct" : "Tuesday 13 October", "10:24", print);
                    });
                    face.set_theme(*theme);
                    UiDriver ui(face, width, height);
                    CHECK(broken_laws(ui, { .smallest_text = 24 }) == "");
                    CHECK(ui.says("10:24"));
                }
}

TEST_CASE("A text field takes what is typed while it is open")
{
    TextDraft note, reason;
    std::vector<KeyCode> left_over;
    OneScreen face("en", [&](Frame& frame) {
        text_field(frame, "note", { 48, 200, 600, 160 }, "Note", note);
        text_field(frame, "reason", { 48, 400, 600, 88 }, "Reason", reason);
        left_over = frame.input.keys();
    });
    UiDriver ui(face);
    ui.type("x");
    CHECK(note.text.empty());
    CHECK(ui.says("Note"));
    ui.tap("note");
    ui.type("Zażółć");
    ui.key(KeyCode::Backspace);
    ui.key(KeyCode::Left);
    ui.type("-");
    CHECK(note.utf8() == "Zażó-ł");
    CHECK(reason.text.empty());
    ui.key(KeyCode::Tab);
    ui.type("ok");
    CHECK(reason.utf8() == "ok");
    ui.input().push({ .kind = InputEvent::Kind::Key, .key = KeyCode::Enter });
    ui.frame();
    REQUIRE(left_over.size() == 1);
    CHECK(left_over[0] == KeyCode::Enter);
    CHECK(broken_laws(ui, {}) == "");
}

TEST_CASE("The caret is seen however long the text is")
{
    for (const char* language : { "en", "ur" }) {
        TextDraft one, several;
        one.limit = several.limit = 1000;
        OneScreen face(language, [&](Frame& frame) {
            text_field(frame, "one", { 200, 200, 400, 60 }, "Note", one);
            text_field(frame, "several", { 200, 400, 400, 200 }, "Note", several);
        });
        UiDriver ui(face);
        const auto caret_is_inside = [&](const char* key) {
            const Rect field = ui.item(key).device;
            for (const Painted& painted : ui.painted())
                if (painted.color == ui.theme().focus && painted.device.w <= 4)
                    return field.contains({ painted.device.x, painted.device.y })
                        && field.contains({ painted.device.right(), painted.device.bottom() });
            return false;
        };
        for (const char* key : { "one", "several" }) {
            CAPTURE(key);
            CAPTURE(language);
            ui.tap(key);
            CHECK(caret_is_inside(key));
            for (int i = 0; i < 20; ++i) {
                ui.type(i % 2 == 0 ? "I came about the damp. " : "نم کے بارے میں ");
                CHECK(caret_is_inside(key));
            }
            ui.key(KeyCode::Home);
            CHECK(caret_is_inside(key));
        }
    }
}

TEST_CASE("The focus ring is painted around what the keys are on")
{
    OneScreen face("en", [](Frame& frame) {
        button(frame, "next", { 48, 1592, 312, 120 }, { .label = "Next" }, Look::Primary);
    });
    UiDriver ui(face);
    ui.key(KeyCode::Tab);
    CHECK(ui.focus() == "next");
}
