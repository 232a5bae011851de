// Identifiers: comparable and hashable among their own kind, and not to be mixed up with others.
#include "core/base/ids.h"

#include <doctest/doctest.h>
#include <type_traits>
#include <unordered_set>

using namespace nextplease;

static_assert(!std::is_convertible_v<ServiceCode, DeskCode>);
static_assert(!std::is_convertible_v<VisitId, EventId>);
static_assert(!std::is_convertible_v<std::string, DeskCode>);
static_assert(!std::is_convertible_v<std::int64_t, VisitId>);

TEST_CASE("A row number is ordered by its value, and zero until it is stored")
{
    CHECK(VisitId {}.value() == 0);
    CHECK(VisitId { 3 } < VisitId { 4 });
    CHECK(VisitId { 3 } == VisitId { 3 });
}

TEST_CASE("A code is its text")
{
    CHECK(DeskCode().empty());
    CHECK_FALSE(DeskCode("Desk 1").empty());
    CHECK(DeskCode("Desk 1") < DeskCode("Desk 2"));
    CHECK(DeskCode("Desk 1").text() == "Desk 1");
}

TEST_CASE("Identifiers can be kept in hashed sets")
{
    const std::unordered_set<DeskCode> desks { DeskCode("a"), DeskCode("b"), DeskCode("a") };
    CHECK(desks.size() == 2);
    const std::unordered_set<VisitId> visits { VisitId { 1 }, VisitId { 1 } };
    CHECK(visits.size() == 1);
}
