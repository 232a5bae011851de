// The icons that kiosk.conf may name are those that the screens can draw.
#include "core/reception/configuration_keys.h"
#include "kiosk/ui/icon_shapes.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("Every icon that kiosk.conf may name can be drawn, and every one with a name may be named")
{
    constexpr auto& known = configuration_keys::kIcons;
    for (const std::string_view name : known) {
        ui::Icon icon {};
        CAPTURE(name);
        CHECK(ui::icon_named(name, icon));
    }
    for (const ui::IconDrawing& drawing : ui::icon_drawings()) {
        CAPTURE(drawing.name);
        if (!drawing.name.empty())
            CHECK(std::find(known.begin(), known.end(), drawing.name) != known.end());
    }
}
