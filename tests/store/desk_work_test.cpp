// What core/store/store.h promises of results, apologies, notices, contacts and staff, on every driver.
#include "core/base/error.h"
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

void write(Store& store, const std::function<void(Records&)>& work)
{
    store.write(work);
}

} // namespace

TEST_CASE("A result comes back as it was stored, one for each leg, the later one standing")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, waiting_visit("A001"));
        ResultRecord record { visit, 1, at(10), ServiceCode("A"), DeskCode("Desk 1"), "staff:Clerk",
            { false, "evidence", "Back office", "no payslip", AvoidableContact::Repeat, ServiceCode("B") } };
        write(*store, [&](Records& records) { records.put(record); });
        record.result = {};
        record.leg = 2;
        write(*store, [&](Records& records) { records.put(record); });
        record.leg = 1;
        record.result.words = "after all";
        write(*store, [&](Records& records) { records.put(record); });
        store->read([&](Records& records) {
            REQUIRE(records.results_of(visit).size() == 2);
            CHECK(records.results_of(visit)[0] == record);
            CHECK(records.results_of(visit)[1].result == ContactResult {});
            int told = 0;
            records.each_result({ at(10), at(11) }, [&](const ResultRecord&) { ++told; });
            CHECK(told == 2);
            records.each_result({ at(11), at(99) }, [&](const ResultRecord&) { ++told; });
            CHECK(told == 2);
        });
    });
}

TEST_CASE("A visit has one apology")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, waiting_visit("A001"));
        Apology apology { visit, at(1), Minutes { 12 }, "busy", "", DeskCode("Desk 1"), "staff:Clerk" };
        write(*store, [&](Records& records) { records.put(apology); });
        apology.words = "and ill";
        write(*store, [&](Records& records) { records.put(apology); });
        store->read([&](Records& records) {
            CHECK(records.apologies({ at(0), at(1) }) == std::vector { apology });
            const Instant later = at(0) + std::chrono::hours { 24 * 30 };
            CHECK(records.apologies({ later, later + Seconds { 1 } }).empty());
        });
    });
}

TEST_CASE("A notice stands until its time or until it is cleared")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        DelayNotice notice { {}, { ServiceCode("A"), ServiceCode("B") }, "busy", "", at(0), at(60), {},
            "desk" };
        write(*store, [&](Records& records) { notice.id = records.add(notice); });
        store->read([&](Records& records) {
            CHECK(records.notices(at(59)) == std::vector { notice });
            CHECK(records.notices(at(60)).empty());
        });
        write(*store, [&](Records& records) { records.clear_notice(notice.id, at(5)); });
        store->read([&](Records& records) { CHECK(records.notices(at(6)).empty()); });
    });
}

TEST_CASE("The days on which a channel was checked come back in order, each once, and no other channel's")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const LocalDate first = *parse_iso_date("2026-10-13"), second = *parse_iso_date("2026-10-14");
        write(*store, [&](Records& records) {
            records.add_checked(Channel::Social, second);
            records.add_checked(Channel::Social, first);
            records.add_checked(Channel::Social, second);
            records.add_checked(Channel::Email, *parse_iso_date("2026-10-15"));
        });
        store->read([&](Records& records) {
            CHECK(records.checked_days(Channel::Social, first, *parse_iso_date("2026-10-31"))
                == std::vector { first, second });
            CHECK(records.checked_days(Channel::Social, first, first) == std::vector { first });
            CHECK(records.checked_days(Channel::Email, first, second).empty());
        });
    });
}

TEST_CASE("A contact is open until it is answered, and found by its request")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        OtherContact contact { {}, Channel::Social, ServiceCode("A"), "bins", at(5), {}, {}, {},
            "staff:Clerk", RequestId("r") };
        write(*store, [&](Records& records) { contact.id = records.add(contact); });
        store->read([&](Records& records) {
            CHECK(records.open_contacts(9) == std::vector { contact });
            CHECK(records.contact_of(RequestId("r")) == contact);
            CHECK_FALSE(records.contact_of(RequestId("s")));
        });
        contact.acknowledged = at(6);
        contact.answered = at(7);
        contact.avoidable = AvoidableContact::Unfinished;
        contact.log_says = { at(7), false };
        write(*store, [&](Records& records) { records.put(contact); });
        store->read([&](Records& records) {
            CHECK(records.open_contacts(9).empty());
            CHECK(records.contact(contact.id) == contact);
            int told = 0;
            records.each_contact({ at(5), at(6) }, [&](const OtherContact&) { ++told; });
            CHECK(told == 1);
        });
        OtherContact imported = contact;
        imported.id = {};
        imported.request = {};
        imported.log = "p1";
        write(*store, [&](Records& records) { imported.id = records.add(imported); });
        store->read([&](Records& records) { CHECK(records.contact(imported.id) == imported); });
        OtherContact unknown;
        unknown.id = ContactId(77);
        CHECK_THROWS_AS(write(*store, [&](Records& records) { records.put(unknown); }), std::logic_error);
    });
}

TEST_CASE("No two of the staff have one name, however it is written")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        StaffMember member;
        member.name = "Clerk";
        member.pin_hash = "$x";
        write(*store, [&](Records& records) { member.id = records.add(member); });
        StaffMember same;
        same.name = " clerk ";
        CHECK_THROWS_AS(write(*store, [&](Records& records) { records.add(same); }), Failure);
        member.wrong = 2;
        member.last_try = at(3);
        member.active = false;
        write(*store, [&](Records& records) { records.put(member); });
        store->read([&](Records& records) {
            CHECK(records.staff_named("clerk") == member);
            CHECK(records.staff() == std::vector { member });
            CHECK_FALSE(records.staff_named("other"));
        });
    });
}

TEST_CASE("A desk keeps who sits there, why it paused, and that it asks for help")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const DeskRecord desk { DeskCode("Desk 1"), DeskState::Paused, at(1), "staff:Clerk", "lunch", at(900),
            "Clerk", at(5), "desk:Desk 2" };
        write(*store, [&](Records& records) { records.put(desk); });
        store->read([&](Records& records) { CHECK(records.desk(desk.desk) == desk); });
    });
}
