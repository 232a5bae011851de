// The layer that gathers SQLite's writes to its log: nothing of a commit is missing on the disk when the
// commit has returned, and large transactions, which do not fit, are right too.
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

std::string contents(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream all;
    all << stream.rdbuf();
    return all.str();
}

Visit noted(int number, const std::string& note)
{
    Visit visit = waiting_visit("A" + std::to_string(number), number);
    visit.note = note;
    return visit;
}

} // namespace

TEST_CASE("When a unit has returned, its words are in the log on the disk")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    for (int i = 1; i <= 20; ++i) {
        const std::string word = "only in unit " + std::to_string(i) + ".";
        store_visit(*store, noted(i, word));
        CHECK(contents(file.string() + "-wal").find(word) != std::string::npos);
    }
}

TEST_CASE("A unit that is larger than what is gathered and than the cache is stored whole")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    const std::string long_note(3'000, 'n');
    constexpr int kVisits = 6'000; // 18 MB: pages spill to the log before the commit, and are read back
    store->write([&](Records& records) {
        for (int i = 0; i < kVisits; ++i)
            records.add(noted(1000 + i, long_note));
        CHECK(records.visits_of(kToday).size() == kVisits);
    });
    const auto onlooker = open_store(file.string(), Opening::Existing);
    const std::vector<Visit> stored = visits_on(*onlooker, kToday);
    REQUIRE(stored.size() == kVisits);
    for (const Visit& visit : stored)
        REQUIRE(visit.note == long_note);
}

TEST_CASE("A large unit that is undone leaves nothing, and the next one is right")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    struct Undone { };
    const auto undone = [&](Records& records) {
        for (int i = 0; i < 6'000; ++i)
            records.add(noted(1000 + i, std::string(3'000, 'u')));
        throw Undone {};
    };
    CHECK_THROWS_AS(store->write(undone), Undone);
    store_visit(*store, noted(1, "after"));
    const auto onlooker = open_store(file.string(), Opening::Existing);
    CHECK(visits_on(*onlooker, kToday).size() == 1);
    CHECK(visits_on(*onlooker, kToday).at(0).note == "after");
}
