// What every screen of the desk keeps in every language: texts fit and are legible, items are large enough,
// on the screen, apart, and reached by Tab.
#include "core/reception/case_steps.h"
#include "tests/desk/desk_story.h"

#include <set>

namespace nextplease::desk {
namespace {

using ui::KeyCode;
using namespace std::chrono_literals;

constexpr const char* kDesk = "Desk 1";

constexpr LayoutLaws kLaws { .smallest_side = 40, .smallest_gap = 0, .smallest_text = 16 };

// Every item of the screen by Tab, once round.
void check_tab_walk(UiDriver& ui)
{
    std::set<std::string> reached;
    const std::size_t items = ui.items().size();
    for (std::size_t i = 0; i < items; ++i) {
        ui.key(KeyCode::Tab);
        REQUIRE(ui.focus());
        reached.insert(*ui.focus());
    }
    CHECK(reached.size() == items);
    const std::string first = *ui.focus();
    for (std::size_t i = 0; i < items; ++i)
        ui.key(KeyCode::Tab);
    CHECK(ui.focus() == first);
}

void check(Story& story)
{
    story.look();
    CHECK(broken_laws(story.at(kDesk), kLaws) == "");
}

// Every state, one after another.
void walk_through(const Language& language, int width, int height)
{
    Story story(language, width, height);
    check(story); // free, nobody waits
    for (int i = 0; i < 5; ++i)
        story.reception.take(std::array { "A", "B", "N" }.at(static_cast<std::size_t>(i % 3)));
    story.pass(9min);
    story.reception.take("A");
    story.pass(3min + 40s);
    check(story); // free, past, close and in time
    story.tap(kDesk, "row.A001");
    check(story); // selected
    story.key(kDesk, KeyCode::Escape);
    story.key(kDesk, KeyCode::F2);
    check(story); // called, late
    story.key(kDesk, KeyCode::F6);
    check(story); // transfer
    story.at(kDesk).type("b");
    story.at(kDesk).type("Letter about rent arrears. Wants to agree a payment plan. Has ID and the letter.");
    check(story); // a note that is longer than its line
    story.key(kDesk, KeyCode::Escape);
    story.key(kDesk, KeyCode::F4);
    story.key(kDesk, KeyCode::F7);
    story.at(kDesk).type("3");
    check(story); // hold
    story.tap(kDesk, "hold.until.30");
    story.key(kDesk, KeyCode::Enter);
    check(story); // one on hold
    story.key(kDesk, KeyCode::F2);
    story.pass(30s);
    story.key(kDesk, KeyCode::F8);
    check(story); // one did not come
    story.tap(kDesk, "list.tab.2");
    check(story); // set aside
    story.tap(kDesk, "list.tab.0");
    story.key(kDesk, KeyCode::F1);
    check(story); // keys
    story.key(kDesk, KeyCode::F1);
    story.key(kDesk, KeyCode::F9);
    check(story); // on a break
    story.key(kDesk, KeyCode::F10);
    check(story); // closed
    for (int i = 0; i < 60; ++i)
        story.reception.take("A");
    check(story); // more than fit
}

// The register, a case with a long reason in its story, its letter, and the form for a new one.
void walk_register(Story& story)
{
    CaseWish wish;
    wish.words = Secret(std::string_view("The lift was broken."));
    wish.language = Language("ur");
    const Case made = std::get<CaseDone>(receive_case(story.reception.reception, wish, {}, "kiosk")).record;
    step_case(story.reception.reception, made.id,
        case_step::Extend { "The surveyor can only come after the holidays, and the landlord has to agree",
            add_days(*made.first.respond_by, 10) },
        {}, "desk:Desk 1");
    story.type(kDesk, "r");
    check(story);
    story.type(kDesk, "1");
    check(story);
    for (const char* step : { "step.put-right", "step.action", "step.refuse", "step.note.also" }) {
        story.tap(kDesk, step);
        check(story);
        story.tap(kDesk, "register.steps");
    }
    story.tap(kDesk, "register.letter");
    check(story);
    story.tap(kDesk, "register.back");
    story.tap(kDesk, "register.back");
    story.type(kDesk, "n");
    check(story);
    story.tap(kDesk, "reply.letter");
    check(story);
    story.key(kDesk, KeyCode::Escape);
}

} // namespace

TEST_CASE("Every panel keeps the laws of layout in every language, with the shipped reception's words")
{
    for (const char* language : { "en", "pl", "ur" }) {
        for (const int width : { 1920, 1408 }) {
            INFO(language << " " << width);
            Configuration shipped = read_configuration(NEXTPLEASE_CONF);
            Story story(Language(language), width, 1080, shipped);
            story.reception.take("A");
            story.reception.take("B");
            story.pass(12min);
            story.at("Desk 1");
            const auto open = [&](const char* letter) {
                story.type(kDesk, letter);
                check(story);
                story.key(kDesk, KeyCode::Escape);
            };
            check(story); // the late one is next
            for (const char* letter : { "d", "t", "p", "c", "w", "h" })
                open(letter);
            walk_register(story);
            story.key(kDesk, KeyCode::F2);
            story.key(kDesk, KeyCode::F4);
            check(story); // why it took so long
            story.type(kDesk, "1");
            open("n");
            story.key(kDesk, KeyCode::F5);
            check(story);
            story.type(kDesk, "2");
            story.type(kDesk, "p");
            story.key(kDesk, KeyCode::F9);
            check(story); // the reasons for a break
        }
    }
}

TEST_CASE("Every screen keeps the laws of layout in every language")
{
    for (const char* language : { "en", "pl", "ur" }) {
        CAPTURE(language);
        walk_through(Language(language), 1920, 1080);
    }
}

TEST_CASE("So it does in smaller, narrower and larger windows")
{
    for (const auto& [width, height] :
        { std::pair { 1366, 768 }, { 1280, 1024 }, { 2560, 1440 }, { 1920, 1200 } }) {
        CAPTURE(width);
        walk_through(Language("en"), width, height);
    }
}

TEST_CASE("B4: Tab reaches every item of every screen, leads out again and comes round")
{
    Story story;
    for (int i = 0; i < 20; ++i)
        story.reception.take("A");
    story.look();
    check_tab_walk(story.at(kDesk));
    story.tap(kDesk, "row.A003");
    check_tab_walk(story.at(kDesk));
    story.key(kDesk, KeyCode::Escape);
    story.key(kDesk, KeyCode::F2);
    story.key(kDesk, KeyCode::F4);
    story.key(kDesk, KeyCode::F6);
    check_tab_walk(story.at(kDesk));
    story.key(kDesk, KeyCode::F7);
    check_tab_walk(story.at(kDesk));
}

TEST_CASE("In a narrow window today and the other desks are a tab of the list")
{
    Story story(Language("en"), 1280, 1024);
    CHECK(!story.at(kDesk).says("Today so far"));
    story.tap(kDesk, "list.tab.3");
    CHECK(story.at(kDesk).says("Today so far"));
    CHECK(story.at(kDesk).says("Other desks"));
    CHECK(broken_laws(story.at(kDesk), kLaws) == "");
}

TEST_CASE("Right to left, every item stands at the mirrored place")
{
    Story english(Language("en"));
    Story urdu(Language("ur"));
    english.reception.take("A");
    urdu.reception.take("A");
    english.look();
    urdu.look();
    for (const char* key : { "verb.call_next", "verb.recall", "verb.undo", "row.A001" }) {
        const ui::Rect left = english.at(kDesk).item(key).device;
        const ui::Rect right = urdu.at(kDesk).item(key).device;
        CHECK(right.x == doctest::Approx(1920 - left.right()));
        CHECK(right.y == left.y);
    }
}

} // namespace nextplease::desk
