// One figure is one number: on the screen, in a report's table and in its page.
#include "core/base/percent.h"
#include "kiosk/chart/drawing.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_document.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/documents.h"
#include "kiosk/report/html_page.h"
#include "tests/manager/manager_office.h"

namespace nextplease::manager {
namespace {

PublishedAnswer published(std::int64_t within, std::int64_t of, double goal)
{
    PublishedAnswer answer;
    answer.indicators.period = period_of(*parse_iso_date("2026-07-01"), ReportingPeriod::Kind::Quarter);
    Indicator phone;
    phone.kind = Indicator::Kind::Satisfaction;
    phone.id = "CS-6.5.1";
    phone.goal_percent = goal;
    phone.now = { within, of };
    answer.indicators.indicators = { phone };
    return answer;
}

} // namespace

TEST_CASE("A share is the same number in the window, in a table and in a page")
{
    ManagerOffice office;
    office.look();
    const Words& words = office.manager.words();
    const Scene scene { office.configuration, words, *parse_iso_date("2026-10-13") };
    struct Known {
        std::int64_t within, of;
        const char* text;
        Pace pace;
    };
    for (const Known& known : { Known { 1944, 2440, "79.7 %", Pace::Past },
             Known { 6015, 6797, "88.5 %", Pace::Past }, Known { 2374, 2500, "94.96 %", Pace::Near },
             Known { 2375, 2500, "95.0 %", Pace::InTime }, Known { 2376, 2500, "95.04 %", Pace::InTime } }) {
        CAPTURE(known.text);
        const PublishedAnswer answer = published(known.within, known.of, 95);
        const Cell shown = prepare_published(answer, scene).indicators.rows.front().cells.front();
        CHECK(shown.text == known.text);
        CHECK(shown.pace == known.pace);
        CHECK(report::percent_words({ known.within, known.of }, words) == known.text);
        const report::Making making { office.configuration, words, {}, office.clock.now(), "test" };
        const std::string page = report::html_page(report::document_of(answer.indicators, making), words);
        CHECK(page.find(known.text) != std::string::npos);
        CHECK(page.find("Rounded half up") != std::string::npos);
    }
}

TEST_CASE("Thousands are told as readers of the language write them")
{
    const PublishedAnswer answer = published(1944, 2440, 95);
    const auto counted = [&](const char* language) {
        ManagerOffice office { Language(language) };
        const Scene scene { office.configuration, office.manager.words(), *parse_iso_date("2026-10-13") };
        return prepare_published(answer, scene).indicators.rows.front().cells.at(1).text;
    };
    CHECK(counted("en") == "1,944 of 2,440");
    CHECK(counted("pl") == "1\u00A0944 z 2\u00A0440");
}

TEST_CASE("Satisfaction: since when is said, the month that still grows and the years too")
{
    ManagerOffice office;
    const Scene scene { office.configuration, office.manager.words(), *parse_iso_date("2026-10-13") };
    PublishedAnswer answer = published(3, 4, 95);
    answer.feedback.question = { parse_iso_date("2025-10-01"), parse_iso_date("2026-10-13"),
        FeedbackGrouping::Month };
    answer.feedback.total.figures.visits = 14'330;
    for (const char* month : { "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-10" }) {
        FeedbackGroup group { month, {} };
        group.figures.visits = 100;
        group.figures.satisfied = 90;
        answer.feedback.groups.push_back(group);
    }
    const ChartView view = prepare_published(answer, scene).satisfaction;
    CHECK(view.note == "14,330 visits since 1 Oct 2025");
    std::string words;
    for (const chart::Item& item : view.drawing.items) {
        if (const auto* run = std::get_if<chart::Run>(&item))
            words += run->text + "|";
    }
    CHECK(words.find("so far") != std::string::npos);
    CHECK(words.find("2025") != std::string::npos);
    CHECK(words.find("2026") != std::string::npos);
    CHECK(words.find("90.0|") != std::string::npos); // the points have numbers
    CHECK(view.said_of(view.drawing.areas.front()) == "Oct 2025, 90 of 100: 90.0 %");
}

TEST_CASE("The headline of the window and the document of it say the same share")
{
    ManagerOffice office;
    const View& view = office.look();
    const report::Making making { office.configuration, office.manager.words(), {}, office.clock.now(),
        "test" };
    const report::Document document = document_of(*office.manager.answer(), making);
    const report::Table* first = report::first_table(document);
    REQUIRE(first);
    CHECK(report::percent_words(std::get<report::Share>(first->rows.front().at(4)), office.manager.words())
        == view.seen.headline.percent);
}

} // namespace nextplease::manager
