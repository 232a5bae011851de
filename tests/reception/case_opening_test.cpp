// Reading what was confided: by whom, with what, and never without a trace.
#include "core/reception/case_opening.h"
#include "core/reception/case_steps.h"
#include "core/reception/staff.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using Kind = OpeningObstacle::Kind;

namespace {

Configuration sealing_to(const SecretKey& key)
{
    Configuration made = testing::small_configuration();
    made.public_key = key.public_key();
    return made;
}

struct Team {
    Team()
        : office("2026-10-13T10:00:00", sealing_to(key))
    {
        add("Reader", ComplaintsTeam::Member);
        add("Clerk", ComplaintsTeam::Outside);
        CaseWish wish;
        wish.words = Secret(std::string_view("The lift was broken."));
        wish.reply = ReplyWish::Email;
        wish.contact = Secret(std::string_view("me@example.org"));
        wish.language = Language("en");
        record = std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record;
    }
    void add(const std::string& name, ComplaintsTeam team)
    {
        add_staff(office.reception, name, Secret(std::string_view("2468")), team);
    }
    Kind refused(const SecretKey* with, const CaseReader& reader)
    {
        const OpeningReply reply = open_case(office.reception, record.id, with, reader);
        REQUIRE(std::holds_alternative<OpeningObstacle>(reply));
        return std::get<OpeningObstacle>(reply).kind;
    }
    std::vector<CaseEvent> events() { return case_story(*office.store, record.id)->events; }

    SecretKey key = make_secret_key();
    ReceptionFixture office;
    Case record;
};

} // namespace

TEST_CASE("A member of the complaints team reads with the key, and the case tells who did and when")
{
    Team team;
    team.office.clock.advance(Minutes { 5 });
    const OpeningReply reply = open_case(team.office.reception, team.record.id, &team.key, { "reader" });
    REQUIRE(std::holds_alternative<OpenedCase>(reply));
    CHECK(std::get<OpenedCase>(reply).words.text() == "The lift was broken.");
    CHECK(std::get<OpenedCase>(reply).contact.text() == "me@example.org");
    const CaseEvent opened = team.events().back();
    CHECK(opened.kind == CaseEventKind::Opened);
    CHECK(opened.actor == "staff:Reader");
    CHECK(opened.at == team.office.reception.now());
}

TEST_CASE("Each reading is an event of its own")
{
    Team team;
    for (int i = 0; i < 3; ++i)
        open_case(team.office.reception, team.record.id, &team.key, { "Reader" });
    CHECK(team.events().size() == 4); // and its receipt
}

TEST_CASE("Nobody else reads, whatever key they have, and nothing is written down as read")
{
    Team team;
    CHECK(team.refused(&team.key, { "" }) == Kind::NobodySignedIn);
    CHECK(team.refused(&team.key, { "Nobody" }) == Kind::NobodySignedIn);
    CHECK(team.refused(&team.key, { "Clerk" }) == Kind::NotInTeam);
    CHECK(team.refused(nullptr, { "Reader" }) == Kind::KeyMissing);
    const SecretKey other = make_secret_key();
    CHECK(team.refused(&other, { "Reader" }) == Kind::OtherKey);
    remove_staff(team.office.reception, "Reader");
    CHECK(team.refused(&team.key, { "Reader" }) == Kind::NobodySignedIn);
    CHECK(team.events().size() == 1);
}

TEST_CASE("At a desk only who is signed in there reads, and not after signing out")
{
    Team team;
    const DeskCode desk("Desk 1");
    CHECK(team.refused(&team.key, { "Reader", desk }) == Kind::NobodySignedIn);
    sign_in(team.office.reception, desk, "Reader", Secret(std::string_view("2468")));
    const OpeningReply reply =
        open_case(team.office.reception, team.record.id, &team.key, { "Reader", desk });
    CHECK(std::holds_alternative<OpenedCase>(reply));
    CHECK(team.refused(&team.key, { "Reader", DeskCode("Desk 2") }) == Kind::NobodySignedIn);
    sign_out(team.office.reception, desk);
    CHECK(team.refused(&team.key, { "Reader", desk }) == Kind::NobodySignedIn);
}

TEST_CASE("Who is taken out of the complaints team reads no more, and who is taken in does")
{
    Team team;
    change_team(team.office.reception, "Reader", ComplaintsTeam::Outside);
    CHECK(team.refused(&team.key, { "Reader" }) == Kind::NotInTeam);
    change_team(team.office.reception, "Clerk", ComplaintsTeam::Member);
    const OpeningReply reply = open_case(team.office.reception, team.record.id, &team.key, { "Clerk" });
    CHECK(std::holds_alternative<OpenedCase>(reply));
    CHECK(change_pin(team.office.reception, "Clerk", Secret(std::string_view("1357"))).index() == 0);
    CHECK(staff(team.office.reception).front().complaints); // another PIN changes nothing of that
}

TEST_CASE("What was never sealed is read without a key, by the same people and with the same trace")
{
    Team team;
    team.office.configuration.public_key.reset();
    CaseWish wish;
    wish.words = Secret(std::string_view("Plain words"));
    wish.language = Language("en");
    team.record = std::get<CaseDone>(receive_case(team.office.reception, wish, {}, "kiosk")).record;
    CHECK(team.refused(nullptr, { "Clerk" }) == Kind::NotInTeam);
    const OpeningReply reply = open_case(team.office.reception, team.record.id, nullptr, { "Reader" });
    REQUIRE(std::holds_alternative<OpenedCase>(reply));
    CHECK(std::get<OpenedCase>(reply).words.text() == "Plain words");
    CHECK(team.events().back().kind == CaseEventKind::Opened);
}

TEST_CASE("A case that there is not is not opened")
{
    Team team;
    team.record.id = CaseId(99);
    CHECK(team.refused(&team.key, { "Reader" }) == Kind::UnknownCase);
}
