#include "kiosk/ui/text_painter.h"

#include "kiosk/ui/text_setter.h"
#include "tests/ui/ui_fixture.h"

#include <array>
#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::ui;

namespace {

// Columns of a mask that hold something, from the left.
int first_inked_column(const Mask& mask)
{
    for (int x = 0; x < mask.width; ++x)
        for (int y = 0; y < mask.height; ++y)
            if (mask.coverage[static_cast<std::size_t>(y * mask.stride + x)] > 64)
                return x;
    return -1;
}

int ink_of(const Mask& mask)
{
    int sum = 0;
    for (const std::uint8_t coverage : mask.coverage)
        sum += coverage;
    return sum;
}

struct Sample {
    const char* language;
    const char* text;
};
constexpr std::array kSamples {
    Sample { "en", "What do you need today?" },
    Sample { "pl", "W czym możemy dziś pomóc? Zażółć gęślą jaźń. ĄĆĘŁŃÓŚŹŻ" },
    Sample { "ur", "آج آپ کو کیا مدد چاہیے؟ تقریباً 12 منٹ، زیادہ سے زیادہ 18" },
    Sample { "ar", "العربية" },
    Sample { "bn", "বাংলা" },
    Sample { "gu", "ગુજરાતી" },
    Sample { "pa", "ਪੰਜਾਬੀ" },
};

} // namespace

TEST_CASE("Every letter of the languages has a font")
{
    UiFixture ui;
    for (const Sample& sample : kSamples) {
        CAPTURE(sample.language);
        const TextBlock& block =
            ui.painter.block({ .text = sample.text, .language = Language(sample.language) });
        CHECK(block.unknown_glyphs == 0);
        CHECK(block.ink_w > 20);
    }
}

TEST_CASE("A letter that no font has is told")
{
    UiFixture ui;
    CHECK(ui.painter.block({ .text = "\U000F1234", .language = ui.english }).unknown_glyphs == 1);
    CHECK(ui.painter.block({ .text = "\u2068B042\u2069", .language = ui.english }).unknown_glyphs == 0);
}

TEST_CASE("The ink that is drawn lies wholly inside the mask")
{
    const TextSetter setter;
    for (const Sample& sample : kSamples)
        for (const float px : { 16.0F, 28.0F, 72.0F, 344.0F })
            for (const float wrap : { 0.0F, 300.0F }) {
                CAPTURE(sample.language);
                CAPTURE(px);
                const auto laid = setter.lay({ .text = sample.text,
                    .language = Language(sample.language),
                    .px = px,
                    .weight = Weight::Bold,
                    .wrap = wrap });
                const Mask mask = laid->draw();
                REQUIRE(mask.width > 0);
                int on_the_rim = 0;
                for (int x = 0; x < mask.width; ++x)
                    on_the_rim += mask.coverage[static_cast<std::size_t>(x)]
                        + mask.coverage[static_cast<std::size_t>((mask.height - 1) * mask.stride + x)];
                for (int y = 0; y < mask.height; ++y)
                    on_the_rim += mask.coverage[static_cast<std::size_t>(y * mask.stride)]
                        + mask.coverage[static_cast<std::size_t>(y * mask.stride + mask.width - 1)];
                CHECK(on_the_rim == 0);
            }
}

TEST_CASE("Nastaliq's overhang is kept")
{
    UiFixture ui;
    const TextBlock& block = ui.painter.block(
        { .text = "چاہیے", .language = ui.urdu, .px = 56, .weight = Weight::Bold, .line_height = 40 });
    CHECK(block.ink_y < 0);
    CHECK(block.ink_y + block.ink_h > block.height);
}

TEST_CASE("A text is set and drawn once")
{
    UiFixture ui;
    const TextSpec spec { .text = "5 people waiting", .language = ui.english, .px = 28 };
    const std::uintptr_t first = ui.painter.block(spec).texture;
    CHECK(first != 0);
    for (int i = 0; i < 10; ++i) {
        ui.painter.begin_frame();
        CHECK(ui.painter.block(spec).texture == first);
    }
    CHECK(ui.textures.made() == 1);
    TextSpec other = spec;
    other.weight = Weight::Bold;
    CHECK(ui.painter.block(other).texture != first);
}

TEST_CASE("Measuring makes no texture")
{
    UiFixture ui;
    const TextSpec spec { .text = "5 people waiting", .language = ui.english, .px = 28 };
    const float width = ui.painter.measured(spec).width;
    CHECK(width > 100);
    CHECK(ui.textures.made() == 0);
    CHECK(ui.painter.block(spec).width == width);
}

TEST_CASE("What was not painted lately is dropped above the limit, what is on the screen never")
{
    UiFixture ui;
    const TextSpec kept { .text = "kept", .language = ui.english, .px = 28 };
    const std::uintptr_t texture = ui.painter.block(kept).texture;
    for (int i = 0; i < 400; ++i) {
        ui.painter.begin_frame();
        ui.painter.block({ .text = std::to_string(i) + "00000", .language = ui.english, .px = 344 });
        CHECK(ui.painter.block(kept).texture == texture);
    }
    CHECK(ui.painter.bytes() < std::size_t { 26 } << 20);
    CHECK(ui.textures.alive() < 300);
}

TEST_CASE("Every texture is dropped with the painter")
{
    CountedTextures textures;
    {
        TextPainter painter(textures);
        painter.block({ .text = "B042", .language = Language("en") });
        painter.picture("icon", [] { return icon_mask(Icon::Globe, 48, false); });
    }
    CHECK(textures.made() == 2);
    CHECK(textures.alive() == 0);
}

