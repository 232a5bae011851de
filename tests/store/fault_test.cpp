// Every unit of work is failed at its 1st, 2nd, ... statement and at its commit. Each time the store must
// hold what it held before, or what it should hold afterwards, and never anything between.
#include "core/store/sql_store.h"
#include "core/store/sqlite_connection.h"
#include "tests/store/faulty_connection.h"
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

#include <csignal>
#include <sys/resource.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

// Everything that can be read of the day.
struct Contents {
    std::vector<Visit> visits;
    std::vector<Visit> open;
    std::vector<std::vector<Leg>> legs;
    std::vector<Event> events;
    std::vector<DeskRecord> desks;
    std::vector<ServiceCode> services;
    friend bool operator==(const Contents&, const Contents&) = default;
};

Contents contents_of(Store& store)
{
    Contents found;
    store.read([&](Records& records) {
        found.visits = records.visits_of(kToday);
        found.open = records.open_visits();
        for (const Visit& visit : found.visits)
            found.legs.push_back(records.legs_of(visit.id));
        found.events = records.events_after(EventId(0), 1000);
        found.desks = records.desks();
        found.services = records.found_services();
    });
    return found;
}

// One unit that writes a little of everything.
void large_unit(Records& records)
{
    Visit first = records.open_visits().at(0);
    first = [&] {
        Visit ended = served(first);
        ended.id = first.id;
        return ended;
    }();
    records.put(first);
    Leg leg;
    leg.visit = first.id;
    records.put(leg);
    records.add(event_of(first.id, EventKind::Finished, "finish"));
    const VisitId taken = records.add(waiting_visit("A002", 600));
    records.add(event_of(taken, EventKind::Taken, "take"));
    records.put(DeskRecord { DeskCode("Desk 1"), DeskState::Open, at(0), "desk" });
    records.add_found_service(ServiceCode("PS"));
}

std::unique_ptr<Store> faulty_store(const std::filesystem::path& file, Fault& fault)
{
    auto connection = open_sqlite(file, Opening::Create);
    return std::make_unique<SqlStore>(
        std::make_unique<FaultyConnection>(std::move(connection), fault), Opening::Create);
}

// What the store holds without and with the unit done.
struct Outcomes {
    Contents before;
    Contents after;
};
Outcomes outcomes()
{
    const TempFolder folder;
    const auto store = open_store((folder / "store.db").string(), Opening::Create);
    store_visit(*store, waiting_visit("A001"));
    Outcomes found { contents_of(*store), {} };
    store->write(large_unit);
    found.after = contents_of(*store);
    return found;
}

// Runs the unit with a fault after so many steps; true if it went through.
bool went_through(int steps, bool lost_answer, const Outcomes& outcomes)
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    Fault fault;
    const auto store = faulty_store(file, fault);
    store_visit(*store, waiting_visit("A001"));
    fault = { steps, lost_answer };
    const bool failed = !failure_of([&] { store->write(large_unit); }).empty();
    const bool spent = fault.after < 0;
    fault = {};
    const auto onlooker = open_store(file.string(), Opening::Existing);
    CHECK(contents_of(*onlooker) == contents_of(*store));
    const Contents now = contents_of(*store);
    const bool is_before = now == outcomes.before;
    CHECK((is_before || now == outcomes.after));
    if (!failed)
        CHECK(now == outcomes.after);
    if (is_before) { // and the store works on: the same unit goes through now
        store->write(large_unit);
        CHECK(contents_of(*store) == outcomes.after);
    }
    CHECK(failed == spent);
    return !failed;
}

} // namespace

TEST_CASE("A unit of work that fails at any of its statements, or at its commit, is not done at all")
{
    const Outcomes both = outcomes();
    REQUIRE(both.before != both.after);
    int steps = 0;
    while (!went_through(steps, false, both))
        ++steps;
    CHECK(steps > 10); // begin, some ten statements, commit
}

TEST_CASE("A unit of work whose commit was done but not confirmed is done whole")
{
    const Outcomes both = outcomes();
    for (int steps = 0; !went_through(steps, true, both); ++steps) { }
}

TEST_CASE("Making a store fails at any statement, and the next attempt makes it whole")
{
    for (int steps = 0;; ++steps) {
        const TempFolder folder;
        Fault fault { steps };
        const bool failed = !failure_of([&] { faulty_store(folder / "store.db", fault); }).empty();
        const auto store = open_store((folder / "store.db").string(), Opening::Create);
        store_visit(*store, waiting_visit("A001"));
        CHECK(visits_on(*store, kToday).size() == 1);
        if (!failed)
            break;
        REQUIRE(steps < 50);
    }
}

TEST_CASE(
    "A disk that is full gives one sentence, loses nothing, and the store works when there is room again")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    store_visit(*store, waiting_visit("A001"));
    // No file may grow beyond what the write-ahead log has now: writing fails as on a full disk.
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit tight { std::filesystem::file_size(file.string() + "-wal"), before.rlim_max };
    REQUIRE(setrlimit(RLIMIT_FSIZE, &tight) == 0);
    std::string sentence;
    Failure::Kind kind = Failure::Kind::Corrupt;
    try {
        store->write([](Records& records) { records.add(waiting_visit("A002")); });
    } catch (const Failure& failure) {
        sentence = failure.what();
        kind = failure.kind();
    }
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);

    CAPTURE(sentence);
    CHECK(sentence.find("has no more room on its disk") != std::string::npos);
    CHECK(sentence.find(file.string()) != std::string::npos);
    CHECK(kind == Failure::Kind::Unavailable);
    CHECK(visits_on(*store, kToday).size() == 1);
    store_visit(*store, waiting_visit("A002"));
    CHECK(visits_on(*open_store(file.string(), Opening::Existing), kToday).size() == 2);
}
