// What is in a store is found again, in the order that core/store/store.h says, on every driver.
#include "tests/store/store_fixture.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

struct Interrupted { };

} // namespace

TEST_CASE("A visit is found by its number: the latest one of that day")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, served(waiting_visit("A001", 0)));
        const VisitId second = store_visit(*store, served(waiting_visit("A001", 100)));
        store_visit(*store, waiting_visit("A002", 200));
        const VisitId other_day = store_visit(*store, waiting_visit("A001", 0, kTomorrow));
        store->read([&](Records& records) {
            CHECK(records.visit_numbered(kToday, TicketNumber("A001"))->id == second);
            CHECK(records.visit_numbered(kTomorrow, TicketNumber("A001"))->id == other_day);
            CHECK_FALSE(records.visit_numbered(kToday, TicketNumber("A003")));
            CHECK_FALSE(records.visit_numbered(kToday, TicketNumber("a001")));
        });
        const VisitId third = store_visit(*store, waiting_visit("A001", 300));
        store->read([&](Records& records) {
            CHECK(records.visit_numbered(kToday, TicketNumber("A001"))->id == third);
        });
    });
}

TEST_CASE("A visit from a log is found by reference and arrival together")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = served(waiting_visit("", 5));
        visit.reference = "4711";
        const VisitId id = store_visit(*store, visit);
        store->read([&](Records& records) {
            CHECK(records.visit_referenced("4711", at(5))->id == id);
            CHECK_FALSE(records.visit_referenced("4711", at(6)));
            CHECK_FALSE(records.visit_referenced("4712", at(5)));
            CHECK_FALSE(records.visit_referenced("04711", at(5)));
        });
    });
}

TEST_CASE("The latest number of a letter is the one given out last, not the highest")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        CHECK(latest(*store, "B") == "none");
        store_visit(*store, served(waiting_visit("B998", 1)));
        store_visit(*store, served(waiting_visit("B999", 2)));
        CHECK(latest(*store, "B") == "B999");
        store_visit(*store, waiting_visit("B001", 3));
        CHECK(latest(*store, "B") == "B001");
    });
}

TEST_CASE("A letter is not taken for another that begins with it")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, waiting_visit("B007", 1));
        store_visit(*store, waiting_visit("BA003", 2));
        store_visit(*store, waiting_visit("A044", 3));
        store_visit(*store, waiting_visit("", 4));
        CHECK(latest(*store, "B") == "B007");
        CHECK(latest(*store, "BA") == "BA003");
        CHECK(latest(*store, "A") == "A044");
        CHECK(latest(*store, "b") == "none");
        CHECK(latest(*store, "B", kTomorrow) == "none");
    });
}

TEST_CASE("Open visits are those of any day that have not ended, in order of their ids")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = waiting_visit("C001", 1);
        visit.id = store_visit(*store, visit);
        store_visit(*store, waiting_visit("A001", 2));
        store_visit(*store, served(waiting_visit("B001", 3)));
        store_visit(*store, waiting_visit("D001", 0, kYesterday));
        const auto open = [&] {
            std::vector<Visit> visits;
            store->read([&](Records& records) { visits = records.open_visits(); });
            return numbers_of(visits);
        };
        CHECK(open() == Numbers { "D001", "C001", "A001" });
        for (const VisitState state : { VisitState::Called, VisitState::Serving, VisitState::Held }) {
            visit.state = state;
            store->write([&](Records& records) { records.put(visit); });
            CHECK(open() == Numbers { "D001", "C001", "A001" });
        }
        for (const VisitState state : { VisitState::NoShow, VisitState::Left, VisitState::Unresolved }) {
            visit.state = state;
            store->write([&](Records& records) { records.put(visit); });
            CHECK(open() == Numbers { "D001", "A001" });
        }
    });
}