TEST_CASE("A ticket code keeps its order in a right-to-left language")
{
    // The code's first letter is at the left of its last digit, on its own and inside a sentence.
    UiFixture ui;
    const auto letter_x = [&ui](const std::string& text, std::size_t byte) {
        return ui.painter.caret({ .text = text, .language = ui.urdu, .px = 40 }, byte).x;
    };
    CHECK(letter_x("B042", 0) < letter_x("B042", 3));
    const std::string sentence = "آپ کا نمبر \u2068B042\u2069 ہے";
    const std::size_t code = sentence.find("B042");
    CHECK(letter_x(sentence, code + 1) < letter_x(sentence, code + 2));
    CHECK(letter_x(sentence, code + 2) < letter_x(sentence, code + 3));
    // The sentence begins at the right of the code, and a phone number keeps its groups.
    CHECK(letter_x(sentence, 0) > letter_x(sentence, code + 3));
    CHECK(letter_x("01632 960 042", 0) < letter_x("01632 960 042", 12));
}

TEST_CASE("Nastaliq's words stand apart")
{
    UiFixture ui;
    const auto width = [&ui](const char* text) {
        return ui.painter.measured({ .text = text, .language = ui.urdu, .px = 100 }).width;
    };
    // At least a quarter of the size, as between Latin words.
    CHECK(width("بارو کونسل") - width("بارو") - width("کونسل") > 22);
}

TEST_CASE("A code is drawn alike in every language")
{
    const Mask english = TextPainter::mask_of({ .text = "B042", .language = Language("en"), .px = 60 });
    const Mask urdu = TextPainter::mask_of({ .text = "B042", .language = Language("ur"), .px = 60 });
    CHECK(english.coverage == urdu.coverage);
}

TEST_CASE("Baselines stand where the design puts them")
{
    UiFixture ui;
    const TextBlock& one =
        ui.painter.block({ .text = "H", .language = ui.english, .px = 100, .line_height = 120 });
    CHECK(one.baseline == doctest::Approx(60 + 38.8).epsilon(0.01));
    // Capitals are 0.714 of the size high: the ink, with two pixels of room around it.
    CHECK(one.ink_h - 4 == doctest::Approx(71.4).epsilon(0.02));
    CHECK(one.ink_y + one.ink_h - 2 == doctest::Approx(one.baseline).epsilon(0.02));
    const TextBlock& three = ui.painter.block(
        { .text = "a\nb\nc", .language = ui.english, .px = 40, .wrap = 500, .line_height = 52 });
    CHECK(three.lines == 3);
    CHECK(three.height == 156);
}

TEST_CASE("Lines begin at the side where the language begins")
{
    const auto column = [](const char* language, const char* text, Align align) {
        const TextSetter setter;
        const auto laid = setter.lay(
            { .text = text, .language = Language(language), .px = 30, .wrap = 600, .align = align });
        return laid->block().ink_x + static_cast<float>(first_inked_column(laid->draw()));
    };
    CHECK(column("en", "Done", Align::Start) < 10);
    CHECK(column("en", "Done", Align::End) > 500);
    CHECK(column("ur", "زبان", Align::Start) > 500);
    CHECK(column("ur", "زبان", Align::End) < 20);
    CHECK(column("ur", "English", Align::Start) > 450);
    CHECK(column("en", "Done", Align::Middle) == doctest::Approx(column("ur", "Done", Align::Middle)));
}

TEST_CASE("Markup is bold where it says so, and harmless where it was escaped")
{
    UiFixture ui;
    const auto width = [&ui](const std::string& text, bool markup, Weight weight) {
        return ui.painter
            .measured({ .text = text, .markup = markup, .language = ui.english, .weight = weight })
            .width;
    };
    CHECK(width("<b>about 12 min</b>", true, Weight::Regular)
        == doctest::Approx(width("about 12 min", false, Weight::Bold)));
    CHECK(width(escaped("Births & <b>deaths</b>"), true, Weight::Regular)
        == doctest::Approx(width("Births & <b>deaths</b>", false, Weight::Regular)));
}

TEST_CASE("A word wider than its room is told")
{
    UiFixture ui;
    const auto broken = [&ui](const char* text) {
        return ui.painter.measured({ .text = text, .language = ui.english, .px = 40, .wrap = 200 })
            .broken_word;
    };
    CHECK(broken("Rindfleischetikettierung"));
    CHECK_FALSE(broken("Where am I in the queue?"));
}

TEST_CASE("Warming a language draws nothing")
{
    UiFixture ui;
    ui.painter.warm(ui.urdu);
    CHECK(ui.textures.made() == 0);
    CHECK(ui.painter.bytes() == 0);
    CHECK(ink_of(TextPainter::mask_of({ .text = " ", .language = ui.english })) == 0);
}

TEST_CASE("After a wipe nothing is left of any text, and what is asked for is set anew")
{
    UiFixture ui;
    ui.painter.begin_frame();
    CHECK(ui.painter.block({ .text = "a secret", .language = ui.english }).texture != 0);
    ui.painter.wipe();
    CHECK(ui.textures.alive() == 1); // the frame that shows it is still to be painted
    ui.painter.begin_frame();
    CHECK(ui.textures.alive() == 0);
    CHECK(ui.painter.bytes() == 0);
    CHECK(ui.painter.block({ .text = "a secret", .language = ui.english }).texture != 0);
}
