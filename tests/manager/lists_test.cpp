// The lists behind the figures of seen-in-time: what they are of, in which order, and that they go on.
#include "kiosk/manager/manager_face.h"
#include "kiosk/manager/prepare.h"
#include "tests/manager/manager_office.h"
#include "tests/support/ui_driver.h"

#include <algorithm>
#include <set>

namespace nextplease::manager {

TEST_CASE("A list says of which days and filters it is, and in which order")
{
    ManagerOffice office;
    const View& view = office.look();
    Choice choice = office.manager.choice();
    choice.service = 0;
    choice.weekday = 2;
    office.manager.choose(choice);
    office.manager.open_seen();
    REQUIRE(view.behind);
    CHECK(view.behind->title == "Seen within 10 minutes");
    CHECK(view.behind->about == "1 to 13 Oct 2026, Council Tax, Tue · The longest waits first.");
    CHECK(view.behind->columns.front() == "number");
    CHECK(view.behind->rows.front().cells.front().text == "A001");
    CHECK(view.behind->choose.empty());
    office.manager.close();
    office.manager.open_row(-1);
    CHECK(view.behind->about.ends_with("Who was left over at closing stands last."));
    office.manager.show_tab(Tab::Published);
    office.manager.open_part(Part::Indicator, 0);
    CHECK(view.behind->about.find("Sept 2026") != std::string::npos);
}

TEST_CASE("How many left opens those who left, beside the row that opens all")
{
    ManagerOffice office;
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "seen", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    REQUIRE(ui.shows("group.0.last"));
    CHECK_FALSE(ui.shows("group.1.last")); // of Housing nobody left
    CHECK(ui.item("group.0.last").label == "Council Tax, left 1");
    ui.tap("group.0.last");
    CHECK(ui.says("Council Tax, left"));
    CHECK(ui.says("1 visit"));
    CHECK(ui.says("A002"));
    ui.key(ui::KeyCode::Escape);
    ui.tap("group.0");
    CHECK(ui.says("4 visits"));
    ui.key(ui::KeyCode::Escape);
    ui.tap("group.sum.last");
    CHECK(ui.says("All, left"));
}

TEST_CASE("The longest wait and the period beside open what they are of")
{
    ManagerOffice office;
    const View& view = office.look();
    CHECK(view.seen.waits.foot == "Longest of those seen: 25.0 min (Housing, Mon 5 Oct, 11:09)");
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "seen", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    ui.tap("longest");
    CHECK(ui.says("took a ticket, Housing"));
    ui.key(ui::KeyCode::Escape);
    ui.tap("beside");
    CHECK(ui.says("6 visits"));
    CHECK(ui.says("Sept 2026"));
}

TEST_CASE("Who was left over at closing is no longest wait, and stands after all others")
{
    ManagerOffice office;
    office.at("2026-10-12T16:50:00");
    office.take("A");
    office.at("2026-10-13T10:40:00");
    office.serve("A", Minutes { 1 });
    const View& view = office.look();
    REQUIRE(office.manager.answer()->report.total.unresolved == 1);
    CHECK(view.seen.waits.foot.find("25.0 min") != std::string::npos);
    office.manager.open_row(-1);
    REQUIRE(view.behind);
    CHECK(view.behind->rows.front().cells.at(2).text == "25.0 min");
    CHECK(view.behind->rows.back().cells.at(3).text == "left over at closing");
}

TEST_CASE("A list goes on over all its pages, and back")
{
    ManagerOffice office;
    office.at("2026-10-13T11:00:00");
    for (int i = 0; i < 110; ++i)
        office.take("A");
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "seen", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    ui.tap("group.sum");
    CHECK(ui.says("116 visits"));
    REQUIRE(ui.says("1–18 / 116"));
    CHECK_FALSE(ui.shows("visit.fewer"));
    for (int page = 0; page < 6; ++page)
        ui.tap("visit.more");
    CHECK(ui.says("109–116 / 116"));
    ui.tap("visit.115");
    CHECK(ui.says("took a ticket"));
    ui.tap("visit.fewer");
    CHECK(ui.says("91–108 / 116"));
}

TEST_CASE("Findings go on too, beyond the first fifty")
{
    ManagerOffice office;
    office.at("2026-09-29T10:00:00");
    for (int i = 0; i < 70; ++i) {
        ContactWish wish;
        wish.channel = Channel::Email;
        wish.service = ServiceCode("A");
        wish.avoidable = AvoidableContact::Chasing;
        log_contact(office.reception, wish, {}, { "staff:Clerk One", DeskCode("Desk 1") });
    }
    office.at("2026-10-13T10:30:00");
    const View& view = office.look();
    office.manager.show_tab(Tab::Published);
    office.manager.open_part(Part::Avoidable, static_cast<int>(AvoidableContact::Chasing));
    REQUIRE(view.behind);
    CHECK(view.behind->count == "70 entries");
    CHECK(view.behind->rows.size() == 50);
    office.manager.turn("visit");
    CHECK(view.behind->rows.size() == 70);
}

TEST_CASE("The days are moved beside their chip, with the keys too, and those of the trend can be shown")
{
    ManagerOffice office;
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "seen", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    CHECK_FALSE(ui.shows("chip.later")); // it is the month of today
    for (int presses = 0; ui.focus() != "chip.earlier"; ++presses) {
        REQUIRE(presses < 60);
        ui.key(ui::KeyCode::Tab);
    }
    ui.key(ui::KeyCode::Enter);
    CHECK(ui.says("3 of the 6 people whom we saw."));
    ui.tap("chip.later");
    CHECK(ui.says("3 of the 5 people whom we saw."));
    ui.tap("stretch.0.11"); // last week
    ui.tap("choose");
    CHECK(ui.screen() == "seen");
    CHECK(ui.says("1 of the 2 people whom we saw."));
    ui.tap("chip.earlier");
    CHECK(ui.says("28 Sept to 4 Oct 2026"));
}

TEST_CASE("Each part of a chart says what it stands for")
{
    for (const char* screen : { "seen", "published", "complaints" }) {
        CAPTURE(screen);
        BusyOffice office;
        const auto face = make_manager_face_at(
            office.configuration, office.commands, screen, Language("en"), office.room());
        UiDriver ui(*face, 1920, 1080);
        std::set<std::string> labels;
        for (const ui::Item& item : ui.items()) {
            const std::string kind = item.key.substr(0, item.key.find('.'));
            if (kind == "hour" || kind == "stretch" || kind == "wait" || kind == "avoidable"
                || kind == "month" || kind == "satisfaction") {
                CAPTURE(item.key);
                CHECK(labels.insert(item.label).second);
            }
        }
    }
    ManagerOffice office;
    const ChartView& hours = office.look().seen.hours;
    CHECK(hours.said_of(hours.drawing.areas.at(1)) == "Seen who came on Mon from 11:00, 1 of 2: 50.0 %");
}

} // namespace nextplease::manager
