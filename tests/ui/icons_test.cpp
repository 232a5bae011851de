#include "kiosk/ui/icons.h"

#include "core/base/error.h"
#include "kiosk/ui/icon_shapes.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::ui;

namespace {

std::uint8_t at(const Mask& mask, int x, int y)
{
    return mask.coverage[static_cast<std::size_t>(y * mask.stride + x)];
}

int dark_pixels(const Mask& mask)
{
    int count = 0;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            count += at(mask, x, y) > 127 ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("Every icon draws something and stays inside its square")
{
    for (const IconDrawing& drawing : icon_drawings()) {
        CAPTURE(static_cast<int>(drawing.icon));
        const Mask mask = icon_mask(drawing.icon, 96, false);
        CHECK(mask.width == 96);
        CHECK(dark_pixels(mask) > 60);
        CHECK(dark_pixels(mask) < 96 * 96 * 4 / 5);
    }
}

TEST_CASE("There is a drawing for every icon")
{
    for (int i = 0; i <= static_cast<int>(Icon::DiamondCross); ++i)
        CHECK(icon_drawing(static_cast<Icon>(i)).icon == static_cast<Icon>(i));
}

TEST_CASE("What points onwards turns in right-to-left languages, a clock does not")
{
    for (const Icon icon :
        { Icon::Chevron, Icon::Arrow, Icon::Back, Icon::Undo, Icon::Backspace, Icon::Enter, Icon::Speak,
            Icon::Call, Icon::Quiet, Icon::Bubble, Icon::Walk, Icon::Out, Icon::Play, Icon::Now })
        CHECK(mirrored(icon));
    for (const Icon icon : { Icon::Clock, Icon::Tick, Icon::Cross, Icon::Help, Icon::Wheelchair,
             Icon::TextSize, Icon::Contrast, Icon::Logo, Icon::Phone })
        CHECK_FALSE(mirrored(icon));
    const Mask plain = icon_mask(Icon::Arrow, 48, false);
    const Mask turned = icon_mask(Icon::Arrow, 48, true);
    int differing = 0;
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 48; ++x)
            differing += std::abs(at(plain, x, y) - at(turned, 47 - x, y)) > 8 ? 1 : 0;
    CHECK(differing == 0);
}

TEST_CASE("Icons are found by the names of kiosk.conf")
{
    Icon icon {};
    CHECK(icon_named("idcard", icon));
    CHECK(icon == Icon::IdCard);
    CHECK(icon_named("letter", icon));
    CHECK(icon == Icon::Letter);
    CHECK_FALSE(icon_named("unicorn", icon));
    CHECK_FALSE(icon_named("", icon));
}

TEST_CASE("A circle of an icon is where its drawing puts it")
{
    // Contrast: a circle of radius 9 whose right half is filled.
    const Mask mask = icon_mask(Icon::Contrast, 240, false);
    CHECK(at(mask, 150, 120) == 255);
    CHECK(at(mask, 90, 120) == 0);
    CHECK(at(mask, 30, 120) == 255); // the stroke, 20 wide around 30
    CHECK(at(mask, 15, 120) == 0);
}

TEST_CASE("A QR code has its finder patterns and whole modules")
{
    const std::string address = "https://reception.northmoor.example/t/4kq9w2";
    const int modules = qr_modules(address);
    CHECK(modules >= 25);
    const Mask mask = qr_mask(address, 7);
    CHECK(mask.width == modules * 7);
    for (const int corner : { 0, (modules - 7) * 7 }) {
        CHECK(at(mask, corner + 3, 3) == 255); // the frame
        CHECK(at(mask, corner + 10, 10) == 0); // its light ring
        CHECK(at(mask, corner + 24, 24) == 255); // its core
    }
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            REQUIRE(at(mask, x, y) == at(mask, x / 7 * 7, y / 7 * 7));
}

TEST_CASE("A text too long for a QR code is refused in words")
{
    CHECK_THROWS_AS(qr_mask(std::string(5000, 'x'), 4), InputError);
}
