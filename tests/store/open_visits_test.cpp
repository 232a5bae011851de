// What a connection keeps of the open visits is what the store holds, whoever changed it last.
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>
#include <random>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

struct Undone { };

// One change of chance, seen from inside its unit; `undo` gives it up at the end.
void change_something(Store& store, std::minstd_rand& random, int step, bool undo)
{
    const auto work = [&](Records& records) {
        const std::vector<Visit> open = records.open_visits();
        if (open.size() < 3 || random() % 3 == 0) {
            const char* const letter = random() % 2 == 0 ? "A" : "AB";
            records.latest_number(kToday, letter);
            const VisitId id = records.add(waiting_visit(letter + std::to_string(1000 + step), step));
            CHECK(records.open_visits().back().id == id);
        } else {
            Visit one = open.at(random() % open.size());
            one = random() % 2 == 0 ? served(one) : one;
            one.note = "changed in step " + std::to_string(step);
            if (random() % 4 == 0)
                one.number = TicketNumber("A" + std::to_string(5000 + step));
            records.put(one);
        }
        if (undo)
            throw Undone {};
    };
    if (undo)
        CHECK_THROWS_AS(store.write(work), Undone);
    else
        store.write(work);
}

struct Found {
    std::vector<Visit> open;
    std::vector<std::optional<TicketNumber>> latest;
    friend bool operator==(const Found&, const Found&) = default;
};
Found found_by(Records& records)
{
    Found found { records.open_visits(), {} };
    for (const char* const letter : { "A", "AB", "C" })
        found.latest.push_back(records.latest_number(kToday, letter));
    return found;
}

Found in_a_writing_unit(Store& store)
{
    Found found;
    store.write([&](Records& records) { found = found_by(records); });
    return found;
}

Found as_stored(Store& store)
{
    Found found;
    store.read([&](Records& records) { found = found_by(records); });
    return found;
}

} // namespace

TEST_CASE("Open visits and latest numbers are right after own changes, others' and undone ones")
{
    on_every_driver([](Stores& stores) {
        const auto here = stores.open();
        const auto there = stores.open();
        std::minstd_rand random(7);
        for (int step = 0; step < 150; ++step) {
            Store& one = random() % 2 == 0 ? *here : *there;
            change_something(one, random, step, random() % 5 == 0);
            const Found stored = as_stored(*here);
            CHECK(in_a_writing_unit(*here) == stored);
            if (random() % 2 == 0)
                CHECK(in_a_writing_unit(*there) == stored);
        }
    });
}

TEST_CASE("A number is in use while its visit is open or may rejoin, and on its own day only")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const auto in_use = [&](LocalDate day, const char* number) {
            bool found = false;
            store->read([&](Records& records) { found = records.number_in_use(day, TicketNumber(number)); });
            return found;
        };
        store_visit(*store, waiting_visit("A001"));
        store_visit(*store, served(waiting_visit("A002")));
        Visit absent = served(waiting_visit("A003"));
        absent.state = VisitState::NoShow;
        store_visit(*store, absent);
        CHECK(in_use(kToday, "A001"));
        CHECK_FALSE(in_use(kTomorrow, "A001"));
        CHECK_FALSE(in_use(kToday, "A002"));
        CHECK(in_use(kToday, "A003"));
        CHECK_FALSE(in_use(kToday, "A004"));
    });
}

TEST_CASE("A visit that gets another number keeps it, and gives the old one free")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = waiting_visit("A001");
        visit.id = store_visit(*store, visit);
        visit.number = TicketNumber("A002");
        store->write([&](Records& records) { records.put(visit); });
        store_visit(*store, waiting_visit("A001", 5));
        store->read([&](Records& records) {
            CHECK(records.visit_numbered(kToday, TicketNumber("A002")) == visit);
            CHECK(records.visit_numbered(kToday, TicketNumber("A001"))->arrived == at(5));
        });
    });
}

TEST_CASE("A desk is found by its code, and one that was never opened is not")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const DeskRecord desk { DeskCode("Desk 2"), DeskState::Paused, at(3), "desk:Desk 2" };
        store->write([&](Records& records) { records.put(desk); });
        store->read([&](Records& records) {
            CHECK(records.desk(DeskCode("Desk 2")) == desk);
            CHECK_FALSE(records.desk(DeskCode("Desk 1")));
        });
    });
}
