#include "kiosk/app/probe.h"

#include "core/base/error.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace nextplease;
using namespace nextplease::app;
using nextplease::testing::TempFolder;

namespace {

class NoTextures : public ui::TextureMaker {
public:
    std::uintptr_t make(const ui::Mask&) override { return 1; }
    void drop(std::uintptr_t) override { }
};

// Shows one item.
void draw(ui::Interaction& input, const std::string& label)
{
    NoTextures textures;
    ui::TextPainter painter(textures);
    ui::Canvas canvas(painter, 540, 960, { 1080, 1920 });
    canvas.begin(nullptr, Language("en"), false);
    input.begin(ui::Moment { 1000 });
    input.screen("home");
    input.item(canvas, "service.B", { 48, 472, 984, 136 }, label, ui::Enabled::No);
    input.end();
}

std::string read(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("The probe says what is on the screen, in pixels of the window")
{
    ui::Interaction input;
    draw(input, "Housing \"homes\"\n\\ ہاؤسنگ");
    CHECK(Probe::json(input, { 10, 20, 540, 960 })
        == "{\"screen\": \"home\", \"window\": {\"x\": 10, \"y\": 20, \"w\": 540, \"h\": 960}, \"items\": [\n"
           "{\"key\": \"service.B\", \"x\": 24, \"y\": 236, \"w\": 492, \"h\": 68, "
           "\"label\": \"Housing \\\"homes\\\"\\u000a\\\\ ہاؤسنگ\", \"enabled\": false}]}\n");
}

TEST_CASE("The probe is written when something changes, and not else")
{
    const TempFolder folder;
    const auto file = folder / "probe.json";
    Probe probe(file);
    ui::Interaction input;
    draw(input, "Housing");
    probe.tell(input, { 0, 0, 540, 960 });
    CHECK(read(file).find("Housing") != std::string::npos);
    std::filesystem::remove(file);
    probe.tell(input, { 0, 0, 540, 960 });
    CHECK_FALSE(std::filesystem::exists(file));
    draw(input, "Benefits");
    probe.tell(input, { 0, 0, 540, 960 });
    CHECK(read(file).find("Benefits") != std::string::npos);
}

TEST_CASE("A probe that cannot be written says so, and none is asked for by an empty name")
{
    const TempFolder folder;
    ui::Interaction input;
    Probe probe(folder / "missing" / "probe.json");
    CHECK_THROWS_AS(probe.tell(input, { 0, 0, 540, 960 }), Failure);
    Probe none({});
    CHECK_NOTHROW(none.tell(input, { 0, 0, 540, 960 }));
}
