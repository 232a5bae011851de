// What core/store/store.h promises, promise by promise, on every driver. What is found again and in which
// order is in finding_test.cpp.
#include "core/base/error.h"
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

struct Interrupted { };

void end_visit(Store& store, const Visit& visit, VisitId id)
{
    Visit ended = served(visit);
    ended.id = id;
    store.write([&](Records& records) { records.put(ended); });
}

} // namespace

TEST_CASE("Promise 1: a unit of work that throws leaves nothing behind")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId before = store_visit(*store, waiting_visit("A001"));
        const auto work = [&](Records& records) {
            Visit changed = served(waiting_visit("A001"));
            changed.id = before;
            records.put(changed);
            records.add(event_of(records.add(waiting_visit("A002")), EventKind::Taken, "r1"));
            records.put(DeskRecord { DeskCode("Desk 1"), DeskState::Open, at(0), "" });
            throw Interrupted {};
        };
        CHECK_THROWS_AS(store->write(work), Interrupted);
        store->read([&](Records& records) {
            CHECK(records.visit(before)->state == VisitState::Waiting);
            CHECK(records.visits_of(kToday).size() == 1);
            CHECK(records.events_after(EventId(0), 10).empty());
            CHECK(records.desks().empty());
        });
        // And the store goes on working.
        store_visit(*store, waiting_visit("A002"));
        CHECK(numbers_of(visits_on(*store, kToday)) == Numbers { "A001", "A002" });
    });
}

TEST_CASE("Promise 2: what write has returned from is there for whoever opens the store next")
{
    // That it survives kill -9 is shown in crash_test.cpp.
    on_every_driver([](Stores& stores) {
        store_visit(*stores.open(), waiting_visit("A001"));
        CHECK(numbers_of(visits_on(*stores.open(), kToday)) == Numbers { "A001" });
    });
}

TEST_CASE("Promise 3: each unit of work sees all that were done before it")
{
    on_every_driver([](Stores& stores) {
        const auto kiosk = stores.open();
        const auto desk = stores.open();
        for (int i = 1; i <= 5; ++i) {
            store_visit(i % 2 ? *kiosk : *desk, waiting_visit("A00" + std::to_string(i)));
            CHECK(visits_on(*kiosk, kToday).size() == static_cast<std::size_t>(i));
            CHECK(visits_on(*desk, kToday).size() == static_cast<std::size_t>(i));
        }
    });
}

TEST_CASE("Promise 3: counting up from two threads loses no step")
{
    constexpr int kSteps = 100;
    on_every_driver([](Stores& stores) {
        const auto count_up = [&](Store& store) {
            for (int i = 0; i < kSteps; ++i) {
                store.write([&](Records& records) {
                    const std::size_t found = records.visits_of(kToday).size();
                    records.add(waiting_visit("A" + std::to_string(found + 1)));
                });
            }
        };
        const auto here = stores.open();
        const auto there = stores.open();
        std::jthread other([&] { count_up(*there); });
        count_up(*here);
        other.join();
        CHECK(visits_on(*here, kToday).size() == 2 * kSteps);
        CHECK(latest(*here, "A") == "A" + std::to_string(2 * kSteps));
    });
}

TEST_CASE("Promise 3: a reader sees one state, and keeps no writer waiting")
{
    on_every_driver([](Stores& stores) {
        const auto reader = stores.open();
        const auto writer = stores.open();
        store_visit(*writer, waiting_visit("A001"));
        reader->read([&](Records& records) {
            CHECK(records.open_visits().size() == 1);
            store_visit(*writer, waiting_visit("A002"));
            CHECK(records.open_visits().size() == 1);
            CHECK(records.visits_of(kToday).size() == 1);
        });
        CHECK(visits_on(*reader, kToday).size() == 2);
    });
}

TEST_CASE("Promise 4: no two open visits of a day have the same number")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, waiting_visit("A001"));
        CHECK_THROWS_AS(store_visit(*store, waiting_visit("A001", 60)), Failure);
        CHECK(visits_on(*store, kToday).size() == 1);
        // On another day they may, and visits without a number do not count.
        store_visit(*store, waiting_visit("A001", 0, kTomorrow));
        store_visit(*store, waiting_visit(""));
        store_visit(*store, waiting_visit(""));
        CHECK(visits_on(*store, kToday).size() == 3);
    });
}

TEST_CASE("Promise 4: a number is free again when its visit has ended, any number of times")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        for (int i = 0; i < 3; ++i) {
            const Visit visit = waiting_visit("A001", 60 * i);
            end_visit(*store, visit, store_visit(*store, visit));
        }
        store_visit(*store, waiting_visit("A001", 300));
        CHECK_THROWS_AS(store_visit(*store, waiting_visit("A001", 400)), Failure);
        CHECK(visits_on(*store, kToday).size() == 4);
    });
}

TEST_CASE("Promise 4: a visit cannot be reopened while another has its number")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit first = waiting_visit("A001");
        first.id = store_visit(*store, first);
        end_visit(*store, first, first.id);
        store_visit(*store, waiting_visit("A001", 60));
        CHECK_THROWS_AS(store->write([&](Records& records) { records.put(first); }), Failure);
        store->read([&](Records& records) { CHECK(records.visit(first.id)->state == VisitState::Served); });
    });
}

