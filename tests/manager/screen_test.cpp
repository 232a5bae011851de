// What every screen of the manager keeps in every language: texts fit and are legible, nothing lies on
// anything else, and all of it is reached by keys.
#include "kiosk/manager/manager_face.h"
#include "tests/manager/manager_office.h"
#include "tests/support/ui_driver.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

constexpr LayoutLaws kLaws {
    .smallest_side = 4, .smallest_gap = 0, .smallest_text = 14, .text_contrast = 4.5
};

} // namespace

TEST_CASE("Every screen of the manager keeps the laws of the look")
{
    for (const char* language : { "en", "pl", "ur" }) {
        ManagerOffice office { Language(language) };
        for (const char* screen :
            { "seen", "live", "published", "complaints", "staffing", "visits", "menu" }) {
            CAPTURE(language);
            CAPTURE(screen);
            const auto face = make_manager_face_at(
                office.configuration, office.commands, screen, Language(language), office.room());
            UiDriver ui(*face, 1920, 1080);
            std::string faults;
            for (const ui::TextFault& fault : ui.faults())
                faults += fault.text + "\n";
            CHECK(faults == "");
            if (std::string(screen) != "menu") // which lies over what it belongs to
                CHECK(broken_laws(ui, kLaws) == "");
        }
    }
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

} // namespace nextplease::manager
