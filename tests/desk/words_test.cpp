// Reading what was confided in a case, at a desk: by whom, with what, for how long, and what is left of it.
#include "core/reception/case_steps.h"
#include "core/reception/key_file.h"
#include "core/reception/staff.h"
#include "kiosk/app/probe.h"
#include "tests/desk/desk_story.h"

namespace nextplease::desk {
namespace {

using ui::KeyCode;
using namespace std::chrono_literals;

constexpr const char* kDesk = "Desk 1";
constexpr const char* kPassphrase = "staple of a kind";
constexpr const char* kConfided = "The lift was broken.";

// The team's key, and a kiosk.conf that names it.
struct KeyOnDisk {
    KeyOnDisk()
    {
        constexpr Hardness kQuick { 1, 8 };
        LockedKey(key, Secret(std::string_view(kPassphrase)), kQuick).save(folder / "team.key");
        made.public_key = key.public_key();
        made.secret_key = folder / "team.key";
        made.desks.lock = Minutes { 5 };
    }
    testing::TempFolder folder;
    SecretKey key = make_secret_key();
    Configuration made = testing::small_configuration();
};

struct Team : KeyOnDisk, Story {
    Team()
        : Team([](Configuration&) {})
    {
    }
    explicit Team(const std::function<void(Configuration&)>& change)
        : Story(Language("en"), 1920, 1080, changed(made, change))
    {
        add("Reader", ComplaintsTeam::Member);
        add("Zoe", ComplaintsTeam::Outside);
        CaseWish wish;
        wish.words = Secret(std::string_view(kConfided));
        wish.reply = ReplyWish::Email;
        wish.contact = Secret(std::string_view("me@example.org"));
        wish.language = Language("en");
        record = std::get<CaseDone>(receive_case(reception.reception, wish, {}, "kiosk")).record;
        at(kDesk);
        look();
    }
    static Configuration changed(Configuration made, const std::function<void(Configuration&)>& change)
    {
        change(made);
        return made;
    }
    void add(const std::string& name, ComplaintsTeam team)
    {
        add_staff(reception.reception, name, Secret(std::string_view("2468")), team);
    }
    // "1": who of the team reads; "2": somebody else.
    void open_case_as(const std::string& number)
    {
        type(kDesk, number);
        type(kDesk, "2468");
        key_pressed(KeyCode::Enter);
        type(kDesk, "r");
        tap(kDesk, "case.1");
    }
    void key_pressed(KeyCode code) { Story::key(kDesk, code); }
    void ask_with(const std::string& passphrase)
    {
        tap(kDesk, "register.words");
        type(kDesk, passphrase);
        key_pressed(KeyCode::Enter);
    }
    bool says(const std::string& words) { return at(kDesk).says(words); }
    std::vector<CaseEvent> events() { return case_story(*reception.store, record.id)->events; }
    std::string probed() { return app::Probe::json(at(kDesk).input(), { 0, 0, 1920, 1080 }); }