TEST_CASE("Visits of a day are all of that day, by id")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, waiting_visit("B001", 50));
        store_visit(*store, served(waiting_visit("A001", 20)));
        store_visit(*store, waiting_visit("A009", 0, kYesterday));
        CHECK(numbers_of(visits_on(*store, kToday)) == Numbers { "B001", "A001" });
        CHECK(numbers_of(visits_on(*store, kYesterday)) == Numbers { "A009" });
    });
}

TEST_CASE("Visits of a period come by arrival, its start included and its end not")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        for (const int seconds : { 40, 10, 30, 9, 20 })
            store_visit(*store, waiting_visit("", seconds));
        store_visit(*store, waiting_visit("", 10, kYesterday));
        std::vector<Instant> arrivals;
        store->read([&](Records& records) {
            records.each_visit(
                { at(10), at(40) }, [&](const Visit& visit) { arrivals.push_back(visit.arrived); });
        });
        CHECK(arrivals == std::vector { at(10), at(20), at(30) });
    });
}

TEST_CASE("Legs can be read while visits are gone through")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        for (int i = 1; i <= 3; ++i) {
            const VisitId visit = store_visit(*store, served(waiting_visit("A00" + std::to_string(i), i)));
            store->write([&](Records& records) { records.put(leg_of(visit)); });
        }
        std::size_t legs = 0;
        store->read([&](Records& records) {
            records.each_visit(
                { at(0), at(100) }, [&](const Visit& visit) { legs += records.legs_of(visit.id).size(); });
        });
        CHECK(legs == 3);
    });
}

TEST_CASE("Events come by visit, and after the last one known")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId first = store_visit(*store, waiting_visit("A001"));
        const VisitId second = store_visit(*store, waiting_visit("A002"));
        std::vector<EventId> ids;
        store->write([&](Records& records) {
            for (const VisitId visit : { first, second, first })
                ids.push_back(records.add(event_of(visit, EventKind::Recalled)));
        });
        const auto ids_of = [](const std::vector<Event>& events) {
            std::vector<EventId> found;
            found.reserve(events.size());
            for (const Event& event : events)
                found.push_back(event.id);
            return found;
        };
        store->read([&](Records& records) {
            CHECK(ids_of(records.events_of(first)) == std::vector { ids[0], ids[2] });
            CHECK(ids_of(records.events_of(second)) == std::vector { ids[1] });
            CHECK(ids_of(records.events_after(EventId(0), 100)) == ids);
            CHECK(ids_of(records.events_after(ids[0], 1)) == std::vector { ids[1] });
            CHECK(records.events_after(ids[2], 100).empty());
        });
    });
}

TEST_CASE("A scan tells of every visit of the period what reports need")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit transferred = served(waiting_visit("A001", 10));
        transferred.service = ServiceCode("housing"); // seen for council tax first, at desk 3
        transferred.desk = DeskCode("Desk 9");
        transferred.called = at(900);
        transferred.held = Seconds { 7 };
        store_visit(*store, transferred);
        Visit absent = waiting_visit("A002", 20);
        absent.state = VisitState::NoShow;
        absent.desk = DeskCode("Desk 1");
        absent.called = at(50);
        absent.ended = at(70);
        store_visit(*store, absent);
        store_visit(*store, waiting_visit("A003", 30)); // past the end of the period

        int rows = 0;
        store->scan({ at(10), at(30) }, [&](const VisitRow& row) {
            ++rows;
            CHECK(row.day == kToday);
            if (row.state == VisitState::Served) {
                CHECK(row.service == "council-tax");
                CHECK(row.desk == "Desk 3");
                CHECK(row.arrived == at(10));
                CHECK(row.called == transferred.seen_called);
                CHECK(row.seen == transferred.seen);
                CHECK(row.ended == transferred.ended);
                CHECK(row.held == Seconds { 7 });
                CHECK(row.served == Seconds { 300 });
            } else {
                CHECK(row.state == VisitState::NoShow);
                CHECK(row.service == "council-tax");
                CHECK(row.desk.empty());
                CHECK(row.called == at(50));
                CHECK_FALSE(row.seen);
                CHECK(row.ended == at(70));
            }
        });
        CHECK(rows == 2);

        std::vector<std::string> numbers;
        store->scan_numbered(
            { at(10), at(30) }, [&](const VisitRow& row) { numbers.emplace_back(row.number); });
        std::sort(numbers.begin(), numbers.end());
        CHECK(numbers == std::vector<std::string> { "A001", "A002" });
        Visit unnumbered = served(waiting_visit("A004", 40));
        unnumbered.number = {};
        store_visit(*store, unnumbered);
        store->scan_numbered({ at(40), at(41) }, [&](const VisitRow& row) { CHECK(row.number.empty()); });
    });
}

