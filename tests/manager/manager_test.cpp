// What a manager sees, chooses and opens.
#include "core/reception/cases.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_document.h"
#include "tests/manager/manager_office.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <fstream>

#include <algorithm>

namespace nextplease::manager {
namespace {

std::string cell(const View& view, const std::string& name, std::size_t column)
{
    const auto& rows = view.seen.groups.rows;
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
    CHECK(view.seen.groups.title == "By desk");
    REQUIRE(view.seen.groups.rows.size() == 1);
    CHECK(view.seen.groups.rows.front().name == "Desk 3");
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
    CHECK(view.behind->rows.front().cells.at(0).text == "B001");
    CHECK(view.behind->rows.front().cells.at(2).text == "25.0 min");
    CHECK(view.behind->rows.front().cells.at(2).pace == Pace::Past);
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
    office.manager.open_stretch(static_cast<int>(office.manager.answer()->report.trend.size()) - 2);
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
    CHECK(rows.front().name == "Seen within 10 minutes, 15 for longer matters");
    CHECK(rows.front().cells.at(0).text == "50.0 %"); // September
    CHECK(rows.front().cells.at(1).text == "3 of 6");
    CHECK(rows.front().cells.at(0).pace == Pace::Past);
}

TEST_CASE("Those who booked and those who walked in are told apart")
{
    ManagerOffice office;
    Appointment wanted;
    wanted.reference = "BK-1002";
    wanted.service = ServiceCode("B");
    wanted.at = office.clock.now() + Minutes { 10 };
    REQUIRE(std::holds_alternative<Appointment>(office.reception.add_appointment(wanted, "test")));
    const CheckInReply reply = office.reception.check_in("BK-1002", Language("en"), {}, "kiosk");
    const Visit booked = *std::get<CheckedIn>(reply).visit;
    office.clock.advance(Minutes { 12 });
    const DeskCode desk("Desk 3");
    office.done(office.reception.call(desk, booked.id, {}, "test"));
    office.done(office.reception.start(booked.id, {}, { "test", desk }));
    const View& view = office.look();
    const auto seen = [&] { return office.manager.answer()->report.total.seen; };
    const std::int64_t all = seen();
    office.manager.open_menu(Menu::Booked);
    REQUIRE(view.menu.size() == 3);
    office.manager.choose(2);
    CHECK(view.chips.at(3).label == "Booked");
    CHECK(seen() == 1);
    office.manager.open_row(-1);
    CHECK(view.behind->count == "1 visit");
    office.manager.close();
    office.manager.open_menu(Menu::Booked);
    office.manager.choose(1);
    CHECK(view.chips.at(3).label == "Walk-in");
    CHECK(seen() == all - 1);
}

TEST_CASE("A promise is called as kiosk.conf calls it in the reader's language")
{
    ManagerOffice office(Language("pl"));
    const View& view = office.look();
    office.manager.show_tab(Tab::Published);
    CHECK(view.published.indicators.rows.at(0).name == "Obsługa w 10 minut, dłuższych spraw w 15");
}

TEST_CASE("The trend is told by days, weeks or months, and each part of it opens its visits")
{
    ManagerOffice office;
    const View& view = office.look();
    CHECK(view.seen.trend.title == "Week by week");
    office.manager.open_menu(Menu::Trend);
    REQUIRE(view.menu.size() == 3);
    office.manager.choose(2);
    CHECK(view.seen.trend.title == "Month by month");
    office.manager.open_stretch(stretches_of(SeenQuestion::Trend::Months) - 2);
    CHECK(view.behind->title == "Seen in Sept 2026");
    CHECK(view.behind->count == "6 visits");
    office.manager.close();
    office.manager.open_menu(Menu::Trend);
    office.manager.choose(0);
    CHECK(view.seen.trend.title == "Day by day");
    office.manager.open_stretch(stretches_of(SeenQuestion::Trend::Days) - 2); // yesterday
    CHECK(view.behind->count == "2 visits");
}

TEST_CASE("The table is told by service, desk, hour or weekday, and each row opens its visits")
{
    ManagerOffice office;
    const View& view = office.look();
    const auto told_by = [&](By by) {
        office.manager.open_menu(Menu::By);
        REQUIRE(view.menu.size() == kByChoices);
        office.manager.choose(static_cast<int>(by));
        CHECK(view.seen.groups.title == by_title(by, office.manager.words()));
        std::int64_t seen = 0;
        for (std::size_t row = 0; row < view.seen.groups.rows.size(); ++row) {
            const TableRow shown = view.seen.groups.rows.at(row);
            seen += std::stoll(shown.cells.at(0).text);
            office.manager.open_row(static_cast<int>(row));
            REQUIRE(view.behind);
            CHECK(view.behind->title == shown.name);
            const auto& report = office.manager.answer()->report;
            CHECK(static_cast<std::int64_t>(view.behind->rows.size())
                == groups_of(report, by).at(row).figures.visits);
            office.manager.close();
        }
        CHECK(seen == office.manager.answer()->report.total.seen);
    };
    for (const By by : { By::Service, By::Desk, By::Hour, By::Weekday })
        told_by(by);
    CHECK(cell(view, "Mon", 1) == "50.0");
    CHECK(cell(view, "Tue", 0) == "1");
    office.manager.open_menu(Menu::By);
    office.manager.choose(static_cast<int>(By::Hour));
    CHECK(cell(view, "11:00", 0) == "2"); // of 5 October
    office.manager.open_menu(Menu::By);
    office.manager.choose(static_cast<int>(By::Desk));
    CHECK(cell(view, "Desk 1", 1) == "100.0"); // of all services
    CHECK(cell(view, "Desk 3", 1) == "0.0");
    CHECK(view.seen.groups.rows.back().name == "No desk"); // who left before a desk called
    CHECK(cell(view, "No desk", 0) == "0");
    CHECK(cell(view, "No desk", 4) == "1");
}

TEST_CASE("Published figures that were asked for too early are read as soon as they can be, and each day")
{
    ManagerOffice office;
    office.manager.show_tab(Tab::Published); // nothing is known of the room yet
    auto cut = std::make_shared<Snapshot>(*office.room());
    cut->cut_off = "gone";
    office.manager.show(cut);
    const View& view = office.look();
    CHECK(view.waiting.empty());
    REQUIRE_FALSE(view.published.indicators.rows.empty());
    CHECK(view.published.indicators.title.find("Sept") != std::string::npos);
    office.at("2026-11-02T10:00:00");
    office.look();
    CHECK(view.published.indicators.title.find("Oct") != std::string::npos);
}

TEST_CASE("A window that is left open over night has what yesterday ended with")
{
    ManagerOffice office;
    office.at("2026-10-13T16:55:00");
    office.look();
    const std::int64_t seen = office.manager.answer()->report.total.seen;
    office.serve("A", Minutes { 2 }); // after the last look
    office.at("2026-10-14T09:05:00");
    office.look();
    CHECK(office.manager.answer()->report.total.seen == seen + 1);
    // Switched off over a few days, while the others worked.
    office.at("2026-10-15T10:00:00");
    office.serve("A", Minutes { 2 });
    office.at("2026-10-19T09:05:00");
    office.look();
    CHECK(office.manager.answer()->report.total.seen == seen + 2);
}

TEST_CASE("Of two who came in the same second, each has its own story")
{
    ManagerOffice office;
    office.at("2026-10-13T11:00:00");
    const Visit first = office.take("A");
    const Visit twin = office.take("A");
    office.clock.advance(Minutes { 3 });
    for (const Visit& visit : { twin, first }) {
        const DeskCode desk("Desk 1");
        office.done(office.reception.call(desk, visit.id, {}, "test"));
        office.done(office.reception.start(visit.id, {}, { "test", desk }));
        office.clock.advance(Minutes { 4 });
        office.done(office.reception.finish(visit.id, ContactResult {}, {}, { "test", desk }));
    }
    const View& view = office.look();
    office.manager.open_row(-1);
    std::vector<std::string> numbers;
    for (std::size_t row = 0; row < view.behind->rows.size(); ++row) {
        office.manager.open_visit(static_cast<int>(row));
        const TableRow shown = view.behind->rows.at(row);
        if (shown.name.find("13 Oct, 11:00") == std::string::npos)
            continue;
        numbers.push_back(view.behind->story.front());
        const bool is_first = view.behind->story.front() == first.number.text();
        CHECK(shown.cells.at(0).text == view.behind->story.front());
        CHECK(shown.cells.at(2).text == (is_first ? "7.0 min" : "3.0 min"));
    }
    std::sort(numbers.begin(), numbers.end());
    CHECK(numbers == std::vector { first.number.text(), twin.number.text() });
}

TEST_CASE("What a page shows becomes a spreadsheet and a PDF in the folder of kiosk.conf")
{
    const testing::TempFolder folder;
    ManagerOffice office;
    std::ofstream(folder / "kiosk.conf") << "[reports]\nfolder = \"exports\"\n";
    std::filesystem::create_directory(folder / "exports");
    office.configuration.source = (folder / "kiosk.conf").string();
    const View& view = office.look();
    const auto made = [&](const std::string& name) {
        return std::filesystem::exists(folder / "exports" / name);
    };
    REQUIRE(view.exports.labels.size() == kExportButtons);
    office.manager.make(Export::Sheet);
    CHECK(view.exports.done);
    CHECK(view.exports.said.find("seen-2026-10-13-10") != std::string::npos);
    const std::string stamp = view.exports.said.substr(view.exports.said.find("2026-10-13-10"), 15);
    CHECK(made("seen-" + stamp + ".xlsx"));
    office.manager.make(Export::Pdf);
    CHECK(made("seen-" + stamp + ".pdf"));
    office.manager.close();
    CHECK(view.exports.said.empty());
    office.manager.show_tab(Tab::Published);
    office.manager.make(Export::Pdf);
    CHECK(made("indicators-" + stamp + ".pdf"));
    office.manager.show_tab(Tab::Complaints);
    office.manager.make(Export::Sheet);
    CHECK(made("complaints-" + stamp + ".xlsx"));
    office.manager.show_tab(Tab::Live);
    CHECK(view.exports.labels.empty());
    office.manager.show_tab(Tab::Seen);
    office.manager.make(Export::Print); // there is no printer
    CHECK_FALSE(view.exports.done);
    CHECK(view.exports.said.find("kiosk.conf") != std::string::npos);
    office.configuration.letters.printer = "nobody";
    office.manager.make(Export::Print);
    CHECK_FALSE(view.exports.done);
    CHECK(view.exports.said.find("nobody") != std::string::npos);
    std::filesystem::remove_all(folder / "exports");
    office.manager.make(Export::Sheet);
    CHECK_FALSE(view.exports.done);
    CHECK(view.exports.said.find("exports") != std::string::npos);
}

TEST_CASE("Each page but that of now becomes a web page, CSV and JSON too, from a menu")
{
    const testing::TempFolder folder;
    ManagerOffice office;
    std::ofstream(folder / "kiosk.conf") << "[reports]\nfolder = \"exports\"\n";
    std::filesystem::create_directory(folder / "exports");
    office.configuration.source = (folder / "kiosk.conf").string();
    const View& view = office.look();
    const auto made = [&](int item) {
        office.manager.open_menu(Menu::Files);
        REQUIRE(view.menu.size() == kExports - kExportButtons);
        office.manager.choose(item);
        CHECK_FALSE(view.open);
        CHECK(view.exports.done);
        const std::string file = view.exports.said.substr(view.exports.said.find('/'));
        std::ifstream in(file);
        REQUIRE(in);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const std::string page = made(0);
    Choice other = office.manager.choice();
    other.service = 1; // within the same minute
    office.manager.choose(other);
    CHECK(made(0).find("60.0 %") == std::string::npos);
    CHECK(view.exports.said.ends_with("-2.html"));
    other.service.reset();
    office.manager.choose(other);
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.find("60.0 %") != std::string::npos);
    const std::string csv = made(1);
    CHECK(csv.starts_with("table,row,column,value,of,unit\n"));
    CHECK(csv.find("By service,Housing,share_seen_within,0.000000,2,share\n") != std::string::npos);
    CHECK(csv.find("By weekday,Mon,seen,4,,count\n") != std::string::npos);
    CHECK(csv.find("By hour and weekday,\"Mon, 11:00\",share_seen_within,0.500000,2,share\n")
        != std::string::npos);
    CHECK(csv.find("By desk,No desk,left,1,,count\n") != std::string::npos);
    const std::string json = made(2);
    CHECK(json.find("\"caption\": \"By desk\"") != std::string::npos);
    CHECK(json.find("\"definitions\"") != std::string::npos);
    for (const Tab tab : { Tab::Published, Tab::Complaints }) {
        office.manager.show_tab(tab);
        for (int item = 0; item < kExports - kExportButtons; ++item)
            CHECK(made(item).size() > 1000);
    }
}

TEST_CASE("The document of a page has the figures of the screen, and what was chosen")
{
    ManagerOffice office;
    office.look();
    Choice choice = office.manager.choice();
    choice.service = 1; // Housing
    choice.weekday = 1;
    office.manager.choose(choice);
    const report::Making making { office.configuration, office.manager.words(),
        report::data_version(*office.store), office.clock.now(), "test" };
    const report::Document document = document_of(*office.manager.answer(), making);
    std::string asked;
    for (const report::Term& term : document.asked)
        asked += term.name + "=" + term.sentence + ";";
    CHECK(asked.find("service=Housing") != std::string::npos);
    CHECK(asked.find("weekday=Mon") != std::string::npos);
    const report::Table* first = report::first_table(document);
    REQUIRE(first);
    const SeenFigures& total = office.manager.answer()->report.total;
    CHECK(std::get<std::int64_t>(first->rows.front().at(1)) == total.visits);
    CHECK(std::get<report::Share>(first->rows.front().at(4)) == report::Share { total.within, total.seen });
    CHECK(document.definitions.size() >= 10);
}

TEST_CASE("Complaints: what is open and late, and what was received, by month and by service")
{
    ManagerOffice office;
    office.at("2026-09-01T10:00:00");
    CaseWish wish;
    wish.service = ServiceCode("B");
    wish.words = Secret(std::string_view("The lift was broken."));
    receive_case(office.reception, wish, {}, "kiosk");
    office.at("2026-10-13T09:00:00");
    wish.service = ServiceCode("A");
    receive_case(office.reception, wish, {}, "kiosk");
    wish.kind = CaseKind::Compliment;
    receive_case(office.reception, wish, {}, "kiosk");
    office.look();
    office.manager.show_tab(Tab::Complaints);
    const ComplaintsView& view = office.manager.view().complaints;
    REQUIRE(view.tiles.size() == 4);
    CHECK(view.tiles.at(0).value == "2");
    CHECK(view.tiles.at(2).label == "Open in the register");
    CHECK(view.tiles.at(2).value == "3"); // with the compliment, which nobody has passed on yet
    CHECK(view.tiles.at(3).value == "1");
    CHECK(view.tiles.at(3).pace == Pace::Past);
    REQUIRE(view.open.rows.size() == 3);
    CHECK(view.open.rows.back().cells.at(1).text == "Council Tax, Compliment");
    CHECK(view.open.rows.front().name == "K-1");
    CHECK(view.open.rows.front().cells.at(0).pace == Pace::Past);
    CHECK(view.open.rows.front().cells.at(1).text == "Housing");
    CHECK(view.services.rows.size() == 2);
    CHECK(view.services.sum->cells.at(0).text == "2");
}

TEST_CASE("A day is planned, what-ifs stand beside it, and each of them is shown when it is chosen")
{
    ManagerOffice office;
    office.at("2026-10-12T14:40:00"); // a Monday
    for (int i = 0; i < 10; ++i)
        office.serve("A", Minutes { 2 });
    office.at("2026-10-13T15:00:00");
    const View& view = office.look();
    office.manager.show_tab(Tab::Staffing);
    CHECK(view.staffing.title.empty());
    REQUIRE(view.chips.size() == 1);
    office.manager.open_menu(Menu::PlanDay);
    CHECK(view.menu.size() == 10);
    CHECK(view.menu.front().label == "Wednesday 14 October");
    int row = 0;
    while (view.menu.at(static_cast<std::size_t>(row)).label != "Monday 19 October")
        ++row;
    office.manager.choose(row);
    CHECK(view.staffing.title.find("Monday 19 October") != std::string::npos);
    CHECK_FALSE(view.staffing.progress);
    CHECK_FALSE(view.staffing.expected.empty());
    REQUIRE(view.staffing.what_ifs.rows.size() >= 4);
    CHECK(view.staffing.what_ifs.rows.front().name == "The plan alone");
    const std::string planned = view.staffing.what_ifs.rows.front().cells.at(0).text;
    office.manager.staffing().choose_what_if(1);
    office.manager.close();
    CHECK(view.staffing.chosen == 1);
    CHECK(view.staffing.what_ifs.rows.at(1).cells.at(0).text != planned);
    CHECK(view.exports.labels.size() == kExportButtons);
    office.manager.staffing().choose_what_if(99); // is none
    CHECK(office.manager.staffing().view().chosen == 1);
}

TEST_CASE("Planning says how far it is, and can be stopped; without history it says what to do")
{
    struct Waiting : app::Commands {
        void submit(Job job, std::function<void(const std::string&)>) override
        {
            jobs.push_back(std::move(job));
        }
        std::vector<Job> jobs;
    } commands;
    ManagerOffice office;
    const Words& words = office.manager.words();
    Staffing staffing(office.configuration, commands, words, [] {});
    staffing.set_today(*parse_iso_date("2026-10-13"));
    staffing.begin();
    CHECK(staffing.view().progress);
    CHECK(staffing.view().intro == "Planning: 0 %");
    staffing.stop();
    CHECK_FALSE(staffing.view().progress);
    CHECK(staffing.view().intro == "Planning was stopped. Nothing was changed.");
    commands.jobs.front()(office.reception)(); // it ends at its first step, and its answer is not taken
    CHECK_FALSE(staffing.plan());
    staffing.begin();
    testing::ReceptionFixture empty("2026-09-14T10:00:00", office.configuration);
    commands.jobs.back()(empty.reception)();
    CHECK(staffing.view().intro.find("nobody came") != std::string::npos);
}

} // namespace nextplease::manager
