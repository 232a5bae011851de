// The list: order, standards, who is next, tabs, pages, those set aside, and what a selection offers.
#include "core/domain/queue.h"
#include "tests/desk/desk_room.h"

#include <random>

namespace nextplease::desk {
namespace {

using namespace std::chrono_literals;

std::vector<std::string> numbers(const std::vector<RowView>& rows)
{
    std::vector<std::string> all;
    for (const RowView& row : rows)
        all.push_back(row.number);
    return all;
}

} // namespace

TEST_CASE("The list stands in queue order, whatever came when")
{
    const unsigned seed = std::random_device {}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Room room;
    for (int i = 0; i < 15; ++i)
        room.take(std::array { "A", "B", "N" }.at(random() % 3), Seconds { 1 + random() % 1500 },
            random() % 4 == 0 ? "P" : "");
    room.show();
    std::vector<std::string> expected;
    const std::vector<Visit> visits(room.visits.begin(), room.visits.end());
    for (const Visit& visit : in_queue_order(visits, room.configuration.office))
        expected.push_back(visit.number.text());
    CHECK(numbers(room.console.view().list.rows) == expected);
}

TEST_CASE("Minutes waited and left add up to the standard")
{
    Room room;
    struct Case {
        Seconds waited;
        const char* minutes;
        const char* standard;
        Pace pace;
    };
    for (const Case& one : { Case { 0s, "0 min", "10 min left", Pace::InTime },
             Case { 4min + 59s, "4 min", "6 min left", Pace::InTime },
             Case { 7min + 59s, "7 min", "3 min left", Pace::InTime },
             Case { 8min, "8 min", "2 min left", Pace::Near },
             Case { 9min + 59s, "9 min", "1 min left", Pace::Near },
             Case { 10min, "10 min", "0 min left", Pace::Near },
             Case { 10min + 1s, "10 min", "1 min over", Pace::Past },
             Case { 13min + 30s, "13 min", "3 min over", Pace::Past } }) {
        room.visits.clear();
        room.take("A", one.waited);
        const RowView row = room.show().list.rows.at(0);
        CHECK(row.minutes == one.minutes);
        CHECK(row.standard == one.standard);
        CHECK(row.pace == one.pace);
    }
}

TEST_CASE("The row that Call next takes is marked, also where it is not the first")
{
    Room room("Desk 2"); // B before A
    room.take("A", 9min);
    room.take("B", 2min);
    room.show();
    const ListView& list = room.console.view().list;
    CHECK(numbers(list.rows) == std::vector<std::string> { "A001", "B002" });
    CHECK(list.rows[0].turn == 2);
    CHECK(list.rows[1].turn == 1);
    CHECK(list.rows[1].spoken == "B002, Service B, 2 min, 13 min left, next for you");
}

TEST_CASE("The next three are told in the desk's own order: rank first, then who came first; nobody else has "
          "a turn")
{
    Room room("Desk 2"); // B before A
    room.take("A", 9min);
    room.take("A", 8min);
    room.take("A", 7min);
    room.take("B", 2min);
    room.show();
    const ListView& list = room.console.view().list;
    CHECK(numbers(list.rows) == std::vector<std::string> { "A001", "A002", "A003", "B004" });
    std::vector<int> turns;
    for (const RowView& row : list.rows)
        turns.push_back(row.turn);
    CHECK(turns == std::vector { 2, 3, 0, 1 });
    CHECK(list.rows[0].spoken == "A001, Service A, 9 min, 1 min left, number 2 for you");
}

TEST_CASE("For me shows what the desk serves, and the tabs count")
{
    Room room("Desk 3"); // A alone
    room.take("A", 9min);
    room.take("B", 2min);
    room.take("B", 1min);
    room.show();
    CHECK(room.console.view().list.tabs.at(0).label == "For me 1");
    CHECK(room.console.view().list.tabs.at(1).label == "Everyone 3");
    CHECK(room.console.view().list.rows.size() == 3);
    CHECK(!room.console.view().list.rows[1].mine);
    room.console.show_list(ListKind::ForMe);
    CHECK(numbers(room.console.view().list.rows) == std::vector<std::string> { "A001" });
}

TEST_CASE("The counts under the list tell in time, close and past")
{
    Room room;
    room.take("A", 1min);
    room.take("A", 2min);
    room.take("A", 9min);
    room.take("A", 11min);
    room.show();
    CHECK(room.console.view().list.in_time == "2 in time");
    CHECK(room.console.view().list.near == "1 close: 2 min or less");
    CHECK(room.console.view().list.past == "1 past standard");
}

TEST_CASE("An empty queue says so")
{
    Room room;
    room.show();
    CHECK(room.console.view().list.nobody == "Nobody is waiting.");
    CHECK(room.console.view().list.people == "0 people");
    room.console.show_list(ListKind::Aside);
    CHECK(room.console.view().list.nobody == "Nobody is on hold, and nobody missed a call.");
}

TEST_CASE("Those on hold stand under the list with why and until when; no-shows with until when")
{
    Room room;
    Visit& held = room.take("A", 9min);
    Room::become(held, hold(held, "Filling in a form", room.now + 8min, room.now - 1min, { "test" }));
    Visit& missed = room.take("B", 9min);
    room.call(missed, "Desk 2", 3min);
    Room::become(missed, no_show(missed, room.now - 1min, { "test" }));
    room.show();
    const ListView& list = room.console.view().list;
    REQUIRE(list.aside.size() == 2);
    CHECK(list.aside[0].words == "Filling in a form, back 10:08");
    CHECK(list.aside[1].words == "can come back until 10:19");
    CHECK(list.tabs.at(2).label == "Set aside 2");
}

TEST_CASE("Three lines stand under the list at most, and all are in the tab of those set aside")
{
    Room room;
    for (int i = 0; i < 5; ++i) {
        Visit& held = room.take("A", 9min);
        Room::become(held, hold(held, "Outside", std::nullopt, room.now - Seconds { 100 - i }, { "test" }));
    }
    Visit& missed = room.take("B", 9min);
    room.call(missed, "Desk 2", 3min);
    Room::become(missed, no_show(missed, room.now - 1min, { "test" }));
    room.show();
    CHECK(numbers(room.console.view().list.aside) == std::vector<std::string> { "A001", "A002", "B006" });
    room.console.show_list(ListKind::Aside);
    CHECK(room.console.view().list.rows.size() == 6);
}

TEST_CASE("A long list is paged, and every row can be reached")
{
    Room room;
    for (int i = 0; i < 60; ++i)
        room.take("A", Minutes { 1 + i % 3 });
    room.show();
    const ListView& list = room.console.view().list;
    const std::size_t page = list.rows.size();
    CHECK(page == 14);
    CHECK(list.range == "1 to 14 of 60");
    CHECK(!list.can_go_up);
    std::size_t seen = page;
    for (int i = 0; i < 10 && room.console.view().list.can_go_down; ++i) {
        room.console.page(1);
        seen += room.console.view().list.rows.size();
    }
    CHECK(seen >= 60);
    CHECK(room.console.view().list.range == "47 to 60 of 60");
    room.console.page(-100);
    CHECK(!room.console.view().list.can_go_up);
}

TEST_CASE("A selected row can be called, and says why not while the desk is busy")
{
    Room room;
    Visit& first = room.take("A", 9min);
    const VisitId second = room.take("A", 5min).id;
    room.show();
    room.console.select(second);
    REQUIRE(room.console.view().action);
    CHECK(room.console.view().action->call == "Call A002");
    CHECK(room.console.view().action->may_call == May::Yes);
    CHECK(room.console.view().action->words.find("told about ") != std::string::npos);
    CHECK(room.console.view().action->put_back.empty());
    room.call(first, "Desk 1");
    room.show();
    CHECK(room.console.view().action->may_call == May::FinishFirst);
    CHECK(room.console.view().action->words == "Finish A001 first");
}

TEST_CASE("A row of a service that the desk does not serve cannot be called")
{
    Room room("Desk 3");
    const VisitId other = room.take("B", 5min).id;
    room.show();
    room.console.select(other);
    CHECK(room.console.view().action->words == "Not one of your services");
    room.console.call_selected();
    CHECK(room.commands.jobs.empty());
}

TEST_CASE("A held row offers resume and a no-show row rejoin")
{
    Room room;
    Visit& held = room.take("A", 9min);
    Room::become(held, hold(held, "Outside", std::nullopt, room.now, { "test" }));
    Visit& missed = room.take("B", 9min);
    room.call(missed, "Desk 2", 3min);
    Room::become(missed, no_show(missed, room.now - 1min, { "test" }));
    room.show();
    room.console.select(held.id);
    CHECK(room.console.view().action->put_back == "Resume");
    room.console.select(missed.id);
    CHECK(room.console.view().action->put_back == "Rejoin");
    room.console.put_back_selected();
    CHECK(room.commands.jobs.size() == 1);
}

TEST_CASE("Selecting the selected row again calls it")
{
    Room room;
    const VisitId visit = room.take("A", 9min).id;
    room.show();
    room.console.select(visit);
    CHECK(room.commands.jobs.empty());
    room.console.select(visit);
    CHECK(room.commands.jobs.size() == 1);
}

TEST_CASE("A selection is gone when another desk calls that visitor")
{
    Room room;
    Visit& visit = room.take("A", 9min);
    room.show();
    room.console.select(visit.id);
    room.call(visit, "Desk 2");
    room.show();
    CHECK(!room.console.view().action);
}

} // namespace nextplease::desk
