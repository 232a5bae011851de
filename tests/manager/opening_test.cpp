// Every figure opens what is behind it: all figures of each page are gone over, and the lists have as many as
// the figures say.
#include "core/reception/cases.h"
#include "kiosk/manager/manager_face.h"
#include "tests/manager/manager_office.h"
#include "tests/support/ui_driver.h"

#include <algorithm>
#include <map>

namespace nextplease::manager {
namespace {

// Opens it, sees that something is there, and closes it again. Returns what was there.
BehindView opened(ManagerOffice& office, Part part, int index)
{
    CAPTURE(static_cast<int>(part));
    CAPTURE(index);
    office.manager.open_part(part, index);
    const View& view = office.manager.view();
    REQUIRE(view.behind);
    CHECK_FALSE(view.behind->title.empty());
    CHECK_FALSE((view.behind->rows.empty() && view.behind->means.empty()));
    if (!view.behind->rows.empty()) { // and each of the list has its story
        const int last = static_cast<int>(view.behind->rows.size()) - 1;
        office.manager.open_visit(last);
        CHECK(view.behind->chosen == last);
        CHECK(view.behind->story.size() >= 2);
    }
    BehindView seen = *view.behind;
    office.manager.close();
    CHECK_FALSE(view.behind);
    return seen;
}

void check_rows(ManagerOffice& office, Part part, const TableView& table)
{
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        CAPTURE(table.rows.at(row).name);
        CHECK(table.rows.at(row).opens);
        opened(office, part, static_cast<int>(row));
    }
}

void check_areas(ManagerOffice& office, Part part, const ChartView& chart)
{
    for (const chart::Area& area : chart.drawing.areas)
        opened(office, part, area.index);
}

struct Given : BusyOffice {
    Given()
    {
        FeedbackWish wish;
        const Visit visit = visit_of("2026-10-12T14:00:00");
        wish.visit = visit.id;
        wish.score = 4;
        give_feedback(reception, wish, {});
        look();
    }
    Visit visit_of(const char* local)
    {
        std::optional<Visit> found;
        const Instant from = *configuration.zone.instant(*parse_iso_time(local));
        store->read([&](Records& records) {
            records.each_visit({ from, from + Minutes { 60 } }, [&](const Visit& visit) { found = visit; });
        });
        REQUIRE(found);
        return *found;
    }
};

} // namespace

TEST_CASE("Every figure of the page of now opens what is behind it")
{
    Given office;
    office.manager.show_tab(Tab::Live);
    const LiveView view = office.manager.view().live;
    REQUIRE(view.tiles.size() == 4);
    CHECK(std::to_string(opened(office, Part::Tile, 0).rows.size()) == view.tiles.at(0).value);
    const BehindView longest = opened(office, Part::Tile, 1);
    CHECK(longest.rows.front().cells.at(1).text == "B002"); // the longest wait first
    CHECK(opened(office, Part::Tile, 2).rows.size() == 2); // whom the desks serve and call
    const BehindView today = opened(office, Part::Tile, 3);
    CHECK(today.rows.size() == 3);
    CHECK(today.means.back() == "3 of 3: 100.0 %");
    check_rows(office, Part::Service, view.services);
    for (std::size_t row = 0; row < view.services.rows.size(); ++row)
        CHECK(std::to_string(opened(office, Part::Service, static_cast<int>(row)).rows.size())
            == view.services.rows.at(row).cells.at(0).text);
    check_rows(office, Part::Promise, view.promises);
    check_rows(office, Part::Desk, view.desks);
    check_rows(office, Part::Device, view.devices);
    REQUIRE(view.devices.rows.size() == 1);
}

TEST_CASE("A promise of today opens what is late, due and done, the late first")
{
    Given office;
    office.manager.show_tab(Tab::Live);
    const auto& standards = office.configuration.standards;
    const auto mail = std::find_if(standards.begin(), standards.end(), [](const Standard& standard) {
        return standard.channels.front() == StandardChannel::Email && standard.stretch == Stretch::Answered;
    });
    REQUIRE(mail != standards.end());
    const BehindView view = opened(office, Part::Promise, static_cast<int>(mail - standards.begin()));
    REQUIRE(view.rows.size() == 1);
    CHECK(view.rows.front().cells.at(1).text == "contact 1");
    CHECK(view.rows.front().cells.at(2).pace == Pace::Past);
    CHECK(view.rows.front().cells.at(2).text == "open and late, due Thu 1 Oct");
    CHECK(view.story.front() == "contact 1");
    CHECK(view.story.at(1).find("received") != std::string::npos);
}

TEST_CASE("Every published figure opens what is behind it")
{
    Given office;
    office.manager.show_tab(Tab::Published);
    const PublishedView view = office.manager.view().published;
    REQUIRE(view.indicators.rows.size() > office.configuration.standards.size());
    check_rows(office, Part::Indicator, view.indicators);
    const BehindView seen = opened(office, Part::Indicator, 0);
    CHECK(seen.rows.size() == 6);
    CHECK(seen.means.front() == "3 of 6: 50.0 %");
    CHECK(seen.rows.front().cells.at(2).pace == Pace::Past); // the broken ones first
    REQUIRE(view.avoidable.drawing.areas.size() == kAvoidableContacts.size());
    check_areas(office, Part::Avoidable, view.avoidable);
    CHECK(opened(office, Part::Avoidable, static_cast<int>(AvoidableContact::Chasing)).rows.size() == 1);
    CHECK(opened(office, Part::Avoidable, static_cast<int>(AvoidableContact::Signposting)).rows.empty());
    REQUIRE(view.satisfaction.drawing.areas.size() == 1);
    check_areas(office, Part::Satisfaction, view.satisfaction);
    CHECK(opened(office, Part::Satisfaction, 0).rows.front().cells.at(2).text == "4 of 5");
    CHECK(opened(office, Part::Estimate, 0).means.size() > 5);
}

