// Four processes on one store. bench_contention runs the same for as long as one likes.
#include "tests/store/contention.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

using namespace nextplease::testing;

TEST_CASE(
    "Four processes that take and call flat out give no number twice, call nobody twice, and starve nobody")
{
    const TempFolder folder;
    const Contention found = contend(folder.path(), 4, std::chrono::seconds { 3 });
    MESSAGE(found.table());
    CHECK(found.failures == 0);
    CHECK(found.duplicate_numbers == 0);
    CHECK(found.double_calls == 0);
    CHECK(found.lost == 0);
    CHECK(found.fairness() >= 0.5);
}