TEST_CASE("Promise 5: ids of events only grow")
{
    on_every_driver([](Stores& stores) {
        const auto kiosk = stores.open();
        const auto desk = stores.open();
        const VisitId visit = store_visit(*kiosk, waiting_visit("A001"));
        EventId last;
        for (int i = 0; i < 6; ++i) {
            EventId id;
            (i % 2 ? *kiosk : *desk).write([&](Records& records) {
                id = records.add(event_of(visit, EventKind::Recalled));
            });
            CHECK(id > last);
            last = id;
        }
    });
}

TEST_CASE("Promise 6: a request id is stored with one event, and found by it")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, waiting_visit("A001"));
        const Event taken = event_of(visit, EventKind::Taken, "r1");
        const Event without = event_of(visit, EventKind::Recalled);
        store->write([&](Records& records) {
            records.add(taken);
            records.add(without);
            records.add(without); // an empty request is none
        });
        CHECK_THROWS_AS(store->write([&](Records& records) { records.add(taken); }), RequestRepeated);
        store->read([&](Records& records) {
            CHECK(records.event_of(RequestId("r1"))->kind == EventKind::Taken);
            CHECK_FALSE(records.event_of(RequestId("r2")));
            CHECK_FALSE(records.event_of(RequestId {}));
            CHECK(records.events_of(visit).size() == 3);
        });
    });
}

TEST_CASE("Promise 7: the revision differs after every unit that changed something, seen from any connection")
{
    on_every_driver([](Stores& stores) {
        const auto kiosk = stores.open();
        const auto desk = stores.open();
        const auto board = stores.open();
        std::vector<std::int64_t> seen;
        const auto check_all_differ = [&] {
            const std::vector now { kiosk->revision(), desk->revision(), board->revision() };
            for (std::size_t i = 0; i < seen.size(); ++i)
                CHECK(now[i] != seen[i]);
            seen = now;
        };
        check_all_differ();
        for (int i = 1; i <= 6; ++i) {
            store_visit(i % 3 == 0 ? *kiosk : *desk, waiting_visit("A00" + std::to_string(i)));
            check_all_differ();
        }
    });
}

TEST_CASE("The revision stays while nothing changes")
{
    on_every_driver([](Stores& stores) {
        const auto kiosk = stores.open();
        const auto board = stores.open();
        store_visit(*kiosk, waiting_visit("A001"));
        const std::int64_t before = board->revision();
        const std::int64_t own = kiosk->revision();
        visits_on(*kiosk, kToday);
        kiosk->write([](Records& records) { records.open_visits(); });
        CHECK_THROWS(kiosk->write([](Records& records) {
            records.add(waiting_visit("A002"));
            throw Interrupted {};
        }));
        CHECK(board->revision() == before);
        CHECK(kiosk->revision() == own);
    });
}

TEST_CASE("Writing in a unit that reads is refused")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = waiting_visit("A001");
        visit.id = store_visit(*store, visit);
        const auto refused = [&](const std::function<void(Records&)>& work) {
            CHECK_THROWS_AS(store->read(work), std::logic_error);
        };
        refused([&](Records& records) { records.add(waiting_visit("A002")); });
        refused([&](Records& records) { records.put(visit); });
        refused([&](Records& records) { records.put(leg_of(visit.id)); });
        refused([&](Records& records) { records.add(event_of(visit.id, EventKind::Left)); });
        refused([&](Records& records) { records.put(DeskRecord {}); });
        refused([&](Records& records) { records.add_found_service(ServiceCode("PS")); });
        refused([&](Records& records) { records.add(Feedback {}); });
        refused([&](Records& records) { records.add_checked(Channel::Social, kToday); });
        refused([&](Records& records) { records.add(Case {}); });
        refused([&](Records& records) { records.add(CaseEvent {}); });
        CHECK(visits_on(*store, kToday).size() == 1);
    });
}

TEST_CASE("A unit of work inside another is refused, and the outer one is undone")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const auto nothing = [](Records&) {};
        const auto in_a_unit = [&](const std::function<void()>& inner) {
            CHECK_THROWS_AS(store->write([&](Records& records) {
                records.add(waiting_visit("A001"));
                inner();
            }),
                std::logic_error);
        };
        in_a_unit([&] { store->write(nothing); });
        in_a_unit([&] { store->read(nothing); });
        in_a_unit([&] { store->scan({ at(0), at(1) }, [](const VisitRow&) {}); });
        in_a_unit([&] { store->backup(stores.backup_path()); });
        CHECK(visits_on(*store, kToday).empty());
    });
}

TEST_CASE("A visit that is not stored cannot be replaced, nor moved to another day")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = waiting_visit("A001");
        visit.id = VisitId(77);
        CHECK_THROWS_AS(store->write([&](Records& records) { records.put(visit); }), std::logic_error);
        visit.id = {};
        visit.id = store_visit(*store, visit);
        visit.day = kTomorrow;
        CHECK_THROWS_AS(store->write([&](Records& records) { records.put(visit); }), std::logic_error);
        visit.day = LocalDate { std::chrono::year { 2025 } / 10 / 14 }; // not the day of its arrival
        visit.id = {};
        CHECK_THROWS_AS(store_visit(*store, visit), std::logic_error);
    });
}
