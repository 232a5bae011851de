#include "core/reception/wait_report.h"
#include "core/reception/wait_report_text.h"

#include "core/reception/log_import.h"
#include "tests/support/reception_fixture.h"

#include <doctest/doctest.h>
#include <fstream>
#include <map>

using namespace nextplease;
using testing::ReceptionFixture;

namespace {

struct ReportFixture : ReceptionFixture {
    void log(const std::string& rows)
    {
        std::ofstream(folder / "log.csv", std::ios::trunc)
            << "ticket,service,priority,arrived,called,finished,left,server\n"
            << rows;
        import_log(*store, configuration, folder / "log.csv", UnknownNames::TakeAsFound);
    }

    WaitReport report(const WaitQuestion& question)
    {
        return wait_report(*store, configuration, question, clock.now());
    }

    // "key=visits key=visits"
    std::string groups(Grouping by)
    {
        std::string text;
        for (const WaitGroup& group : report({ .by = by }).groups)
            text += (text.empty() ? "" : " ") + group.key + "=" + std::to_string(group.figures.visits);
        return text;
    }

    static LocalDate date(const char* text) { return *parse_iso_date(text); }
};

} // namespace

TEST_CASE_FIXTURE(ReportFixture, "Groups come in their natural order, and none without visits")
{
    log("1,B,0,2026-10-12T09:00:00,2026-10-12T09:01:00,,,CLERK2\n"
        "2,A,0,2026-10-11T10:59:59,2026-10-11T11:00:00,,,Desk 2\n"
        "3,Z,0,2026-09-30T23:59:59,2026-10-01T00:00:00,,,CLERK1\n"
        "4,K,0,2026-10-01T00:00:00,,,2026-10-01T00:00:01,\n");
    CHECK(groups(Grouping::Service) == "A=1 B=1 K=1 Z=1");
    CHECK(groups(Grouping::Desk) == "Desk 2=1 CLERK1=1 CLERK2=1 =1");
    CHECK(groups(Grouping::Hour) == "00=1 09=1 10=1 23=1");
    CHECK(groups(Grouping::Weekday) == "1=1 3=1 4=1 7=1");
    CHECK(groups(Grouping::Day) == "2026-09-30=1 2026-10-01=1 2026-10-11=1 2026-10-12=1");
    CHECK(groups(Grouping::Month) == "2026-09=1 2026-10=3");
    CHECK(groups(Grouping::None).empty());
}

TEST_CASE_FIXTURE(
    ReportFixture, "Hours and days are those of the wall on both days on which the clocks change")
{
    log("a,A,0,2026-03-28T23:59:59,,,,\n" // winter time
        "b,A,0,2026-03-29T00:30:00,,,,\n" // winter, the last hour before
        "c,A,0,2026-03-29T02:00:00,,,,\n" // summer, an hour after
        "d,A,0,2026-10-25T00:30:00,,,,\n" // summer
        "e,A,0,2026-10-25T01:30:00,,,,\n" // the first of two
        "f,A,0,2026-10-25T02:30:00,,,,\n" // winter
        "g,A,0,2026-07-01T00:30:00,,,,\n"); // 30 June in UTC
    CHECK(groups(Grouping::Hour) == "00=3 01=1 02=2 23=1");
    CHECK(groups(Grouping::Day) == "2026-03-28=1 2026-03-29=2 2026-07-01=1 2026-10-25=3");
}

TEST_CASE_FIXTURE(ReportFixture, "Dates are local and included on both sides")
{
    log("a,A,0,2026-10-24T23:59:59,,,,\nb,A,0,2026-10-25T00:00:00,,,,\n"
        "c,A,0,2026-10-25T23:59:59,,,,\nd,A,0,2026-10-26T00:00:00,,,,\n");
    const auto day = date("2026-10-25");
    CHECK(report({ .from = day, .to = day }).total.figures.visits == 2);
    CHECK(report({ .from = day }).total.figures.visits == 3);
    CHECK(report({ .to = day }).total.figures.visits == 3);
    CHECK(report({}).total.figures.visits == 4);
}

