#include "kiosk/ui/canvas.h"

#include "kiosk/ui/fonts.h"
#include "tests/ui/ui_fixture.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::ui;

namespace {

Painted only_text(const std::vector<Painted>& painted)
{
    REQUIRE(painted.size() == 1);
    REQUIRE(painted[0].kind == Painted::Kind::Text);
    return painted[0];
}

} // namespace

TEST_CASE("A screen is scaled to its window and told the room that is left")
{
    UiFixture ui;
    CHECK(ui.canvas(ui.english).scale() == 1);
    CHECK(ui.canvas(ui.english, 540, 960).scale() == 0.5F);
    Canvas wide = ui.canvas(ui.english, 2160, 1920);
    CHECK(wide.scale() == 1);
    CHECK(wide.room().w == 2160);
    CHECK(wide.room().h == 1920);
}

TEST_CASE("Edges are whole pixels, and what touches goes on touching")
{
    UiFixture ui;
    for (const float width : { 1080.0F, 997.0F, 413.0F }) {
        Canvas canvas = ui.canvas(ui.english, width, width * 16 / 9);
        for (int i = 0; i < 6; ++i) {
            const Rect cell { static_cast<float>(i) * 180, 1744, 180, 176 };
            const Rect at = canvas.device(cell);
            CHECK(at.x == static_cast<float>(static_cast<int>(at.x)));
            CHECK(at.w == static_cast<float>(static_cast<int>(at.w)));
            CHECK(at.right() == canvas.device({ cell.right(), 1744, 180, 176 }).x);
        }
    }
}

TEST_CASE("Right-to-left screens are the mirror of the others")
{
    UiFixture ui;
    for (const float width : { 1080.0F, 719.0F }) {
        Canvas left = ui.canvas(ui.english, width, width * 2);
        Canvas right = ui.canvas(ui.urdu, width, width * 2);
        const Rect card { 48, 320, 984, 136 };
        const Rect tile { 72, 344, 88, 88 };
        for (const Rect& rect : { card, tile }) {
            CHECK(right.device(rect).x == width - left.device(rect).x - left.device(rect).w);
            CHECK(right.device(rect).w == left.device(rect).w);
            CHECK(right.device(rect).y == left.device(rect).y);
        }
    }
}

TEST_CASE("A text starts where it is put, and at the other side in right-to-left languages")
{
    UiFixture ui;
    std::vector<Painted> painted;
    const auto place = [&](const Language& language, Align align) {
        painted.clear();
        Canvas canvas = ui.canvas(language);
        canvas.record(&painted);
        canvas.text({ 100, 200 }, "HHHH", { .size = 40, .align = align }, { 0 });
        return only_text(painted).device;
    };
    CHECK(place(ui.english, Align::Start).x == doctest::Approx(100).epsilon(0.05));
    CHECK(place(ui.english, Align::End).right() == doctest::Approx(100).epsilon(0.05));
    CHECK(place(ui.urdu, Align::Start).right() == doctest::Approx(980).epsilon(0.01));
    CHECK(place(ui.urdu, Align::End).x == doctest::Approx(980).epsilon(0.01));
    CHECK(place(ui.english, Align::Start).bottom() == doctest::Approx(201).epsilon(0.01));
}

TEST_CASE("A text that is too wide drops two steps at most, then it is a fault")
{
    UiFixture ui;
    Canvas canvas = ui.canvas(ui.english);
    const Type type { .size = 40 };
    const float width = canvas.measure("Where am I in the queue?", type).w;
    CHECK(canvas.text({ 0, 100 }, "Where am I in the queue?", type, { 0 }, width) == doctest::Approx(width));
    const float smaller = canvas.text({ 0, 100 }, "Where am I in the queue?", type, { 0 }, width * 0.82F);
    CHECK(smaller == doctest::Approx(width * 0.81F).epsilon(0.01));
    CHECK(canvas.faults().empty());
    canvas.text({ 0, 100 }, "Where am I in the queue?", type, { 0 }, width * 0.5F);
    REQUIRE(canvas.faults().size() == 1);
    CHECK(canvas.faults()[0].kind == TextFault::Kind::Overflow);
}

