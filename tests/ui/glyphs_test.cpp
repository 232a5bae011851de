// Languages whose fonts are not here are found out before a screen is shown.
#include "kiosk/ui/glyphs.h"

#include "core/base/catalogue.h"

#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("The fonts have every character of every catalogue")
{
    for (const Language& language : languages())
        CHECK_MESSAGE(
            ui::characters_without_glyph(language, words(language).characters()) == "", language.text());
}

TEST_CASE("A character that no font has is named, once, beside those that there are")
{
    const std::string private_use = "\U0010FABC";
    CHECK(ui::characters_without_glyph(Language("en"), "A" + private_use + "B" + private_use) == private_use);
    CHECK(ui::characters_without_glyph(Language("en"), "") == "");
}