TEST_CASE_FIXTURE(
    ReportFixture, "Without a limit every visit is held against the standard of its own service")
{
    // A must be seen within 10 minutes, B within 15; one that kiosk.conf does not know within the general 10.
    log("1,A,0,2026-10-12T09:00:00,2026-10-12T09:12:00,,,\n"
        "2,B,0,2026-10-12T09:00:00,2026-10-12T09:12:00,,,\n"
        "3,ZZ,0,2026-10-12T09:00:00,2026-10-12T09:12:00,,,\n");
    const WaitReport own = report({ .by = Grouping::Service });
    CHECK(own.total.figures.within == 1);
    CHECK_FALSE(own.total.limit);
    REQUIRE(own.groups.size() == 3);
    CHECK(own.groups[0].limit == Minutes { 10 });
    CHECK(own.groups[1].limit == Minutes { 15 });
    CHECK(own.groups[1].figures.within == 1);
    CHECK(own.groups[2].limit == Minutes { 10 });
    const WaitReport given = report({ .limit = Minutes { 12 }, .by = Grouping::Service });
    CHECK(given.total.figures.within == 3);
    CHECK(given.total.limit == Minutes { 12 });
}

TEST_CASE_FIXTURE(ReportFixture, "Those who still wait are counted up to the moment of the report")
{
    take("A");
    clock.advance(Minutes { 8 });
    take("A");
    clock.advance(Minutes { 4 });
    const WaitFigures figures = report({}).total.figures;
    CHECK(figures.waiting == 2);
    CHECK(figures.waiting_late == 1);
    CHECK(figures.share_all_of() == 1);
}

TEST_CASE_FIXTURE(ReportFixture, "A hold that still runs is no part of the wait")
{
    const Visit visit = take("A");
    clock.advance(Minutes { 4 });
    done(reception.hold(visit.id, "fetching a letter", {}, {}, { "test" }));
    clock.advance(Minutes { 30 });
    const WaitFigures figures = report({ .limit = Minutes { 10 } }).total.figures;
    CHECK(figures.waiting == 1);
    CHECK(figures.waiting_late == 0);
}

TEST_CASE_FIXTURE(ReportFixture, "A transferred visit counts once, where it was first seen")
{
    const Visit visit = take("A");
    clock.advance(Minutes { 2 });
    call("Desk 1", visit);
    start(visit);
    clock.advance(Minutes { 1 });
    done(reception.transfer(visit.id, ServiceCode("B"), "forms", {}, { "test" }));
    clock.advance(Minutes { 30 });
    call("Desk 2", visit);
    start(visit);
    clock.advance(Minutes { 2 });
    finish(visit);
    CHECK(groups(Grouping::Service) == "A=1");
    CHECK(groups(Grouping::Desk) == "Desk 1=1");
    const WaitFigures figures = report({}).total.figures;
    CHECK(figures.wait.max_seconds == 120);
    CHECK(figures.service.max_seconds == 180);
}

TEST_CASE_FIXTURE(
    ReportFixture, "A period without visits has no shares and no quantiles, and its CSV leaves them empty")
{
    const WaitReport nothing = report({ .limit = Seconds { 60 } });
    CHECK(nothing.total.figures.visits == 0);
    CHECK_FALSE(nothing.total.figures.share_seen_within());
    CHECK(nothing.total.limit == Seconds { 60 });
    const std::string csv = wait_report_csv(nothing, configuration, words(Language("en")));
    CHECK(csv.ends_with("\ntotal,Total,0,0,0,,0,0,0,0,0,0,0,0,0,,0,0,60,,,,,,,,,,,,\n"));
}

TEST_CASE_FIXTURE(ReportFixture, "The CSV begins with its definitions, and no cell is a formula")
{
    log("1,=cmd(),0,2026-10-12T09:00:00,2026-10-12T09:00:30,2026-10-12T09:01:00,,\n");
    const std::string csv = wait_report_csv(
        report({ .from = date("2026-10-01"), .limit = Seconds { 60 }, .by = Grouping::Service }),
        configuration, words(Language("en")));
    CHECK(csv.starts_with("# "));
    CHECK(csv.find("\n# from: 2026-10-01\n# to: \n") != std::string::npos);
    CHECK(csv.find("\n# share_all_within: ") != std::string::npos);
    CHECK(csv.find("\nservice,name,visits,seen,within,") != std::string::npos);
    CHECK(csv.find("\n'=cmd(),'=cmd(),1,1,1,1.000000,1,") != std::string::npos);
}