TEST_CASE("A period may be as long as time itself")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, waiting_visit("A001"));
        store_visit(*store, waiting_visit("A002", 0, LocalDate { std::chrono::year { 1999 } / 2 / 1 }));
        int rows = 0;
        store->scan({ Instant::min(), Instant::max() }, [&](const VisitRow&) { ++rows; });
        CHECK(rows == 2);
        store->scan({ at(10), at(10) }, [&](const VisitRow&) { ++rows; });
        CHECK(rows == 2);
    });
}

TEST_CASE("A visit is found by its arrival wherever on Earth the reception is")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const auto midnight = std::chrono::sys_days { kToday };
        for (const int hours :
            { -14, -1, 0, 23, 36 }) { // from the islands furthest east to the furthest west
            Visit visit = served(waiting_visit("A001"));
            visit.arrived = midnight + std::chrono::hours { hours };
            store_visit(*store, visit);
            int rows = 0;
            store->scan({ visit.arrived, visit.arrived + Seconds { 1 } }, [&](const VisitRow&) { ++rows; });
            CHECK(rows == 1);
        }
    });
}

TEST_CASE("A scan inside a unit sees what the unit sees, whatever others finish meanwhile")
{
    on_every_driver([](Stores& stores) {
        const auto here = stores.open();
        const auto there = stores.open();
        Visit visit = waiting_visit("A001", 10);
        store_visit(*here, visit);
        here->read([&](Records& records) {
            REQUIRE(records.open_visits().size() == 1);
            there->write([&](Records& others) {
                Visit over = others.open_visits().front();
                over.state = VisitState::Left;
                over.ended = at(100);
                others.put(over);
            });
            std::vector<VisitState> states;
            records.scan({ at(0), at(1000) }, [&](const VisitRow& row) { states.push_back(row.state); });
            CHECK(states == std::vector { VisitState::Waiting });
        });
    });
}

TEST_CASE("A scan that is broken off leaves the store working")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, waiting_visit("A001"));
        CHECK_THROWS_AS(
            store->scan({ at(0), at(10) }, [](const VisitRow&) { throw Interrupted {}; }), Interrupted);
        CHECK_THROWS_AS(store->read([](Records& records) {
            records.each_visit({ at(0), at(10) }, [](const Visit&) { throw Interrupted {}; });
        }),
            Interrupted);
        store_visit(*store, waiting_visit("A002"));
        CHECK(visits_on(*store, kToday).size() == 2);
    });
}

TEST_CASE("A backup is the whole store at one moment, and overwrites nothing")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const auto other = stores.open();
        store_visit(*store, waiting_visit("A001"));
        store->backup(stores.backup_path());
        store_visit(*other, waiting_visit("A002"));
        {
            const auto copy = open_store(stores.backup_path(), Opening::ReadOnly);
            CHECK(numbers_of(visits_on(*copy, kToday)) == Numbers { "A001" });
        }
        const std::string sentence = failure_of([&] { store->backup(stores.backup_path()); });
        CHECK(sentence.find("is not overwritten") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(stores.backup_path() + ".unfinished"));
        CHECK_FALSE(failure_of([&] { store->backup("/nowhere/at/all.db"); }).empty());
    });
}
