// The page of now: who waits, how long, at which desks, how today goes, and how it stands to each promise.
#include "core/reception/heartbeat.h"
#include "tests/manager/manager_office.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

const TableRow& row(const TableView& table, const std::string& name)
{
    const auto found =
        std::find_if(table.rows.begin(), table.rows.end(), [&](const auto& one) { return one.name == name; });
    REQUIRE_MESSAGE(found != table.rows.end(), name);
    return *found;
}

const LiveView& live(ManagerOffice& office)
{
    office.look();
    office.manager.show_tab(Tab::Live);
    return office.manager.view().live;
}

} // namespace

TEST_CASE("Live: the tiles count who waits, the longest wait, the desks and today's share")
{
    BusyOffice office;
    const LiveView& view = live(office);
    REQUIRE(view.tiles.size() == 4);
    CHECK(view.tiles.at(0).value == "4");
    CHECK(view.tiles.at(1).value == "18 min"); // since 18 minutes
    CHECK(view.tiles.at(1).note == "B002, Housing");
    CHECK(view.tiles.at(1).pace == Pace::Past);
    CHECK(view.tiles.at(2).value == "3 of 4");
    CHECK(view.tiles.at(2).note == "1 serves somebody");
    CHECK(view.tiles.at(3).value == "100.0 %"); // both of the morning, and the one of now
    CHECK(view.tiles.at(3).note == "3 of the 3 people whom we saw.");
}

TEST_CASE("Live: each service has who waits, the longest of them and what a newcomer is told")
{
    BusyOffice office;
    const LiveView& view = live(office);
    const TableRow& housing = row(view.services, "Housing");
    CHECK(housing.letter == "B");
    CHECK(housing.cells.at(0).text == "2");
    CHECK(housing.cells.at(1).text == "18 min");
    CHECK(housing.cells.at(1).pace == Pace::Past);
    CHECK_FALSE(housing.cells.at(2).text.empty());
    const TableRow& parking = row(view.services, "Parking");
    CHECK(parking.cells.at(0).text == "0");
    CHECK(parking.cells.at(1).text == "–");
}

TEST_CASE("Live: each desk says what it does since when, and one that never opened is closed since never")
{
    BusyOffice office;
    const LiveView& view = live(office);
    const TableRow& first = row(view.desks, "Desk 1");
    CHECK(first.cells.at(0).text == "serves A003");
    CHECK(first.cells.at(1).text == "10:38");
    CHECK(row(view.desks, "Desk 2").cells.at(0).text == "calls A005");
    const TableRow& never = row(view.desks, "Desk 4");
    CHECK(never.cells.at(0).text == "closed");
    CHECK(never.cells.at(1).text == "–");
}

TEST_CASE("Live: since another day is said with that day")
{
    BusyOffice office;
    office.at("2026-10-14T09:30:00");
    CHECK(row(live(office).desks, "Desk 1").cells.at(1).text == "Tue 13 Oct");
}

TEST_CASE("Live: a printer says how it stands and since when")
{
    BusyOffice office;
    const LiveView& view = live(office);
    REQUIRE(view.devices.rows.size() == 1);
    CHECK(view.devices.rows.front().cells.at(0).pace == Pace::Past);
    CHECK(view.devices.rows.front().cells.at(1).text == "10:56");
}

TEST_CASE("Live: a face was heard at a time, and is silent with a warning some minutes later")
{
    BusyOffice office;
    office.configuration.machine = "Hall";
    const Instant heard = office.clock.now(); // 10:56
    beat(office.reception, "visitor");
    beat(office.reception, "desk:Desk 3");
    const LiveView& view = live(office);
    REQUIRE(view.devices.rows.size() == 3);
    CHECK(row(view.devices, "Hall, kiosk").cells.at(0).text == "heard 10:56");
    CHECK(row(view.devices, "Hall, kiosk").cells.at(0).pace == Pace::InTime);
    CHECK(row(view.devices, "Hall, Desk 3").cells.at(0).pace == Pace::InTime);
    office.clock.set(heard + Minutes { 4 });
    beat(office.reception, "desk:Desk 3");
    office.clock.set(heard + Minutes { 5 });
    office.look();
    CHECK(row(view.devices, "Hall, kiosk").cells.at(0).text == "silent since 10:56");
    CHECK(row(view.devices, "Hall, kiosk").cells.at(0).pace == Pace::Past);
    CHECK(row(view.devices, "Hall, Desk 3").cells.at(0).pace == Pace::InTime);
    sign_off(office.reception, "desk:Desk 3"); // as every evening: nothing to see to
    office.clock.set(heard + Minutes { 90 });
    office.look();
    CHECK(row(view.devices, "Hall, Desk 3").cells.at(0).text == "closed since 11:01");
    CHECK_FALSE(row(view.devices, "Hall, Desk 3").cells.at(0).pace);
}

TEST_CASE("Live: today against each promise, with what is due today and what is late since before")
{
    BusyOffice office;
    const LiveView& view = live(office);
    REQUIRE(view.promises.rows.size() == office.configuration.standards.size());
    const TableRow& seen = row(view.promises, "Seen within 10 minutes, 15 for longer matters");
    CHECK(seen.cells.at(2).text == "3 of 6: 50.0 %"); // one gave up, and two wait past the limit
    CHECK(seen.cells.at(2).pace == Pace::Past);
    CHECK(seen.cells.at(1).text == "2");
    const TableRow& mail = row(view.promises, "E-mail and text answered in 2 working days");
    CHECK(mail.cells.at(0).text == "0");
    CHECK(mail.cells.at(1).text == "1"); // of September
    CHECK(mail.cells.at(1).pace == Pace::Past);
    CHECK(mail.cells.at(2).text == "–"); // nothing of today is decided
    // Two complaints of 29 September: ten working days end today.
    CHECK(row(view.promises, "Complaints answered in 10 working days").cells.at(0).text == "2");
}

TEST_CASE("Live: the promises are read again each minute, and not in between")
{
    BusyOffice office;
    const LiveView& view = live(office);
    const auto late = [&] {
        return row(view.promises, "E-mail and text answered in 2 working days").cells.at(1).text;
    };
    CHECK(late() == "1");
    office.log(Channel::Email, {});
    const auto room = office.room();
    for (const OtherContact& contact : room->contacts)
        answer_contact(office.reception, contact.id, { "test" });
    office.clock.advance(Seconds { 20 });
    office.look();
    CHECK(late() == "1");
    office.clock.advance(Seconds { 40 });
    office.look();
    CHECK(late() == "0");
}

} // namespace nextplease::manager