    Case record;
};

} // namespace

TEST_CASE("A member of the complaints team reads with the key's passphrase, and the case tells it")
{
    Team team;
    team.open_case_as("1");
    CHECK_FALSE(team.says(kConfided));
    team.ask_with(kPassphrase);
    CHECK(team.says(kConfided));
    CHECK(team.says("me@example.org"));
    REQUIRE(team.events().size() == 2);
    CHECK(team.events().back().kind == CaseEventKind::Opened);
    CHECK(team.events().back().actor == "staff:Reader");
    team.key_pressed(KeyCode::Escape);
    CHECK_FALSE(team.says(kConfided));
    CHECK(team.says("Tue 13 Oct: Words were read, Reader"));
}

TEST_CASE("Everybody sees the case and its steps; who is not of the team is told why they read no words")
{
    Team team;
    team.open_case_as("2");
    CHECK(team.says("Tue 13 Oct: Received, at the kiosk"));
    CHECK(team.at(kDesk).shows("step.acknowledge"));
    team.tap(kDesk, "register.words");
    CHECK(team.says("Only members of the complaints team read the words."));
    CHECK(team.at(kDesk).screen() == "register");
    CHECK(team.events().size() == 1);
}

TEST_CASE("A wrong passphrase opens nothing, and the next try begins anew")
{
    Team team;
    team.open_case_as("1");
    team.ask_with("not the right one");
    CHECK(team.says("This is not the passphrase. Try again."));
    CHECK_FALSE(team.says("\u2022"));
    CHECK(team.events().size() == 1);
    team.type(kDesk, kPassphrase);
    team.key_pressed(KeyCode::Enter);
    CHECK(team.says(kConfided));
}

TEST_CASE(
    "The passphrase is seen as dots alone, can be corrected, and neither it nor the words reach the probe")
{
    Team team;
    team.open_case_as("1");
    team.tap(kDesk, "register.words");
    team.type(kDesk, "stapleX");
    CHECK(team.says("\u2022\u2022\u2022\u2022\u2022\u2022\u2022"));
    CHECK_FALSE(team.says("staple"));
    CHECK(team.probed().find("staple") == std::string::npos);
    team.key_pressed(KeyCode::Backspace);
    team.type(kDesk, std::string(kPassphrase).substr(6));
    team.key_pressed(KeyCode::Enter);
    CHECK(team.says(kConfided));
    CHECK(team.probed().find("lift") == std::string::npos);
}

TEST_CASE("Without the key on this machine, or with another one, a sentence says so")
{
    Team none([](Configuration& made) { made.secret_key.clear(); });
    none.open_case_as("1");
    none.tap(kDesk, "register.words");
    CHECK(none.says("kiosk.conf names no key on this machine"));
    Team missing([](Configuration& made) { made.secret_key += ".gone"; });
    missing.open_case_as("1");
    missing.ask_with(kPassphrase);
    CHECK(missing.says("cannot be read: check that it is a file"));
    CHECK(missing.events().size() == 1);
}

TEST_CASE("Left alone, the console locks and the words are gone; the PIN alone does not bring them back")
{
    Team team;
    team.open_case_as("1");
    team.ask_with(kPassphrase);
    CHECK(team.says(kConfided));
    team.at(kDesk).advance(5min);
    CHECK_FALSE(team.says(kConfided));
    team.type(kDesk, "2468");
    team.key_pressed(KeyCode::Enter);
    CHECK_FALSE(team.says(kConfided));
}

TEST_CASE("Who signs out takes the words from the screen, as does whoever sits down elsewhere")
{
    Team team;
    team.open_case_as("1");
    team.ask_with(kPassphrase);
    CHECK(team.says(kConfided));
    sign_in(team.reception.reception, DeskCode("Desk 2"), "Reader", Secret(std::string_view("2468")));
    team.look();
    CHECK_FALSE(team.says(kConfided));
    CHECK(team.says("Who is at this desk?"));
}

TEST_CASE("An answer that comes after the panel was closed is not shown")
{
    Team team;
    team.open_case_as("1");
    team.tap(kDesk, "register.words");
    team.type(kDesk, kPassphrase);
    team.commands(kDesk).kept = true;
    team.key_pressed(KeyCode::Enter);
    CHECK(team.says("Opening it. This takes a moment.")); // the screen goes on meanwhile
    team.key_pressed(KeyCode::Escape);
    team.commands(kDesk).let_go();
    team.look();
    CHECK_FALSE(team.says(kConfided));
}

TEST_CASE("Words that were never sealed need no passphrase, and leave the same trace")
{
    Team team([](Configuration& made) {
        made.public_key.reset();
        made.secret_key.clear();
    });
    team.open_case_as("1");
    team.tap(kDesk, "register.words");
    CHECK(team.says(kConfided));
    CHECK(team.events().back().kind == CaseEventKind::Opened);
}

} // namespace nextplease::desk