TEST_CASE("Every figure of complaints opens the cases behind it, and each of them its story")
{
    Given office;
    office.manager.show_tab(Tab::Complaints);
    const ComplaintsView view = office.manager.view().complaints;
    REQUIRE(view.tiles.size() == 4);
    for (int tile = 0; tile < 4; ++tile) {
        const BehindView behind = opened(office, Part::Tile, tile);
        if (tile != 1) // which is a share
            CHECK(std::to_string(behind.rows.size()) == view.tiles.at(static_cast<std::size_t>(tile)).value);
    }
    REQUIRE(view.months.drawing.areas.size() == 1);
    check_areas(office, Part::Month, view.months);
    check_rows(office, Part::Service, view.services);
    CHECK(opened(office, Part::Service, -1).rows.size() == 2);
    CHECK(opened(office, Part::Upheld, -1).rows.empty());
    CHECK(opened(office, Part::Upheld, 0).title.find("upheld") != std::string::npos);
    check_rows(office, Part::Case, view.open);
    const BehindView first = opened(office, Part::Case, 0);
    CHECK(first.story.front() == view.open.rows.front().name);
}

TEST_CASE("The headline opens who was seen, and the strict share all that came")
{
    Given office;
    const View& view = office.look();
    office.manager.open_seen();
    REQUIRE(view.behind);
    const SeenFigures total = office.manager.answer()->report.total;
    CHECK(static_cast<std::int64_t>(view.behind->rows.size()) == total.seen);
    office.manager.close();
    office.manager.open_strict();
    REQUIRE(view.behind);
    CHECK(static_cast<std::int64_t>(view.behind->rows.size()) == total.strict_of);
    REQUIRE(total.strict_of > total.seen); // one gave up after the time
    CHECK(view.behind->means.front().find("whom we failed") != std::string::npos);
}

TEST_CASE("A bar of the distribution opens those of its minutes, and says which these are")
{
    Given office;
    const View& view = office.look();
    office.manager.open_wait(4);
    REQUIRE(view.behind);
    CHECK(view.behind->title == "Seen after a wait of 4–5 minutes");
    office.manager.close();
    office.manager.open_wait(view.seen.waits.drawing.areas.back().index);
    CHECK(view.behind->title.find("+ minutes") != std::string::npos);
}

TEST_CASE("What is of another year says so")
{
    Given office;
    office.at("2027-01-05T10:00:00");
    office.manager.choose({ .days = Days::All });
    const View& view = office.look();
    CHECK(view.seen.waits.foot.find(" 2026") != std::string::npos);
    office.manager.open_seen();
    REQUIRE(view.behind);
    for (const TableRow& row : view.behind->rows)
        CHECK(row.name.find(" 2026, ") != std::string::npos);
    office.manager.close();
    office.manager.show_tab(Tab::Complaints);
    CHECK(view.complaints.open.rows.front().cells.front().text.find(" 2026") != std::string::npos);
}

TEST_CASE("Published figures and complaints go back to earlier periods, and forth to the latest")
{
    Given office;
    const View& view = office.look();
    office.manager.show_tab(Tab::Published);
    CHECK(view.chips.front().label == "Sept 2026");
    CHECK(view.later.empty());
    const auto title = view.published.indicators.title;
    office.manager.move(-1);
    CHECK(view.chips.front().label == "Aug 2026");
    CHECK(view.published.indicators.title.find("Aug") != std::string::npos);
    CHECK_FALSE(view.later.empty());
    office.manager.move(1);
    CHECK(view.published.indicators.title == title);
    office.manager.open_menu(Menu::Days);
    REQUIRE(view.menu.size() == 13);
    CHECK(view.menu.at(12).label == "Sept 2025");
    office.manager.choose(12);
    CHECK(view.published.indicators.title.find("2025") != std::string::npos);

    office.manager.show_tab(Tab::Complaints);
    CHECK(view.chips.front().label == "1 Oct 2025 to 13 Oct 2026");
    CHECK(view.complaints.tiles.front().value == "2");
    office.manager.move(-1);
    CHECK(view.chips.front().label == "1 Oct 2024 to 30 Sept 2025");
    CHECK(view.complaints.tiles.front().value == "0");
    CHECK_FALSE(view.complaints.open.rows.empty()); // what is open is of now
    office.manager.move(1);
    CHECK(view.complaints.tiles.front().value == "2");
}

TEST_CASE("Whatever is pressed on a page opens something")
{
    Given office;
    for (const char* screen : { "seen", "live", "published", "complaints" }) {
        CAPTURE(screen);
        const auto face = make_manager_face_at(
            office.configuration, office.commands, screen, Language("en"), office.room());
        UiDriver ui(*face, 1920, 1080);
        std::map<std::string, std::string> kinds; // the last one of each, by what stands before its place
        for (const ui::Item& item : ui.items())
            kinds[item.key.substr(0, item.key.find('.'))] = item.key;
        for (const auto& one : kinds) {
            const std::string& kind = one.first;
            const std::string& key = one.second;
            if (kind == "tab" || kind == "chip" || kind == "export" || kind == "trend" || kind == "by"
                || key.ends_with(".more"))
                continue;
            CAPTURE(key);
            ui.tap(key);
            CHECK(ui.screen() == "visits");
            CHECK(broken_laws(ui,
                      { .smallest_side = 4, .smallest_gap = 0, .smallest_text = 14, .text_contrast = 4.5 })
                == "");
            ui.key(ui::KeyCode::Escape);
            CHECK(ui.screen() == screen);
        }
    }
}

} // namespace nextplease::manager
