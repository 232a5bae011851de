// What a manager sees, chooses and opens.
#include "tests/manager/manager_office.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

std::string cell(const View& view, const std::string& name, std::size_t column)
{
    const auto& rows = view.seen.services.rows;
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.name == name; });
    REQUIRE_MESSAGE(row != rows.end(), name);
    return row->cells.at(column).text;
}

} // namespace

TEST_CASE("The share stands with its denominator, the goal, the strict one and the period beside it")
{
    ManagerOffice office;
    const HeadlineView& view = office.look().seen.headline;
    CHECK(view.percent == "60.0 %"); // October: three of five
    CHECK(view.pace == Pace::Past);
    CHECK(view.verdict == "Below the goal of 95 %: 2 people short");
    CHECK(view.people == "3 of the 5 people whom we saw.");
    CHECK(view.strict == "50.0 %"); // one left after the limit
    CHECK(view.strict_words.find("3 of 6") != std::string::npos);
    CHECK(view.beside == "Sept 2026: 50.0 % of 6. Strict 50.0 %.");
    CHECK(view.title == "Seen within 10 minutes");
}

TEST_CASE("A filter changes every figure at once")
{
    ManagerOffice office;
    const View& view = office.look();
    CHECK(cell(view, "Council Tax", 1) == "100.0");
    CHECK(cell(view, "Council Tax", 4) == "1"); // left
    CHECK(cell(view, "Housing", 1) == "0.0");
    office.manager.open_menu(Menu::Service);
    REQUIRE(view.menu.size() >= 3);
    CHECK(view.menu.front().chosen);
    CHECK(view.menu.at(2).label == "Housing");
    office.manager.choose(2);
    CHECK_FALSE(view.open);
    CHECK(view.chips.at(1).label == "Housing");
    CHECK(view.seen.headline.people == "0 of the 2 people whom we saw.");
    CHECK(view.seen.services.title == "By desk");
    REQUIRE(view.seen.services.rows.size() == 1);
    CHECK(view.seen.services.rows.front().name == "Desk 3");
    CHECK(view.seen.headline.beside == "Sept 2026: 0.0 % of 3. Strict 0.0 %.");
    office.manager.open_menu(Menu::Weekday);
    office.manager.choose(2); // Tuesday: nobody for Housing
    CHECK(view.seen.headline.percent.empty());
    CHECK(view.seen.headline.people == "Nobody was seen in this time.");
    office.manager.open_menu(Menu::Days);
    office.manager.choose(static_cast<int>(Days::LastMonth));
    CHECK(view.chips.front().label == "Sept 2026");
}

TEST_CASE("Every figure opens the visits behind it, and each of them its story")
{
    ManagerOffice office;
    const View& view = office.look();
    office.manager.open_row(-1);
    REQUIRE(view.behind);
    CHECK(view.behind->count == "6 visits");
    office.manager.close();
    CHECK_FALSE(view.behind);
    office.manager.open_late();
    CHECK(view.behind->count == "2 visits");
    CHECK(view.behind->rows.front().cells.at(1).text == "25.0 min");
    CHECK(view.behind->rows.front().cells.at(1).pace == Pace::Past);
    office.manager.open_visit(0);
    REQUIRE(view.behind->story.size() >= 5); // its number, and what happened
    CHECK(view.behind->story.front() == "B001");
    CHECK(view.behind->story.at(1).find("took a ticket, Housing") != std::string::npos);
    CHECK(view.behind->story.at(2).find("called, Desk 3") != std::string::npos);
    office.manager.close();
    const auto places = view.seen.hours.drawing.areas;
    REQUIRE_FALSE(places.empty());
    office.manager.open_hour(0, 0); // Mondays from the first hour on
    REQUIRE(view.behind);
    CHECK(view.behind->title.find("Mon") != std::string::npos);
    office.manager.close();
    office.manager.open_week(static_cast<int>(office.manager.answer()->report.weeks.size()) - 2);
    CHECK(view.behind->count == "2 visits");
    office.manager.close();
    office.manager.open_wait(4);
    CHECK(view.behind->count == "3 visits");
}

TEST_CASE("What happens today is seen without asking")
{
    ManagerOffice office;
    CHECK(office.look().seen.headline.people == "3 of the 5 people whom we saw.");
    office.serve("A", Minutes { 1 });
    office.clock.advance(Minutes { 1 });
    CHECK(office.look().seen.headline.people == "4 of the 6 people whom we saw.");
}

TEST_CASE("Where the store cannot be read, what was known stays, with the time of it")
{
    ManagerOffice office;
    office.look();
    auto cut = std::make_shared<Snapshot>(*office.room());
    cut->cut_off = "gone";
    cut->last_known = office.clock.now();
    office.manager.show(cut);
    office.manager.show_tab(Tab::Live);
    CHECK(office.manager.view().live.cut_off.find("The store cannot be read") != std::string::npos);
    CHECK(office.manager.view().seen.headline.percent == "60.0 %");
}

TEST_CASE("The published figures are the indicators, with their counts")
{
    ManagerOffice office;
    const View& view = office.look();
    office.manager.show_tab(Tab::Published);
    const auto& rows = view.published.indicators.rows;
    REQUIRE(rows.size() >= office.configuration.standards.size());
    CHECK(rows.front().name == "Seen within the limit of the service");
    CHECK(rows.front().cells.at(0).text == "50.0 %"); // September
    CHECK(rows.front().cells.at(1).text == "3 of 6");
    CHECK(rows.front().cells.at(0).pace == Pace::Past);
}

} // namespace nextplease::manager
