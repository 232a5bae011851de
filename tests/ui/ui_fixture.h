// A painter that needs no graphics, and a canvas on it.
#pragma once

#include "kiosk/ui/canvas.h"
#include "tests/support/ui_driver.h"

namespace nextplease::ui {

struct UiFixture {
    CountedTextures textures;
    TextPainter painter { textures };
    Language english { "en" };
    Language polish { "pl" };
    Language urdu { "ur" };

    // Nothing is drawn: sizes, faults and what was painted are what tests look at.
    Canvas canvas(const Language& language, float width = 1080, float height = 1920)
    {
        Canvas canvas(painter, width, height, { 1080, 1920 });
        canvas.begin(nullptr, language, language == urdu);
        return canvas;
    }
};

} // namespace nextplease::ui
