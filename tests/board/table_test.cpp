#include "kiosk/board/layout.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::board;

namespace {

std::vector<LineWidths> lines(std::size_t count)
{
    return std::vector<LineWidths>(count, { 7, 0.6F, 6, true, false });
}

} // namespace

TEST_CASE("Eight services stand on one page in both shapes, with a notice too")
{
    for (const ui::Size shape : { kLandscape, kPortrait }) {
        for (const WithNotice notice : { WithNotice::No, WithNotice::Yes }) {
            const Table table = table_of(areas_of(shape, notice, false), lines(8), 110, 185, false);
            CHECK(table.pages == 1);
            CHECK(table.size >= 36);
        }
    }
}

TEST_CASE("Without a notice the lines are larger")
{
    const Table with = table_of(areas_of(kLandscape, WithNotice::Yes, false), lines(8), 110, 185, false);
    const Table without = table_of(areas_of(kLandscape, WithNotice::No, false), lines(8), 110, 185, false);
    CHECK(without.size > with.size);
    CHECK(without.pitch > with.pitch);
}

TEST_CASE("More services than are readable at once are paged evenly, and none is left out")
{
    for (std::size_t count = 1; count <= 40; ++count) {
        for (const bool tall : { false, true }) {
            const Areas areas = areas_of(kLandscape, WithNotice::No, tall);
            const Table table = table_of(areas, lines(count), 110, 185, tall);
            CAPTURE(count);
            CHECK(table.pages * table.per_page() >= count);
            CHECK((table.pages - 1) * table.per_page() < count);
            CHECK(table.size >= kSmallest);
            CHECK(table.pitch * static_cast<float>(table.rows) <= areas.services.h);
        }
    }
}

TEST_CASE("A number of people never stands on a name")
{
    const std::vector<LineWidths> wide { { 9, 0.6F, 5.5F, true, false }, { 3, 1.2F, 2, false, false },
        { 4, 0, 5, false, true } };
    const Table table = table_of(areas_of(kLandscape, WithNotice::Yes, false), wide, 110, 185, false);
    CHECK(table.waiting_end - 1.2F * table.size >= table.name_x + 9 * table.size);
    CHECK(table.waiting_end + 5.5F * table.size + sign_size(table.size) <= table.column_width);
}
