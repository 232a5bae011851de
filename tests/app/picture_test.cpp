#include "core/base/error.h"
#include "kiosk/app/window.h"
#include "tests/support/temp_folder.h"

#include <cairo/cairo.h>
#include <cstdlib>
#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::app;
using nextplease::testing::TempFolder;

namespace {

// A green half and a word.
class Flag : public Face {
public:
    void show(std::shared_ptr<const Snapshot>) override { }
    bool tick(ui::Moment, ui::Moment) override { return false; }
    bool same(const Snapshot&, const Snapshot&) const override { return true; }
    const ui::Theme& theme() const override { return ui::light_theme(); }
    const Words& words() const override { return nextplease::words(Language("en")); }
    ui::Size reference(float, float) const override { return { 400, 300 }; }
    void draw(ui::Frame& frame) override
    {
        frame.canvas.fill({ 200, 0, 200, 300 }, { 0x07543A });
        frame.canvas.text({ 20, 150 }, "B042", { .size = 60 }, { 0x000000 });
    }
};

struct Png {
    explicit Png(const std::filesystem::path& file)
        : surface(cairo_image_surface_create_from_png(file.c_str()))
    {
    }
    ~Png() { cairo_surface_destroy(surface); }
    Png(const Png&) = delete;
    Png& operator=(const Png&) = delete;

    std::uint32_t at(int x, int y) const
    {
        const unsigned char* const row =
            cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
        return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFF;
    }
    cairo_surface_t* surface;
};

// False, with a notice, where EGL is truly missing.
bool painted(Face& face, const std::filesystem::path& file)
{
    try {
        save_picture(face, 800, 600, file);
        return true;
    } catch (const Failure& failure) {
        const std::string why = failure.what();
        if (why.find("EGL") == std::string::npos)
            throw;
        MESSAGE("skipped: " << why);
        return false;
    }
}

} // namespace

TEST_CASE("A picture is drawn without a display, in its true size and colours")
{
    const TempFolder folder;
    unsetenv("DISPLAY");
    Flag face;
    if (!painted(face, folder / "flag.png"))
        return;
    const Png png(folder / "flag.png");
    REQUIRE(cairo_surface_status(png.surface) == CAIRO_STATUS_SUCCESS);
    CHECK(cairo_image_surface_get_width(png.surface) == 800);
    CHECK(cairo_image_surface_get_height(png.surface) == 600);
    CHECK(png.at(10, 10) == 0xF4F1EA);
    CHECK(png.at(399, 300) == 0xF4F1EA);
    CHECK(png.at(400, 300) == 0x07543A);
    int black = 0;
    for (int y = 200; y < 320; ++y)
        for (int x = 30; x < 380; ++x)
            black += png.at(x, y) == 0 ? 1 : 0;
    CHECK(black > 2000); // the word, upright and above its baseline
    CHECK(png.at(60, 340) == 0xF4F1EA);
}

TEST_CASE("Two pictures after each other are alike")
{
    const TempFolder folder;
    Flag face;
    if (!painted(face, folder / "one.png") || !painted(face, folder / "two.png"))
        return;
    const Png one(folder / "one.png"), two(folder / "two.png");
    int differing = 0;
    for (int y = 0; y < 600; ++y)
        for (int x = 0; x < 800; ++x)
            differing += one.at(x, y) != two.at(x, y) ? 1 : 0;
    CHECK(differing == 0);
}

TEST_CASE("A picture that cannot be written says where")
{
    const TempFolder folder;
    Flag face;
    if (!painted(face, folder / "flag.png"))
        return;
    try {
        save_picture(face, 80, 60, folder / "missing" / "flag.png");
        FAIL("it was written");
    } catch (const Failure& failure) {
        CHECK(std::string(failure.what()).find("missing/flag.png") != std::string::npos);
    }
}
