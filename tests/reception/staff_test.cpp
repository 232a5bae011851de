// Signing in by name and PIN.
#include "core/reception/staff.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;
using Kind = SignInRefusal::Kind;

namespace {

struct Desks : ReceptionFixture {
    Desks()
    {
        REQUIRE(std::holds_alternative<StaffMember>(
            add_staff(reception, "Clerk One", Secret(std::string_view("2468")))));
    }
    SignInReply try_pin(const std::string& pin, const std::string& name = "Clerk One")
    {
        return sign_in(reception, DeskCode("Desk 1"), name, Secret(std::string_view(pin)));
    }
    Kind refused(const std::string& pin, const std::string& name = "Clerk One")
    {
        const SignInReply reply = try_pin(pin, name);
        REQUIRE(std::holds_alternative<SignInRefusal>(reply));
        return std::get<SignInRefusal>(reply).kind;
    }
    std::string at(const std::string& desk)
    {
        std::optional<DeskRecord> record;
        store->read([&](Records& records) { record = records.desk(DeskCode(desk)); });
        return record ? record->staff : "";
    }
    std::vector<Event> events()
    {
        std::vector<Event> all;
        store->read([&](Records& records) { all = records.events_after({}, 100); });
        return all;
    }
};

} // namespace

TEST_CASE("The right PIN signs in at the desk, and both are in the log")
{
    Desks office;
    const SignInReply reply = office.try_pin("2468", " clerk one");
    REQUIRE(std::holds_alternative<StaffMember>(reply));
    CHECK(office.at("Desk 1") == "Clerk One");
    REQUIRE(office.events().size() == 1);
    CHECK(office.events()[0].kind == EventKind::SignedIn);
    CHECK(office.events()[0].actor == "staff:Clerk One");
    CHECK(office.events()[0].desk == DeskCode("Desk 1"));
}

TEST_CASE("A wrong PIN and an unknown name are refused alike")
{
    Desks office;
    CHECK(office.refused("1111") == Kind::Wrong);
    CHECK(office.refused("2468", "Nobody") == Kind::Wrong);
    CHECK(office.at("Desk 1").empty());
    CHECK(office.events().empty());
}

TEST_CASE("After three wrong PINs even the right one waits half a minute, also from another process")
{
    Desks office;
    office.refused("1");
    office.refused("2");
    CHECK(office.refused("3") == Kind::TooMany);
    const auto other_store = open_store(office.url, Opening::Existing);
    Reception other(*other_store, office.configuration, office.clock);
    const SignInReply early =
        sign_in(other, DeskCode("Desk 2"), "Clerk One", Secret(std::string_view("2468")));
    REQUIRE(std::holds_alternative<SignInRefusal>(early));
    CHECK(std::get<SignInRefusal>(early).again == office.clock.now() + 30s);
    office.clock.advance(30s);
    CHECK(std::holds_alternative<StaffMember>(office.try_pin("2468")));
    // The right one begins anew.
    CHECK(office.refused("1") == Kind::Wrong);
}

TEST_CASE("Only a salted hash of the PIN is kept")
{
    Desks office;
    add_staff(office.reception, "Other", Secret(std::string_view("2468")));
    const std::vector<StaffMember> all = staff(office.reception);
    REQUIRE(all.size() == 2);
    CHECK(all[0].pin_hash.starts_with("$argon2id$"));
    CHECK(all[0].pin_hash != all[1].pin_hash);
}

TEST_CASE("A name is nobody else's, even after it was removed; who was removed cannot sign in")
{
    Desks office;
    CHECK(std::get<StaffRefusal>(add_staff(office.reception, "CLERK ONE", Secret(std::string_view("1234"))))
        == StaffRefusal::NameTaken);
    CHECK(std::get<StaffRefusal>(add_staff(office.reception, "  ", Secret(std::string_view("1234"))))
        == StaffRefusal::NameEmpty);
    CHECK(std::get<StaffRefusal>(add_staff(office.reception, "Other", Secret(std::string_view("12a4"))))
        == StaffRefusal::PinUnfit);
    remove_staff(office.reception, "clerk one");
    CHECK(staff(office.reception).empty());
    CHECK(office.refused("2468") == Kind::Wrong);
    CHECK(std::get<StaffRefusal>(add_staff(office.reception, "Clerk One", Secret(std::string_view("1234"))))
        == StaffRefusal::NameTaken);
    CHECK(std::get<StaffRefusal>(change_pin(office.reception, "Clerk One", Secret(std::string_view("1234"))))
        == StaffRefusal::UnknownName);
}

TEST_CASE("A new PIN works and the old one does not")
{
    Desks office;
    change_pin(office.reception, "Clerk One", Secret(std::string_view("13579")));
    CHECK(office.refused("2468") == Kind::Wrong);
    CHECK(std::holds_alternative<StaffMember>(office.try_pin("13579")));
}

TEST_CASE("Who signs in at another desk leaves the first; a desk has one at a time")
{
    Desks office;
    add_staff(office.reception, "Other", Secret(std::string_view("1234")));
    office.try_pin("2468");
    sign_in(office.reception, DeskCode("Desk 2"), "Clerk One", Secret(std::string_view("2468")));
    CHECK(office.at("Desk 1").empty());
    CHECK(office.at("Desk 2") == "Clerk One");
    sign_in(office.reception, DeskCode("Desk 2"), "Other", Secret(std::string_view("1234")));
    CHECK(office.at("Desk 2") == "Other");
    sign_out(office.reception, DeskCode("Desk 2"));
    CHECK(office.at("Desk 2").empty());
    const std::vector<Event> events = office.events();
    CHECK(events.back().kind == EventKind::SignedOut);
    CHECK(events.back().actor == "staff:Other");
}
