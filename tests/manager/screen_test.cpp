// What every screen of the manager keeps in every language: texts fit and are legible, nothing lies on
// anything else, and all of it is reached by keys.
#include "kiosk/manager/manager_face.h"
#include "kiosk/manager/places.h"
#include "tests/manager/manager_office.h"
#include "tests/support/ui_driver.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

// Letters of Urdu hang into the line below; those of the others do not touch.
LayoutLaws laws(const std::string& language)
{
    return { .smallest_side = 4,
        .smallest_gap = 0,
        .smallest_text = 14,
        .text_contrast = 4.5,
        .text_overlap = language == "ur" ? 0.25F : 0.02F };
}

} // namespace

TEST_CASE("Every screen of the manager keeps the laws of the look")
{
    for (const char* language : { "en", "pl", "ur" }) {
        BusyOffice office { Language(language) };
        for (const char* screen :
            { "seen", "live", "published", "complaints", "staffing", "visits", "menu" }) {
            CAPTURE(language);
            CAPTURE(screen);
            const auto face = make_manager_face_at(
                office.configuration, office.commands, screen, Language(language), office.slow_room());
            UiDriver ui(*face, 1920, 1080);
            std::string faults;
            for (const ui::TextFault& fault : ui.faults())
                faults += fault.text + "\n";
            CHECK(faults == "");
            if (std::string(screen) != "menu") // which lies over what it belongs to
                CHECK(broken_laws(ui, laws(language)) == "");
        }
    }
}

TEST_CASE("A chart stays within its card, with figures and without")
{
    const auto fits = [](const ChartView& chart, const ui::Rect& card) {
        const float foot = chart.foot.empty() ? 0 : places::kFoot;
        return chart.drawing.size.w <= card.w - 2 * places::kPadding
            && places::kChartTop + chart.drawing.size.h + foot < card.h;
    };
    for (const bool busy : { false, true }) {
        CAPTURE(busy);
        const auto office = busy ? std::make_unique<BusyOffice>() : std::make_unique<ManagerOffice>();
        office->look();
        office->manager.show_tab(Tab::Published);
        office->manager.show_tab(Tab::Complaints);
        const View& view = office->manager.view();
        CHECK(fits(view.seen.trend, places::kTrend));
        CHECK(fits(view.seen.hours, places::kHours));
        CHECK(fits(view.seen.waits, places::kWaits));
        CHECK(fits(view.published.avoidable, places::kAvoidable));
        CHECK(fits(view.published.satisfaction, places::kSatisfaction));
        CHECK(fits(view.complaints.months, places::kMonths));
    }
}

TEST_CASE("Where a table has more rows than room, a row says which these are and turns the page")
{
    ManagerOffice office;
    auto room = std::make_shared<Snapshot>(*office.room());
    const ServiceNow one = room->services.front();
    for (int i = 0; i < 20; ++i)
        room->services.push_back(one);
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "live", Language("en"), room);
    UiDriver ui(*face, 1920, 1080);
    REQUIRE(ui.says("1–9 / 28"));
    ui.tap("service.more");
    CHECK(ui.says("10–18 / 28"));
    ui.tap("service.more");
    CHECK(ui.says("19–27 / 28"));
    ui.tap("service.more");
    CHECK(ui.says("28–28 / 28"));
    ui.tap("service.more");
    CHECK(ui.says("1–9 / 28"));
}

TEST_CASE("The mouse and the keys open what lies behind a figure, and Escape closes it")
{
    ManagerOffice office;
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "seen", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    ui.tap("group.0");
    CHECK(ui.screen() == "visits");
    ui.tap("visit.0");
    CHECK(ui.says("took a ticket, Council Tax"));
    ui.key(ui::KeyCode::Escape);
    CHECK(ui.screen() == "seen");
    ui.tap("chip.0");
    CHECK(ui.screen() == "menu");
    ui.tap("menu.3");
    CHECK(ui.says("Sept 2026"));
    ui.tap("tab.1");
    CHECK(ui.screen() == "live");
}

TEST_CASE("Above an open list the head of the window stays, and leads to the other pages")
{
    ManagerOffice office;
    const auto face =
        make_manager_face_at(office.configuration, office.commands, "seen", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    ui.tap("group.0");
    REQUIRE(ui.screen() == "visits");
    ui.tap("tab.1");
    CHECK(ui.screen() == "live");
}

} // namespace nextplease::manager
