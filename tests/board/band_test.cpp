#include "kiosk/board/band.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::board;

namespace {

// About the width of Noto Sans Bold.
float rough(const std::string& text)
{
    return 0.6F * static_cast<float>(text.size());
}
constexpr float kCap = 0.714F;
constexpr float kMillimetresPerPixel = 0.6342F; // a 55-inch board

Areas landscape()
{
    return areas_of(kLandscape, WithNotice::No, false);
}
Areas portrait()
{
    return areas_of(kPortrait, WithNotice::No, false);
}

} // namespace

TEST_CASE("The newest number is at least 1 % of ten metres high, on both shapes and beside any place")
{
    for (const Areas& areas : { landscape(), portrait() }) {
        for (const char* place :
            { "Desk 3", "Stanowisko 12", "Welcome desk", "Births and deaths registrar" }) {
            const BandFit fit = fit_band(areas, { "B042", place }, false, rough);
            CAPTURE(place);
            CHECK(fit.number_size * kCap * kMillimetresPerPixel >= 100);
        }
    }
}

TEST_CASE("A short place stands as large as the number, in one line")
{
    const BandFit fit = fit_band(landscape(), { "B042", "Desk 3" }, false, rough);
    CHECK(fit.place_lines.size() == 1);
    CHECK(fit.place_size == fit.number_size);
}

TEST_CASE("A long place goes to two lines, but never with its number alone")
{
    CHECK(fit_band(landscape(), { "B042", "Welcome desk" }, false, rough).place_lines
        == std::vector<std::string> { "Welcome", "desk" });
    CHECK(fit_band(landscape(), { "B042", "Stanowisko 3" }, false, rough).place_lines.size() == 1);
}

TEST_CASE("Number, arrow and place fit the band")
{
    for (const char* place : { "Desk 3", "Desk 12", "Stanowisko 3", "Welcome desk", "Interview room 12" }) {
        const BandFit fit = fit_band(landscape(), { "BB042", place }, false, rough);
        float width = 0;
        for (const std::string& line : fit.place_lines)
            width = std::max(width, rough(line));
        CAPTURE(place);
        CHECK(rough("BB042") * fit.number_size + width * fit.place_size + 164 * fit.number_size / 272
            <= kLandscape.w - 2 * kMargin);
    }
}