TEST_CASE("A paragraph wraps, shrinks to its room, and is a fault if that is not enough")
{
    UiFixture ui;
    Canvas canvas = ui.canvas(ui.english);
    const Type type { .size = 40, .line = 50 };
    const std::string text = "Touch one. You get a ticket with your number on it.";
    CHECK(canvas.paragraph({ 0, 100, 1080, 0 }, text, type, { 0 }) == 50);
    CHECK(canvas.paragraph({ 0, 100, 600, 0 }, text, type, { 0 }) == 100);
    CHECK(canvas.paragraph({ 0, 100, 600, 100 }, text, type, { 0 }) == 100);
    CHECK(canvas.paragraph({ 0, 100, 600, 90 }, text, type, { 0 }) == doctest::Approx(90).epsilon(0.02));
    const auto faults = canvas.faults().size();
    canvas.paragraph({ 0, 100, 600, 40 }, text, type, { 0 });
    CHECK(canvas.faults().size() == faults + 1);
}

TEST_CASE("A text that leaves the window is a fault")
{
    UiFixture ui;
    Canvas canvas = ui.canvas(ui.english);
    canvas.text({ 1000, 100 }, "Where am I in the queue?", { .size = 40 }, { 0 });
    REQUIRE(canvas.faults().size() == 1);
    CHECK(canvas.faults()[0].kind == TextFault::Kind::Overflow);
}

TEST_CASE("A letter without a font is a fault")
{
    UiFixture ui;
    Canvas canvas = ui.canvas(ui.english);
    canvas.text({ 0, 100 }, "\U000F1234", { .size = 40 }, { 0 });
    REQUIRE(canvas.faults().size() == 1);
    CHECK(canvas.faults()[0].kind == TextFault::Kind::UnknownGlyph);
}

TEST_CASE("Nastaliq is set smaller, never below its least size, and its lines have room")
{
    UiFixture ui;
    Canvas canvas = ui.canvas(ui.urdu);
    const std::string name = "کونسل ٹیکس";
    const auto width = [&](float size) { return canvas.measure(name, { .size = size }).w; };
    // 56 becomes 44.8; 32 and 28 become 26; a staff label of 20 stays.
    CHECK(width(32) == doctest::Approx(width(28)));
    CHECK(width(26) == doctest::Approx(width(28)));
    CHECK(width(56) == doctest::Approx(width(28) * 44.8F / 26).epsilon(0.02));
    CHECK(width(20) == doctest::Approx(width(26) * 20 / 26).epsilon(0.02));
    CHECK(canvas.measure(name, { .size = 40, .line = 40 }).h == doctest::Approx(1.8F * 32));
    // Codes, times and Latin words in an Urdu screen keep their size.
    Canvas english = ui.canvas(ui.english);
    CHECK(canvas.measure("10:24", { .size = 56 }).w == english.measure("10:24", { .size = 56 }).w);
}

TEST_CASE("A language's own name is set in its own fonts on any screen")
{
    UiFixture ui;
    Canvas english = ui.canvas(ui.english);
    Canvas urdu = ui.canvas(ui.urdu);
    CHECK(english.measure("اردو", { .size = 44, .language = ui.urdu }).w
        == urdu.measure("اردو", { .size = 44 }).w);
    CHECK(right_to_left(Language("ar")));
    CHECK_FALSE(right_to_left(Language("pl")));
    CHECK(font_families(Language("pa")) == "Noto Sans,Noto Sans Gurmukhi");
    CHECK(font_families(Language("pa-Arab-PK")) == "Noto Sans,Noto Nastaliq Urdu");
    CHECK(font_families(Language("zh-Hant")) == "Noto Sans,Noto Sans CJK TC");
    CHECK(font_families(Language("en")) == "Noto Sans");
}

TEST_CASE("Everything that is painted is told in order")
{
    UiFixture ui;
    Canvas canvas = ui.canvas(ui.english);
    std::vector<Painted> painted;
    canvas.record(&painted);
    canvas.fill({ 0, 0, 100, 100 }, { 0x123456 });
    canvas.icon(Icon::Globe, { 10, 10, 48, 48 }, { 0xFFFFFF });
    canvas.text({ 10, 90 }, "Help", { .size = 28 }, { 0xFFFFFF });
    REQUIRE(painted.size() == 3);
    CHECK(painted[0].kind == Painted::Kind::Shape);
    CHECK(painted[1].kind == Painted::Kind::Icon);
    CHECK(painted[2].text == "Help");
}
